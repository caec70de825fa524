import type { RoundReason, RoundState, SecrecyWord } from '#contract/ballots';
import type { Form, Threshold } from '#engines/ballot';
import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read, Write } from '#platform/db';
import type { OrgPlace } from '#modules/organisations';

export type BallotId = Id<'Ballot'>;

export interface NewBallot {
  readonly organ: string;
  readonly owner: string;
  readonly ownerId: string | null;
  readonly title: string;
  readonly heldOn: PlainDate;
  readonly secrecy: SecrecyWord;
  readonly onPersons: boolean;
  readonly hasRoll: boolean;
  readonly rulesAdopted: string;
  readonly upperConsent: string;
  readonly keepUntil: PlainDate;
}

export async function insertBallot(
  write: Write,
  place: OrgPlace,
  ballot: NewBallot,
): Promise<BallotId> {
  const ballotId = write.newId<'Ballot'>();
  await write.db
    .insertInto('ballot')
    .values({
      ...write.stamp(place),
      ballot_id: ballotId,
      organ: ballot.organ,
      owner: ballot.owner,
      owner_id: ballot.ownerId,
      title: ballot.title,
      held_on: ballot.heldOn,
      secrecy: ballot.secrecy,
      on_persons: ballot.onPersons,
      has_roll: ballot.hasRoll,
      rules_adopted: ballot.rulesAdopted,
      upper_consent: ballot.upperConsent,
      keep_until: ballot.keepUntil,
    })
    .execute();
  return ballotId;
}

export interface NewRound {
  readonly roundNo: number;
  readonly why: RoundReason;
  readonly form: Form;
  readonly threshold: Threshold | null;
  readonly onPaper: boolean;
  readonly onScreen: boolean;
}

export async function insertRound(
  write: Write,
  place: OrgPlace,
  ballotId: BallotId,
  round: NewRound,
): Promise<void> {
  await write.db
    .insertInto('ballot_round')
    .values({
      ...write.stamp(place),
      ballot_id: ballotId,
      round_no: round.roundNo,
      why: round.why,
      form: JSON.stringify(round.form),
      threshold: round.threshold === null ? null : JSON.stringify(round.threshold),
      on_paper: round.onPaper,
      on_screen: round.onScreen,
      state: 'prepared',
    })
    .execute();
}

/** A ballot within sight, or null. */
export async function ballotOf(read: Read, ballotId: BallotId) {
  const row = await read.db
    .selectFrom('ballot')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .executeTakeFirst();
  return row ?? null;
}

/** The same, held until the act ends: acts on one ballot follow each other. */
export async function ballotForUpdate(write: Write, ballotId: BallotId) {
  const row = await write.db
    .selectFrom('ballot')
    .selectAll()
    .where('tenant_id', '=', write.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

export type BallotRow = NonNullable<Awaited<ReturnType<typeof ballotOf>>>;

export interface BallotChange {
  readonly destroyed_on?: PlainDate;
  readonly witnesses?: string[];
  readonly version: number;
}

export async function changeBallot(
  write: Write,
  ballotId: BallotId,
  change: BallotChange,
): Promise<void> {
  await write.db
    .updateTable('ballot')
    .set(change)
    .where('tenant_id', '=', write.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .execute();
}

/** All rounds of a ballot, the first one first. */
export async function roundsOf(read: Read, ballotId: BallotId) {
  const rows = await read.db
    .selectFrom('ballot_round')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .orderBy('round_no')
    .execute();
  return rows.map((row) => ({
    ...row,
    form: row.form as Form,
    threshold: row.threshold as Threshold | null,
  }));
}

export type RoundRow = Awaited<ReturnType<typeof roundsOf>>[number];

export interface RoundChange {
  readonly form?: Form;
  readonly threshold?: Threshold | null;
  readonly on_paper?: boolean;
  readonly on_screen?: boolean;
  readonly state?: RoundState;
  readonly codes_printed?: number;
  readonly codes_left?: number;
  readonly codes_reason?: string;
  readonly handed_paper?: number;
  readonly handed_codes?: number;
  readonly void_reason?: string;
}

export async function changeRoundRow(
  write: Write,
  ballotId: BallotId,
  roundNo: number,
  { form, threshold, ...change }: RoundChange,
): Promise<void> {
  await write.db
    .updateTable('ballot_round')
    .set((eb) => ({
      ...change,
      ...(form === undefined ? {} : { form: JSON.stringify(form) }),
      ...(threshold === undefined
        ? {}
        : { threshold: threshold === null ? null : JSON.stringify(threshold) }),
      version: eb('version', '+', 1),
    }))
    .where('tenant_id', '=', write.actor.tenantId)
    .where('ballot_id', '=', ballotId)
    .where('round_no', '=', roundNo)
    .execute();
}

export interface BallotFilter {
  readonly orgId?: OrgId;
  /** An access path: all below it. */
  readonly below?: string;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Ballots of a span of days with their last round, newest first. */
export async function ballotsOver(read: Read, filter: BallotFilter) {
  return read.db
    .selectFrom('ballot as b')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('ballot_round as r')
          .select(['r.round_no', 'r.state', 'r.form'])
          .whereRef('r.tenant_id', '=', 'b.tenant_id')
          .whereRef('r.ballot_id', '=', 'b.ballot_id')
          .orderBy('r.round_no', 'desc')
          .limit(1)
          .as('last'),
      (join) => join.onTrue(),
    )
    .select([
      'b.ballot_id',
      'b.org_id',
      'b.organ',
      'b.title',
      'b.held_on',
      'b.secrecy',
      'b.destroyed_on',
      'last.round_no',
      'last.state',
      'last.form',
    ])
    .where('b.tenant_id', '=', read.actor.tenantId)
    .where('b.held_on', '>=', filter.from)
    .where('b.held_on', '<=', filter.to)
    .$if(filter.orgId !== undefined, (qb) => qb.where('b.org_id', '=', filter.orgId as OrgId))
    .$if(filter.below !== undefined, (qb) =>
      qb.where('b.org_path', '>=', filter.below ?? '').where('b.org_path', '<', `${filter.below}~`),
    )
    .orderBy('b.held_on', 'desc')
    .orderBy('b.ballot_id', 'desc')
    .limit(500)
    .execute();
}
