import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { figure, paragraph } from './build.ts';
import { all, openPackage, textOf } from './check/xml.ts';
import { signIndents } from './docx/official.ts';
import type { Document } from './model.ts';
import { readFigures } from './read-figures.ts';
import { toDocx } from './to-docx.ts';

const paper = (...text: Parameters<typeof paragraph>): Document => ({
  layout: 'official',
  title: '报告',
  blocks: [paragraph(...text)],
});
const wordsOf = (docx: Buffer): string => {
  const body = openPackage(docx)('word/document.xml');
  return body === null ? '' : all(body, 'w:p').map(textOf).join('\n');
};
const committee = (text: string) =>
  figure({
    name: '支委会次数',
    value: 12,
    unit: '次',
    text,
    source: { id: 'a', label: '会议', rowCount: 12 },
  });

test('equal documents give equal bytes', async () => {
  const document = paper('全年召开', committee('12'), '次');
  expect((await toDocx(document)).equals(await toDocx(structuredClone(document)))).toBe(true);
});

test('any text goes into the file and comes back, without what XML cannot hold', async () => {
  const unwritable = /[\u0000-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/gu;
  const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), {
    minLength: 40,
    maxLength: 40,
  });
  await fc.assert(
    fc.asyncProperty(texts, async (lines) => {
      const blocks = lines.map((line) => paragraph(line, committee('12'), '次'));
      const read = wordsOf(await toDocx({ layout: 'official', title: '报告', blocks })).replaceAll(
        unwritable,
        '',
      );
      for (const line of lines) expect(read).toContain(`${line.replaceAll(unwritable, '')}12次`);
    }),
    { numRuns: 5 },
  );
});

test('a line break in a text is one in Word', async () => {
  const body = openPackage(await toDocx(paper('甲\n乙')))('word/document.xml');
  const lines = all(body, 'w:p').find((each) => textOf(each) === '甲乙');
  expect(lines === undefined ? 0 : all(lines, 'w:br').length).toBe(1);
});

test('figures are read back in order, also repeated ones', async () => {
  const docx = await toDocx(paper('会议', committee('12'), '次，其中', committee('十二'), '次'));
  expect(readFigures(docx)).toEqual([
    { kind: 'figure', name: '支委会次数', text: '12' },
    { kind: 'figure', name: '支委会次数', text: '十二' },
  ]);
});

test('a figure whose name Word would refuse is refused here', async () => {
  const long = { ...committee('1'), name: '很'.repeat(65) };
  await expect(toDocx(paper(long))).rejects.toThrow(RangeError);
});

test('links of the source list stand in the file only where they are asked for', async () => {
  const document = { ...paper(committee('12')), sources: true };
  const links = (docx: Buffer) =>
    all(openPackage(docx)('word/_rels/document.xml.rels'), 'Relationship').map((each) =>
      each.getAttribute('Target'),
    );
  expect(
    links(await toDocx(document, { linkForSource: (id) => `https://zhibu.example/s/${id}` })),
  ).toContain('https://zhibu.example/s/a');
  expect(links(await toDocx(document))).not.toContain('https://zhibu.example/s/a');
});

describe('signature (GB/T 9704-2012 7.3.5)', () => {
  const date = plainDate('2023-12-08');

  test('unsealed: organ two from the right, the day begins two characters behind its first', () => {
    const organ = '中共清河县委组织部';
    expect(signIndents({ organ, date })).toEqual({ organ: 2, date: 9 + 2 - 2 - 6.5 });
  });

  test('a day longer than the organ stands two from the right, the organ gives way', () => {
    expect(signIndents({ organ: '王建国', date })).toEqual({ organ: 2 + 6.5 + 2 - 3, date: 2 });
  });

  test('sealed: the organ is centred over the day, which stands four from the right', () => {
    const { organ, date: day } = signIndents({ organ: '县委组织部', date, sealed: true });
    expect(day).toBe(4);
    expect(organ + 5 / 2).toBe(day + 6.5 / 2);
  });
});
