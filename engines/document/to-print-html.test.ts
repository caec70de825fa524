import { describe, expect, test } from 'vitest';
import { figure, paragraph } from './build.ts';
import type { Document } from './model.ts';
import { toPrintHtml } from './to-print-html.ts';

const evil = `"><script>alert(1)</script><img src=x onerror='alert(2)'>`;
const count = figure({
  name: '党课次数',
  value: 4,
  unit: '次',
  source: { id: 'lecture 2023', label: '党课', rowCount: 4 },
});
const paper: Document = {
  layout: 'official',
  title: '报告',
  blocks: [paragraph('组织党课', count, '次')],
  sources: true,
};

test('a figure is a link that opens its records', () => {
  const html = toPrintHtml(paper, {
    linkForSource: (id) => `/records?source=${encodeURIComponent(id)}`,
  });
  expect(html).toContain('<a href="/records?source=lecture%202023" data-source-id="lecture 2023"');
  expect(html).toContain('>4</a>次');
});

test('without addresses the figure keeps its source but is no link', () => {
  const html = toPrintHtml(paper);
  expect(html).not.toContain('<a ');
  expect(html).toContain('data-source-id="lecture 2023"');
});

test('an address that would run a script is not written', () => {
  const html = toPrintHtml(paper, { linkForSource: () => 'javascript:alert(1)' });
  expect(html).not.toContain('javascript:');
  expect(html).not.toContain('<a ');
});

describe('nothing typed becomes markup', () => {
  const everywhere: Document = {
    layout: 'official',
    title: evil,
    subtitle: evil,
    organ: evil,
    number: evil,
    recipient: evil,
    blocks: [
      { kind: 'heading', level: 1, text: evil },
      paragraph(evil, {
        ...count,
        name: evil,
        text: evil,
        source: { ...count.source, id: evil, label: evil, definition: evil },
      }),
      { kind: 'table', title: evil, columns: [{ header: evil }], rows: [[evil]] },
      { kind: 'list', items: [evil] },
      { kind: 'checklist', items: [{ text: evil, done: true }] },
      { kind: 'signatures', labels: [evil] },
      { kind: 'contents' },
    ],
    attachments: [evil],
    notes: [evil],
    footer: [evil, '</style>'],
    sources: true,
  };

  test.each(['official', 'form', 'book'] as const)('%s', (layout) => {
    const html = toPrintHtml(
      { ...everywhere, layout, caption: [evil] },
      { linkForSource: (id) => `/s/${id}` },
    );
    expect(html).not.toContain('<script');
    expect(html).not.toContain('<img');
    expect(html.match(/<\/style>/g)).toHaveLength(1);
    expect(html.match(/alert\(1\)/g)?.length).toBeGreaterThan(10);
  });
});

test('nothing is loaded from outside', () => {
  const html = toPrintHtml(paper);
  expect(html).not.toMatch(/<(link|script|img|iframe|object)\b|@import|url\(/i);
});

test('heads of tables repeat, page numbers stand odd right and even left', () => {
  const html = toPrintHtml({
    ...paper,
    blocks: [{ kind: 'table', columns: [{ header: '姓名' }], rows: [['王建国']] }],
  });
  expect(html).toContain('<thead>');
  expect(html).toContain('@page :right{@bottom-right{content:"— " counter(page) " —"');
  expect(html).toContain('@page :left{@bottom-left{content:"— " counter(page) " —"');
});

test('characters that no page may hold are dropped, line breaks stay', () => {
  const html = toPrintHtml({ ...paper, blocks: [paragraph('甲\u0000\u001b乙\n丙')] });
  expect(html).toContain('甲乙<br>丙');
});
