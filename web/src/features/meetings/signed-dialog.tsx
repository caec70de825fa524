import { Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { readFailure, uploadFile, type Failure } from '../../api.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { FileButton } from '../../patterns/file-button.tsx';

/** 定稿 by the print that the head signed: its scan and the name. */
export function SignedDialog({
  busy,
  onClose,
  onSigned,
}: {
  busy: boolean;
  onClose: () => void;
  onSigned: (fileId: string, by: string) => void;
}): ReactNode {
  const id = useId();
  const [by, setBy] = useState('');
  const [file, setFile] = useState<{ fileId: string; name: string } | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [sending, setSending] = useState(false);
  const send = async (chosen: File | undefined): Promise<void> => {
    if (chosen === undefined) return;
    setSending(true);
    setFailure(null);
    try {
      setFile({ fileId: await uploadFile(chosen, 'scan'), name: chosen.name });
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      title="凭签字件定稿"
      open
      onCancel={onClose}
      okText="定稿"
      cancelText="取消"
      confirmLoading={busy}
      okButtonProps={{ disabled: file === null || by.trim() === '' }}
      onOk={() => file !== null && onSigned(file.fileId, by.trim())}
    >
      <p>书记在打印的会议记录上签字后，把签字件扫描或拍照上传。</p>
      <div className="sitting-fields">
        <div>
          <label htmlFor={id}>签字人</label>
          <Input
            id={id}
            value={by}
            maxLength={40}
            onChange={(event) => setBy(event.target.value)}
          />
        </div>
        <div>
          <FileButton label="选择签字件" busy={sending} onFiles={([one]) => void send(one)} />
          {file === null ? null : <span>{file.name}</span>}
        </div>
      </div>
      <FailureNote failure={failure} />
    </Modal>
  );
}
