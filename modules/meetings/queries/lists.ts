import type { meetingsContract } from '#contract/meetings';
import type { Inputs, Outputs } from '#contract/lib';
import { offsetOf } from '#kernel/paging';
import { chineseWeekday, dayOf, plainMonth } from '#kernel/plain-date';
import { tenantMark, type Read } from '#platform/db';
import { placeOf } from '#modules/organisations';
import { MEETING_RULES } from '../rules/catalogue.ts';
import { THREE_AND_ONE } from '../rules/kinds.ts';
import { fixedDayIn, type FixedDay } from '../rules/rhythm.ts';
import { decisionPage } from '../store/follow-ups.ts';
import { meetingPage, WAITING } from '../store/lists.ts';
import { arrangementAt, dutyFactsOn } from './arrangement.ts';
import { followUpShape, kindShape, rowShapes } from './shapes.ts';

type In = Inputs<typeof meetingsContract>;
type Out = Outputs<typeof meetingsContract>;

const WEEK = { 1: '第一个', 2: '第二个', 3: '第三个', 4: '第四个', last: '最后一个' } as const;

/** `每月最后一个星期三` */
export function activityDayText(day: FixedDay | null): string {
  if (day === null) return '';
  const example = fixedDayIn(plainMonth('2026-01'), day);
  return `每月${WEEK[day.week]}${chineseWeekday(example)}`;
}

/** Kinds that can be held at an organisation on a day, with what it owes and what it set. */
export async function kinds(read: Read, input: In['kinds']): Promise<Out['kinds'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const on = input.on ?? read.today;
  const arrangement = await arrangementAt(read, place, on);
  const facts = await dutyFactsOn(read, input.orgId, on, arrangement);
  return {
    kinds: arrangement.kinds.map((kind) => kindShape(kind, arrangement, facts)),
    activityDay: arrangement.activityDay,
    activityDayText: activityDayText(arrangement.activityDay),
    lateAfterDays: arrangement.settings.backfillAfterDays,
    keeps: [...arrangement.keeps],
    rules: [...MEETING_RULES],
  };
}

const setOf = (set: In['list']['set']) => {
  if (set === undefined) return {};
  return set === 'others'
    ? { notKinds: [...THREE_AND_ONE, 'theme_day'] }
    : { kinds: THREE_AND_ONE };
};

/** Meetings of an organisation, those to come first, or of all below it, the latest first. */
export async function list(read: Read, input: In['list']): Promise<Out['list'] | null> {
  const [place] = await Promise.all([placeOf(read, input.orgId), tenantMark(read)]);
  if (place === null) return null;
  const found = await meetingPage(
    read,
    {
      ...(input.below ? { below: place.orgPath } : { orgId: input.orgId }),
      ...(input.year === undefined
        ? {}
        : { from: dayOf(input.year, 1, 1), to: dayOf(input.year, 12, 31) }),
      kind: input.kind,
      ...setOf(input.set),
      state: input.state,
      ...(input.waiting === true ? { states: WAITING } : {}),
    },
    { limit: input.pageSize, offset: offsetOf(input) },
  );
  const arrangement = await arrangementAt(read, place, read.today);
  return { rows: await rowShapes(read, arrangement, found.rows), total: found.total };
}

/** Decisions of an organisation to be carried out, the earliest due first. */
export async function followUps(
  read: Read,
  input: In['followUps'],
): Promise<Out['followUps'] | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const arrangement = await arrangementAt(read, place, read.today);
  const page = { limit: input.pageSize, offset: offsetOf(input) };
  const found = await decisionPage(read, input.orgId, input.open, page);
  return {
    rows: found.rows.map((row) => followUpShape(arrangement, row, read.today)),
    total: found.total,
  };
}
