import { expect, test } from 'vitest';
import { paragraph } from './build.ts';
import { fingerprint, shortFingerprint } from './fingerprint.ts';
import type { Document } from './model.ts';

const paper: Document = { layout: 'form', title: '会议记录', blocks: [paragraph('同意接收。')] };

test('the fingerprint does not change from run to run', () => {
  expect(fingerprint(paper)).toBe(
    'ad424fc4c566fb3d480fddeb2e644f11d140d2a6feb5a079a631dedda7ec5b75',
  );
  expect(shortFingerprint(paper)).toBe(
    fingerprint(paper)
      .slice(0, 16)
      .toUpperCase()
      .replaceAll(/(.{4})(?!$)/g, '$1-'),
  );
});

test('layout, foot and the order of keys leave it as it is', () => {
  const same: Document = {
    blocks: paper.blocks,
    title: paper.title,
    layout: 'official',
    footer: ['指纹'],
    orientation: 'landscape',
  };
  expect(fingerprint(same)).toBe(fingerprint(paper));
});

test('one changed character changes it', () => {
  expect(fingerprint({ ...paper, blocks: [paragraph('同意接受。')] })).not.toBe(fingerprint(paper));
});

test('words do not move between paragraphs unseen', () => {
  const one = { ...paper, blocks: [paragraph('甲'), paragraph('乙丙')] };
  const other = { ...paper, blocks: [paragraph('甲乙'), paragraph('丙')] };
  expect(fingerprint(one)).not.toBe(fingerprint(other));
});
