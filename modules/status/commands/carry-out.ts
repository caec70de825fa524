import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { ok, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import {
  endMembership,
  liftRestriction,
  restoreMembership,
  restrict,
  type Ending,
} from '#modules/members';
import { endPostsOf } from '#modules/organisations';
import type { Loaded } from '../queries/facts.ts';
import { KINDS, SANCTIONS, type Kind, type Move } from '../rules/words.ts';
import { insertOutcome } from '../store/steps.ts';
import type { Doing } from './do-step.ts';

type Carrying = Pick<Doing, 'move' | 'on' | 'told'> & { readonly until: PlainDate | null };
type Effect = (write: Write, loaded: Loaded, input: Carrying) => Promise<Result<unknown>>;

const leaves =
  (way: Ending['way']): Effect =>
  (write, { row }, input) =>
    endMembership(write, {
      personId: row.personId,
      on: input.on,
      way,
      paper: input.told.paper ?? '',
      to: '',
    });

/** 留党察看 takes vote, election and candidacy until they are given back; other sanctions leave them. */
const sanction: Effect = async (write, { row }, { on, told, until }) => {
  const barred = told.sanction === 'probation';
  const done = await restrict(write, {
    personId: row.personId,
    kind: barred ? 'barred' : 'sanctioned',
    from: on,
    to: barred ? null : until,
  });
  if (!done.ok) return done;
  if (told.sanction === 'removal') await endPostsOf(write, row.personId, on, '撤销党内职务');
  return ok(null);
};

const rightsBack: Effect = (write, { row }, { on }) =>
  liftRestriction(write, { personId: row.personId, kind: 'barred', on });

const back: Effect = (write, { row }, { on, told }) =>
  restoreMembership(write, { personId: row.personId, on, paper: told.paper ?? '' });

const key = (kind: Kind, move: Move): string => `${kind}.${move}`;

/** What a step brings about in the roster. */
const EFFECTS: Readonly<Record<string, Effect>> = {
  [key('suspension', 'decide')]: leaves('suspended'),
  [key('suspension', 'decide_above')]: leaves('suspended'),
  [key('restoration', 'approve')]: back,
  [key('withdrawal', 'announce_withdrawal')]: leaves('withdrew'),
  [key('persuasion', 'leave')]: leaves('persuaded'),
  [key('striking', 'approve')]: leaves('struck_off'),
  [key('own_act', 'approve')]: leaves('left_by_own_act'),
  [key('discipline', 'record')]: sanction,
  [key('discipline', 'record_expulsion')]: leaves('expelled'),
  [key('discipline', 'restore_rights')]: rightsBack,
};

/** What a step concludes, in the words of the paper; null: nothing to tell the person yet. */
function conclusionOf(kind: Kind, input: Carrying): string | null {
  const { move, told, until } = input;
  if (kind === 'discipline' && move === 'record')
    return `给予${told.sanction === undefined ? '' : SANCTIONS[told.sanction]}处分`;
  if (kind === 'correction' && move === 'approve')
    return `限期改正，至${until === null ? '' : chineseDate(until)}`;
  const said: Readonly<Record<string, string>> = {
    conclude_corrected: '期满，认定已改正',
    conclude_not_corrected: '期满，认定没有改正',
    record_expulsion: '开除党籍',
    restore_rights: '恢复党员权利',
    effect_over: '处分影响期满',
    leave: '劝其退党，本人同意退党',
  };
  return said[move] ?? (EFFECTS[key(kind, move)] === undefined ? null : KINDS[kind]);
}

/** Carries a step out: the roster, the rights, and the conclusion for the person to read. */
export async function carryOut(
  write: Write,
  loaded: Loaded,
  input: Carrying,
): Promise<Result<unknown>> {
  const { row } = loaded;
  const effect = EFFECTS[key(row.kind, input.move)];
  if (effect !== undefined) {
    const done = await effect(write, loaded, input);
    if (!done.ok) return done;
  }
  const conclusion = conclusionOf(row.kind, input);
  if (conclusion !== null)
    await insertOutcome(write, row, {
      kind: row.kind,
      conclusion,
      on: input.on,
      until: input.until,
      paper: input.told.paper ?? '',
    });
  return ok(null);
}

/** Steps that changed the roster or the rights are not taken back here. */
export const isSettled = (kind: Kind, move: Move): boolean =>
  EFFECTS[key(kind, move)] !== undefined;
