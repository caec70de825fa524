import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unwrap } from '#kernel/result';
import { openBook, type SheetRow } from './index.ts';
import { handMadeXlsx, inline, numeric } from './test-files.ts';
import { usualRows } from './usual-rows.ts';

async function rowsOf(data: string): Promise<SheetRow[] | string> {
  const xml = `<sheetData>${data}</sheetData><mergeCells><mergeCell ref="A1:B1"/></mergeCells>`;
  const file = handMadeXlsx({
    sheets: [{ name: '一', xml }],
    formats: [0, 14],
    strings: ['<si><t>共享</t></si>'],
  });
  const book = unwrap(await openBook(file));
  const rows: SheetRow[] = [];
  const read = await book.eachRow('一', (row) => void rows.push(row));
  return read.ok ? rows : read.refusal.code;
}

const text = fc.string({ unit: fc.constantFrom(..."王明12 &<>]x_\n'=") });
const cell = (reference: string) =>
  fc.oneof(
    text.map((value) => inline(reference, value.replaceAll(']]>', ''))),
    fc.integer({ min: 0, max: 60_000 }).map((value) => numeric(reference, value, 1)),
    fc.constantFrom(
      `<c r="${reference}" t="s" s="1"><v>0</v></c>`,
      `<c r="${reference}" s="1" t="b"><v>1</v></c>`,
      `<c r="${reference}" t="str"><f>A1&amp;"x"</f><v>算</v></c>`,
      `<c  r='${reference}'><v>7</v></c>`,
      `<c r="${reference}" t="inlineStr"><is><r><t>分</t></r><r><t>段</t></r></is></c>`,
      `<c r="${reference}"/>`,
      `<c r="${reference}" t="e"><v>#N/A</v></c>`,
    ),
  );
const row = (number: number) =>
  fc
    .record({ cells: fc.tuple(cell(`A${number}`), cell(`C${number}`)), hidden: fc.boolean() })
    .map(
      ({ cells, hidden }) =>
        `<row r="${number}" spans="1:3"${hidden ? ' hidden="1"' : ''}>${cells.join('')}</row>`,
    );
const rows = fc.tuple(...Array.from({ length: 6 }, (_, i) => row(i + 1)));

describe('rows of the usual form', () => {
  test('property: are read as the parser reads them', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (list) => {
        // Behind a remark everything is left to the parser.
        expect(await rowsOf(list.join('\n'))).toEqual(await rowsOf(`<!-- -->${list.join('\n')}`));
      }),
      { numRuns: 150 },
    );
  });

  test('what is ill-formed is refused in any row', async () => {
    const good = `<row r="1">${inline('A1', '好')}</row>`;
    for (const bad of [
      '<row r="2"><c r="A2"><v>1</v></row>',
      '<row r="2"><c r="A2"><v>\u0001</v></c></row>',
      '<row r="2"><c r="A2"><v>&nbsp;</v></c></row>',
      '<row r="2"></row></row>',
      '<row r="1"><c r="A1"><v>1</v></c></row>',
    ]) {
      expect(await rowsOf(good + bad), bad).toBe('sheet.damaged');
    }
  });

  test('a remark holds no rows', async () => {
    const [a, b] = [
      `<row r="1">${inline('A1', '一')}</row>`,
      `<row r="2">${inline('A2', '二')}</row>`,
    ];
    expect(await rowsOf(`<!--${a}-->${b}`)).toHaveLength(1);
    expect(await rowsOf(`${a}<!--${b}${b}-->`)).toHaveLength(1);
    expect(await rowsOf(`${a}<row r="2"/><!--${b}${b}-->`)).toHaveLength(1);
    expect(await rowsOf(`<row r="1"><!--</row>${b}--></row>`)).toEqual([]);
  });

  test('property: wherever the text is cut into pieces, the same rows are taken and the same is left', () => {
    const run = (pieces: readonly string[]) => {
      const taken: string[] = [];
      let left = '';
      const take = usualRows({
        between: () => left.includes('<sheetData>') && !left.includes('</sheetData>'),
        open: (r) => taken.push(`row ${r}`),
        cell: (column, _type, _style, raw) => taken.push(`${column} ${raw}`),
        close: () => taken.push('end'),
      });
      const parse = (part: string): void => void (left += part);
      for (const piece of pieces) take(piece, parse);
      take(null, parse);
      return { taken, left };
    };
    const whole = `<worksheet><cols/><sheetData>${[1, 2, 3]
      .map((n) => `<row r="${n}">${numeric(`A${n}`, n)}${inline(`B${n}`, '字')}</row>`)
      .join('\n')}</sheetData><rowBreaks/></worksheet>`;
    const expected = run([whole]);
    expect(expected.taken.filter((line) => line === 'end')).toHaveLength(3);
    expect(expected.left).not.toContain('<row ');
    fc.assert(
      fc.property(fc.array(fc.nat(whole.length), { maxLength: 12 }), (cuts) => {
        const ends = [...cuts, whole.length].toSorted((a, b) => a - b);
        const pieces = ends.map((end, i) => whole.slice(ends[i - 1] ?? 0, end));
        const { taken, left } = run(pieces);
        // A row whose first letters went to the parser is the parser's; none is lost or read twice.
        const numbers = [
          ...taken.filter((line) => line.startsWith('row ')).map((line) => line.slice(4)),
          ...[...left.matchAll(/<row r="(\d)"/g)].map((found) => found[1] ?? ''),
        ];
        expect(numbers.toSorted()).toEqual(['1', '2', '3']);
      }),
    );
  });
});
