import type { PlainDate } from '#kernel/plain-date';
import type { Read } from '#platform/db';
import { finalStateOf } from '../policy.ts';
import type { Arrangement } from '../rules/arrangement.ts';
import { spanOf } from '../rules/credit.ts';
import { viewOf } from '../rules/minutes.ts';
import type { PlannedKind } from '../rules/own-kinds.ts';
import type { RecordFacts } from '../rules/record.ts';
import { tapsOf } from '../store/check-in.ts';
import { filesOf, type FileUse } from '../store/files.ts';
import type { MeetingRow, SittingRow } from '../store/working.ts';

/**
 * A meeting as it is written now: presence, quorum, votes and what the record lacks. `attachedNow`: its
 * files, where they were asked for already.
 */
export async function recordFacts(
  read: Read,
  meeting: MeetingRow,
  sitting: SittingRow,
  arrangement: Arrangement,
  kind: PlannedKind,
  attachedNow?: Awaited<ReturnType<typeof filesOf>>,
): Promise<RecordFacts & { readonly attached: Awaited<ReturnType<typeof filesOf>> }> {
  const taps = meeting.state === 'final' ? new Set<string>() : await tapsOf(read, sitting.id);
  const attached = attachedNow ?? (await filesOf(read, meeting.id));
  const uses = attached.map((file) => file.use);
  return {
    ...factsFrom(read.today, meeting, sitting, arrangement, kind, { taps, uses }),
    attached,
  };
}

/** The same from what is known without asking: who signed in by phone, and what files are for. */
export function factsFrom(
  today: PlainDate,
  meeting: MeetingRow,
  sitting: SittingRow,
  arrangement: Arrangement,
  kind: PlannedKind,
  known: { readonly taps: ReadonlySet<string>; readonly uses: readonly FileUse[] },
): RecordFacts {
  return {
    kind,
    state: finalStateOf(meeting.state),
    entry: meeting.entry,
    form: meeting.form,
    heldOn: meeting.held_on,
    today,
    timed:
      spanOf(
        { startsAt: meeting.starts_at, endsAt: meeting.ends_at },
        { startsAt: sitting.starts_at, endsAt: sitting.ends_at },
      ) !== null,
    content: meeting.content,
    view: viewOf(kind, meeting.content, meeting.state === 'final' ? {} : sitting.marks, {
      recusedLeaveCount: arrangement.settings.recusedLeaveCount,
      taps: known.taps,
    }),
    files: new Set(known.uses),
  };
}
