import type { Inputs, Outputs } from '#contract/lib';
import type { ballotsContract, FORM_KINDS } from '#contract/ballots';
import type { Form } from '#engines/ballot';
import type { Id, OrgId } from '#kernel/ids';
import { dayOf } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { searchTokens } from '#platform/words';
import { facesOf, historiesOf, membershipsOf, rightsOn } from '#modules/members';
import { placeOf } from '#modules/organisations';
import { runsAt } from '../policy.ts';
import { ballotsOver } from '../store/ballots.ts';
import { waitingTurns } from '../store/tellers.ts';

type In = Inputs<typeof ballotsContract>;
type Out = Outputs<typeof ballotsContract>;

/** Ballots of a year, of one organisation or of all below it; at most 500, newest first. */
export async function list(read: Read, input: In['list']): Promise<Out['list'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const rows = await ballotsOver(read, {
    ...(input.below === true ? { below: place.orgPath } : { orgId: input.orgId }),
    from: dayOf(input.year, 1, 1),
    to: dayOf(input.year, 12, 31),
  });
  return {
    rows: rows.map((row) => ({
      ballotId: row.ballot_id as Id<'Ballot'>,
      orgId: row.org_id as OrgId,
      orgName: row.organ,
      title: row.title,
      heldOn: row.held_on,
      secrecy: row.secrecy,
      kind: (row.form as Form).kind satisfies keyof typeof FORM_KINDS,
      roundNo: row.round_no,
      state: row.state,
      destroyed: row.destroyed_on !== null,
    })),
    can: {
      create: runsAt(read, place.orgPath) ? true : { code: 'common.not_allowed', params: {} },
    },
  };
}

/**
 * Who can stand on a roll or be a teller: the roster of that day by name. Full members in normal standing
 * vote; probationary ones and those with 留党察看 do not (EL20 art. 5).
 */
export async function people(read: Read, input: In['people']): Promise<Out['people'] | null> {
  if ((await placeOf(read, input.orgId)) === null) return null;
  const rows = await membershipsOf(read, input.orgId, input.on, input.on);
  const ids = rows.map((row) => row.person_id as Id<'Person'>);
  const faces = await facesOf(read, ids);
  const histories = await historiesOf(read, ids);
  const found = rows.map((row) => {
    const name = faces.get(row.person_id)?.name ?? row.name;
    return {
      personId: row.person_id as Id<'Person'>,
      name,
      votes: rightsOn(histories.get(row.person_id as Id<'Person'>), input.on).elect,
      finds: searchTokens(name),
    };
  });
  return { people: found.toSorted((a, b) => a.name.localeCompare(b.name, 'zh')) };
}

/** Closed ballots that wait for the actor as a teller. */
export async function waiting(read: Read): Promise<Out['waiting']> {
  const rows = await waitingTurns(read);
  return {
    rows: rows.map(({ ballotId, roundNo, title, organ }) => ({ ballotId, roundNo, title, organ })),
  };
}
