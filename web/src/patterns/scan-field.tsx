import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import type { Id } from '#kernel/ids';
import { readFailure, uploadFile, type Failure } from '../api.ts';
import { FailureNote } from './form-drawer.tsx';
import { FileButton } from './file-button.tsx';

interface ScanFieldProps {
  /** Given by the form's field. */
  readonly value?: Id<'File'> | undefined;
  readonly onChange?: (value: Id<'File'> | undefined) => void;
}

/** One scan or picture of a paper, uploaded at once and kept by the form. */
export function ScanField({ value, onChange }: ScanFieldProps): ReactNode {
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const send = async ([file]: readonly File[]): Promise<void> => {
    if (file === undefined) return;
    setBusy(true);
    setFailure(null);
    try {
      onChange?.(await uploadFile(file, 'scan'));
      setName(file.name);
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {value === undefined ? (
        <FileButton label="附上扫描件" busy={busy} onFiles={(files) => void send(files)} />
      ) : (
        <Button
          size="small"
          aria-label={`不附${name}`}
          onClick={() => {
            onChange?.(undefined);
            setName('');
          }}
        >
          {name} ×
        </Button>
      )}
      <FailureNote failure={failure} />
    </>
  );
}
