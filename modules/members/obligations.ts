import { obligationSource, type Duty, type Span } from '#engines/obligation';
import type { OrgId } from '#kernel/ids';
import {
  addDays,
  chineseDate,
  daysBetween,
  firstDayOf,
  lastDayOf,
  monthOf,
  type PlainDate,
} from '#kernel/plain-date';
import { ruleOf } from '#kernel/rule';
import { MEMBER_RULES } from './rules/catalogue.ts';
import {
  gapsOn,
  medalSpan,
  probationsOn,
  reachingFifty,
  yearsOf,
  type FileFacts,
  type ProbationDuty,
} from './rules/duties.ts';
import { dutyRows } from './store/duties.ts';

/** Days before the end of a probation from which 转正 is prepared. */
const AHEAD = 60;

interface Facts {
  readonly rows: readonly FileFacts[];
}

const touches = (span: Span, from: PlainDate, until: PlainDate): boolean =>
  from <= span.to && until >= span.from;

function probationDuty(one: ProbationDuty, name: string, day: PlainDate): Duty {
  const { facts, end, done } = one;
  const left = daysBetween(day, end);
  const late = done === null && left < 0;
  return {
    key: `members.probation:${facts.personId}:${end}`,
    kind: 'members.probation',
    orgId: facts.orgId as OrgId,
    personId: null,
    title: `${name}同志预备期届满，讨论转正`,
    reason:
      done === null
        ? late
          ? `预备期已于${chineseDate(end)}届满，还没有登记转正、延长或取消`
          : `预备期到${chineseDate(end)}届满，还有 ${left} 天`
        : `已于${chineseDate(done.from)}转正`,
    rule: ruleOf(MEMBER_RULES, 'probation.length'),
    from: addDays(end, -AHEAD),
    until: end,
    state: done === null ? (late ? 'missed' : 'ahead') : 'done',
    fulfilledBy: done === null ? null : { id: done.id, on: done.from },
    opens: {
      route: '/members/file',
      search: { personId: facts.personId, act: 'regularise' },
    },
    permission: 'members.write',
  };
}

function medalDuties(facts: Facts, span: Span, day: PlainDate): Duty[] {
  return yearsOf(span.from, span.to).flatMap((year): Duty[] => {
    const { from, until } = medalSpan(year);
    // Papers go up between April and July; afterwards the list is a list, no duty.
    if (!touches(span, from, until) || day > until) return [];
    const byOrg = Map.groupBy(reachingFifty(facts.rows, year, day), (row) => row.orgId);
    return [...byOrg].map(([orgId, people]) => ({
      key: `members.fifty-years:${year}:${orgId}`,
      kind: 'members.fifty-years',
      orgId: orgId as OrgId,
      personId: null,
      title: `提出“光荣在党50年”名单`,
      reason: `到${chineseDate(until)}有 ${people.length} 名同志党龄满50年`,
      rule: ruleOf(MEMBER_RULES, 'medal.years'),
      from,
      until,
      state: 'ahead',
      fulfilledBy: null,
      opens: { route: '/members/fifty-years', search: { year: String(year), orgId } },
      permission: 'members.write',
    }));
  });
}

/** One duty per branch, as long as something is missing that would break something; asked for by the end of each month. */
function gapDuties(facts: Facts, span: Span, day: PlainDate): Duty[] {
  if (day < span.from || day > span.to) return [];
  const month = monthOf(day);
  return [...Map.groupBy(facts.rows, (row) => row.orgId)].flatMap(([orgId, rows]): Duty[] => {
    const { people, kinds } = gapsOn(rows, day);
    const [first] = kinds;
    if (first === undefined) return [];
    return [
      {
        key: `members.quality:${month}:${orgId}`,
        kind: 'members.quality',
        orgId: orgId as OrgId,
        personId: null,
        title: `补全 ${people} 名党员的信息`,
        reason: kinds.map((kind) => `${kind.name}${kind.count}处`).join('，'),
        rule: ruleOf(MEMBER_RULES, 'form.complete'),
        from: firstDayOf(month),
        until: lastDayOf(month),
        state: 'ahead',
        fulfilledBy: null,
        opens: { route: '/members/quality', search: { orgId, breaks: first.breaks } },
        permission: 'members.write',
      },
    ];
  });
}

/** What members owe a branch in deadlines: 转正, the list of 50 years in April, and gaps in the files. */
export const memberObligations = obligationSource<Facts>({
  module: 'members',
  kinds: {
    'members.probation': '转正',
    'members.fifty-years': '在党50年',
    'members.quality': '党员信息',
  },
  load: async (read, orgIds, span) => ({
    rows: (await dutyRows(read, orgIds, addDays(span.from, -1), span.to)).map((row) => ({
      id: row.id,
      personId: row.person_id,
      orgId: row.org_id,
      category: row.category,
      from: row.valid_from,
      to: row.valid_to,
      name: row.name,
      joinedOn: row.joined_on,
      regularisedOn: row.regularised_on,
      extensionMonths: row.extension_months,
      correctionMonths: row.correction,
      bornOn: row.born_on,
      sex: row.sex,
      ethnic: row.ethnic,
      education: row.education,
      work: row.work,
    })),
  }),
  duties: (facts, span, day) => [
    ...probationsOn(facts.rows, day)
      .filter((one) => touches(span, addDays(one.end, -AHEAD), one.end) || one.done === null)
      .map((one) =>
        probationDuty(one, facts.rows.find((row) => row.id === one.facts.id)?.name ?? '', day),
      )
      .filter((duty) => touches(span, duty.from, duty.until) || duty.state === 'missed'),
    ...medalDuties(facts, span, day),
    ...gapDuties(facts, span, day),
  ],
});
