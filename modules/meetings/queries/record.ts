import type { Read } from '#platform/db';
import { finalStateOf } from '../policy.ts';
import type { Arrangement } from '../rules/arrangement.ts';
import { viewOf } from '../rules/minutes.ts';
import type { PlannedKind } from '../rules/own-kinds.ts';
import type { RecordFacts } from '../rules/record.ts';
import { tapsOf } from '../store/check-in.ts';
import { filesOf } from '../store/files.ts';
import type { MeetingRow, SittingRow } from '../store/working.ts';

/** A meeting as it is written now: presence, quorum, votes and what the record lacks. */
export async function recordFacts(
  read: Read,
  meeting: MeetingRow,
  sitting: SittingRow,
  arrangement: Arrangement,
  kind: PlannedKind,
): Promise<RecordFacts & { readonly attached: Awaited<ReturnType<typeof filesOf>> }> {
  const final = meeting.state === 'final';
  const taps = final ? new Set<string>() : await tapsOf(read, sitting.id);
  const attached = await filesOf(read, meeting.id);
  return {
    kind,
    state: finalStateOf(meeting.state),
    entry: meeting.entry,
    form: meeting.form,
    heldOn: meeting.held_on,
    today: read.today,
    content: meeting.content,
    view: viewOf(kind, meeting.content, final ? {} : sitting.marks, {
      recusedLeaveCount: arrangement.settings.recusedLeaveCount,
      taps,
    }),
    files: new Set(attached.map((file) => file.use)),
    attached,
  };
}
