import type { Id } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import { HEADS } from '#kernel/posts';
import { ok, refuse, type Result } from '#kernel/result';
import type { Write } from '#platform/db';
import { actsFromAbove, ownPlace } from '../policy.ts';
import { needsApproval } from '../rules/posts.ts';
import type { OrgPlace } from '../store/place.ts';
import { changeTenure, endTenure, tenures, type Tenure } from '../store/posts.ts';
import { stepBack } from './appoint.ts';

interface Known {
  readonly place: OrgPlace;
  readonly rows: readonly Tenure[];
  readonly first: Tenure;
  readonly last: Tenure;
}

/** A tenure one may write, with all its rows. */
async function known(write: Write, postId: Id<'Post'>): Promise<Result<Known>> {
  const rows = await tenures(write, { postId });
  const [first] = rows;
  const last = rows.at(-1);
  if (first === undefined || last === undefined) return refuse('common.not_found');
  const own = await ownPlace(write, first.orgId);
  return own.ok ? ok({ place: own.value, rows, first, last }) : own;
}

const audit = (
  write: Write,
  action: string,
  { place, first }: Known,
  fields: Readonly<Record<string, unknown>>,
): Promise<void> =>
  write.audit({
    action: `organisations.${action}`,
    objectKind: 'post',
    objectId: first.postId,
    place,
    forPersonId: first.personId,
    fields: { kind: first.kind, ...fields },
  });

/** The level above approves an elected head, who is in office from then on; whoever led before steps back. */
export async function approvePost(
  write: Write,
  input: {
    readonly postId: Id<'Post'>;
    readonly approvedOn: PlainDate;
    readonly approvalPaper: string;
  },
): Promise<Result<Record<string, never>>> {
  const found = await known(write, input.postId);
  if (!found.ok) return found;
  const { place, first, last } = found.value;
  if (!actsFromAbove(write.actor, place)) return refuse('organisations.appointed_by_above');
  if (!needsApproval(first.kind, first.wayIn) || first.approvedOn !== null) {
    return refuse('organisations.not_waiting');
  }
  if (last.to !== null && last.to <= input.approvedOn) return refuse('organisations.post_ended');
  if (input.approvedOn < first.from) {
    return refuse('organisations.approved_before_result', { on: first.from });
  }
  if (input.approvedOn > write.today) {
    return refuse('organisations.act_in_future', { act: '批准', on: input.approvedOn });
  }
  const standing = await tenures(write, {
    orgIds: [place.orgId],
    from: first.from,
    to: input.approvedOn,
  });
  await stepBack(
    write,
    standing.filter((one) => one.postId !== input.postId),
    { ...first, decidedOn: first.from, from: input.approvedOn },
  );
  await changeTenure(write, input.postId, first.from, {
    approved_on: input.approvedOn,
    approval_paper: input.approvalPaper,
  });
  await audit(write, 'approve_post', found.value, { approvedOn: input.approvedOn });
  return ok({});
}

/** A post is laid down or taken away. A head's only from above. */
export async function endPost(
  write: Write,
  input: { readonly postId: Id<'Post'>; readonly on: PlainDate; readonly reason: string },
): Promise<Result<Record<string, never>>> {
  const found = await known(write, input.postId);
  if (!found.ok) return found;
  const { place, first, last } = found.value;
  if (HEADS.includes(first.kind) && !actsFromAbove(write.actor, place)) {
    return refuse('organisations.appointed_by_above');
  }
  if (last.to !== null) return refuse('organisations.post_ended');
  if (input.on <= first.from) {
    return refuse('organisations.post_end_before_begin', { on: first.from });
  }
  if (input.on > write.today) {
    return refuse('organisations.act_in_future', { act: '离任', on: input.on });
  }
  await endTenure(write, input.postId, input.on, input.reason);
  await audit(write, 'end_post', found.value, { on: input.on, reason: input.reason });
  return ok({});
}

/** 分工 changes within a tenure, from a day on. */
export async function changeDuties(
  write: Write,
  input: { readonly postId: Id<'Post'>; readonly from: PlainDate; readonly duties: string },
): Promise<Result<Record<string, never>>> {
  const found = await known(write, input.postId);
  if (!found.ok) return found;
  const { first, rows } = found.value;
  const row = rows.findLast((one) => one.from <= input.from);
  if (row === undefined) {
    return refuse('organisations.post_end_before_begin', { on: first.from });
  }
  if (row.to !== null && row.to <= input.from) return refuse('organisations.post_ended');
  if (row.duties === input.duties) return refuse('organisations.nothing_changed');
  await changeTenure(write, input.postId, input.from, { duties: input.duties });
  await audit(write, 'change_duties', found.value, { from: input.from, duties: input.duties });
  return ok({});
}
