import type { meetingsContract } from '#contract/meetings';
import type { Inputs, Outputs } from '#contract/lib';
import { meetingsWhy, type meetingsRefusals } from '#contract/meetings-refusals';
import type { Id } from '#kernel/ids';
import { refuse, type Refusal } from '#kernel/result';
import { tenantMark, type Read } from '#platform/db';
import { partyGroups } from '#modules/organisations';
import { isHeadOf } from '../policy.ts';
import type { Arrangement } from '../rules/arrangement.ts';
import { isBackfill } from '../rules/backfill.ts';
import { outlook } from '../rules/quorum.ts';
import { evidenceList, hindrancesOf, recordAdvice, type RecordFacts } from '../rules/record.ts';
import { sittingAdvice } from '../rules/sitting.ts';
import { decisionRows } from '../store/follow-ups.ts';
import { filesOf, meetingsWithFile } from '../store/files.ts';
import { versionHeads, type VersionHead } from '../store/held.ts';
import { openMeetingOf, placeOfRow, type MeetingRow, type SittingRow } from '../store/working.ts';
import { arrangementAt } from './arrangement.ts';
import { nameOn } from './finalised.ts';
import { rollOn } from './people.ts';
import { recordFacts } from './record.ts';
import { followUpShape, kindShape } from './shapes.ts';

type In = Inputs<typeof meetingsContract>['detail'];
type Out = Outputs<typeof meetingsContract>['detail'];

export const told = (refusal: Refusal): { code: string; text: string } => ({
  code: refusal.code,
  text: meetingsWhy(refusal),
});

/** What the one who looks may do now. */
function canOf(read: Read, meeting: MeetingRow, hindrances: readonly Refusal[]): Out['can'] {
  const no = (code: keyof typeof meetingsRefusals): Refusal => refuse(code).refusal;
  const inReach = read.actor.scope !== null && meeting.org_path.startsWith(read.actor.scope);
  const may = inReach && read.actor.permissions.has('meetings.prepare');
  const denied = refuse('common.not_allowed').refusal;
  const when = (open: boolean, otherwise: Refusal): true | Refusal =>
    may ? open || otherwise : denied;
  const { state } = meeting;
  const waiting = state === 'planned' || state === 'announced';
  const writable = waiting || state === 'started' || state === 'ready' || state === 'correcting';
  const written = writable && !waiting;
  const [hindrance] = hindrances;
  const ready = hindrance === undefined ? true : hindrance;
  const head = isHeadOf(read.actor, meeting.org_id);
  return {
    save: when(writable, no('meetings.finalised')),
    start: when(waiting, no('meetings.already_started')),
    announce: when(waiting, no('meetings.already_started')),
    presence: when(written, waiting ? no('meetings.not_started') : no('meetings.finalised')),
    submit: when(state === 'started', no(waiting ? 'meetings.not_held' : 'meetings.already_final')),
    finalise: !may ? denied : ready !== true ? ready : head || no('meetings.not_confirmed'),
    finaliseSigned: may ? ready : denied,
    reopen: when(state === 'final', no('meetings.correction_before_final')),
    dropCorrection: when(state === 'correcting', no('meetings.correction_before_final')),
    cancel: when(writable && state !== 'correcting', no('meetings.finalised')),
  };
}

export const versionShape = (row: VersionHead): Out['versions'][number] => ({
  version: row.version,
  at: row.entered_at.toISOString(),
  preparedBy: row.prepared_name,
  approvedBy: row.approved_name,
  bySignedPrint: row.signed_file_id !== null,
  fingerprint: row.fingerprint,
  reason: row.correction_reason,
});

async function filesShape(read: Read, meeting: MeetingRow, facts: Facts): Promise<Out['files']> {
  const pictures = facts.attached.filter((file) => file.use === 'pictures');
  const repeated = await meetingsWithFile(
    read,
    pictures.map((file) => file.hash),
    meeting.id,
  );
  return facts.attached.map((file) => ({
    fileId: file.file_id as Id<'File'>,
    use: file.use,
    name: file.name,
    mime: file.mime,
    size: Number(file.size),
    repeatedIn: repeated
      .filter((other) => other.hash === file.hash)
      .map((other) => `${other.held_on} ${other.title}`),
  }));
}

type Facts = Awaited<ReturnType<typeof recordFacts>>;

const quorumShape = ({ advice: _, ...quorum }: RecordFacts['view']['quorum']): Out['quorum'] =>
  quorum;

const countsShape = (facts: RecordFacts): Out['counts'] => {
  const { counts, lines } = facts.view;
  return {
    entitled: counts.shouldAttend,
    present: counts.present,
    leave: counts.leave,
    absent: counts.absent,
    unknown: counts.unknown,
    guests: counts.satIn,
    frailAway: lines.filter(
      (line) => line.column === 'attend' && line.frail && line.state !== 'present',
    ).length,
  };
};

