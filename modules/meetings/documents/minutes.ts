import { FORMS } from '#contract/meetings-words';
import { label, span, type Block, type Document } from '#engines/document';
import { chineseDate, chineseWeekday, todayAt, type PlainDate } from '#kernel/plain-date';

/** What 会议记录 prints: taken from the record as it stands. */
export interface MinutesFacts {
  readonly orgName: string;
  readonly kindName: string;
  readonly title: string;
  readonly heldOn: PlainDate;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  readonly place: string;
  readonly form: 'meeting' | 'home_visit' | 'post';
  readonly yearOf: number;
  readonly special: boolean;
  readonly chair: string;
  readonly recorder: string;
  readonly counts: {
    readonly entitled: number;
    readonly present: number;
    readonly leave: number;
    readonly absent: number;
    readonly guests: number;
  };
  readonly people: readonly {
    readonly name: string;
    readonly guest: boolean;
    readonly state: string;
    readonly reason: string;
    readonly away: readonly number[];
    /** How the content reached somebody who was not there; empty for the others. */
    readonly sent: string;
  }[];
  readonly quorum: string;
  readonly items: readonly {
    readonly title: string;
    readonly presenter: string;
    readonly material: string;
    readonly talk: string;
    readonly decision: string;
    readonly votes: readonly string[];
    readonly tasks: readonly string[];
    readonly outcome: string;
  }[];
  readonly note: string;
  /** 六有: what the record has; pictures are never asked for. */
  readonly evidences: readonly {
    readonly name: string;
    readonly done: boolean;
    readonly optional: boolean;
  }[];
  readonly state: 'final' | 'correcting' | 'draft';
  readonly version: number;
  readonly corrections: readonly {
    readonly version: number;
    readonly at: Date;
    readonly reason: string;
  }[];
  readonly finalisedAt: Date | null;
  readonly approvedBy: string;
  readonly bySignedPrint: boolean;
  readonly enteredLater: boolean;
  readonly paperTotals: boolean;
  readonly fingerprint: string;
  readonly code: string;
  readonly seal: { readonly seq: number; readonly digest: string; readonly sealedAt: Date } | null;
}

const names = (facts: MinutesFacts, keep: (one: MinutesFacts['people'][number]) => boolean) =>
  facts.people
    .filter(keep)
    .map((one) => {
      const said = [one.reason, one.away.length === 0 ? '' : `第${one.away.join('、')}项不在场`]
        .filter((part) => part !== '')
        .join('，');
      return said === '' ? one.name : `${one.name}（${said}）`;
    })
    .join('、');

const when = ({ heldOn, startsAt, endsAt }: MinutesFacts): string =>
  `${chineseDate(heldOn)}（${chineseWeekday(heldOn)}）${startsAt ?? ''}${endsAt === null ? '' : `—${endsAt}`}`;

function headTable(facts: MinutesFacts): Block {
  const { counts, paperTotals } = facts;
  const present = names(facts, (one) => !one.guest && one.state === 'present');
  const leave = names(facts, (one) => !one.guest && one.state === 'leave');
  const absent = names(facts, (one) => !one.guest && one.state === 'absent');
  const sent = facts.people
    .filter((one) => one.sent !== '')
    .map((one) => `${one.name}（${one.sent}）`)
    .join('、');
  const guests = names(facts, (one) => one.guest && one.state === 'present');
  const totals = `应到${counts.entitled}人，实到${counts.present}人，请假${counts.leave}人，缺席${counts.absent}人${counts.guests === 0 ? '' : `，列席${counts.guests}人`}`;
  const atHome = facts.form !== 'meeting';
  return {
    kind: 'table',
    columns: [{ mm: 24 }, { weight: 1 }, { mm: 24 }, { weight: 1 }],
    rowHeight: 9,
    rows: [
      [
        label('会议名称'),
        span(facts.title === '' ? facts.kindName : `${facts.kindName}：${facts.title}`, 3),
      ],
      [label('时间'), span(when(facts), 3)],
      [
        label('地点'),
        facts.place,
        label('归属年度'),
        `${facts.yearOf}年度${facts.special ? '（专题）' : ''}`,
      ],
      [label('主持人'), facts.chair, label('记录人'), facts.recorder],
      ...(atHome ? [[label('方式'), span(`${FORMS[facts.form]}，${counts.present}人`, 3)]] : []),
      ...(atHome
        ? []
        : [[label('到会情况'), span(totals + (paperTotals ? '（据纸质记录）' : ''), 3)]]),
      ...(present === '' ? [] : [[label(atHome ? '送到人员' : '实到人员'), span(present, 3)]]),
      ...(leave === '' ? [] : [[label('请假人员'), span(leave, 3)]]),
      ...(absent === '' ? [] : [[label('缺席人员'), span(absent, 3)]]),
      ...(guests === '' ? [] : [[label('列席人员'), span(guests, 3)]]),
      ...(sent === '' ? [] : [[label('送学情况'), span(sent, 3)]]),
      ...(facts.quorum === '' || atHome ? [] : [[label('到会要求'), span(facts.quorum, 3)]]),
    ],
  };
}

