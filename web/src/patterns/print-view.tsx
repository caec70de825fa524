import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import './patterns.css';

export interface PrintViewProps {
  /** Names the paper, e.g. 2026年11月党费收缴明细表. */
  readonly title: string;
  /** Address of the print page the server makes. */
  readonly src: string;
  /** The same paper as Word or Excel. */
  readonly downloads?: readonly { readonly label: string; readonly href: string }[];
  /** Takes a click on a link of the paper; its page runs no scripts and leads nowhere by itself. */
  readonly onLink?: (href: string) => void;
}

/** The paper as it will be printed, in a frame; the printed page is the server's own and runs no scripts. */
export function PrintView({ title, src, downloads = [], onLink }: PrintViewProps): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const [ready, setReady] = useState(false);
  return (
    <div className="print-view">
      <div className="print-acts">
        <Button
          type="primary"
          icon={<PrinterOutlined />}
          disabled={!ready}
          onClick={() => {
            frame.current?.contentWindow?.focus();
            frame.current?.contentWindow?.print();
          }}
        >
          打印
        </Button>
        {downloads.map((download) => (
          <Button key={download.href} href={download.href}>
            {download.label}
          </Button>
        ))}
      </div>
      <iframe
        ref={frame}
        title={title}
        src={src}
        sandbox="allow-same-origin allow-modals allow-popups"
        className="print-frame"
        onLoad={(event) => {
          setReady(true);
          if (onLink === undefined) return;
          event.currentTarget.contentDocument?.addEventListener('click', (click) => {
            const target = click.target as Element | null;
            const href = target?.closest('a[href]')?.getAttribute('href');
            if (href === null || href === undefined || href.startsWith('#')) return;
            click.preventDefault();
            onLink(href);
          });
        }}
      />
    </div>
  );
}
