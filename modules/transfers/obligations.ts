import { obligationSource, type Duty } from '#engines/obligation';
import type { OrgId } from '#kernel/ids';
import { chineseDate, daysBetween, type PlainDate } from '#kernel/plain-date';
import { ruleNamed } from './rules/catalogue.ts';
import { DEFAULT_TRANSFER_SETTINGS } from './rules/facts.ts';
import { labelOf } from './rules/steps.ts';
import { termsOf, type Running } from './rules/terms.ts';
import { isOfOther } from './rules/who.ts';
import { stepDays } from './queries/facts.ts';
import { casesRunning, type CaseRow } from './store/cases.ts';
import { placesOf, type Place } from './store/directory.ts';
import { stepsOf, type StepRow } from './store/steps.ts';

const KINDS = {
  'transfers.step': '组织关系接转',
  'transfers.letter': '介绍信有效期',
  'transfers.receipt': '介绍信回执',
} as const;

interface Facts {
  readonly asked: ReadonlySet<OrgId>;
  readonly cases: readonly CaseFacts[];
}

interface CaseFacts {
  readonly row: CaseRow;
  readonly steps: readonly StepRow[];
  readonly from: Place | undefined;
  readonly to: Place | undefined;
}

/** Who is reminded: whoever does the step; what the end outside does, the end inside keeps an eye on. */
function orgOf({ row, from, to }: CaseFacts, one: Running): OrgId {
  const near = row.side === 'inward' ? row.to.orgId : row.from.orgId;
  if (isOfOther(row.side, one.actor)) return near;
  switch (one.actor) {
    case 'from_branch':
      return row.from.orgId;
    case 'from_committee':
      return from?.committeeId ?? row.from.orgId;
    case 'to_committee':
      return to?.committeeId ?? row.to.orgId;
    case 'to_branch':
      return row.to.orgId;
  }
}

function dutyOf(facts: CaseFacts, one: Running, orgId: OrgId, day: PlainDate, mine: boolean): Duty {
  const { row } = facts;
  const left = daysBetween(day, one.until);
  const { done } = one;
  const until = chineseDate(one.until);
  return {
    key: `transfers.${one.kind}:${row.caseId}:${one.from}:${one.move}:${orgId}`,
    kind: `transfers.${one.kind}`,
    orgId,
    personId: null,
    title: `${mine ? '' : '关注：'}${row.personName}组织关系接转，${labelOf(row.route, one.move)}`,
    reason:
      done !== null
        ? `已于${chineseDate(done.on)}办理`
        : left < 0
          ? `期限到${until}，已过 ${-left} 天`
          : `期限到${until}，还有 ${left} 天`,
    rule: ruleNamed(one.rule),
    from: one.from,
    until: one.until,
    state:
      done === null
        ? left < 0
          ? 'missed'
          : 'ahead'
        : done.enteredOn > one.until
          ? 'entered_later'
          : 'done',
    fulfilledBy: done === null ? null : { id: done.id, on: done.on },
    opens: { route: '/transfers/case', search: { caseId: row.caseId, move: one.move } },
    permission: 'transfers.write',
  };
}

/** Terms of transfers at both ends: the next step to whoever does it, a letter's validity to the sender too. */
export const transferObligations = obligationSource<Facts>({
  module: 'transfers',
  kinds: KINDS,
  async load(read, orgIds) {
    const rows = await casesRunning(read);
    const steps = Map.groupBy(
      await stepsOf(
        read,
        rows.map((row) => row.caseId),
      ),
      (step) => step.caseId,
    );
    const places = await placesOf(
      read,
      rows.flatMap((row) => [row.from.orgId, row.to.orgId]),
    );
    const cases = rows.map((row) => ({
      row,
      steps: steps.get(row.caseId) ?? [],
      from: places.get(row.from.orgId),
      to: places.get(row.to.orgId),
    }));
    return { asked: new Set(orgIds), cases };
  },
  duties: ({ asked, cases }, span, day) =>
    cases.flatMap((one) =>
      termsOf(one.row.route, stepDays(one.steps), DEFAULT_TRANSFER_SETTINGS.stepDays)
        .filter((term) => term.from <= span.to && term.until >= span.from)
        .flatMap((term): Duty[] => {
          const orgId = orgOf(one, term);
          const sender = one.row.from.orgId;
          // Until received the sender answers for the member: it sees the letter run out as well.
          const watched = term.kind === 'letter' && sender !== orgId && one.row.side === 'inside';
          return [
            dutyOf(one, term, orgId, day, true),
            ...(watched ? [dutyOf(one, term, sender, day, false)] : []),
          ].filter((duty) => asked.has(duty.orgId));
        }),
    ),
});