const said = (words: string, text: string): Block[] =>
  text.trim() === ''
    ? []
    : text.split('\n').map((line, at): Block => ({
        kind: 'paragraph',
        text: at === 0 ? [{ kind: 'strong', text: `${words}：` }, line] : line,
      }));

type Level = 1 | 2 | 3 | 4;

const itemBlocks = (item: MinutesFacts['items'][number], level: Level): Block[] => [
  { kind: 'heading', level, text: item.title },
  ...said('汇报', item.presenter),
  ...said('材料', item.material),
  ...said('讨论', item.talk),
  ...said('决定', item.decision),
  ...item.votes.flatMap((vote) => said('表决', vote)),
  ...item.tasks.flatMap((task) => said('落实', task)),
  ...said('办结', item.outcome),
];

/** Day of the instant in words. */
const onDay = (at: Date): string => chineseDate(todayAt(at.getTime()));

function standing(facts: MinutesFacts): string[] {
  const lines =
    facts.finalisedAt === null
      ? ['本记录尚未定稿，不能作为正式记录。']
      : [
          `第${facts.version}版，${onDay(facts.finalisedAt)}定稿，审定人：${facts.approvedBy}${facts.bySignedPrint ? '（据签字件）' : ''}。`,
        ];
  return [
    ...lines,
    ...(facts.state === 'correcting' ? ['正在更正，本页为上一版定稿的内容和更正中的文字。'] : []),
    ...(facts.enteredLater ? ['本记录为补录。'] : []),
    ...facts.corrections.map((one) => `第${one.version}版更正（${onDay(one.at)}）：${one.reason}`),
  ];
}

/** 会议记录 without its title: also a part of the year's book, where items stand at a lower level. */
export const minutesBlocks = (facts: MinutesFacts, level: Level = 1): readonly Block[] => [
  headTable(facts),
  ...facts.items.flatMap((item) => itemBlocks(item, level)),
  ...(facts.items.length === 0 && !facts.paperTotals
    ? [{ kind: 'paragraph', text: '没有记录议题。' } satisfies Block]
    : []),
  ...said('备注', facts.note),
];

/** 会议记录 with the fingerprint of its text and the last seal of the audit log in the foot. */
export function minutesDocument(facts: MinutesFacts): Document {
  const { seal } = facts;
  return {
    title: `${facts.kindName}记录`,
    layout: 'form',
    caption: [facts.orgName, '', `编号：${facts.code}`],
    blocks: [
      ...minutesBlocks(facts),
      { kind: 'signatures', labels: ['主持人（签名）', '记录人（签名）'], dated: true },
    ],
    notes: standing(facts),
    footer: [
      ...(facts.fingerprint === '' ? [] : [`校验码（SHA-256）：${facts.fingerprint}`]),
      ...(seal === null
        ? []
        : [`存证编号第${seal.seq}号（${onDay(seal.sealedAt)}）：${seal.digest.slice(0, 32)}`]),
    ],
  };
}
