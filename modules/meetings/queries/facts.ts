import { MEETING_STATES } from '#contract/meetings-words';
import type { OrgId } from '#kernel/ids';
import { chineseDate, plainDate, todayAt, type PlainDate } from '#kernel/plain-date';
import { lastSeal, type Read } from '#platform/db';
import { aliveOver, placeOf } from '#modules/organisations';
import type { FollowUpFacts } from '../documents/follow-ups.ts';
import type { HoursFacts } from '../documents/hours.ts';
import type { MinutesFacts } from '../documents/minutes.ts';
import type { NoticeFacts } from '../documents/notice.ts';
import type { PackageMeeting } from '../documents/package.ts';
import type { SignInFacts } from '../documents/sign-in.ts';
import type { YearPlanFacts } from '../documents/year-plan.ts';
import { sentText } from '../rules/text.ts';
import { paperCode } from '../rules/paper-code.ts';
import { decisionPage } from '../store/follow-ups.ts';
import { meetingsOfSitting, sittingOf, type MeetingId, type SittingId } from '../store/working.ts';
import { arrangementAt } from './arrangement.ts';
import { detail } from './detail.ts';
import { notice } from './notice.ts';
import { hours } from './own.ts';
import { followUpShape } from './shapes.ts';
import { kinds } from './lists.ts';
import { year } from './year.ts';

type Detail = NonNullable<Awaited<ReturnType<typeof detail>>>;

/** What the papers print, read from the same queries as the pages: one truth for both. */

const lastDay = (read: Read, ofYear: number): PlainDate => {
  const end = `${ofYear}-12-31` as PlainDate;
  return read.today < end ? read.today : end;
};

const orgNameOn = async (read: Read, orgId: OrgId, day: PlainDate): Promise<string> =>
  (await aliveOver(read, [orgId], day, day))[0]?.name ?? '';

/** Shapes of the contract carry days as plain text. */
const dayOfText = (text: string | null | undefined): PlainDate => plainDate(text ?? '');
const maybeDay = (text: string | null): PlainDate | null =>
  text === null ? null : plainDate(text);

const sentOf = (sent: Detail['roll'][number]['sent']): string =>
  sent === null
    ? ''
    : sentText({
        how: sent.how,
        on: dayOfText(sent.on),
        by: sent.by ?? '',
        material: sent.material ?? '',
      });

type Task = NonNullable<Detail['items'][number]['tasks']>[number];

const taskText = (task: Task): string =>
  [
    task.text,
    (task.responsible ?? null) === null ? '' : `责任人${task.responsible?.name}`,
    (task.dueOn ?? null) === null ? '' : `${chineseDate(dayOfText(task.dueOn))}前`,
  ]
    .filter((part) => part !== '')
    .join('，');

const itemFacts = (found: Detail): MinutesFacts['items'] =>
  found.items.map((item, at) => ({
    title: item.title,
    presenter: item.presenter ?? '',
    material: item.material ?? '',
    talk: item.talk ?? '',
    decision: item.decision ?? '',
    votes: (item.votes ?? []).map((vote, index) => {
      const result = found.voteResults[at]?.[index];
      return `${vote.subject}。${result?.text ?? ''}`;
    }),
    tasks: (item.tasks ?? []).map(taskText),
    outcome: item.outcome ?? '',
  }));

/** 会议记录 of one meeting; null out of sight. */
export async function minutesFacts(read: Read, meetingId: MeetingId): Promise<MinutesFacts | null> {
  const found = await detail(read, { meetingId });
  if (found === null) return null;
  const standing = found.versions.at(-1);
  const { entitled, present, leave, absent, guests } = found.counts;
  return {
    orgName: found.orgName,
    kindName: found.kind.name + (found.groupName === '' ? '' : `（${found.groupName}）`),
    title: found.title === found.kind.name ? '' : found.title,
    heldOn: plainDate(found.heldOn),
    startsAt: found.startsAt ?? found.sittingStartsAt,
    endsAt: found.endsAt ?? found.sittingEndsAt,
    place: found.place,
    form: found.form,
    yearOf: found.yearOf,
    special: found.special,
    chair: found.chair?.name ?? '',
    recorder: found.recorder?.name ?? '',
    counts: { entitled, present, leave, absent, guests },
    people: found.roll.map((line) => ({
      name: line.name,
      guest: line.part === 'guest',
      state: line.state,
      reason: line.reason,
      away: line.away,
      sent: sentOf(line.sent),
    })),
    quorum: found.quorum.needed === 0 ? '' : found.quorum.text,
    items: itemFacts(found),
    note: found.note,
    evidences: found.evidences.map(({ name, done, optional }) => ({ name, done, optional })),
    state: found.state === 'final' || found.state === 'correcting' ? found.state : 'draft',
    version: standing?.version ?? 0,
    corrections: found.versions
      .filter((one) => one.reason !== '')
      .map((one) => ({ version: one.version, at: new Date(one.at), reason: one.reason })),
    finalisedAt: found.finalisedAt === null ? null : new Date(found.finalisedAt),
    approvedBy: found.approvedBy,
    bySignedPrint: found.bySignedPrint,
    enteredLater: found.enteredLater,
    paperTotals: found.paperTotals,
    // While it is being corrected the text shown is not the one that was fixed.
    fingerprint: found.state === 'final' ? found.fingerprint : '',
    code: paperCode(found.sittingId),
    seal: await lastSeal(read),
  };
}

