import { Button } from 'antd';
import { useRef, type ReactNode } from 'react';
import './patterns.css';

interface FileButtonProps {
  readonly label: string;
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** A small button that lets one choose files. */
export function FileButton({ label, busy, onFiles }: FileButtonProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <span className="file-button">
      <input
        ref={input}
        type="file"
        multiple
        className="visually-hidden"
        aria-label={`选择文件：${label}`}
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button size="small" loading={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </span>
  );
}