const recordShape = (facts: RecordFacts) => ({
  roll: facts.view.lines.map(({ column, voting, alarm: _, ...line }) => ({
    ...line,
    away: [...line.away],
    sent: line.sent ?? null,
    part: column === 'attend' ? ('entitled' as const) : ('guest' as const),
    votes: voting,
  })),
  counts: countsShape(facts),
  quorum: quorumShape(facts.view.quorum),
  neededToDecide: outlook(facts.kind.like, facts.view.counts.voters, 0).needed,
  itemQuorums: facts.view.itemQuorums.map(quorumShape),
  voteResults: facts.view.votes.map((votes) =>
    votes.map((result) =>
      result.ok
        ? {
            passed: result.value.passed,
            needed: result.value.approvalsNeeded,
            text: result.value.text,
          }
        : { passed: false, needed: 0, text: told(result.refusal).text },
    ),
  ),
  evidences: evidenceList(facts),
  hindrances: hindrancesOf(facts).map(told),
});

const minutesShape = (meeting: MeetingRow, sitting: SittingRow) => ({
  title: meeting.title,
  startsAt: meeting.starts_at,
  endsAt: meeting.ends_at,
  sittingStartsAt: sitting.starts_at,
  sittingEndsAt: sitting.ends_at,
  yearOf: meeting.year_of,
  special: meeting.special,
  campaign: meeting.campaign,
  chair: meeting.content.chair,
  recorder: meeting.content.recorder,
  items: meeting.content.items.map((item) => ({
    ...item,
    votes: [...item.votes],
    tasks: [...item.tasks],
  })),
  note: meeting.content.note,
});

/** An item that two kinds of one sitting claim (situation 5). */
const claimedTwice = (arrangement: Arrangement, all: readonly MeetingRow[]) =>
  sittingAdvice(
    all.flatMap((one) => {
      const kind = arrangement.known.get(one.kind);
      const items = one.content.items.map((item) => item.title);
      return kind === undefined ? [] : [{ kind: kind.like, from: 0, to: 1, items }];
    }),
  ).filter((advice) => advice.code === 'meetings.item_in_two_meetings');

/** One meeting in full: plan, roll, minutes, what it lacks, what may be done. Null out of sight. */
export async function detail(read: Read, input: In): Promise<Out | null> {
  // What hangs on the id alone is asked for together with the meeting.
  const [opened, attached, versions] = await Promise.all([
    openMeetingOf(read, input.meetingId),
    filesOf(read, input.meetingId),
    versionHeads(read, input.meetingId),
    tenantMark(read),
  ]);
  if (opened === null) return null;
  const { meeting: found, sitting, all } = opened;
  const place = placeOfRow(found);
  const [arrangement, open, orgName] = await Promise.all([
    arrangementAt(read, place, found.held_on),
    decisionRows(read, place.orgId, true, { limit: 50, offset: 0 }),
    nameOn(read, found.org_id, found.held_on),
  ]);
  const kind = arrangement.known.get(found.kind);
  if (kind === undefined) return null;
  const frozen = sitting.started_at !== null;
  const roll = frozen
    ? found.content.roll
    : await rollOn(read, place.orgId, kind, found.group_id, found.held_on);
  const meeting = { ...found, content: { ...found.content, roll } };
  const facts = await recordFacts(read, meeting, sitting, arrangement, kind, attached);
  const standing = versions.at(-1);
  const onAgenda: ReadonlySet<string | null> = new Set(
    meeting.content.items.map((item) => item.followUpOf),
  );
  const groups =
    meeting.group_id === null ? [] : await partyGroups(read, place.orgId, meeting.held_on);
  const siblings = all.filter((one) => one.id !== found.id);
  return {
    ...minutesShape(meeting, sitting),
    ...recordShape(facts),
    advice: [...recordAdvice(facts), ...claimedTwice(arrangement, all)],
    meetingId: meeting.id,
    sittingId: sitting.id,
    version: meeting.version,
    sittingVersion: sitting.version,
    orgId: place.orgId,
    orgName,
    kind: kindShape(kind, arrangement, null),
    groupId: meeting.group_id as Id<'Group'> | null,
    groupName: groups.find((one) => one.groupId === meeting.group_id)?.name ?? '',
    form: meeting.form,
    state: meeting.state,
    heldOn: meeting.held_on,
    place: sitting.place,
    rollFrozen: frozen,
    files: await filesShape(read, meeting, facts),
    siblings: siblings.map((one) => ({
      meetingId: one.id,
      kindName: arrangement.known.get(one.kind)?.name ?? '',
      title: one.title,
      state: one.state,
    })),
    openMatters: open
      .map((row) => followUpShape(arrangement, row, read.today))
      .filter((matter) => matter.meetingId !== meeting.id && !onAgenda.has(matter.decisionId)),
    preparedBy: meeting.prepared_name,
    approvedBy: standing?.approved_name ?? '',
    bySignedPrint: (standing?.signed_file_id ?? null) !== null,
    fingerprint: standing?.fingerprint ?? '',
    finalisedAt: standing?.entered_at.toISOString() ?? null,
    versions: versions.map(versionShape),
    enteredLater:
      standing !== undefined &&
      isBackfill(standing.held_on, standing.recorded_on, arrangement.settings),
    paperTotals: meeting.entry === 'paper_totals',
    announcedAt: sitting.announced_at?.toISOString() ?? null,
    checkInCode: sitting.check_in_code,
    can: canOf(read, meeting, hindrancesOf(facts)),
  };
}
