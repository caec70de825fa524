import { FORMS } from '#contract/meetings-words';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import type { Content, MarkedLine, Sent, Task, View } from './minutes.ts';
import { presenceText, PRESENCES } from './presence.ts';

export interface MinutesHead {
  readonly organisation: string;
  readonly kindName: string;
  readonly title: string;
  readonly heldOn: PlainDate;
  readonly yearOf: number;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string;
  readonly form: keyof typeof FORMS;
  readonly special: boolean;
  readonly campaign: string;
}

/** `送教上门，2026年3月6日，李秀英，《…》`: how somebody who was not there got the content. */
export const sentText = ({ how, on, by, material }: Sent): string =>
  [FORMS[how], chineseDate(on), by, material].filter((part) => part !== '').join('，');

const person = (line: MarkedLine): string => {
  const state = line.column === 'sit_in' ? '列席' : PRESENCES[line.state];
  const parts = [
    line.reason,
    line.away.length === 0 ? '' : `第${line.away.join('、')}项不在场`,
    line.sent === undefined ? '' : sentText(line.sent),
  ];
  const said = parts.filter((part) => part !== '').join('，');
  return `${line.name}　${state}${said === '' ? '' : `（${said}）`}`;
};

const task = (one: Task): string =>
  [
    one.text,
    one.responsible === null ? '' : `责任人${one.responsible.name}`,
    one.dueOn === null ? '' : `${chineseDate(one.dueOn)}前`,
  ]
    .filter((part) => part !== '')
    .join('，');

const said = (label: string, text: string): string[] =>
  text.trim() === '' ? [] : [`${label}：${text}`];

/**
 * The words of the minutes in one fixed order: what the fingerprint of 定稿 is taken of. Whatever a
 * reader holds to be the record stands here; nothing else changes the fingerprint.
 */
export function minutesLines(head: MinutesHead, content: Content, view: View): string[] {
  const present = view.lines.filter((line) => line.column === 'attend' || line.state === 'present');
  return [
    head.organisation,
    `${head.kindName}　${head.title}`,
    `时间：${chineseDate(head.heldOn)}${head.startsAt === null ? '' : ` ${head.startsAt}`}${head.endsAt === null ? '' : `—${head.endsAt}`}`,
    `归属年度：${head.yearOf}${head.special ? '（专题）' : ''}`,
    ...(head.form === 'meeting' ? [] : said('方式', FORMS[head.form])),
    ...said('地点', head.place),
    ...said('专项', head.campaign),
    ...said('主持', content.chair?.name ?? ''),
    ...said('记录', content.recorder?.name ?? ''),
    presenceText(view.counts) + (content.totals === null ? '' : '（据纸质记录）'),
    ...present.map(person),
    ...content.items.flatMap((item, index) => [
      `${index + 1}．${item.title}`,
      ...said('汇报', item.presenter),
      ...said('材料', item.material),
      ...said('讨论', item.talk),
      ...said('决定', item.decision),
      ...item.votes.flatMap((vote, at) => {
        const result = view.votes[index]?.[at];
        return said(`表决 ${vote.subject}`, result?.ok === true ? result.value.text : '');
      }),
      ...item.tasks.flatMap((one) => said('落实', task(one))),
      ...said('办结', item.outcome),
    ]),
    ...said('备注', content.note),
  ];
}
