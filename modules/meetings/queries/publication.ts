import type { Offer, PublicationSource, PublicContent } from '#engines/publishing';
import { addYears, chineseDate, type PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { isUuid, type OrgId } from '#kernel/ids';
import { heldMeetings, type HeldMeeting, type HeldVote } from '../store/evidence.ts';

/** Votes on matters alone: those on persons go out by the procedure they belong to. */
const matters = (meeting: HeldMeeting): HeldVote[] =>
  meeting.votes.filter((vote) => !vote.onPerson && vote.inFavour * 2 > vote.entitled);

const offerOf = (meeting: HeldMeeting): Offer => ({
  kind: 'party.decision',
  sourceId: meeting.meetingId,
  title: `${chineseDate(meeting.on)}${meeting.title === '' ? '支部党员大会' : meeting.title}决议`,
  on: meeting.on,
  period: null,
  until: null,
  places: [],
});

const contentOf = (meeting: HeldMeeting): PublicContent => ({
  title: offerOf(meeting).title,
  blocks: [
    {
      kind: 'text',
      text: `${chineseDate(meeting.on)}召开支部党员大会，实到${meeting.present}人，通过以下事项：`,
    },
    {
      kind: 'table',
      title: '',
      header: ['事项', '应到', '同意', '不同意', '弃权'],
      rows: matters(meeting).map((vote) => [
        vote.subject,
        String(vote.entitled),
        String(vote.inFavour),
        String(vote.against),
        String(vote.abstained),
      ]),
      totals: [],
    },
  ],
});

const held = (read: Read, orgId: OrgId, from: PlainDate, meetingId?: string) =>
  heldMeetings(read, {
    orgId,
    from,
    bodies: ['members'],
    ...(meetingId === undefined ? {} : { meetingId }),
  });

/** 决议: what finalised members' meetings passed. */
export const meetingPublication: PublicationSource = {
  module: 'meetings',
  offers: async (read, orgId, since) =>
    (await held(read, orgId, since)).filter((one) => matters(one).length > 0).map(offerOf),
  content: async (read, orgId, sourceId) => {
    if (!isUuid(sourceId)) return null;
    const [meeting] = await held(read, orgId, addYears(read.today, -5), sourceId);
    return meeting === undefined || matters(meeting).length === 0
      ? null
      : { offer: offerOf(meeting), content: contentOf(meeting) };
  },
};
