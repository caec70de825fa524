import { obligationSource, type Duty, type Span } from '#engines/obligation';
import type { OrgId, PersonId } from '#kernel/ids';
import {
  addDays,
  addMonths,
  addYears,
  chineseDate,
  daysBetween,
  type PlainDate,
} from '#kernel/plain-date';
import { may, type Read } from '#platform/db';
import { historiesOf, namesOf, rightsOn, suspendedOver } from '#modules/members';
import { ruleNamed } from './rules/catalogue.ts';
import { monthsSince } from './rules/clocks.ts';
import { openIn } from './store/cases.ts';
import { lostIn, searchesOf } from './store/lost.ts';

const KINDS = {
  'status.lost': '失联查找',
  'status.strike': '停止党籍满2年',
  'status.correction': '限期改正期满',
  'status.rights': '恢复党员权利',
} as const;

interface Running {
  readonly key: string;
  readonly kind: keyof typeof KINDS;
  readonly orgId: OrgId;
  readonly title: string;
  readonly rule: string;
  readonly from: PlainDate;
  readonly until: PlainDate;
  /** Said before how many days are left. */
  readonly said: (day: PlainDate) => string;
  readonly opens: Duty['opens'];
}

/** Days before an end from which it is prepared. */
const AHEAD = 30;
/** Months of lost contact from which the secretary is reminded. */
const REMIND_FROM = 1;
const STRIKE_YEARS = 2;

function dutyOf(one: Running, day: PlainDate): Duty {
  const left = daysBetween(day, one.until);
  const term =
    left < 0
      ? `${chineseDate(one.until)}已到，已过 ${-left} 天`
      : `到${chineseDate(one.until)}还有 ${left} 天`;
  const said = one.said(day);
  return {
    key: one.key,
    kind: one.kind,
    orgId: one.orgId,
    personId: null,
    title: one.title,
    reason: said === '' ? term : `${said}，${term}`,
    rule: ruleNamed(one.rule),
    from: one.from,
    until: one.until,
    state: left < 0 ? 'missed' : 'ahead',
    fulfilledBy: null,
    opens: one.opens,
    permission: 'status.write',
  };
}

async function lostDuties(read: Read, orgIds: readonly OrgId[]): Promise<Running[]> {
  const rows = await lostIn(read, orgIds);
  const names = await namesOf(
    read,
    rows.map((row) => row.personId),
  );
  const histories = await historiesOf(
    read,
    rows.map((row) => row.personId),
  );
  const searches = await searchesOf(
    read,
    rows.map((row) => row.lostId),
  );
  return rows
    .filter((row) => {
      const { standing } = rightsOn(histories.get(row.personId), read.today);
      return standing === 'full' || standing === 'probationary';
    })
    .map((row) => ({
      key: `status.lost:${row.lostId}`,
      kind: 'status.lost',
      orgId: row.orgId,
      title: `查找失联党员${names.get(row.personId) ?? ''}`,
      rule: 'status.lost.suspend',
      from: addMonths(row.since, REMIND_FROM),
      until: addMonths(row.since, 6),
      said: (day) =>
        `失联已满${monthsSince(row.since, day)}个月，查找记录${(searches.get(row.lostId) ?? []).length}次`,
      opens: { route: '/status/lost', search: { lostId: row.lostId } },
    }));
}

async function strikeDuties(read: Read, orgIds: readonly OrgId[]): Promise<Running[]> {
  const rows = await suspendedOver(read, orgIds);
  const names = await namesOf(
    read,
    rows.map((row) => row.personId),
  );
  return rows.map((row) => {
    const until = addYears(row.from, STRIKE_YEARS);
    return {
      key: `status.strike:${row.personId}:${row.from}`,
      kind: 'status.strike',
      orgId: row.orgId,
      title: `${names.get(row.personId) ?? ''}停止党籍满2年`,
      rule: 'status.lost.strike',
      from: addDays(until, -AHEAD),
      until,
      said: () => `${chineseDate(row.from)}停止党籍，仍未取得联系的按程序除名`,
      opens: { route: '/members/file', search: { personId: row.personId } },
    };
  });
}

async function caseDuties(read: Read, orgIds: readonly OrgId[]): Promise<Running[]> {
  const rows = await openIn(read, orgIds);
  const people: PersonId[] = rows.map((row) => row.personId);
  const names = await namesOf(read, people);
  const histories = await historiesOf(read, people);
  return rows.flatMap((row): Running[] => {
    // Who left the rosters, by death too, is nobody's duty any more.
    if (rightsOn(histories.get(row.personId), read.today).standing === 'gone') return [];
    const name = names.get(row.personId) ?? '';
    const shared = {
      orgId: row.place.orgId,
      opens: { route: '/status/case', search: { caseId: row.caseId } },
    };
    if (row.kind === 'correction' && row.state === 'correcting' && row.until !== null)
      return [
        {
          ...shared,
          key: `status.correction:${row.caseId}`,
          kind: 'status.correction',
          title: `${name}限期改正期满，作出认定`,
          rule: 'handle.correct.max',
          from: addDays(row.until, -AHEAD),
          until: row.until,
          said: () => '',
        },
      ];
    const barred =
      row.kind === 'discipline' && row.state === 'in_effect' && row.until !== null
        ? (histories.get(row.personId)?.restrictions ?? []).some(
            (one) => one.kind === 'barred' && one.to === null,
          )
        : false;
    return barred && row.until !== null
      ? [
          {
            ...shared,
            key: `status.rights:${row.caseId}`,
            kind: 'status.rights',
            title: `${name}留党察看期满，讨论恢复党员权利`,
            rule: 'discipline.restore',
            from: addDays(row.until, -AHEAD),
            until: row.until,
            said: () => '',
          },
        ]
      : [];
  });
}

const touches = (span: Span, one: Running, day: PlainDate): boolean =>
  (one.from <= span.to && one.until >= span.from) || (one.until < span.from && day <= span.to);

/**
 * What membership and handling owe, for the handling posts alone: whoever may not read cases gets nothing, not
 * even a count. Who died or left owes nothing from that day on.
 */
export const statusObligations = obligationSource<readonly Running[]>({
  module: 'status',
  kinds: KINDS,
  async load(read, orgIds) {
    if (!may(read.actor, 'status.read')) return [];
    return [
      ...(await lostDuties(read, orgIds)),
      ...(await strikeDuties(read, orgIds)),
      ...(await caseDuties(read, orgIds)),
    ];
  },
  duties: (facts, span, day) =>
    facts
      .filter((one) => day >= one.from && touches(span, one, day))
      .map((one) => dutyOf(one, day)),
});