const signInOf = (found: Detail): SignInFacts => ({
  organisation: found.orgName,
  kindName: found.kind.name + (found.groupName === '' ? '' : `（${found.groupName}）`),
  heldOn: plainDate(found.heldOn),
  startsAt: found.startsAt ?? found.sittingStartsAt,
  place: found.place,
  code: paperCode(found.sittingId),
  entitled: found.roll
    .filter((line) => line.part === 'entitled')
    .map(({ name, note }) => ({ name, note })),
  guests: found.roll
    .filter((line) => line.part === 'guest')
    .map(({ name, note }) => ({ name, note })),
});

export async function signInFacts(read: Read, meetingId: MeetingId): Promise<SignInFacts | null> {
  const found = await detail(read, { meetingId });
  return found === null ? null : signInOf(found);
}

export async function noticeFacts(read: Read, sittingId: SittingId): Promise<NoticeFacts | null> {
  const sitting = await sittingOf(read, sittingId);
  const found = await notice(read, { sittingId });
  if (sitting === null || found === null) return null;
  return {
    organisation: await orgNameOn(read, sitting.org_id as OrgId, sitting.held_on),
    title: found.title,
    lines: found.lines,
    items: found.items,
    code: paperCode(sittingId),
    on: found.announcedAt === null ? read.today : todayAt(new Date(found.announcedAt).getTime()),
  };
}

/** Notice, sign-in and form of every meeting of a sitting that is not cancelled. */
export async function packageFacts(
  read: Read,
  sittingId: SittingId,
): Promise<{ notice: NoticeFacts; meetings: PackageMeeting[] } | null> {
  const facts = await noticeFacts(read, sittingId);
  if (facts === null) return null;
  const meetings: PackageMeeting[] = [];
  for (const meeting of await meetingsOfSitting(read, sittingId)) {
    const found = await detail(read, { meetingId: meeting.id });
    if (found === null) continue;
    meetings.push({ signIn: signInOf(found), items: found.items.map((item) => item.title) });
  }
  return { notice: facts, meetings };
}

/** The year's plan and what has become of it. */
export async function yearPlanFacts(
  read: Read,
  input: { readonly orgId: OrgId; readonly year: number },
): Promise<YearPlanFacts | null> {
  const found = await year(read, input);
  const day = lastDay(read, input.year);
  const rules = await kinds(read, { orgId: input.orgId, on: day });
  if (found === null || rules === null) return null;
  return {
    orgName: await orgNameOn(read, input.orgId, day),
    year: input.year,
    on: read.today,
    activityDay: rules.activityDayText,
    kinds: found.kinds.map((one) => ({
      name: one.kind.name,
      wanted: one.wanted,
      held: one.held,
      planned: one.planned,
      basis: one.wanted === null ? '' : one.kind.basis,
    })),
    meetings: found.kinds
      .flatMap((one) => one.meetings)
      .toSorted(
        (a, b) => a.heldOn.localeCompare(b.heldOn) || a.meetingId.localeCompare(b.meetingId),
      )
      .map((row) => ({
        heldOn: plainDate(row.heldOn),
        kindName: row.kindName,
        title: row.title,
        place: row.place,
        state: row.enteredLater
          ? '补录'
          : row.state === 'final'
            ? '已开'
            : MEETING_STATES[row.state],
      })),
  };
}

/** Decisions made in a year with their outcome, in order of days. */
export async function followUpFacts(
  read: Read,
  input: { readonly orgId: OrgId; readonly year: number },
): Promise<FollowUpFacts | null> {
  const place = await placeOf(read, input.orgId);
  if (place === null) return null;
  const arrangement = await arrangementAt(read, place, read.today);
  const all = { limit: 2_000, offset: 0 };
  const rows = [
    ...(await decisionPage(read, input.orgId, true, all)).rows,
    ...(await decisionPage(read, input.orgId, false, all)).rows,
  ].filter((row) => row.decided_on.startsWith(String(input.year)));
  return {
    orgName: await orgNameOn(read, input.orgId, lastDay(read, input.year)),
    year: input.year,
    on: read.today,
    rows: rows
      .map((row) => followUpShape(arrangement, row, read.today))
      .toSorted((a, b) => a.decidedOn.localeCompare(b.decidedOn))
      .map((row) => ({
        ...row,
        decidedOn: plainDate(row.decidedOn),
        dueOn: maybeDay(row.dueOn),
        closedOn: maybeDay(row.closedOn),
        responsible: row.responsible?.name ?? '',
      })),
  };
}

/** Study minutes of everybody in a year. */
export async function hoursFacts(
  read: Read,
  input: { readonly orgId: OrgId; readonly year: number },
): Promise<HoursFacts | null> {
  const found = await hours(read, input);
  if (found === null) return null;
  return {
    orgName: await orgNameOn(read, input.orgId, lastDay(read, input.year)),
    year: input.year,
    on: lastDay(read, input.year),
    lines: found.lines.map(({ name, minutes, sessions }) => ({ name, minutes, sessions })),
  };
}
