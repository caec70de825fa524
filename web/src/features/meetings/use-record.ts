import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { api, readFailure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { detailQuery, type MeetingDetail } from './queries.ts';
import { RecordKeeper, type RecordSnapshot } from './record-keeper.ts';

const storageName = (meetingId: string): string => `zhibu.record.${meetingId}`;

function stash(meetingId: string, text: string | null): void {
  try {
    // Of this window only: minutes should not stay behind on a shared computer.
    if (text === null) window.sessionStorage.removeItem(storageName(meetingId));
    else window.sessionStorage.setItem(storageName(meetingId), text);
  } catch {
    // nothing to keep it in; saving goes on
  }
}

function stashed(meetingId: string): string | null {
  try {
    return window.sessionStorage.getItem(storageName(meetingId));
  } catch {
    return null;
  }
}

/** The keeper of one record on this page, and what it holds now. */
export function useRecord(detail: MeetingDetail): {
  readonly keeper: RecordKeeper;
  readonly snapshot: RecordSnapshot;
} {
  const queries = useQueryClient();
  const [keeper] = useState(() => {
    const { meetingId, sittingId } = detail;
    return new RecordKeeper(detail, {
      load: () => queries.fetchQuery({ ...detailQuery(meetingId), staleTime: 0 }),
      saveMinutes: (payload, basedOn, commandId) =>
        api.meetings.saveMinutes({ ...payload, meetingId, basedOn, commandId }),
      setPresence: (marks, only, basedOn, commandId) =>
        api.meetings.setPresence({
          sittingId,
          basedOn,
          meetingId: only ? meetingId : undefined,
          marks: marks.map(({ key, state, reason, away, sent }) => ({
            key,
            state,
            reason: state === 'leave' ? reason : '',
            away: state === 'present' ? [...away] : [],
            sent: state === 'leave' || state === 'absent' ? (sent ?? undefined) : undefined,
          })),
          commandId,
        }),
      newCommandId,
      readFailure,
      stash: (text) => stash(meetingId, text),
      stashed: () => stashed(meetingId),
      later: (work, milliseconds) => {
        const timer = window.setTimeout(work, milliseconds);
        return () => window.clearTimeout(timer);
      },
    });
  });
  const snapshot = useSyncExternalStore(keeper.subscribe, keeper.read);
  useEffect(() => () => void keeper.flush(), [keeper]);
  return { keeper, snapshot };
}
