import { chineseDate } from '#kernel/plain-date';
import type { Block, Document, Figure, Quoted } from './model.ts';
import { inlinesIn, inlinesOf } from './parts.ts';

export type Sourced = Figure | Quoted;

/** Every figure and quoted datum of the document in reading order, each as often as it stands there. */
export function sourcedIn(document: Document): readonly Sourced[] {
  const texts = [
    ...(document.caption ?? []).flatMap(inlinesOf),
    ...document.blocks.flatMap((block) => [...inlinesIn(block)]),
  ];
  return texts.filter(
    (inline): inline is Sourced =>
      typeof inline === 'object' && (inline.kind === 'figure' || inline.kind === 'quoted'),
  );
}

const keyOf = (item: Sourced): string =>
  `${item.kind} ${item.name} ${item.text} ${item.kind === 'figure' ? item.source.id : item.source.document}`;

/** Each datum once; the same name with another number or source is another datum. */
export const distinct = (items: readonly Sourced[]): readonly Sourced[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];

/** What was counted and how, or the paper it was taken from. */
export const describe = (item: Sourced): string => {
  if (item.kind === 'quoted')
    return `引用数据：${item.source.document}，${chineseDate(item.source.date)}，${item.source.by}录入`;
  return item.source.definition === undefined
    ? item.source.label
    : `${item.source.label}：${item.source.definition}`;
};

/**
 * The list 数据来源 at the end: each figure with its value, the number of its records, their
 * definition and the way to open them. Empty for a document without figures.
 */
export function sourceList(document: Document): readonly Block[] {
  const items = distinct(sourcedIn(document));
  if (items.length === 0) return [];
  return [
    { kind: 'heading', level: 1, numbered: false, text: '数据来源' },
    {
      kind: 'table',
      columns: [
        { header: '序号', mm: 13, align: 'center' },
        { header: '指标', weight: 3 },
        { header: '数值', weight: 2, align: 'right' },
        { header: '记录数', mm: 18, align: 'right' },
        { header: '口径与依据', weight: 5 },
      ],
      rows: items.map((item, index) => [
        String(index + 1),
        item.name,
        item.kind === 'figure'
          ? [{ kind: 'sourceLink', id: item.source.id, text: item.text + item.unit }]
          : item.text + item.unit,
        item.kind === 'figure' ? String(item.source.rowCount) : '—',
        describe(item),
      ]),
    },
    {
      kind: 'paragraph',
      text: '查阅办法：在系统中打开本件，点击正文中的数字，即列出所依据的记录；注“据”的为引用数据，以所引材料为准。',
    },
  ];
}
