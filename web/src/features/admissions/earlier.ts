import type { PersonId } from '#kernel/ids';
import type { PlainDate } from '#kernel/plain-date';
import type { Move, Told } from './queries.ts';

/** What the table of earlier steps holds: days by step, and what later rules need of a step. */
export interface EarlierValues {
  readonly days?: Readonly<Partial<Record<Move, PlainDate | null>>>;
  readonly told?: Readonly<Partial<Record<Move, Told>>>;
  /** Days of half-yearly observations; each stands where its day falls. */
  readonly observed?: readonly (PlainDate | null)[];
}

export interface EarlierStep {
  readonly move: Move;
  readonly on: PlainDate;
  readonly told: Told;
}

export interface UsualStep {
  readonly move: Move;
  readonly label: string;
  readonly version: string;
}

/** After which step somebody is observed as activist, and from which on as probationary member. */
const OBSERVED_FROM: Move = 'assign_contacts';
const ON_PROBATION_FROM: Move = 'assign_branch';

const toldOf = (move: Move, told: EarlierValues['told']): Told => {
  const people = (ids: readonly PersonId[] | undefined): PersonId[] | undefined =>
    ids === undefined ? undefined : [...ids];
  const one = told?.[move];
  return {
    ...(one?.contacts === undefined ? {} : { contacts: people(one.contacts) }),
    ...(one?.introducers === undefined ? {} : { introducers: people(one.introducers) }),
    ...(one?.until === undefined || one.until === null ? {} : { until: one.until }),
  };
};

/**
 * The steps of the table that have a day, in the order of the chart; the server says which of them stands
 * out of order. Observations are put in before the first later step that follows their day.
 */
export function earlierSteps(
  values: EarlierValues,
  usual: readonly UsualStep[],
): readonly EarlierStep[] {
  const steps: EarlierStep[] = usual.flatMap(({ move }) => {
    const on = values.days?.[move];
    return move === 'apply' || on === undefined || on === null
      ? []
      : [{ move, on, told: toldOf(move, values.told) }];
  });
  const observed = (values.observed ?? []).filter((day) => day !== null && day !== undefined);
  for (const on of observed.toSorted()) {
    const begun = steps.findIndex((step) => step.move === OBSERVED_FROM);
    const later = steps.findIndex((step, index) => index > begun && step.on > on);
    const at = later === -1 ? steps.length : later;
    const probation = steps.findIndex((step) => step.move === ON_PROBATION_FROM);
    const move = probation !== -1 && probation < at ? 'observe_probation' : 'observe';
    steps.splice(at, 0, { move, on, told: { kind: 'observation' } });
  }
  return steps;
}
