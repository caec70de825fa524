import { toDocx, toPrintHtml } from '#engines/document';
import { figureNumber, figureText } from '#engines/indicator';
import { writeBook, type CellInput } from '#platform/sheets';
import { totalOf } from './measured.ts';
import type { Opened } from './opened.ts';

/** Where a click on a figure leads: the page of its records. `id` is `indicator` or `indicator@n`. */
export const linkOf =
  (reportId: string) =>
  (id: string): string => {
    const [indicator = '', body] = id.split('@');
    const search = new URLSearchParams({ reportId, indicator });
    if (body !== undefined) search.set('body', body);
    return `/reports/figure?${search.toString()}`;
  };

const nameOf = (opened: Opened): string => opened.report.title.replaceAll('\n', '');

/** Word in the layout of GB/T 9704-2012, with the list of sources. */
export async function word(opened: Opened): Promise<File> {
  const bytes = await toDocx(opened.document);
  return new File([new Uint8Array(bytes)], `${nameOf(opened)}.docx`, {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  });
}

/** The page to print: every figure opens its records. */
export function print(opened: Opened): File {
  const html = toPrintHtml(opened.document, { linkForSource: linkOf(opened.report.id) });
  return new File([html], `${nameOf(opened)}.html`, { type: 'text/html; charset=utf-8' });
}

/** Excel: the figures by body, and every record behind them. */
export async function sheet(opened: Opened): Promise<File> {
  const { bodies } = opened.content;
  const used = opened.indicators.filter((one) => opened.figures.has(one.id));
  const figures = used.map((one): CellInput[] => {
    const all = opened.figures.get(one.id) ?? [];
    const total = totalOf(all, bodies, one);
    return [
      one.name,
      one.unit,
      ...(bodies.length > 1 ? all.map((each) => figureText(one.unit, each.value, each.of)) : []),
      figureNumber(one.unit, total.value, total.of),
      total.rows.length,
      one.definition,
    ];
  });
  const rows = used.flatMap((one) =>
    (opened.figures.get(one.id) ?? []).flatMap((each, body) =>
      each.rows.map((row): CellInput[] => [
        one.name,
        bodies[body]?.name ?? '',
        row.on,
        row.label,
        figureNumber(one.unit === '%' ? '个' : one.unit, row.adds),
      ]),
    ),
  );
  const book = await writeBook([
    {
      name: '数据',
      title: nameOf(opened),
      columns: [
        { header: '指标' },
        { header: '单位' },
        ...(bodies.length > 1 ? bodies.map((body) => ({ header: body.name })) : []),
        { header: '合计', kind: 'number' },
        { header: '记录数', kind: 'integer' },
        { header: '口径' },
      ],
      rows: figures,
    },
    {
      name: '记录',
      columns: [
        { header: '指标' },
        { header: '党组织' },
        { header: '日期', kind: 'date' },
        { header: '记录' },
        { header: '计入', kind: 'number' },
      ],
      rows,
    },
  ]);
  return new File([new Uint8Array(book)], `${nameOf(opened)}数据.xlsx`, {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  });
}
