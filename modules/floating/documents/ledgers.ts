import {
  AWAY_REASONS,
  CONTACT_MEANS,
  CONTACT_SOURCES,
  PLACE_KINDS,
  type AwayReason,
  type ContactMeans,
  type ContactSource,
  type PlaceKind,
} from '#contract/floating';
import type { Document } from '#engines/document';
import { chineseDate, type PlainDate } from '#kernel/plain-date';

interface Head {
  readonly orgName: string;
  readonly on: PlainDate;
}

export interface AwayLine {
  readonly name: string;
  readonly orgName: string;
  readonly reason: AwayReason;
  readonly placeKind: PlaceKind;
  readonly place: string;
  readonly fixed: boolean;
  /** Days as ISO text: they stand in narrow columns as they are. */
  readonly leftOn: string;
  readonly expectedOn: string | null;
  readonly keeperName: string;
  readonly hostName: string;
  readonly certificateNo: string;
  readonly last: { readonly on: string; readonly source: ContactSource } | null;
  readonly due: string | null;
}

/** 流出党员台账: numbers are left out, since a ledger is passed around. */
export function awayLedger(
  of: Head & { readonly rhythm: string; readonly rows: readonly AwayLine[] },
): Document {
  return {
    title: '流出党员台账',
    caption: [`党组织：${of.orgName}`, '', `共${of.rows.length}人`],
    layout: 'form',
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '序号', mm: 10, align: 'center' },
          { header: '姓名', mm: 17, align: 'center' },
          { header: '所在党支部', weight: 1 },
          { header: '外出原因', mm: 22, align: 'center' },
          { header: '范围', mm: 17, align: 'center' },
          { header: '去向', weight: 1 },
          { header: '外出日期', mm: 21, align: 'center' },
          { header: '预计返回', mm: 21, align: 'center' },
          { header: '联系人', mm: 17, align: 'center' },
          { header: '流入地党组织', weight: 1 },
          { header: '活动证编号', mm: 22, align: 'center' },
          { header: '最近联系', mm: 25, align: 'center' },
          { header: '下次联系', mm: 21, align: 'center' },
        ],
        rows: of.rows.map((row, at) => [
          String(at + 1),
          row.name,
          row.orgName,
          AWAY_REASONS[row.reason],
          PLACE_KINDS[row.placeKind],
          row.fixed ? `${row.place}（固定）` : row.place,
          row.leftOn,
          row.expectedOn ?? '',
          row.keeperName,
          row.hostName,
          row.certificateNo,
          row.last === null ? '' : `${row.last.on} ${CONTACT_SOURCES[row.last.source]}`,
          row.due ?? '',
        ]),
        rowHeight: 8,
        small: true,
      },
    ],
    notes: [`联系间隔：${of.rhythm}。`, `打印日期：${chineseDate(of.on)}`],
  };
}

export interface ArrivedLine {
  readonly name: string;
  readonly orgName: string;
  readonly homeName: string;
  readonly certificateNo: string;
  readonly arrivedOn: string | null;
  readonly keeperName: string;
  readonly told: number;
  readonly untold: number;
}

/** 流入党员台账 */
export function arrivedLedger(of: Head & { readonly rows: readonly ArrivedLine[] }): Document {
  return {
    title: '流入党员台账',
    caption: [`党组织：${of.orgName}`, '', `共${of.rows.length}人`],
    layout: 'form',
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '序号', mm: 12, align: 'center' },
          { header: '姓名', mm: 22, align: 'center' },
          { header: '流入党组织', weight: 1 },
          { header: '组织关系所在党组织', weight: 2 },
          { header: '活动证编号', mm: 32, align: 'center' },
          { header: '流入日期', mm: 26, align: 'center' },
          { header: '联系人', mm: 22, align: 'center' },
          { header: '已反馈活动', mm: 24, align: 'center' },
          { header: '未反馈活动', mm: 24, align: 'center' },
        ],
        rows: of.rows.map((row, at) => [
          String(at + 1),
          row.name,
          row.orgName,
          row.homeName,
          row.certificateNo,
          row.arrivedOn ?? '待登记',
          row.keeperName,
          String(row.told),
          String(row.untold),
        ]),
        rowHeight: 8,
        small: true,
      },
    ],
    notes: [`打印日期：${chineseDate(of.on)}`],
  };
}

export interface ContactLine {
  readonly on: string;
  readonly name: string;
  readonly orgName: string;
  readonly how: ContactMeans;
  readonly report: boolean;
  readonly content: string;
  readonly byName: string;
}

/** 流动党员联系记录 of a year. */
export function contactLedger(
  of: Head & { readonly year: number; readonly rows: readonly ContactLine[] },
): Document {
  return {
    title: `${of.year}年流动党员联系记录`,
    caption: [`党组织：${of.orgName}`, '', `共${of.rows.length}次`],
    layout: 'form',
    orientation: 'landscape',
    blocks: [
      {
        kind: 'table',
        columns: [
          { header: '序号', mm: 12, align: 'center' },
          { header: '日期', mm: 24, align: 'center' },
          { header: '流动党员', mm: 22, align: 'center' },
          { header: '所在党支部', mm: 48 },
          { header: '方式', mm: 22, align: 'center' },
          { header: '本人汇报', mm: 20, align: 'center' },
          { header: '内容', weight: 1 },
          { header: '联系人', mm: 22, align: 'center' },
        ],
        rows: of.rows.map((row, at) => [
          String(at + 1),
          row.on,
          row.name,
          row.orgName,
          CONTACT_MEANS[row.how],
          row.report ? '是' : '',
          row.content,
          row.byName,
        ]),
        rowHeight: 8,
        small: true,
      },
    ],
    notes: [`打印日期：${chineseDate(of.on)}`],
  };
}
