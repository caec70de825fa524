import type { meetingsContract } from '#contract/meetings';
import type { Inputs, Outputs } from '#contract/lib';
import { chineseDate, chineseWeekday } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { meetingsOfSitting, placeOfRow, sittingOf } from '../store/working.ts';
import { arrangementAt } from './arrangement.ts';
import { nameOn } from './finalised.ts';
import { rollOn } from './people.ts';

type In = Inputs<typeof meetingsContract>['notice'];
type Out = Outputs<typeof meetingsContract>['notice'];

/** The notice of a sitting: text for the chat group, the same as lines for screen and print. Null out of sight. */
export async function notice(read: Read, input: In): Promise<Out | null> {
  const sitting = await sittingOf(read, input.sittingId);
  if (sitting === null) return null;
  const organisation = await nameOn(read, sitting.org_id, sitting.held_on);
  const names: string[] = [];
  const items: string[] = [];
  const invited = new Set<string>();
  for (const meeting of await meetingsOfSitting(read, sitting.id)) {
    const place = placeOfRow(meeting);
    const kind = (await arrangementAt(read, place, sitting.held_on)).known.get(meeting.kind);
    if (kind === undefined) continue;
    names.push(meeting.title === '' ? kind.name : meeting.title);
    items.push(...meeting.content.items.map((item) => item.title));
    const roll =
      sitting.started_at === null
        ? await rollOn(read, place.orgId, kind, meeting.group_id, sitting.held_on)
        : meeting.content.roll;
    for (const line of roll) invited.add(line.name);
  }
  const time = `${chineseDate(sitting.held_on)}（${chineseWeekday(sitting.held_on)}）${sitting.starts_at ?? ''}`;
  const title = `关于召开${names.join('、')}的通知`;
  const lines = [
    { label: '时间', text: time },
    { label: '地点', text: sitting.place === '' ? '另行通知' : sitting.place },
    { label: '参加人员', text: [...invited].join('、') },
  ];
  return {
    version: sitting.version,
    chatText: [
      `【会议通知】${organisation}定于${time}召开${names.join('、')}。`,
      `地点：${lines[1]?.text ?? ''}`,
      ...(items.length === 0
        ? []
        : [`议题：${items.map((item, index) => `${index + 1}.${item}`).join('；')}`]),
      '请准时参加；不能参加的，请提前向支部请假并说明原因。收到请回复。',
    ].join('\n'),
    title,
    lines,
    items,
    invited: [...invited],
    announcedAt: sitting.announced_at?.toISOString() ?? null,
  };
}
