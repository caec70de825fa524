import type { Id, OrgId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';

/** A counted vote as it stands in finalised minutes. */
export interface HeldVote {
  readonly voteId: string;
  readonly item: number;
  readonly subject: string;
  readonly byPaper: boolean;
  readonly onPerson: boolean;
  readonly entitled: number;
  readonly present: number;
  readonly inFavour: number;
  readonly against: number;
  readonly abstained: number;
}

/** A finalised meeting as another module may rest on it. */
export interface HeldMeeting {
  readonly meetingId: Id<'Meeting'>;
  readonly orgId: OrgId;
  readonly on: PlainDate;
  readonly body: 'members' | 'committee' | 'group' | 'leading_body';
  readonly title: string;
  readonly present: number;
  readonly votes: readonly HeldVote[];
}

/** Finalised meetings of an organisation from a day on, the latest first, with their votes. */
export async function heldMeetings(
  read: Read,
  asked: {
    readonly orgId: OrgId;
    readonly from: PlainDate;
    readonly bodies: readonly HeldMeeting['body'][];
    readonly meetingId?: string;
  },
): Promise<HeldMeeting[]> {
  let query = read.db
    .selectFrom('meeting_held')
    .select(['meeting_id', 'org_id', 'held_on', 'body', 'title', 'present'])
    .where('tenant_id', '=', read.actor.tenantId)
    .where('org_id', '=', asked.orgId)
    .where('held_on', '>=', asked.from)
    .where('body', 'in', [...asked.bodies])
    .where('form', '=', 'meeting')
    .where('superseded_at', 'is', null);
  if (asked.meetingId !== undefined) query = query.where('meeting_id', '=', asked.meetingId);
  const meetings = await query
    .orderBy('held_on', 'desc')
    .orderBy('meeting_id')
    .limit(100)
    .execute();
  if (meetings.length === 0) return [];
  const votes = await read.db
    .selectFrom('meeting_vote')
    .selectAll()
    .where('tenant_id', '=', read.actor.tenantId)
    .where(
      'meeting_id',
      'in',
      meetings.map((one) => one.meeting_id),
    )
    .where('superseded_at', 'is', null)
    .orderBy('item_seq')
    .orderBy('id')
    .execute();
  const byMeeting = Map.groupBy(votes, (vote) => vote.meeting_id);
  return meetings.map((one) => ({
    meetingId: one.meeting_id as Id<'Meeting'>,
    orgId: one.org_id as OrgId,
    on: one.held_on,
    body: one.body,
    title: one.title,
    present: one.present,
    votes: (byMeeting.get(one.meeting_id) ?? []).map((vote) => ({
      voteId: vote.id,
      item: vote.item_seq,
      subject: vote.subject,
      byPaper: vote.method === 'paper',
      onPerson: vote.on_person,
      entitled: vote.entitled,
      present: vote.present,
      inFavour: vote.in_favour,
      against: vote.against,
      abstained: vote.abstained,
    })),
  }));
}
