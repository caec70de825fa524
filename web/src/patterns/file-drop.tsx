import { Button } from 'antd';
import { useRef, useState, type ReactNode } from 'react';

export interface FileDropProps {
  readonly accept: string;
  readonly busy: boolean;
  readonly hint?: ReactNode;
  readonly onFile: (file: File) => void;
}

/** Choose a file by button, or drop it. */
export function FileDrop({ accept, busy, hint, onFile }: FileDropProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={over ? 'file-drop over' : 'file-drop'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer.files;
        if (file !== undefined && !busy) onFile(file);
      }}
    >
      <input
        ref={input}
        type="file"
        accept={accept}
        className="visually-hidden"
        aria-label="选择文件"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file !== undefined) onFile(file);
        }}
      />
      <Button type="primary" loading={busy} onClick={() => input.current?.click()}>
        选择文件
      </Button>
      <p className="muted">也可以把文件拖到这里</p>
      {hint === undefined ? null : <div className="muted">{hint}</div>}
    </div>
  );
}
