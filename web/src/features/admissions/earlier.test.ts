import { expect, test } from 'vitest';
import { plainDate } from '#kernel/plain-date';
import { earlierSteps, type UsualStep } from './earlier.ts';

const day = plainDate;
const usual: readonly UsualStep[] = (
  [
    'apply',
    'first_talk',
    'determine_activist',
    'file_activist',
    'assign_contacts',
    'determine_target',
    'accept',
    'assign_branch',
    'apply_regularise',
  ] as const
).map((move) => ({ move, label: move, version: '' }));

test('steps with a day come in the order of the chart, whatever their days say', () => {
  const steps = earlierSteps(
    {
      days: { determine_activist: day('2024-03-01'), first_talk: day('2024-05-01'), accept: null },
    },
    usual,
  );
  expect(steps.map((step) => step.move)).toEqual(['first_talk', 'determine_activist']);
});

test('an observation stands where its day falls, and after 编入 it is one of probation', () => {
  const steps = earlierSteps(
    {
      days: {
        assign_contacts: day('2023-01-10'),
        determine_target: day('2024-02-01'),
        assign_branch: day('2024-09-01'),
        apply_regularise: day('2025-06-01'),
      },
      observed: [day('2025-01-15'), day('2023-07-10'), null, day('2025-07-01')],
    },
    usual,
  );
  expect(steps.map((step) => step.move)).toEqual([
    'assign_contacts',
    'observe',
    'determine_target',
    'assign_branch',
    'observe_probation',
    'apply_regularise',
    'observe_probation',
  ]);
});

test('who accompanies and how long a notice runs is taken along', () => {
  const [step] = earlierSteps(
    {
      days: { assign_contacts: day('2023-01-10') },
      told: { assign_contacts: { contacts: [] }, first_talk: { contacts: [] } },
    },
    usual,
  );
  expect(step?.told).toEqual({ contacts: [] });
});
