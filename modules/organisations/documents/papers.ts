import type { Outputs } from '#contract/lib';
import {
  ORG_KINDS,
  TERM_STAGES,
  WAYS_IN,
  type organisationsContract,
} from '#contract/organisations';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { COMMITTEE, POSTS } from '#kernel/posts';
import { span, type Document } from '#engines/document';
import type { HandoverItem } from '../store/handovers.ts';

type Out = Outputs<typeof organisationsContract>;

const day = (value: PlainDate | string | null): string =>
  value === null ? '' : chineseDate(value as PlainDate);

/** 班子成员及分工表: whoever holds a post on the day; those waiting for approval are marked. */
export function committeeTable(data: Out['posts']): Document {
  const rows = data.posts.filter((one) => COMMITTEE.includes(one.kind));
  const terms = data.term?.endsOn ?? null;
  return {
    title: '班子成员及分工表',
    layout: 'form',
    caption: [`党组织：${data.orgName}`, '', `截至${day(data.asOf)}`],
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '序号', mm: 12, align: 'center' },
          { header: '职务', mm: 26, align: 'center' },
          { header: '姓名', mm: 24, align: 'center' },
          { header: '分工', weight: 2 },
          { header: '产生方式', mm: 24, align: 'center' },
          { header: '任职时间', mm: 34, align: 'center' },
          { header: '备注', mm: 24 },
        ],
        rows: rows.map((one, index) => [
          String(index + 1),
          POSTS[one.kind],
          one.name,
          one.duties,
          WAYS_IN[one.wayIn],
          day(one.inOfficeFrom ?? one.from),
          one.pending ? '待批准' : '',
        ]),
        blankRows: rows.length < 3 ? 3 - rows.length : 0,
        rowHeight: 10,
      },
    ],
    notes: terms === null ? [] : [`本届任期${day(terms)}届满。`],
  };
}

/** 党小组划分表: a group's name and leader stand beside its members. */
export function groupsTable(data: Out['groups']): Document {
  const listed = data.ungrouped.map((one) => one.name).join('、');
  return {
    title: '党小组划分表',
    layout: 'form',
    caption: [`党支部：${data.orgName}`, '', `截至${day(data.asOf)}`],
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '党小组', mm: 34, align: 'center' },
          { header: '组长', mm: 24, align: 'center' },
          { header: '人数', mm: 16, align: 'center' },
          { header: '党员', weight: 3 },
        ],
        rows: [
          ...data.groups.map((group) => [
            group.name,
            group.leader?.name ?? '',
            String(group.members.length),
            group.members.map((one) => (one.full ? one.name : `${one.name}（预备）`)).join('、'),
          ]),
          ...(data.ungrouped.length === 0
            ? []
            : [['尚未编组', '', String(data.ungrouped.length), listed]]),
        ],
        rowHeight: 12,
      },
    ],
  };
}

/** 换届到期一览表 for the level above, the nearest end first. */
export function termsTable(rows: Out['terms']['rows'], organ: string, asOf: PlainDate): Document {
  return {
    title: '换届到期一览表',
    layout: 'form',
    orientation: 'landscape',
    caption: [`单位：${organ}`, '', `截至${day(asOf)}`],
    blocks: [
      {
        kind: 'table',
        small: true,
        columns: [
          { header: '序号', mm: 12, align: 'center' },
          { header: '党组织', weight: 3 },
          { header: '类别', mm: 28, align: 'center' },
          { header: '书记', mm: 24, align: 'center' },
          { header: '本届选举', mm: 32, align: 'center' },
          { header: '任期届满', mm: 32, align: 'center' },
          { header: '情况', mm: 28, align: 'center' },
          { header: '提醒日期', mm: 30, align: 'center' },
        ],
        rows: rows.map((row, index) => [
          String(index + 1),
          row.orgName,
          ORG_KINDS[row.kind],
          row.secretary,
          day(row.electedOn),
          row.shiftedTo === null
            ? day(row.endsOn)
            : `${day(row.endsOn)}（延期至${day(row.shiftedTo)}）`,
          row.stage === null ? '未登记' : TERM_STAGES[row.stage],
          day(row.noticedOn),
        ]),
      },
    ],
  };
}

export interface HandoverFacts {
  readonly orgName: string;
  readonly fromName: string;
  readonly toName: string;
  readonly witness: string;
  readonly handedOn: PlainDate;
  readonly note: string;
  /** Sections of this module and of those above it (dues, duties, archives). */
  readonly items: readonly HandoverItem[];
}

/** 交接清单 with both signatures; an empty section keeps lines for handwriting. */
export function handoverList(facts: HandoverFacts): Document {
  return {
    title: '党支部书记工作交接清单',
    layout: 'form',
    caption: [`党组织：${facts.orgName}`, '', day(facts.handedOn)],
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '序号', mm: 12, align: 'center' },
          { header: '交接事项', mm: 42, align: 'center' },
          { header: '内容', weight: 3 },
        ],
        rows: facts.items.map((item, index) => [
          String(index + 1),
          item.title,
          { kind: 'cell', lines: item.lines.length === 0 ? ['', ''] : [...item.lines] },
        ]),
        totals: [[span('备注', 2, { align: 'center' }), facts.note]],
        rowHeight: 10,
      },
      {
        kind: 'signatures',
        labels: [
          `移交人（${facts.fromName}）`,
          `接收人（${facts.toName}）`,
          `监交人（${facts.witness}）`,
        ],
        dated: true,
      },
    ],
    notes: ['一式两份，移交人、接收人各执一份，复印件报上级党组织。'],
  };
}
