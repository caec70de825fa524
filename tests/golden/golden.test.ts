import { describe, expect, test } from 'vitest';
import {
  documentText,
  layoutCheck,
  readFigures,
  toDocx,
  toPrintHtml,
  type Document,
} from '#engines/document';
import { wordsOfDocx } from './docx-words.ts';
import { PAPERS } from './papers/index.ts';

const OFFICIAL = Object.entries(PAPERS).filter(([, paper]) => paper.layout === 'official');
const withoutBlanks = (text: string): string => text.replaceAll(/[\s\u3000_]/gu, '');

describe.each(Object.entries(PAPERS))('%s', (_, paper) => {
  test('every word of the model stands in the Word file, in order', async () => {
    const docx = withoutBlanks(wordsOfDocx(await toDocx(paper)));
    let from = 0;
    for (const line of bodyLines(paper)) {
      const at = docx.indexOf(line, from);
      expect(at, `“${line}” after position ${from}`).toBeGreaterThanOrEqual(0);
      from = at + line.length;
    }
  });

  test('every word of the model stands on the print page', () => {
    const html = withoutBlanks(
      toPrintHtml(paper)
        .replace(/<style>.*<\/style>/su, '')
        .replaceAll(/<[^>]*>/g, ''),
    );
    for (const line of bodyLines(paper)) expect(html).toContain(line);
  });
});

/** Lines of the model; rows of tables by cell, since files hold a cell per paragraph. */
function bodyLines(paper: Document): readonly string[] {
  return documentText({
    ...paper,
    organ: undefined,
    number: undefined,
    caption: undefined,
    attachments: undefined,
    // The cover of a book carries organ and day before the text.
    sign: paper.layout === 'book' ? undefined : paper.sign,
  })
    .split('\n')
    .flatMap((line) => line.split('\t'))
    .map(withoutBlanks)
    .filter((line) => line !== '');
}

describe.each(OFFICIAL)('%s keeps GB/T 9704-2012', (_, paper) => {
  test('each measured property is as the standard asks', async () => {
    const findings = layoutCheck(await toDocx(paper));
    expect(findings.filter(({ ok }) => !ok)).toEqual([]);
    expect(findings.length).toBeGreaterThanOrEqual(30);
    expect(new Set(findings.map(({ rule }) => rule)).size).toBe(findings.length);
  });
});

test('a form is not taken for an official paper', async () => {
  const form = PAPERS['minutes'];
  if (form === undefined) throw new Error('no sample');
  const broken = layoutCheck(await toDocx(form))
    .filter(({ ok }) => !ok)
    .map(({ rule }) => rule);
  expect(broken).toEqual(
    expect.arrayContaining([
      'doc.margin.top',
      'doc.body.size',
      'doc.title',
      'doc.linespacing',
      'doc.pageno',
    ]),
  );
});

test('the annual report gives its figures back', async () => {
  const report = PAPERS['annual-report'];
  if (report === undefined) throw new Error('no sample');
  const figures = readFigures(await toDocx(report));
  expect(new Map(figures.map(({ name, text }) => [name, text]))).toEqual(
    new Map([
      ['支部委员会会议次数', '12'],
      ['党员大会次数', '10'],
      ['党课次数', '4'],
      ['谈心谈话人次', '28'],
      ['实收党费', '12,263.70'],
      ['为民办实事事项', '10'],
    ]),
  );
});

test('heads of the ledger repeat, its page lies across', async () => {
  const ledger = PAPERS['dues-ledger'];
  if (ledger === undefined) throw new Error('no sample');
  const xml = wordsOfDocx(await toDocx(ledger), 'xml');
  expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(xml).toMatch(/<w:pgSz [^>]*w:orient="landscape"/);
});
