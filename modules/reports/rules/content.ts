import type { ReportContent, ReportKind } from '#contract/reports-words';
import type { OrgId } from '#kernel/ids';
import { chineseDate, monthNumberOf, yearOf, type PlainDate } from '#kernel/plain-date';
import { HEADS, headOf, isProposed } from './heads.ts';
import { piecesOf, typedNumbers } from './prose.ts';

export type Body = ReportContent['bodies'][number];

export interface Finding {
  readonly kind: 'typed_number' | 'unknown_figure' | 'unknown_quoted';
  /** −1 opening, −2 closing. */
  readonly section: number;
  readonly text: string;
  readonly place: string;
}

/** Pieces of prose of a report with where they stand, in reading order. */
export const proseOf = (
  content: ReportContent,
): readonly { readonly section: number; readonly prose: string }[] => [
  { section: -1, prose: content.opening },
  ...content.sections.map(({ prose }, section) => ({ section, prose })),
  { section: -2, prose: content.closing },
];

/** Everything that keeps a report from being issued. `known` are the ids of all indicators. */
export function findingsOf(content: ReportContent, known: ReadonlySet<string>): readonly Finding[] {
  const marked = new Set(content.noFigures.map((one) => one.place));
  const quoted = new Set(content.quoted.map((one) => one.id));
  return proseOf(content).flatMap(({ section, prose }) => [
    ...typedNumbers(prose)
      .filter((one) => !marked.has(one.place))
      .map(({ text, place }): Finding => ({ kind: 'typed_number', section, text, place })),
    ...piecesOf(prose).flatMap((piece): Finding[] => {
      if (piece.kind === 'figure') {
        const there = piece.body === null || content.bodies[piece.body] !== undefined;
        if (known.has(piece.id) && there) return [];
        return [{ kind: 'unknown_figure', section, text: piece.id, place: piece.id }];
      }
      return piece.kind === 'quoted' && !quoted.has(piece.id)
        ? [{ kind: 'unknown_quoted', section, text: piece.id, place: piece.id }]
        : [];
    }),
  ]);
}

/** Indicators that the document names: in facts blocks and in prose. */
export function indicatorsIn(content: ReportContent): ReadonlySet<string> {
  return new Set([
    ...content.sections.flatMap((section) => section.figures),
    ...proseOf(content).flatMap(({ prose }) =>
      piecesOf(prose).flatMap((piece) => (piece.kind === 'figure' ? [piece.id] : [])),
    ),
  ]);
}

/** A fresh report: heads, facts blocks of the figures that are not nothing, no word of prose. */
export function freshContent(
  kind: ReportKind,
  bodies: readonly Body[],
  nonZero: readonly string[],
): ReportContent {
  return {
    bodies: [...bodies],
    opening: '',
    sections: HEADS[kind].map((title, head) => ({
      title,
      figures: nonZero.filter((id) => headOf(id) === head && isProposed(id)),
      prose: '',
    })),
    closing: kind === 'annual' ? '以上报告，请予评议。' : '',
    quoted: [],
    noFigures: [],
  };
}

/** 2023年度, 2023年上半年, or the days where it is neither. */
export function periodWords(from: PlainDate, to: PlainDate): string {
  const year = yearOf(from);
  const ends = `${to.slice(5)}`;
  if (yearOf(to) === year && monthNumberOf(from) === 1 && from.endsWith('-01-01')) {
    if (ends === '12-31') return `${year}年度`;
    if (ends === '06-30') return `${year}年上半年`;
  }
  if (yearOf(to) === year && from.endsWith('-07-01') && ends === '12-31') return `${year}年下半年`;
  return `${chineseDate(from)}至${chineseDate(to)}`;
}

const TITLES: Readonly<Record<ReportKind, (org: string, period: string) => string>> = {
  annual: (org, period) => `${org}书记\n${period}抓基层党建工作述职报告`,
  half_year: (org, period) => `${org}\n${period}工作总结`,
  year_summary: (org, period) => `${org}\n${period}工作总结`,
};

/** The proposed title, its lines parted by a line break (7.3.1: broken where the sense is). */
export const titleOf = (kind: ReportKind, org: string, from: PlainDate, to: PlainDate): string =>
  TITLES[kind](org, periodWords(from, to));

/** Bodies of which one speaks of days of another too, so that their figures would count twice. */
export function overlapping(
  segments: readonly (readonly {
    readonly orgId: OrgId;
    readonly from: PlainDate;
    readonly to: PlainDate;
  }[])[],
): readonly [number, number] | null {
  for (const [a, first] of segments.entries())
    for (const [b, second] of segments.entries())
      if (
        a < b &&
        first.some((x) =>
          second.some((y) => x.orgId === y.orgId && x.from <= y.to && y.from <= x.to),
        )
      )
        return [a, b];
  return null;
}
