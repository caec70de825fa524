import { expect, test } from 'vitest';
import { entriesOf, formOf, questionsOf } from './form-words.ts';

test('names one a line, with what stands beside them', () => {
  expect(entriesOf(' 王建国 组织委员\n\n李秀英\n')).toEqual([
    { key: 'n1', name: '王建国', note: '组织委员' },
    { key: 'n2', name: '李秀英' },
  ]);
});

test('questions as people type them', () => {
  const text =
    '1. 您对活动满意吗\nA. 满意\nB. 一般\n\n2、希望多办哪些（多选，至多2项）\n讲座\n参观\n\n您的建议';
  expect(questionsOf(text)).toEqual([
    { key: 'q1', text: '您对活动满意吗', kind: 'one', options: ['满意', '一般'] },
    { key: 'q2', text: '希望多办哪些', kind: 'many', options: ['讲座', '参观'], most: 2 },
    { key: 'q3', text: '您的建议', kind: 'text', longest: 200 },
  ]);
});

test('grades apart by whatever stands between them', () => {
  expect(formOf({ kind: 'grade', lines: '甲', grades: '优秀、合格 不合格' })).toMatchObject({
    grades: ['优秀', '合格', '不合格'],
  });
});
