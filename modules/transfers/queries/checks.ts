import type { Inputs, Outputs } from '#contract/lib';
import type { transfersContract } from '#contract/transfers';
import type { PersonId } from '#kernel/ids';
import type { Read } from '#platform/db';
import { rosterNames, signsOf } from '#modules/members';
import {
  aliveOver,
  holdsMembers,
  orgNames,
  placeOf,
  subtreeIdsOn,
  type OrgKind,
} from '#modules/organisations';
import { isUnsettled, sumUp, type CheckLine } from '../rules/affiliation.ts';
import { casesWithin } from '../store/cases.ts';
import { marksOf, roundOf, roundsWithin, type Mark, type Round } from '../store/checks.ts';
import { canWrite } from './list.ts';

type In = Inputs<typeof transfersContract>;
type Out = Outputs<typeof transfersContract>;

/** Of a round under way whoever stands in the roster; of a closed one those who were registered. */
async function linesOf(read: Read, rounds: readonly Round[]) {
  const marks = await marksOf(
    read,
    rounds.map((one) => one.checkId),
  );
  const people = await rosterNames(
    read,
    rounds.map((one) => one.place.orgId),
    read.today,
  );
  const rosters = Map.groupBy(people, (one) => one.orgId);
  return new Map(
    rounds.map((round) => {
      const own = new Map((marks.get(round.checkId) ?? []).map((one) => [one.personId, one]));
      const roster = rosters.get(round.place.orgId) ?? [];
      const listed = round.closedOn === null ? roster.map((one) => one.personId) : [...own.keys()];
      return [round.checkId, { own, roster, listed }] as const;
    }),
  );
}

type Lines = ReturnType<Awaited<ReturnType<typeof linesOf>>['get']>;

const asLines = (found: Lines): CheckLine[] =>
  (found?.listed ?? []).map((personId) => ({
    personId,
    result: found?.own.get(personId)?.result ?? null,
  }));

function rowOf(round: Round, name: string, found: Lines): Out['checks']['rows'][number] {
  const { total, marked, unsettled, by } = sumUp(asLines(found));
  const { checkId, year, openedOn, closedOn } = round;
  const place = { orgId: round.place.orgId, orgName: name };
  return { checkId, year, openedOn, closedOn, ...place, total, marked, unsettled, by };
}

/** Rounds of a year at or below an organisation, and how many branches have none yet. */
export async function checks(read: Read, input: In['checks']): Promise<Out['checks'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const rounds = await roundsWithin(read, place.orgPath, input.year);
  const lines = await linesOf(read, rounds);
  const names = await orgNames(
    read,
    rounds.map((one) => one.place.orgId),
  );
  const below = await subtreeIdsOn(read, input.orgId, read.today);
  const branches = (await aliveOver(read, below, read.today, read.today)).filter((one) =>
    holdsMembers(one.kind as OrgKind),
  );
  const having = new Set(rounds.map((one) => one.place.orgId));
  return {
    rows: rounds.map((one) =>
      rowOf(one, names.get(one.place.orgId)?.name ?? '', lines.get(one.checkId)),
    ),
    without: branches.filter((one) => !having.has(one.orgId)).length,
    can: { open: canWrite(read, place) },
  };
}

/** One round: each member with what was found, those not settled first; hints come from records. */
export async function checkDetail(
  read: Read,
  input: In['checkDetail'],
): Promise<Out['checkDetail'] | null> {
  const round = await roundOf(read, input.checkId);
  if (round === null) return null;
  const found = (await linesOf(read, [round])).get(round.checkId);
  const { orgId } = round.place;
  const name = (await orgNames(read, [orgId])).get(orgId)?.name ?? '';
  const people = found?.listed ?? [];
  const signs = await signsOf(read, people);
  const leaving = new Set(
    (await casesWithin(read, { path: round.place.orgPath, tab: 'out', today: read.today })).map(
      (one) => one.personId,
    ),
  );
  const hintOf = (personId: PersonId): string => {
    const sign = signs.get(personId);
    return [
      leaving.has(personId) ? '正在办理转出' : '',
      sign?.lost === true ? '已登记失联' : '',
      sign?.floating === true ? '已登记流动' : '',
    ]
      .filter((one) => one !== '')
      .join('、');
  };
  const lineOf = (personId: PersonId): Out['checkDetail']['lines'][number] => {
    const mark: Mark | undefined = found?.own.get(personId);
    return {
      personId,
      name: signs.get(personId)?.name ?? '',
      result: mark?.result ?? null,
      note: mark?.note ?? '',
      on: mark?.on ?? null,
      hint: hintOf(personId),
    };
  };
  const write = canWrite(read, round.place);
  const open =
    round.closedOn === null ? write : ({ code: 'transfers.check_closed', params: {} } as const);
  return {
    ...rowOf(round, name, found),
    version: round.version,
    lines: people
      .map(lineOf)
      .toSorted(
        (a, b) =>
          Number(isUnsettled(b)) - Number(isUnsettled(a)) || a.name.localeCompare(b.name, 'zh'),
      ),
    can: { mark: open, close: open },
  };
}
