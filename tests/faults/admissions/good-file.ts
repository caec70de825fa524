import {
  addDays,
  addMonths,
  chance,
  daysFromTo,
  later,
  nthWorkday,
  type Chance,
} from './calendar.ts';
import type { AdmissionFile, FileStep, StepName, Vote } from './file.ts';

/** Day from which the revised text holds (rules.md 3.9). */
export const CHANGE = '2026-05-11';
const DAY_BEFORE = addDays(CHANGE, -1);

/** Picks a day where the rules leave a span from `low` to `high`. */
export type Pick = (low: string, high: string, by: Chance) => string;

/** What a file has to be like for a fault to fit; all else is left to chance. */
export interface Plan {
  readonly era?: 'old' | 'new' | 'crossing' | 'holidays' | 'edge';
  readonly general?: boolean;
  readonly mobile?: boolean;
  readonly league?: boolean;
  readonly youth?: boolean;
  readonly ends?: 'filed' | 'extended' | 'cancelled';
  readonly smooth?: boolean;
  /** Days that do not keep to their span. */
  readonly when?: Readonly<Partial<Record<StepName, Pick>>>;
}

/** Over half: strictly more (`count.chaoguo`). */
export const overHalf = (of: number): number => Math.floor(of / 2) + 1;

/** A vote that passes, often by exactly the number needed. */
export function goodVote(by: Chance): Vote {
  const entitled = by.between(3, 40);
  const present = by.between(overHalf(entitled), entitled);
  const written = by.in(2) ? by.between(0, entitled - present) : 0;
  const writtenYes = by.between(0, written);
  const yes = by.between(Math.max(0, overHalf(entitled) - writtenYes), present);
  const no = by.between(0, present - yes);
  const abstained = by.between(0, present - yes - no);
  const tellers = ['m5', 'm6'];
  return {
    ...{ entitled, present, yes, no, abstained, writtenYes, writtenNo: written - writtenYes },
    ...{ secret: true, alone: true, tellers },
  };
}

const BEGINS: Readonly<Record<NonNullable<Plan['era']>, readonly [string, number]>> = {
  old: ['2016-01-01', 1400],
  crossing: ['2022-06-01', 1380],
  holidays: ['2025-03-01', 150],
  /** Listed on the last day of the old text or the first of the new one. */
  edge: ['2025-02-01', 25],
  new: [CHANGE, 200],
};

const OLDEST = 60;

