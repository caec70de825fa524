import type { meetingsContract } from '#contract/meetings';
import type { Inputs, Outputs } from '#contract/lib';
import type { Read } from '#platform/db';
import { timeText, toldText } from '../rules/notice.ts';
import { noticesOf } from '../store/notices.ts';
import {
  cancelledOfSitting,
  meetingsOfSitting,
  placeOfRow,
  sittingOf,
  type MeetingRow,
  type SittingRow,
} from '../store/working.ts';
import { arrangementAt } from './arrangement.ts';
import { nameOn } from './finalised.ts';
import { rollOn } from './people.ts';

type In = Inputs<typeof meetingsContract>['notice'];
type Out = Outputs<typeof meetingsContract>['notice'];

interface Invitation {
  readonly names: Map<string, string>;
  readonly items: string[];
  readonly invited: Set<string>;
}

async function invitationOf(
  read: Read,
  sitting: SittingRow,
  meetings: readonly MeetingRow[],
): Promise<Invitation> {
  const found: Invitation = { names: new Map(), items: [], invited: new Set() };
  for (const meeting of meetings) {
    const place = placeOfRow(meeting);
    const kind = (await arrangementAt(read, place, sitting.held_on)).known.get(meeting.kind);
    if (kind === undefined) continue;
    found.names.set(meeting.id, meeting.title === '' ? kind.name : meeting.title);
    found.items.push(...meeting.content.items.map((item) => item.title));
    const roll =
      sitting.started_at === null
        ? await rollOn(read, place.orgId, kind, meeting.group_id, sitting.held_on)
        : meeting.content.roll;
    for (const line of roll) found.invited.add(line.name);
  }
  return found;
}

const ASK = '请准时参加；不能参加的，请提前向支部请假并说明原因。收到请回复。';
/** `2026年3月4日（星期三）14:30，三楼会议室` as it stands before a verb. */
const inPlace = (told: string): string => told.replace('，', '在');

const HEADS = { moved: '【会议改期通知】', place: '【会议地点变更通知】', none: '【会议通知】' };

/**
 * The notice of a sitting: text for the chat group, the same as lines for screen and print. Moved or
 * cancelled after it was given out, it says so and names what was told first. Null out of sight.
 */
export async function notice(read: Read, input: In): Promise<Out | null> {
  const sitting = await sittingOf(read, input.sittingId);
  if (sitting === null) return null;
  const organisation = await nameOn(read, sitting.org_id, sitting.held_on);
  const standing = await meetingsOfSitting(read, sitting.id);
  const gone = await cancelledOfSitting(read, sitting.id);
  const told = await noticesOf(read, sitting.id);
  const off = standing.length === 0;
  const { names, items, invited } = await invitationOf(read, sitting, off ? gone : standing);
  // What became of a cancelled one says nothing about those that stay.
  const moved = told.find((row) => row.was !== '' && (off || names.has(row.meeting_id)));
  const change = off ? 'cancelled' : (moved?.change ?? null);
  const was = moved?.was ?? '';
  const time = timeText(sitting);
  const place = sitting.place === '' ? '另行通知' : sitting.place;
  const all = [...names.values()].join('、');
  const known = [...names].filter(([id]) => told.some((row) => row.meeting_id === id));
  const added = [...names].filter(([id]) => told.every((row) => row.meeting_id !== id));
  const reason = gone[0]?.reason ?? '';
  const common = {
    version: sitting.version,
    change,
    invited: [...invited],
    announcedAt: sitting.announced_at?.toISOString() ?? null,
  };
  if (off) {
    const first = was === '' ? toldText(sitting) : was;
    return {
      ...common,
      chatText: `【会议取消通知】${organisation}原定${inPlace(first)}召开的${all}取消${reason === '' ? '' : `，原因：${reason}`}。收到请回复。`,
      title: `关于取消${all}的通知`,
      lines: [
        { label: '原定时间地点', text: first },
        ...(reason === '' ? [] : [{ label: '取消原因', text: reason }]),
        { label: '通知人员', text: common.invited.join('、') },
      ],
      items: [],
    };
  }
  const dropped = gone
    .filter((meeting) => told.some((row) => row.meeting_id === meeting.id))
    .map((meeting) => meeting.title);
  const lines = [
    { label: '时间', text: time },
    { label: '地点', text: place },
    ...(was === '' ? [] : [{ label: '原定', text: was }]),
    ...(dropped.length === 0 ? [] : [{ label: '取消', text: dropped.join('、') }]),
    { label: '参加人员', text: common.invited.join('、') },
  ];
  const opening =
    change === null || was === ''
      ? `${organisation}定于${time}召开${all}。`
      : `${organisation}原定${inPlace(was)}召开的${known.map(([, name]) => name).join('、')}，改为${time}召开${
          added.length === 0 ? '' : `，同时召开${added.map(([, name]) => name).join('、')}`
        }。`;
  return {
    ...common,
    chatText: [
      `${HEADS[change === 'moved' || change === 'place' ? change : 'none']}${opening}`,
      `地点：${place}`,
      ...(dropped.length === 0 ? [] : [`原通知的${dropped.join('、')}取消。`]),
      ...(items.length === 0
        ? []
        : [`议题：${items.map((item, index) => `${index + 1}.${item}`).join('；')}`]),
      ASK,
    ].join('\n'),
    title:
      change === 'moved'
        ? `关于${all}改期的通知`
        : change === 'place'
          ? `关于变更${all}地点的通知`
          : `关于召开${all}的通知`,
    lines,
    items,
  };
}
