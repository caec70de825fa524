import { Button, Input, Modal } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type ReactNode } from 'react';
import { api, readFailure, type Failure } from '../../api.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';

/** A paper of a meeting lies on the desk: the code printed on it leads back to the record. */
export function FindByCode(): ReactNode {
  const id = useId();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const find = async (): Promise<void> => {
    if (code.trim() === '') return;
    setBusy(true);
    setFailure(null);
    try {
      const { meetingId } = await api.meetings.findByCode({ code: code.trim() });
      if (meetingId !== null) void navigate({ to: '/meetings/one', search: { meetingId } });
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>按编号找</Button>
      <Modal
        title="按纸上的编号找会议"
        open={open}
        onCancel={() => setOpen(false)}
        okText="打开"
        cancelText="取消"
        confirmLoading={busy}
        onOk={() => void find()}
      >
        <label htmlFor={id}>通知、签到表、会议记录右上角的编号</label>
        <Input
          id={id}
          value={code}
          maxLength={40}
          placeholder="如 01A2-0097-9609-ECBB"
          onChange={(event) => setCode(event.target.value)}
          onPressEnter={() => void find()}
        />
        <FailureNote failure={failure} />
      </Modal>
    </>
  );
}