/** A file in which everything is as it should be, by rules.md section 3 alone. */
export function goodFile(seed: number, plan: Plan = {}): AdmissionFile {
  const by = chance(seed);
  const steps: FileStep[] = [];
  const put = (step: StepName, on: string, more: Partial<FileStep> = {}): string => {
    steps.push({ step, on, papers: [], ...more });
    return on;
  };
  const spread = (low: string, days: number): string => addDays(low, by.between(0, days));
  /** A day of a span, kept to unless the plan says otherwise. */
  const within = (step: StepName, low: string, high: string): string => {
    return plan.when?.[step]?.(low, high, by) ?? spread(low, Math.max(0, daysFromTo(low, high)));
  };
  const era = plan.era ?? by.one(['old', 'new', 'crossing', 'holidays', 'edge']);
  const soon = era === 'holidays' || era === 'edge';
  const quick = soon ? 10 : 40;
  const committee = (on: string): Partial<FileStep> => ({ held: { body: 'committee', on } });
  const members = (on: string): Partial<FileStep> => ({
    held: { body: 'members', on },
    vote: goodVote(by),
  });

  const [from, days] = BEGINS[era];
  const applied = put('01', spread(from, days), { papers: ['application'] });
  const age = plan.youth === true ? by.between(18, 28) : by.between(18, OLDEST);
  // The day on which that age is reached, or a day less than a year before it.
  const born = addDays(addMonths(applied, -12 * age), -by.between(0, plan.youth ? 0 : 300));
  const bornOn = born.endsWith('-02-29') ? addDays(born, -1) : born;
  const league = plan.league ?? by.in(2);
  const mobile = plan.mobile ?? by.in(4);

  const talked = put('02', within('02', applied, addMonths(applied, 1)), {
    papers: ['talk'],
    talker: '组织委员',
  });
  const activistOn = spread(talked, quick);
  const young = addMonths(bornOn, 12 * 29) > activistOn;
  put('03', activistOn, {
    papers: ['recommend'],
    ...committee(activistOn),
    recommendedBy: league && young ? 'league' : by.one(['members', 'league', 'mass_organisation']),
  });
  const filed = put('04', spread(activistOn, 20));
  const contacts = by.in(3) ? ['m1'] : ['m1', 'm2'];
  const accompanied = put('05', spread(filed, 20), { people: contacts });

  const longEnough = addMonths(activistOn, 12);
  const targetOn = within('07', longEnough, addDays(longEnough, soon ? 30 : 200));
  observeEachHalfYear(activistOn, accompanied, targetOn);
  const heard = ['group', 'contacts', 'members', 'masses'] as const;
  put('07', targetOn, {
    papers: ['activist-register'],
    ...committee(targetOn),
    heard: [...heard],
  });

  const upward =
    era === 'edge' ? later(targetOn, by.one([DAY_BEFORE, CHANGE])) : spread(targetOn, 15);
  let listed = upward;
  if (upward < CHANGE) put('08-filed', upward);
  else {
    put('08-consent', upward);
    const noticed = within('08-notice', upward, addDays(upward, 12));
    const until = nthWorkday(noticed, by.between(5, 8));
    const places = mobile ? ['流出地', '流入地'] : by.in(2) ? ['单位'] : ['单位', '居住地'];
    put('08-notice', noticed, { papers: ['notice'], until, places });
    listed = within('08-listed', addDays(until, 1), addDays(until, 20));
    put('08-listed', listed, { qualified: true, openObjections: 0 });
  }

  /** Any order; each on or after the one before. */
  const order = by.one<('09' | '10' | '11')[]>([
    ['09', '10', '11'],
    ['10', '11', '09'],
    ['11', '09', '10'],
    ['10', '09', '11'],
  ]);
  let reached = listed;
  let untrained = false;
  for (const step of order) {
    reached = spread(reached, 20);
    if (step === '09') put('09', reached, { people: introducersOn(reached) });
    else if (step === '10') put('10', reached, { papers: ['review'], qualified: true });
    // An individual special case, with a reason (art. 17).
    else if (plan.smooth !== true && by.in(12)) untrained = true;
    else {
      const inDays = by.in(2);
      const length = inDays ? { days: by.between(3, 5) } : { hours: by.between(24, 40) };
      put('11', reached, { papers: ['training'], ...length });
    }
  }
  const reviewed = spread(reached, 20);
  put('12', reviewed, {
    ...committee(reviewed),
    qualified: true,
    ...(untrained ? { reasons: ['admit.step.11'] } : {}),
  });
  const prereviewed = put('13', spread(reviewed, 30), { papers: ['prereview'], qualified: true });
  const countyCheck = by.in(5);
  const checked = countyCheck ? put('13-county', spread(prereviewed, 4)) : prereviewed;
  const issued = put('13-form', spread(checked, 4), { formNumber: `${seed}` });
  const filled = put('14', spread(issued, 6), { papers: ['form'] });

  const month = addMonths(prereviewed, 1);
  // Before the change no text set a month.
  const far = addMonths(prereviewed, 4);
  const latest = month >= CHANGE ? month : far < CHANGE ? far : DAY_BEFORE;
  const accepted = within('15', later(filled, addDays(reviewed, 1)), latest);
  const leaving = leavesAfter(accepted);
  put('15', accepted, { ...members(accepted), resolution: '同意接收', ...leaving });

  const underGeneralBranch = plan.general ?? by.in(4);
  const deliberated = underGeneralBranch ? put('15-deliberated', spread(accepted, 15)) : accepted;
  const spoken = put('16', spread(deliberated, 30), { talker: '组织员' });
  const threeMonths = addMonths(accepted, 3);
  const special = plan.smooth !== true && by.in(8);
  const approved = special
    ? within('17', addDays(threeMonths, 1), addMonths(accepted, 6))
    : within('17', spoken, threeMonths);
  put('17', approved, special ? { reasons: ['admit.step.17'] } : {});
  put('18', spread(approved, 10));
  const assigned = put('19', spread(stepDay('18'), 10));
  const oathMonth = addMonths(approved, 1);
  const oathFar = addMonths(approved, 3);
  const oathEnd = oathMonth >= CHANGE ? oathMonth : oathFar < CHANGE ? oathFar : DAY_BEFORE;
  const sworn = put('20', within('20', assigned, oathEnd));

  const probationEnds = addMonths(accepted, 12);
  const ends = plan.ends ?? by.one(['filed', 'filed', 'filed', 'extended', 'cancelled']);
  observeProbation(sworn, addDays(probationEnds, -15));
  if (ends === 'cancelled') cancelled();
  else regularised(ends === 'extended');

  const file: AdmissionFile = {
    seed,
    applicant: { bornOn, mobile, league },
    underGeneralBranch,
    approver: {
      kind: by.one(['committee', 'working_committee']),
      temporary: false,
      underTownship: false,
    },
    countyCheck,
    members: company(),
    steps,
    today: addDays(steps.at(-1)?.on ?? applied, by.between(0, 30)),
  };
  return file;

  function stepDay(name: StepName): string {
    return steps.findLast((one) => one.step === name)?.on ?? applied;
  }

  /** Every half year at the latest, from the day somebody became an activist (art. 11). */
  function observeEachHalfYear(begun: string, first: string, last: string): void {
    if (by.in(3)) put('06', spread(first, 5), { kind: by.one(['report', 'talk', 'course']) });
    const never = plan.when?.['06'] !== undefined;
    for (let at = begun; !never;) {
      const due = addMonths(at, 6);
      if (due >= last) break;
      const low = later(later(first, stepDay('06')), addDays(due, -40));
      const next = low > due ? due : addDays(low, by.between(0, daysFromTo(low, due)));
      put('06', next, { kind: 'observation' });
      // A contact who moved away is replaced (art. 9).
      if (by.in(8)) put('05', next, { people: ['m3'] });
      at = next;
    }
  }

  function introducersOn(on: string): string[] {
    // Lighter sanctions are named since 2026 only (`ver.introducer`).
    return on < CHANGE && by.in(5)
      ? ['m1', 'sanctioned']
      : by.one([
          ['m1', 'm2'],
          ['m3', 'm4'],
        ]);
  }

  function leavesAfter(day: string): Partial<FileStep> {
    if (by.in(4)) return { leavesOn: addDays(addMonths(day, 3), by.between(1, 90)) };
    return plan.smooth !== true && by.in(10)
      ? { leavesOn: addDays(day, by.between(1, 80)), reasons: ['admit.leaving3m'] }
      : { leavesOn: null };
  }

  function observeProbation(first: string, last: string): void {
    if (plan.when?.['21'] !== undefined) return;
    let at = first;
    for (let left = by.between(1, 4); left > 0; left -= 1) {
      at = addDays(at, by.between(0, Math.floor(Math.max(0, daysFromTo(at, last)) / (left + 1))));
      put('21', at, { kind: 'observation' });
    }
  }

  function cancelled(): void {
    const on = addDays(stepDay('21'), by.between(0, 20));
    put('cancel-vote', on, { ...members(on), resolution: '取消预备党员资格' });
    put('cancel-approved', spread(on, 60));
  }

  function regularised(extended: boolean): void {
    let end = probationEnds;
    if (extended) {
      const asked = put('22', addDays(end, by.between(-14, 5)), { papers: ['regularise'] });
      const on = spread(later(asked, end), 20);
      const months = by.between(6, 12);
      put('extend-vote', on, { ...members(on), months, resolution: '延长预备期' });
      end = addMonths(end, months);
      put('extend-approved', spread(on, 60), { until: end });
      put('21', spread(stepDay('extend-approved'), 30), { kind: 'observation' });
    }
    const asked = put('22', within('22', addDays(end, -14), addDays(end, 20)), {
      papers: ['regularise'],
    });
    const on = within('23', later(asked, end), addDays(later(asked, end), 40));
    put('23', on, {
      ...members(on),
      papers: ['probation-register'],
      heard: ['group', 'members', 'masses'],
      resolution: '同意转正',
    });
    const full = put('24', within('24', on, addMonths(on, 3)));
    put('25', spread(full, 30));
  }
}

/** Members of a branch: six full ones, and of each kind that may not or should not help. */
function company(): AdmissionFile['members'] {
  const full = {
    category: 'full',
    suspended: false,
    onProbation: false,
    sanctioned: false,
  } as const;
  return {
    ...Object.fromEntries(['m1', 'm2', 'm3', 'm4', 'm5', 'm6'].map((id) => [id, { ...full }])),
    probationary: { ...full, category: 'probationary' },
    elsewhere: { ...full, category: null },
    barred: { ...full, onProbation: true },
    sanctioned: { ...full, sanctioned: true },
  };
}
