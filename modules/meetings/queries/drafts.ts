import type { meetingsContract } from '#contract/meetings';
import type { Inputs, Outputs } from '#contract/lib';
import { refuse } from '#kernel/result';
import type { Read } from '#platform/db';
import { placeOf } from '#modules/organisations';
import { isHeadOf } from '../policy.ts';
import { hindrancesOf } from '../rules/record.ts';
import { meetingPage } from '../store/lists.ts';
import { meetingOf, sittingOf, type MeetingId, type SittingId } from '../store/working.ts';
import { arrangementAt } from './arrangement.ts';
import { told } from './detail.ts';
import { recordFacts } from './record.ts';
import { rowShapes } from './shapes.ts';

type In = Inputs<typeof meetingsContract>['drafts'];
type Out = Outputs<typeof meetingsContract>['drafts'];

/** As many as one 定稿 takes. */
const MOST = 60;
const WRITTEN = ['started', 'ready', 'correcting'] as const;

/** Records begun and not final, the oldest first, each with what still hinders it. Null out of sight. */
export async function drafts(read: Read, input: In): Promise<Out | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const page = await meetingPage(
    read,
    { orgId: input.orgId, states: WRITTEN },
    { limit: MOST, offset: 0 },
  );
  const shapes = await rowShapes(read, await arrangementAt(read, place, read.today), page.rows);
  const rows: Out['rows'] = [];
  for (const shape of shapes.toReversed()) {
    const meeting = await meetingOf(read, shape.meetingId as MeetingId);
    const sitting = await sittingOf(read, shape.sittingId as SittingId);
    if (meeting === null || sitting === null) continue;
    const arrangement = await arrangementAt(read, place, meeting.held_on);
    const kind = arrangement.known.get(meeting.kind);
    if (kind === undefined) continue;
    const facts = await recordFacts(read, meeting, sitting, arrangement, kind);
    rows.push({
      meeting: shape,
      version: meeting.version,
      preparedBy: meeting.prepared_name,
      counts: { entitled: facts.view.counts.shouldAttend, present: facts.view.counts.present },
      hindrances: hindrancesOf(facts).map(told),
    });
  }
  const may = read.actor.permissions.has('meetings.prepare');
  const head = isHeadOf(read.actor, input.orgId);
  return {
    rows,
    can: {
      finalise: !may
        ? refuse('common.not_allowed').refusal
        : head || refuse('meetings.not_confirmed').refusal,
    },
  };
}
