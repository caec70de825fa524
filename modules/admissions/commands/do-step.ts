import { findings, isPossible, versionOn, type Act, type Finding } from '#engines/procedure';
import type { Id } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { ok, refuse, type Result } from '#kernel/result';
import type { Read, Write } from '#platform/db';
import { diedAmong, namesOf } from '#modules/members';
import type { HeldMeeting } from '#modules/meetings';
import { ownPlace } from '#modules/organisations';
import {
  hasCommittee,
  load,
  meetingOf,
  missingBefore,
  voteOf,
  withBasis,
  type Loaded,
} from '../queries/facts.ts';
import { mayDo } from '../policy.ts';
import type { PersonVote, Told } from '../rules/facts.ts';
import { GUARDS } from '../rules/guards.ts';
import { laterLocals, localFindings } from '../rules/local.ts';
import { ADMISSION } from '../rules/steps.ts';
import type { Move } from '../rules/words.ts';
import { caseForUpdate, type CaseId, type CaseRow } from '../store/cases.ts';
import { insertStep } from '../store/steps.ts';
import { advance } from './advance.ts';
import { carryOut } from './carry-out.ts';

export interface Doing {
  readonly caseId: CaseId;
  readonly move: Move;
  readonly on: PlainDate;
  readonly told: Told;
  /** A finalised meeting and, where one was counted, its vote. */
  readonly meetingId?: Id<'Meeting'> | undefined;
  readonly voteId?: string | undefined;
  readonly papers: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly basedOn: number;
}

export interface Checked {
  readonly loaded: Loaded;
  readonly found: readonly Finding[];
  readonly vote: PersonVote | null;
}

/** A meeting as a step rests on it; the members' meeting stands for a committee that a small branch has not. */
async function evidenceOf(
  read: Read,
  row: CaseRow,
  input: Omit<Doing, 'basedOn'>,
  meeting: HeldMeeting,
  vote: PersonVote | null,
): Promise<Act<Move>['meeting']> {
  const asked = versionOn(ADMISSION, input.on).moves[input.move]?.meeting?.body;
  const stands =
    asked === 'committee' &&
    meeting.body === 'members' &&
    !(await hasCommittee(read, row.place.orgId, meeting.on));
  const body = stands ? 'committee' : meeting.body === 'members' ? 'members' : 'committee';
  // Whether it passes is asked by the rules of the vote itself, which say what is missing.
  return { on: meeting.on, body, passed: vote === null ? null : true };
}

/** Everything that speaks against a step as its form stands, or has to be told with it. */
export async function checkStep(
  read: Read,
  row: CaseRow,
  input: Omit<Doing, 'basedOn'>,
): Promise<Checked> {
  const meeting =
    input.meetingId === undefined ? null : await meetingOf(read, row.place.orgId, input.meetingId);
  const vote =
    meeting === null || input.voteId === undefined
      ? null
      : voteOf(
          meeting,
          input.voteId,
          input.told,
          (await namesOf(read, [row.personId])).get(row.personId) ?? '',
        );
  const loaded = await load(read, row, input.on, input.told, vote);
  const act: Act<Move> = {
    move: input.move,
    on: input.on,
    by: read.actor.accountId,
    papers: new Set([...input.papers, ...loaded.facts.archived]),
    meeting: meeting === null ? null : await evidenceOf(read, row, input, meeting, vote),
    reasons: input.reasons,
  };
  const found = findings(
    ADMISSION,
    GUARDS,
    loaded.file,
    loaded.facts,
    act,
    read.today,
    loaded.facts.calendar,
  );
  const local = [
    ...localFindings(missingBefore(loaded, input.move, input.on)),
    ...laterLocals(loaded.locals.done, input.on),
  ];
  return { loaded, found: [...found, ...local].map(withBasis), vote };
}

/**
 * Does a step: checks it by the rule-set of its day, keeps it with its evidence and reasons, and carries
 * out what it brings about in the roster. The first thing in the way is the refusal.
 */
export async function doStep(
  write: Write,
  input: Doing,
): Promise<Result<{ version: number; stepId: string }>> {
  const row = await caseForUpdate(write, input.caseId);
  if (row === null) return refuse('common.not_found');
  const own = await ownPlace(write, row.place.orgId);
  if (!own.ok) return own;
  if (row.version !== input.basedOn) return refuse('common.changed_meanwhile');
  if ((await diedAmong(write, [row.personId])).size > 0) return refuse('admissions.person_died');
  const procedure = versionOn(ADMISSION, input.on);
  const step = procedure.moves[input.move];
  if (step === undefined) return refuse('admissions.not_in_rules', { version: procedure.version });
  const may = mayDo(write.actor, own.value, step.actor);
  if (!may.ok) return may;
  await write.tick(row.place.orgId);
  const { loaded, found, vote } = await checkStep(write, row, input);
  const [wrong] = found.filter((one) => one.effect !== 'tells');
  if (wrong !== undefined && !isPossible(found)) return refuse(wrong.code, wrong.params);
  const until = untilOf(input);
  const stepId = await insertStep(write, own.value, {
    caseId: row.caseId,
    personId: row.personId,
    seq: (loaded.steps.at(-1)?.seq ?? 0) + 1,
    move: input.move,
    on: input.on,
    until,
    rules: procedure.version,
    meetingId: input.meetingId ?? null,
    vote,
    told: input.told,
    reasons: input.reasons,
    papers: input.papers,
    fromPaper: false,
  });
  const carried = await carryOut(write, own.value, loaded, { ...input, until });
  if (!carried.ok) return carried;
  const done = [
    ...loaded.file.done,
    {
      id: stepId,
      move: input.move,
      on: input.on,
      ...(until === null ? {} : { until }),
      by: write.actor.accountId,
    },
  ];
  const version = await advance(write, loaded, { ...loaded.file, done });
  await write.audit({
    action: 'admissions.do_step',
    objectKind: 'admission_case',
    objectId: row.caseId,
    place: own.value,
    forPersonId: row.personId,
    fields: { move: input.move, on: input.on, rules: procedure.version, reasons: input.reasons },
  });
  return ok({ version, stepId });
}

/** Last day of what a step begins: a notice's, or the end of an extended probation. */
const untilOf = (input: Doing): PlainDate | null => input.told.until ?? null;
