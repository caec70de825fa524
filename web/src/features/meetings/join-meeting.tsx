import { Modal } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { chineseDate, chineseWeekday } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { detailQuery, renewMeetings, waitingQuery, type MeetingDetail } from './queries.ts';

/** 并会: this planned meeting moves to the time and place of another one that is still to be held. */
export function JoinMeeting({
  detail,
  onClose,
}: {
  detail: MeetingDetail;
  onClose: () => void;
}): ReactNode {
  const queries = useQueryClient();
  const [chosen, setChosen] = useState<MeetingDetail['meetingId'] | null>(null);
  const waiting = useQuery(waitingQuery(detail.orgId));
  const others = (waiting.data?.rows ?? []).filter((row) => row.sittingId !== detail.sittingId);
  const join = useAct({
    save: async (meetingId: MeetingDetail['meetingId'], commandId) => {
      const other = await queries.fetchQuery({ ...detailQuery(meetingId), staleTime: 0 });
      return api.meetings.joinSitting({
        sittingId: other.sittingId,
        basedOn: other.sittingVersion,
        meetingIds: [detail.meetingId],
        commandId,
      });
    },
    savedWords: '已并到一次开',
    onSaved: () => {
      void renewMeetings(queries);
      onClose();
    },
  });
  return (
    <Modal
      title="并到另一次会"
      open
      onCancel={onClose}
      okText="并到这次开"
      cancelText="取消"
      confirmLoading={join.busy}
      okButtonProps={{ disabled: chosen === null }}
      onOk={() => {
        if (chosen !== null) join.run(chosen);
      }}
    >
      <p>时间、地点随那次会，到会只登记一次；各会分别记录、分别定稿。</p>
      {waiting.isPending ? <p className="muted">正在读取</p> : null}
      {waiting.data !== undefined && others.length === 0 ? (
        <p className="muted">没有其他待开的会。</p>
      ) : null}
      <div className="choice-list" role="radiogroup" aria-label="并到哪次会">
        {others.map((row) => (
          <label key={row.meetingId}>
            <input
              type="radio"
              name="join"
              checked={chosen === row.meetingId}
              onChange={() => setChosen(row.meetingId)}
            />
            <span>
              {chineseDate(row.heldOn)} {chineseWeekday(row.heldOn)} {row.startsAt ?? ''}{' '}
              {row.title}
            </span>
          </label>
        ))}
      </div>
      <FailureNote failure={join.failure} />
    </Modal>
  );
}
