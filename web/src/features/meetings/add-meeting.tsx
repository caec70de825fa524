import { Button, Modal } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api } from '../../api.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { GroupField, KindChoice } from './begin-board.tsx';
import { kindsQuery, type MeetingDetail } from './queries.ts';
import type { RecordKeeper } from './record-keeper.ts';

/** One more meeting at the same time and place; presence entered before is taken over. */
export function AddMeeting({
  detail,
  keeper,
}: {
  detail: MeetingDetail;
  keeper: RecordKeeper;
}): ReactNode {
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [kind, setKind] = useState<string | null>(null);
  const [groupId, setGroupId] = useState<string | null>(null);
  const kinds = useQuery({ ...kindsQuery(detail.orgId, detail.heldOn), enabled: open });
  const chosen = kinds.data?.kinds.find((one) => one.kind === kind);
  const add = useAct({
    save: async (code: string, commandId) => {
      let meetingId = '';
      await keeper.then(async (now) => {
        const made = await api.meetings.addMeeting({
          sittingId: now.sittingId,
          basedOn: now.sittingVersion,
          meeting: {
            orgId: now.orgId,
            kind: code,
            groupId: chosen?.body === 'group' ? groupId : null,
          },
          commandId,
        });
        ({ meetingId } = made);
        await keeper.renew();
      });
      return meetingId;
    },
    savedWords: '已加开',
    onSaved: (meetingId) => {
      setOpen(false);
      void navigate({ to: '/meetings/record', search: { meetingId } });
    },
  });
  return (
    <>
      <Button type="dashed" onClick={() => setOpen(true)}>
        加开一个会
      </Button>
      <Modal
        title="在同一时间地点加开"
        open={open}
        onCancel={() => setOpen(false)}
        okText="加开"
        cancelText="取消"
        confirmLoading={add.busy}
        okButtonProps={{
          disabled: chosen === undefined || (chosen.body === 'group' && groupId === null),
        }}
        onOk={() => {
          if (kind !== null) add.run(kind);
        }}
      >
        <KindChoice
          kinds={kinds.data?.kinds ?? []}
          chosen={kind === null ? [] : [kind]}
          onChange={(next) => setKind(next.at(-1) ?? null)}
        />
        {chosen?.body === 'group' ? (
          <GroupField
            orgId={detail.orgId}
            day={detail.heldOn}
            value={groupId}
            onChange={setGroupId}
          />
        ) : null}
        <FailureNote failure={add.failure} />
      </Modal>
    </>
  );
}
