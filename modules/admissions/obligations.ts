import { obligationSource, type Duty, type Span } from '#engines/obligation';
import type { OrgId } from '#kernel/ids';
import type { OrgPath } from '#kernel/org-path';
import { addMonths, chineseDate, daysBetween, todayAt, type PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { diedAmong, namesOf } from '#modules/members';
import { aliveOver, edgesOver } from '#modules/organisations';
import { ruleNamed } from './rules/catalogue.ts';
import {
  COMMITTEE_MOVES,
  LONGEST_TERM,
  TERM_MOVES,
  termsOfCase,
  type Running,
  type StepDay,
} from './rules/terms.ts';
import { APPROVING } from './rules/words.ts';
import { pausesOf, settingsOn } from './store/parts.ts';
import { termStepsOf, type StepLine } from './store/steps.ts';

const KINDS = {
  'admissions.talk': '申请后谈话',
  'admissions.observe': '半年考察',
  'admissions.meeting': '预审后开会',
  'admissions.approval': '审批预备党员',
  'admissions.oath': '入党宣誓',
  'admissions.regularise': '审批转正',
} as const;

interface CaseFacts {
  readonly caseId: string;
  /** Null where the branch is not among those asked for. */
  readonly branch: OrgId | null;
  /** The committee that approves, where it is among those asked for. */
  readonly committee: OrgId | null;
  readonly name: string;
  readonly paused: boolean;
  readonly observeMonths: number;
  readonly steps: readonly StepDay[];
}

function dutyOf(facts: CaseFacts, one: Running, day: PlainDate): Duty | null {
  const orgId = one.actor === 'branch' ? facts.branch : facts.committee;
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

/**
 * The committee that approves for each branch: the nearest above with that power (DEV26 art. 22), by the tree
 * of a span's last day.
 */
async function approvers(
  read: Read,
  span: Span,
  noPower: readonly string[],
): Promise<(orgId: OrgId) => OrgId | null> {
  const edges = await edgesOver(read, span.to, span.to, null);
  const parents = new Map(edges.map((edge) => [edge.orgId, edge.parentId]));
  const above = await aliveOver(read, [...new Set(parents.values())], span.to, span.to);
  const powers = new Set(
    above
      .filter((one) => APPROVING.has(one.kind) && !noPower.includes(one.orgPath))
      .map((one) => one.orgId),
  );
  return (orgId) => {
    for (let at = parents.get(orgId); at !== undefined; at = parents.get(at))
      if (powers.has(at)) return at;
    return null;
  };
}

/** Steps that terms of the span are reckoned from: all of the branches asked for, of others those of their committees. */
async function stepsFor(
  read: Read,
  span: Span,
  branches: readonly OrgId[],
  committees: readonly OrgId[],
): Promise<StepLine[]> {
  const from = addMonths(span.from, -LONGEST_TERM);
  const own = await termStepsOf(read, { orgIds: branches }, TERM_MOVES, from, span.to);
  const { scope } = read.actor;
  if (committees.length === 0 || scope === null) return own;
  const known = new Set(branches);
  const others = await termStepsOf(read, { path: scope }, COMMITTEE_MOVES, from, span.to);
  return [...own, ...others.filter((step) => !known.has(step.place.orgId))];
}

/** Terms of admissions: of the branch, and of the committee above that approves. */
export const admissionObligations = obligationSource<readonly CaseFacts[]>({
  module: 'admissions',
  kinds: KINDS,
  async load(read, orgIds, span) {
    const asked = new Set(orgIds);
    const alive = await aliveOver(read, orgIds, span.from, span.to);
    const committees = new Set(
      alive.filter((one) => APPROVING.has(one.kind)).map((one) => one.orgId),
    );
    const settings = await settingsOn(read, read.today);
    const { noPower } = settings('' as OrgPath);
    const committeeOf = committees.size === 0 ? () => null : await approvers(read, span, noPower);
    const branches = orgIds.filter((orgId) => !committees.has(orgId));
    const steps = await stepsFor(read, span, branches, [...committees]);
    const wanted = [...Map.groupBy(steps, (step) => step.caseId)].flatMap(([caseId, list]) => {
      const [first] = list;
      if (first === undefined) return [];
      const { orgId, orgPath } = first.place;
      const above = committeeOf(orgId);
      const committee = above !== null && asked.has(above) ? above : null;
      const branch = asked.has(orgId) ? orgId : null;
      if (branch === null && committee === null) return [];
      const { observeMonths } = settings(orgPath);
      return [{ caseId, branch, committee, list, observeMonths, personId: first.personId }];
    });
    const people = wanted.map((one) => one.personId);
    const names = await namesOf(read, people);
    // A death stops every reminder that day.
    const died = await diedAmong(read, people);
    const pauses = await pausesOf(
      read,
      wanted.map((one) => one.caseId),
    );
    const living = wanted.filter((one) => !died.has(one.personId));
    return living.map(({ list, personId, ...one }): CaseFacts => ({
      ...one,
      name: names.get(personId) ?? '',
      paused: (pauses.get(one.caseId) ?? []).some((pause) => pause.to === null),
      steps: list.map((step) => ({
        id: step.id,
        move: step.move,
        on: step.on,
        enteredOn: todayAt(step.enteredAt.getTime()),
      })),
    }));
  },
  duties: (facts, span, day) =>
    facts.flatMap((one) =>
      termsOfCase(one.steps, { observeMonths: one.observeMonths, paused: one.paused, day })
        .filter((term) => touches(span, term))
        .flatMap((term): Duty[] => {
          const duty = dutyOf(one, term, day);
          return duty === null ? [] : [duty];
        }),
    ),
});
