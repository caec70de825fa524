import { z } from './lib.ts';
import { zDay, zId, zLine, zText, zWords } from './lib.ts';

/** Kinds of reports: one who heads bodies reports on a year; a branch sums up half a year or a year. */
export const REPORT_KINDS = {
  annual: '述职报告',
  half_year: '半年工作总结',
  year_summary: '年度工作总结',
} as const;
export type ReportKind = keyof typeof REPORT_KINDS;
export const zReportKind = z.enum(['annual', 'half_year', 'year_summary']);

export const zReportId = zId<'Report'>();
const zOrgId = zId<'Organisation'>();

/** A body headed, on the days on which the author headed it. `below`: with all below it in the tree. */
export const zBody = z.strictObject({
  orgId: zOrgId,
  name: zWords(120),
  role: zLine(40),
  from: zDay,
  to: zDay,
  below: z.boolean(),
});

/** 引用数据 (situation 16): a number that no record of the Party branch holds, with where it stands. */
export const zQuoted = z.strictObject({
  id: zWords(20),
  name: zWords(60),
  value: zWords(30),
  unit: zLine(12),
  document: zWords(120),
  date: zDay,
  by: zWords(60),
});

/** A typed number that is no figure: the words around it, so that it falls away when they change. */
export const zNoFigure = z.strictObject({ place: zWords(80), reason: zWords(100) });

export const zContent = z.strictObject({
  bodies: z.array(zBody).min(1).max(12),
  opening: zText(4_000),
  sections: z
    .array(
      z.strictObject({
        title: zWords(60),
        /** Indicators of the facts block, by id. */
        figures: z.array(zWords(80)).max(60),
        /** The secretary's words; `{{id}}` places a figure, `{{id@n}}` that of the n-th body, `{{引用:id}}` a quoted datum. */
        prose: zText(20_000),
      }),
    )
    .min(1)
    .max(12),
  closing: zText(2_000),
  quoted: z.array(zQuoted).max(100),
  noFigures: z.array(zNoFigure).max(200),
});
export type ReportContent = z.output<typeof zContent>;

/** A figure as it stands: in all, and of each body in the order of the bodies. */
export const zFigure = z.object({
  indicator: z.string(),
  name: z.string(),
  unit: z.string(),
  definition: z.string(),
  /** The head of the report it is proposed for, from 0. */
  head: z.number().int(),
  text: z.string(),
  value: z.number(),
  rows: z.number().int(),
  bodies: z.array(z.object({ text: z.string(), value: z.number(), rows: z.number().int() })),
});

/** What keeps a report from being issued, and where. `section` −1: opening, −2: closing. */
export const zFinding = z.object({
  kind: z.enum(['typed_number', 'unknown_figure', 'unknown_quoted']),
  section: z.number().int(),
  text: z.string(),
  place: z.string(),
});

export const zSource = z.object({
  id: z.string(),
  on: zDay,
  label: z.string(),
  adds: z.number(),
  orgName: z.string(),
  route: z.string(),
});

/** One cause of a difference; the amounts of all causes add up to it. */
export const zCause = z.object({
  words: z.string(),
  amount: z.number(),
  text: z.string(),
  added: z.array(zSource),
  removed: z.array(zSource),
});

export const zDifference = z.object({
  indicator: z.string(),
  name: z.string(),
  unit: z.string(),
  before: z.string(),
  after: z.string(),
  amount: z.number(),
  text: z.string(),
  causes: z.array(zCause),
});
