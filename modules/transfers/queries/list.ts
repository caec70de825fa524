import type { Inputs, Outputs } from '#contract/lib';
import type { transfersContract } from '#contract/transfers';
import type { OrgId } from '#kernel/ids';
import { isWithin } from '#kernel/org-path';
import { offsetOf } from '#kernel/paging';
import { daysBetween } from '#kernel/plain-date';
import { refuse } from '#kernel/result';
import type { Read } from '#platform/db';
import { placeOf, type OrgPlace } from '#modules/organisations';
import { labelOf } from '../rules/steps.ts';
import { mayDo } from '../rules/who.ts';
import { STATES } from '../rules/words.ts';
import { casesWithin, type CaseFilter, type CaseRow } from '../store/cases.ts';
import { placesOf, type Place } from '../store/directory.ts';
import { alarmsOf } from '../store/alarms.ts';

type In = Inputs<typeof transfersContract>;
type Out = Outputs<typeof transfersContract>;
type Line = Out['list']['rows'][number];

/** Whether who looks enters for a place, for `can`. */
export function canWrite(read: Read, place: OrgPlace, permission = 'transfers.write') {
  const { actor } = read;
  const may =
    actor.scope !== null &&
    isWithin(place.orgPath, actor.scope) &&
    actor.permissions.has(permission);
  return may ? (true as const) : refuse('common.not_allowed').refusal;
}

const endsOf = (row: CaseRow, places: ReadonlyMap<OrgId, Place>) => {
  const end = (place: OrgPlace) => ({
    orgPath: places.get(place.orgId)?.orgPath ?? place.orgPath,
    committeePath: places.get(place.orgId)?.committeePath ?? null,
  });
  return { from: end(row.from), to: end(row.to), peer: row.peerTenant !== null };
};

/** Lines of lists: the ends by name, state in words, what comes next and whether it is one's own. */
export async function caseLines(read: Read, rows: readonly CaseRow[]): Promise<Line[]> {
  const places = await placesOf(
    read,
    rows.flatMap((row) => [row.from.orgId, row.to.orgId]),
  );
  return rows.map((row) => ({
    caseId: row.caseId,
    name: row.personName,
    subject: row.subject,
    route: row.route,
    side: row.side,
    from: row.fromName,
    to: row.toName,
    stateName: STATES[row.state],
    standing: row.standing,
    next: labelOf(row.route, row.nextMove),
    nextActor: row.nextActor === '' ? null : row.nextActor,
    until: row.nextUntil,
    daysLeft: row.nextUntil === null ? null : daysBetween(read.today, row.nextUntil),
    mine:
      row.nextActor !== '' &&
      mayDo(read.actor.scope, row.side, endsOf(row, places), row.nextActor) &&
      read.actor.permissions.has('transfers.write'),
  }));
}

const TAB_NAMES = ['inbox', 'out', 'in', 'due', 'done'] as const;

/** 组织关系接转 by tab; `inbox`: those whose next step is one's own. */
export async function list(read: Read, input: In['list']): Promise<Out['list'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const q = (input.q ?? '').trim();
  const ask = (tab: CaseFilter['tab']) =>
    casesWithin(read, { path: place.orgPath, tab, today: read.today });
  const running = await ask('inbox');
  const done = await ask('done');
  const mine = new Set(
    (await caseLines(read, running)).filter((one) => one.mine).map((one) => one.caseId),
  );
  const tabs: Record<(typeof TAB_NAMES)[number], CaseRow[]> = {
    inbox: running.filter((row) => mine.has(row.caseId)),
    out: running.filter(
      (row) => row.side !== 'inward' && isWithin(row.from.orgPath, place.orgPath),
    ),
    in: running.filter((row) => row.side !== 'outward' && isWithin(row.to.orgPath, place.orgPath)),
    due: running.filter((row) => row.nextUntil !== null && row.nextUntil < read.today),
    done,
  };
  const found = tabs[input.tab].filter((row) => q === '' || row.personName.includes(q));
  const start = offsetOf(input);
  const write = canWrite(read, place);
  return {
    rows: await caseLines(read, found.slice(start, start + input.pageSize)),
    total: found.length,
    counts: Object.fromEntries(TAB_NAMES.map((tab) => [tab, tabs[tab].length])) as Record<
      (typeof TAB_NAMES)[number],
      number
    >,
    can: { beginOut: write, beginIn: write },
    rosterAlarm: await alarmsOf(read, place.orgPath),
  };
}
