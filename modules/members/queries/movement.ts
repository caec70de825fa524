import type { Inputs, Outputs } from '#contract/lib';
import type { membersContract } from '#contract/members';
import type { OrgId, PersonId } from '#kernel/ids';
import { isWithin } from '#kernel/org-path';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { orgNames, placeOf, subtreeIdsOn } from '#modules/organisations';
import {
  movementOf,
  WAYS_IN,
  WAYS_OUT,
  type MembershipSpan,
  type Movement,
} from '../rules/movement.ts';
import { staysOver } from '../store/figures.ts';
import { namesOf } from '../store/sight.ts';

type Out = Outputs<typeof membersContract>;
type In = Inputs<typeof membersContract>;
type StayRow = Awaited<ReturnType<typeof staysOver>>[number];

export interface MovementFacts {
  readonly movement: Movement;
  readonly rows: readonly StayRow[];
  readonly regularised: readonly string[];
}

const spanOf = (row: StayRow): MembershipSpan => ({
  personId: row.person_id,
  orgId: row.org_id,
  standing: row.standing,
  from: row.valid_from,
  to: row.valid_to,
  wayIn: row.way_in as MembershipSpan['wayIn'],
  wayOut: row.way_out as MembershipSpan['wayOut'],
});

/**
 * Comings and goings of an organisation and all below it by the tree of the last day. Null when it is out
 * of one's scope: organisations above are seen, their people are not.
 */
export async function movementFacts(
  read: Read,
  input: { readonly orgId: OrgId; readonly from: PlainDate; readonly to: PlainDate },
  knownAt: Date | null = null,
): Promise<MovementFacts | null> {
  const place = await placeOf(read, input.orgId);
  const { scope } = read.actor;
  if (place === null || scope === null || !isWithin(place.orgPath, scope)) return null;
  const orgIds = await subtreeIdsOn(read, input.orgId, input.to);
  const rows = await staysOver(read, orgIds, input.from, input.to, knownAt);
  return {
    rows,
    movement: movementOf(rows.map(spanOf), input.from, input.to),
    regularised: rows
      .filter(
        (row) =>
          row.way_in === 'regularised' &&
          row.valid_from >= input.from &&
          row.valid_from <= input.to,
      )
      .map((row) => row.person_id),
  };
}

const lines = <Way extends string>(
  found: readonly { readonly way: Way; readonly personIds: readonly string[] }[],
  names: Readonly<Record<Way, string>>,
) => found.map((line) => ({ way: line.way, name: names[line.way], count: line.personIds.length }));

/** 党员增减变动表: opening + increases − decreases = closing. */
export async function movement(read: Read, input: In['movement']): Promise<Out['movement'] | null> {
  const facts = await movementFacts(read, input);
  if (facts === null) return null;
  return {
    opening: facts.movement.opening.length,
    increases: lines(facts.movement.increases, WAYS_IN),
    decreases: lines(facts.movement.decreases, WAYS_OUT),
    closing: facts.movement.closing.length,
    regularised: new Set(facts.regularised).size,
  };
}

/** Whom a line counts: `opening`, `closing`, `regularised` or a way. */
function idsOf(facts: MovementFacts, line: string): readonly string[] {
  if (line === 'opening') return facts.movement.opening;
  if (line === 'closing') return facts.movement.closing;
  if (line === 'regularised') return facts.regularised;
  const all = [...facts.movement.increases, ...facts.movement.decreases];
  return all.find((one) => one.way === line)?.personIds ?? [];
}

/** The people behind one number of the table, with the day and the paper of the act. */
export async function movementPeople(
  read: Read,
  input: In['movementPeople'],
): Promise<Out['movementPeople'] | null> {
  const facts = await movementFacts(read, input);
  if (facts === null) return null;
  const ids = [...new Set(idsOf(facts, input.line))];
  const names = await namesOf(read, ids as PersonId[]);
  const goes = input.line in WAYS_OUT;
  const stands = input.line === 'opening' || input.line === 'closing';
  const orgs = await orgNames(
    read,
    facts.rows.map((row) => row.org_id),
  );
  const people = ids.map((id) => {
    const own = facts.rows.filter((row) => row.person_id === id);
    const row =
      (goes
        ? own.findLast((one) => one.valid_to !== null && one.valid_to <= input.to)
        : own.findLast(
            (one) => one.valid_from <= input.to && (stands || one.valid_from >= input.from),
          )) ?? own.at(-1);
    return {
      personId: id as PersonId,
      name: names.get(id) ?? '',
      orgName: orgs.get(row?.org_id ?? '')?.shortName ?? '',
      on: stands ? null : ((goes ? row?.valid_to : row?.valid_from) ?? null),
      paper: (goes ? row?.out_paper : row?.in_paper) ?? '',
    };
  });
  return { people };
}
