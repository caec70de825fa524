import type { Inputs, Outputs } from '#contract/lib';
import { TALK_KINDS, type talksContract, type TalkKind } from '#contract/talks';
import type { PersonId } from '#kernel/ids';
import { dayOf, type PlainDate } from '#kernel/plain-date';
import { POSTS } from '#kernel/posts';
import { citation, ruleOf } from '#kernel/rule';
import type { Read } from '#platform/db';
import { facesOf, membershipsOf } from '#modules/members';
import { aliveOver, committeeOn, placeOf } from '#modules/organisations';
import { mayRecord } from '../policy.ts';
import { TALK_RULES } from '../rules/catalogue.ts';
import { coverageOf, openOf, type Covered, type Talked } from '../rules/coverage.ts';
import { talksOver } from '../store/talks.ts';

type In = Inputs<typeof talksContract>;
type Out = Outputs<typeof talksContract>;
type Row = Awaited<ReturnType<typeof talksOver>>[number];

export const talkedOf = (row: Row): Talked => ({
  id: row.talk_id,
  on: row.held_on,
  kind: row.kind,
  talkerId: row.talker_id as PersonId | null,
  talkerName: row.talker_name,
  partnerId: row.partner_id as PersonId | null,
  partnerName: row.partner_name,
});

/** The office line: who talked with whom, on which days. */
function officeRows(rows: readonly Row[]): Out['coverage']['office'] {
  const kinds = Object.keys(TALK_KINDS) as TalkKind[];
  return kinds
    .filter((kind) => TALK_KINDS[kind].line !== 'branch')
    .map((kind) => ({
      kind,
      rows: [
        ...Map.groupBy(
          rows.filter((row) => row.kind === kind),
          (row) => row.talker_name,
        ),
      ].map(([talker, own]) => ({
        talker,
        partners: [...Map.groupBy(own, (row) => row.partner_name)].map(([name, held]) => ({
          name,
          days: held.map((row) => row.held_on),
        })),
      })),
    }));
}

const shape = (covered: Covered | null) =>
  covered === null ? null : { on: covered.on, with: covered.with };

/** Both coverage matrices of a branch in a year, by committee and roster of its last day or of today. */
export async function coverage(read: Read, input: In['coverage']): Promise<Out['coverage'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const first = dayOf(input.year, 1, 1);
  const last = dayOf(input.year, 12, 31);
  const day: PlainDate = read.today < last ? read.today : last;
  const rows = await talksOver(read, [input.orgId], first, last);
  const seen = new Set<PersonId>();
  const committee = (await committeeOn(read, input.orgId, day)).filter(
    (one) => !seen.has(one.personId) && seen.add(one.personId),
  );
  const members = (await membershipsOf(read, input.orgId, day, day))
    .filter((row) => row.standing === 'normal' && (row.valid_to === null || row.valid_to > day))
    .map((row) => ({ personId: row.person_id as PersonId, since: row.valid_from, name: row.name }));
  const found = coverageOf(
    input.year,
    committee.map((one) => one.personId),
    members,
    rows.map(talkedOf),
  );
  const faces = await facesOf(
    read,
    committee.map((one) => one.personId),
  );
  const names = new Map(members.map((one) => [one.personId, one.name]));
  const [alive] = await aliveOver(read, [input.orgId], day, day);
  return {
    orgName: alive?.name ?? '',
    day,
    committee: committee.map((one) => ({
      personId: one.personId,
      name: faces.get(one.personId)?.name ?? one.name,
      post: POSTS[one.kind],
    })),
    pairs: found.pairs.map(({ a, b, by }) => ({ a, b, on: by?.on ?? null })),
    members: found.members.map((one) => ({
      personId: one.personId,
      name: names.get(one.personId) ?? '',
      withCommittee: shape(one.withCommittee),
      withMember: shape(one.withMember),
      fresh: one.fresh,
    })),
    office: officeRows(rows),
    open: openOf(found),
    can: { record: mayRecord(read.actor, place.orgPath) },
    basis: citation(ruleOf(TALK_RULES, 'life.talk.yearly')),
  };
}
