import {
  figure,
  heading,
  shortFingerprint,
  type Block,
  type Document,
  type Figure,
  type Inline,
  type Quoted,
} from '#engines/document';
import { figureText, type Indicator, type Measured } from '#engines/indicator';
import type { ReportContent } from '#contract/reports-words';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { totalOf, type Figures } from '../queries/measured.ts';
import { periodWords, type Body } from '../rules/content.ts';
import { piecesOf } from '../rules/prose.ts';
import type { NewReport } from '../store/working.ts';

/** Tags of Word's content controls are at most this long. */
const MOST_TAG = 64;
/** A table of more columns is not read in the width of a page. */
const MOST_BODIES = 3;

interface Context {
  readonly content: ReportContent;
  readonly indicators: ReadonlyMap<string, Indicator>;
  readonly figures: Figures;
}

const periodOf = (body: Pick<Body, 'from' | 'to'>): string => periodWords(body.from, body.to);

function figureOf(context: Context, id: string, body: number | null): Figure | null {
  const indicator = context.indicators.get(id);
  const all = context.figures.get(id);
  if (indicator === undefined || all === undefined) return null;
  const { bodies } = context.content;
  const measured: Measured | undefined =
    body === null ? totalOf(all, bodies, indicator) : all[body];
  const of = body === null ? bodies[0] : bodies[body];
  if (measured === undefined || of === undefined) return null;
  const name = body === null ? indicator.name : `${indicator.name}·${of.name}`;
  return figure({
    name: name.slice(0, MOST_TAG),
    value: measured.value,
    unit: indicator.unit,
    text: figureText(indicator.unit, measured.value, measured.of),
    source: {
      id: body === null ? id : `${id}@${body + 1}`,
      label: body === null && bodies.length > 1 ? '合计' : of.name,
      rowCount: measured.rows.length,
      definition: `${indicator.definition}（${periodOf(of)}）`,
    },
  });
}

function quotedOf(content: ReportContent, id: string): Quoted | null {
  const found = content.quoted.find((one) => one.id === id);
  if (found === undefined) return null;
  const { name, value, unit, document, date, by } = found;
  return {
    kind: 'quoted',
    name,
    value,
    unit,
    text: value,
    source: { document, date, by },
  };
}

/** Prose as paragraphs; what a token names and is not there is printed as typed, and keeps the report from being issued. */
function paragraphsOf(context: Context, prose: string): Block[] {
  return prose
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({
      kind: 'paragraph',
      text: piecesOf(line).map((piece): Inline => {
        if (piece.kind === 'text') return piece.text;
        return piece.kind === 'quoted'
          ? (quotedOf(context.content, piece.id) ?? `〔缺引用数据${piece.id}〕`)
          : (figureOf(context, piece.id, piece.body) ?? `〔缺数据${piece.id}〕`);
      }),
    }));
}

/** Bodies with the same name are told apart by their days. */
const columnName = (body: Body, bodies: readonly Body[]): string =>
  bodies.filter((one) => one.orgId === body.orgId).length > 1
    ? `${body.name}（${chineseDate(body.from)}起）`
    : body.name;

/** The facts block of a head: each figure with its unit, by body where there are a few. */
function factsOf(context: Context, ids: readonly string[]): Block[] {
  const { bodies } = context.content;
  const apart = bodies.length > 1 && bodies.length <= MOST_BODIES;
  const rows = ids.flatMap((id) => {
    const total = figureOf(context, id, null);
    const indicator = context.indicators.get(id);
    if (total === null || indicator === undefined) return [];
    const cell = (one: Figure): Inline[] => [one, indicator.unit];
    // What a body has nothing of needs no line in the list of sources.
    const part = (one: Figure | null): Inline[] =>
      one === null || one.source.rowCount === 0 ? ['—'] : cell(one);
    return [
      [
        indicator.name,
        ...(apart ? bodies.map((_, body) => part(figureOf(context, id, body))) : []),
        cell(total),
      ],
    ];
  });
  if (rows.length === 0) return [];
  return [
    {
      kind: 'table',
      columns: [
        { header: '项目', weight: 4 },
        ...(apart
          ? bodies.map((body) => ({
              header: columnName(body, bodies),
              weight: 3,
              align: 'right' as const,
            }))
          : []),
        { header: apart ? '合计' : '数量', weight: 3, align: 'right' },
      ],
      rows,
    },
  ];
}

export interface ReportState {
  readonly on: PlainDate;
  readonly knownAt: Date;
  readonly draft: boolean;
}

/** The report on paper, in the layout of GB/T 9704-2012 with the list of sources. Pure. */
export function reportDocument(
  report: NewReport,
  indicators: readonly Indicator[],
  figures: Figures,
  state: ReportState,
): Document {
  const { content } = report;
  const context: Context = {
    content,
    figures,
    indicators: new Map(indicators.map((one) => [one.id, one])),
  };
  const annual = report.kind === 'annual';
  const document: Document = {
    layout: 'official',
    title: report.title,
    ...(annual && report.authorName !== '' ? { subtitle: report.authorName } : {}),
    sources: true,
    blocks: [
      ...paragraphsOf(context, content.opening),
      ...content.sections.flatMap((section) => [
        heading(1, section.title),
        ...paragraphsOf(context, section.prose),
        ...factsOf(context, section.figures),
      ]),
      ...paragraphsOf(context, content.closing),
    ],
    sign: {
      organ:
        annual && report.authorName !== ''
          ? `述职人：${report.authorName}`
          : (content.bodies[0]?.name ?? ''),
      date: state.on,
    },
    notes: [
      `统计期间：${chineseDate(report.from)}至${chineseDate(report.to)}；数据截至${clockWords(state.knownAt)}录入的记录`,
    ],
  };
  return state.draft
    ? { ...document, footer: ['草稿，未定稿'] }
    : { ...document, footer: [`校验码 ${shortFingerprint(document)}`] };
}

/** `2023年12月8日17:30`, Shanghai time. */
function clockWords(at: Date): string {
  const local = new Date(at.getTime() + 8 * 3_600_000).toISOString();
  return `${chineseDate(local.slice(0, 10) as PlainDate)}${local.slice(11, 16)}`;
}
