import { obligationSource, type Duty, type Span } from '#engines/obligation';
import type { OrgId } from '#kernel/ids';
import { daysBetween, chineseDate, todayAt, type PlainDate } from '#kernel/plain-date';
import { namesOf } from '#modules/members';
import { aliveOver, edgesOver } from '#modules/organisations';
import { ruleNamed } from './rules/catalogue.ts';
import { DEFAULT_ADMISSION_SETTINGS } from './rules/facts.ts';
import { termsOfCase, type Running, type StepDay } from './rules/terms.ts';
import { pausesOf } from './store/parts.ts';
import { caseStepsOf } from './store/steps.ts';

const KINDS = {
  'admissions.talk': '申请后谈话',
  'admissions.observe': '半年考察',
  'admissions.meeting': '预审后开会',
  'admissions.approval': '审批预备党员',
  'admissions.oath': '入党宣誓',
  'admissions.regularise': '审批转正',
} as const;

const COMMITTEES = new Set(['committee', 'working_committee']);

interface CaseFacts {
  readonly caseId: string;
  readonly orgId: OrgId;
  /** The committee above, where it is among those asked for. */
  readonly committee: OrgId | null;
  readonly name: string;
  readonly paused: boolean;
  readonly steps: readonly StepDay[];
}

const LONG_AGO = '1921-07-01' as PlainDate;

function dutyOf(facts: CaseFacts, one: Running, day: PlainDate): Duty | null {
  const orgId = one.actor === 'branch' ? facts.orgId : facts.committee;
  if (orgId === null) return null;
  const { done, until } = one;
  const left = daysBetween(day, until);
  const state =
    done === null
      ? left < 0
        ? 'missed'
        : 'ahead'
      : done.on > until
        ? 'missed'
        : done.enteredOn > until
          ? 'entered_later'
          : 'done';
  // What was done late is done: it stays visible in the case, not as something still to do.
  return {
    key: `admissions.${one.kind}:${facts.caseId}:${one.from}`,
    kind: `admissions.${one.kind}`,
    orgId,
    personId: null,
    title: `${one.title}：${facts.name}`,
    reason:
      done !== null
        ? `已于${chineseDate(done.on)}办理`
        : left < 0
          ? `期限到${chineseDate(until)}，已过 ${-left} 天`
          : `期限到${chineseDate(until)}，还有 ${left} 天`,
    rule: ruleNamed(one.rule),
    from: one.from,
    until,
    state: done !== null && state === 'missed' ? 'entered_later' : state,
    fulfilledBy: done === null ? null : { id: done.id, on: done.on },
    opens: {
      route: '/admissions/case',
      search: { caseId: facts.caseId, move: one.move },
    },
    permission: 'admissions.write',
  };
}

const touches = (span: Span, one: Running): boolean =>
  one.from <= span.to && one.until >= span.from;

/** Terms of admissions: of the branch, and of the committee above that approves. */
export const admissionObligations = obligationSource<readonly CaseFacts[]>({
  module: 'admissions',
  kinds: KINDS,
  async load(read, orgIds, span) {
    const asked = new Set(orgIds);
    const alive = await aliveOver(read, orgIds, span.from, span.to);
    const committees = new Set(
      alive.filter((one) => COMMITTEES.has(one.kind)).map((one) => one.orgId),
    );
    const parents = new Map<OrgId, OrgId>();
    for (const edge of await edgesOver(read, span.from, span.to, new Date(8.64e15)))
      parents.set(edge.orgId, edge.parentId);
    const committeeOf = (orgId: OrgId): OrgId | null => {
      for (let at = parents.get(orgId); at !== undefined; at = parents.get(at))
        if (committees.has(at)) return at;
      return null;
    };
    const steps = await caseStepsOf(read, LONG_AGO, span.to);
    const byCase = Map.groupBy(steps, (step) => step.caseId);
    const wanted = [...byCase].filter(([, list]) => {
      const orgId = list[0]?.orgId;
      if (orgId === undefined) return false;
      const above = committeeOf(orgId);
      return asked.has(orgId) || (above !== null && asked.has(above));
    });
    const names = await namesOf(
      read,
      wanted.flatMap(([, list]) => list.slice(0, 1).map((step) => step.personId)),
    );
    const pauses = await pausesOf(
      read,
      wanted.map(([caseId]) => caseId),
    );
    return wanted.flatMap(([caseId, list]): CaseFacts[] => {
      const [first] = list;
      if (first === undefined) return [];
      return [
        {
          caseId,
          orgId: first.orgId,
          committee: committeeOf(first.orgId),
          name: names.get(first.personId) ?? '',
          paused: (pauses.get(caseId) ?? []).some((one) => one.to === null),
          steps: list.map((step) => ({
            id: step.id,
            move: step.move,
            on: step.on,
            enteredOn: todayAt(step.enteredAt.getTime()),
          })),
        },
      ];
    });
  },
  duties: (facts, span, day) => {
    const { observeMonths } = DEFAULT_ADMISSION_SETTINGS;
    return facts.flatMap((one) =>
      termsOfCase(one.steps, { observeMonths, paused: one.paused, day })
        .filter((term) => touches(span, term))
        .flatMap((term): Duty[] => {
          const duty = dutyOf(one, term, day);
          return duty === null ? [] : [duty];
        }),
    );
  },
});
