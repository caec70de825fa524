import type { Id, OrgId, PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { COMMITTEE, HEADS, POSTS, type PostKind } from '#kernel/posts';
import { ok, refuse, type Result } from '#kernel/result';
import type { Advice } from '#kernel/rule';
import type { Write } from '#platform/db';
import { mayBring, ownPlace } from '../policy.ts';
import { bodyTerm } from '../queries/terms.ts';
import { committeeSizeAdvice } from '../rules/committee.ts';
import { inOfficeFrom, needsApproval } from '../rules/posts.ts';
import { DEFAULT_ORG_SETTINGS } from '../rules/settings.ts';
import { checkElectionDate, termEnd } from '../rules/terms.ts';
import { endTenure, insertPost, tenures, type Tenure } from '../store/posts.ts';
import type { Roster } from '../store/roster.ts';
import { stateOn } from '../store/tree.ts';
import { checkHolder, stepBack } from './appoint.ts';

interface Elected {
  readonly personId: PersonId;
  readonly kind: PostKind;
  readonly duties: string;
}

interface Input {
  readonly orgId: OrgId;
  readonly on: PlainDate;
  readonly members: readonly Elected[];
  readonly termEndsOn?: PlainDate | undefined;
  readonly shiftApprovedOn?: PlainDate | undefined;
  readonly approvedOn?: PlainDate | undefined;
  readonly approvalPaper: string;
}

function checkList(input: Input, today: PlainDate): Result<null> {
  if (input.on > today) {
    return refuse('organisations.act_in_future', { act: '选举', on: input.on });
  }
  const people = new Set(input.members.map((one) => one.personId));
  if (people.size !== input.members.length) {
    const twice = input.members.find(
      (one, at) => input.members.findIndex((other) => other.personId === one.personId) < at,
    );
    return refuse('organisations.post_held_twice', { post: POSTS[twice?.kind ?? 'secretary'] });
  }
  const heads = input.members.filter((one) => one.kind === 'secretary').length;
  if (heads > 1) return refuse('organisations.two_secretaries');
  const strange = input.members.find(
    (one) => !COMMITTEE.includes(one.kind) || one.kind === 'acting_secretary',
  );
  return strange === undefined ? ok(null) : refuse('organisations.post_way_differs');
}

/** The old committee ends with the announcement; where heads were elected, the old ones lead on until those are approved. */
async function endOld(write: Write, input: Input, standing: readonly Tenure[]): Promise<void> {
  const headsElected = input.members.some((one) => needsApproval(one.kind, 'election'));
  const old = standing.filter(
    (one) => COMMITTEE.includes(one.kind) && !(headsElected && HEADS.includes(one.kind)),
  );
  for (const postId of new Set(old.map((one) => one.postId))) {
    await endTenure(write, postId, input.on, '换届');
  }
}

async function checkAll(
  write: Write,
  input: Input,
  orgKind: Parameters<typeof checkHolder>[2],
  roster: Roster,
): Promise<Result<{ names: string[]; advice: Advice[] }>> {
  const names: string[] = [];
  const advice: Advice[] = [];
  for (const one of input.members) {
    const holder = await checkHolder(
      write,
      { ...input, ...one, wayIn: 'election' },
      orgKind,
      [],
      roster,
    );
    if (!holder.ok) return holder;
    names.push(holder.value.name);
    advice.push(...holder.value.advice);
  }
  const committee = input.members.length > 2;
  if (committee) {
    advice.push(...committeeSizeAdvice(orgKind, input.members.length, DEFAULT_ORG_SETTINGS));
  }
  return ok({ names, advice });
}

/**
 * 登记换届选举结果: members take office with the announcement, 书记、副书记 on approval (BR18;
 * `org.elect.approve`). An early or late election needs consent beforehand (EL20 art. 3).
 */
export async function electCommittee(
  write: Write,
  input: Input,
  roster: Roster,
): Promise<
  Result<{ postIds: Id<'Post'>[]; termEndsOn: PlainDate | null; advice: readonly Advice[] }>
> {
  const own = await ownPlace(write, input.orgId);
  if (!own.ok) return own;
  const listed = checkList(input, write.today);
  if (!listed.ok) return listed;
  const may = mayBring(write.actor, own.value, {
    kind: 'secretary',
    wayIn: 'election',
    approved: input.approvedOn !== undefined,
  });
  if (!may.ok) return may;
  const state = await stateOn(write, input.orgId, input.on);
  if (state === null) return refuse('organisations.not_alive');
  const before = await bodyTerm(write, input.orgId, input.on);
  const dates =
    before === null
      ? ok([])
      : checkElectionDate(
          before.endsOn,
          input.on,
          input.shiftApprovedOn ?? before.shiftApprovedOn,
          DEFAULT_ORG_SETTINGS,
        );
  if (!dates.ok) return dates;
  const checked = await checkAll(write, input, state.kind, roster);
  if (!checked.ok) return checked;
  const standing = await tenures(write, { orgIds: [input.orgId], from: input.on, to: input.on });
  await endOld(write, input, standing);
  const termEndsOn =
    input.termEndsOn ?? termEnd(input.on, state.kind, state.sector, DEFAULT_ORG_SETTINGS);
  const postIds: Id<'Post'>[] = [];
  for (const [at, one] of input.members.entries()) {
    const approvedOn = input.approvedOn ?? (needsApproval(one.kind, 'election') ? null : input.on);
    const from = inOfficeFrom(one.kind, 'election', input.on, approvedOn);
    if (from !== null) {
      await stepBack(write, standing, {
        kind: one.kind,
        wayIn: 'election',
        decidedOn: input.on,
        from,
      });
    }
    postIds.push(
      await insertPost(write, own.value, input.on, {
        ...one,
        personName: checked.value.names[at] ?? '',
        wayIn: 'election',
        termEndsOn,
        approvedOn,
        approvalPaper: input.approvalPaper,
      }),
    );
  }
  await write.audit({
    action: 'organisations.elect_committee',
    objectKind: 'organisation',
    objectId: input.orgId,
    place: own.value,
    fields: { on: input.on, members: input.members.length, termEndsOn },
  });
  return ok({ postIds, termEndsOn, advice: [...dates.value, ...checked.value.advice] });
}
