import { App, Button, Modal } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { api, readFailure, type Failure } from '../../api.ts';
import { ActionButton } from '../../patterns/action-button.tsx';
import { newCommandId } from '../../patterns/command-id.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { renewMeetings } from './queries.ts';
import type { RecordKeeper, RecordSnapshot } from './record-keeper.ts';
import { SignedDialog } from './signed-dialog.tsx';
import { shortPrint } from './words.ts';

interface FinalSectionProps {
  readonly keeper: RecordKeeper;
  readonly snapshot: RecordSnapshot;
}

/** 定稿: what still hinders it, who does it, and the fingerprint of the words afterwards. */
export function FinalSection({ keeper, snapshot }: FinalSectionProps): ReactNode {
  const { detail, saving } = snapshot;
  const { message, modal } = App.useApp();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [signing, setSigning] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const can = detail.can['finalise'] ?? true;
  const notHead = can !== true && can.code === 'meetings.not_confirmed';

  const ask = async (): Promise<void> => {
    setFailure(null);
    await keeper.flush();
    const { saving: now } = keeper.read();
    if (now.state !== 'saved') return;
    setAsking(true);
  };
  const finalise = async (signed?: { fileId: string; by: string }): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      let fingerprint = '';
      await keeper.then(async (now) => {
        const done = await api.meetings.finalise({
          meetings: [{ meetingId: now.meetingId, basedOn: now.version }],
          signedFileId: signed?.fileId ?? null,
          signedBy: signed?.by ?? '',
          commandId: newCommandId(),
        });
        fingerprint = done.fingerprints[0] ?? '';
      });
      void message.success(`已定稿，校验码 ${shortPrint(fingerprint)}`, 6);
      await renewMeetings(queries);
      await navigate({ to: '/meetings/one', search: { meetingId: detail.meetingId } });
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
      setAsking(false);
    }
  };
  const submit = async (): Promise<void> => {
    setFailure(null);
    try {
      await keeper.then(async (now) => {
        await api.meetings.submit({
          meetingId: now.meetingId,
          basedOn: now.version,
          commandId: newCommandId(),
        });
        await keeper.renew();
      });
      void message.success('已送书记审定');
    } catch (error) {
      setFailure(readFailure(error));
    }
  };
  const drop = (): void => {
    modal.confirm({
      title: '放弃更正',
      content: '回到定稿的内容，这次改的都不保留。',
      okText: '放弃更正',
      cancelText: '继续更正',
      onOk: async () => {
        await keeper.then((now) =>
          api.meetings.dropCorrection({
            meetingId: now.meetingId,
            basedOn: now.version,
            commandId: newCommandId(),
          }),
        );
        await renewMeetings(queries);
        await navigate({ to: '/meetings/one', search: { meetingId: detail.meetingId } });
      },
    });
  };

  const hindrances = detail.hindrances.filter(() => saving.state === 'saved');
  return (
    <Section title="定稿" note="定稿后不能再改，要改用“更正”，写明原因，原来的记录也保留。">
      {hindrances.length === 0 ? null : (
        <ul className="hindrances" aria-label="定稿前还要">
          {hindrances.map((one) => (
            <li key={one.code + one.text}>{one.text}</li>
          ))}
        </ul>
      )}
      <FailureNote failure={failure} />
      <div className="form-acts">
        {notHead ? (
          <>
            <Button
              type="primary"
              onClick={() => void submit()}
              disabled={detail.state === 'ready'}
            >
              {detail.state === 'ready' ? '已送书记审定' : '送书记审定'}
            </Button>
            <Button onClick={() => setSigning(true)}>凭签字件定稿</Button>
          </>
        ) : (
          <ActionButton
            label="定稿"
            primary
            // What hinders is asked anew when pressed: the last words may not be saved yet.
            can={saving.state === 'saved' ? can : true}
            busy={busy}
            run={() => void ask()}
          />
        )}
        {detail.state === 'correcting' ? <Button onClick={drop}>放弃更正</Button> : null}
      </div>
      <Modal
        title={detail.state === 'correcting' ? '更正定稿' : '定稿'}
        open={asking}
        onCancel={() => setAsking(false)}
        okText="确认定稿"
        cancelText="再看看"
        confirmLoading={busy}
        onOk={() => void finalise()}
      >
        <p>
          应到{detail.counts.entitled}人，实到{detail.counts.present}人；议题{detail.items.length}
          项，表决{detail.items.reduce((sum, item) => sum + item.votes.length, 0)}次。
        </p>
        {detail.advice.map((one) => (
          <p key={one.code + one.text} className="muted">
            {one.text}
          </p>
        ))}
        {detail.hindrances.map((one) => (
          <p key={one.code + one.text} className="refusal">
            {one.text}
          </p>
        ))}
      </Modal>
      {signing ? (
        <SignedDialog
          busy={busy}
          onClose={() => setSigning(false)}
          onSigned={(fileId, by) => {
            setSigning(false);
            void finalise({ fileId, by });
          }}
        />
      ) : null}
    </Section>
  );
}
