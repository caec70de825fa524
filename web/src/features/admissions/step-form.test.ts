import { expect, test } from 'vitest';
import type { Id } from '#kernel/ids';
import { Unread } from '../../patterns/unread.ts';
import { checkText, readStep } from './step-form.ts';

const vote = { body: 'members', by: 'vote' } as const;

test('only what a step asks for and what is filled is sent', () => {
  const form = readStep(
    { asks: ['courseDays', 'courseHours', 'body'], meeting: null },
    {
      told: { courseDays: '3', courseHours: '', body: ' ', note: '别的步骤' },
      meetingId: 'm' as Id<'Meeting'>,
      papers: ['training'],
      reasons: { 'admit.training.needed': '  ', 'admit.leaving3m': ' 已核实 ' },
    },
  );
  expect(form).toEqual({
    told: { courseDays: 3 },
    papers: ['training'],
    reasons: { 'admit.leaving3m': '已核实' },
  });
});

test('places are one to a line, and nobody’s written opinion is none', () => {
  expect(
    readStep({ asks: ['places'], meeting: null }, { told: { places: '公告栏\n\n村务公开栏 ' } })
      .told,
  ).toEqual({ places: ['公告栏', '村务公开栏'] });
  expect(readStep({ asks: ['written'], meeting: vote }, {}).told).toEqual({
    written: { inFavour: 0, against: 0 },
  });
});

test('a day that could not be read is not sent', () => {
  expect(
    readStep({ asks: ['until'], meeting: null }, { told: { until: new Unread('看不懂') } }).told,
  ).toEqual({});
});

test('a vote goes only with a step that is voted on', () => {
  const values = { meetingId: 'm' as Id<'Meeting'>, voteId: 'v' as Id<'Vote'> };
  expect(readStep({ asks: [], meeting: vote }, values)).toMatchObject(values);
  expect(
    readStep({ asks: [], meeting: { body: 'committee', by: 'decision' } }, values),
  ).not.toHaveProperty('voteId');
});

test('a long resolution does not make the address of a check long', () => {
  const form = readStep(
    { asks: ['resolution'], meeting: null },
    { told: { resolution: '同意接收。'.repeat(900) } },
  );
  expect(form.told.resolution).toHaveLength(4500);
  expect(checkText(form).length).toBeLessThan(120);
});
