import { Drawer } from 'antd';
import type { ReactNode } from 'react';
import { useNarrow } from '../../patterns/narrow.ts';
import { PrintView } from '../../patterns/print-view.tsx';
import { paperHref } from './queries.ts';

export interface Paper {
  readonly kind: 'committee' | 'groups' | 'terms' | 'chart' | 'handover';
  readonly title: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly formats?: readonly ('docx' | 'xlsx')[];
}

const NAMES = { docx: 'Word', xlsx: 'Excel' } as const;

/** A paper of this module as it will be printed, and as a file. */
export function PaperDrawer({
  paper,
  onClose,
}: {
  paper: Paper | null;
  onClose: () => void;
}): ReactNode {
  const narrow = useNarrow();
  return (
    <Drawer
      title={paper?.title}
      open={paper !== null}
      onClose={onClose}
      size={narrow ? '100%' : 1000}
      destroyOnHidden
    >
      {paper === null ? null : (
        <PrintView
          title={paper.title}
          src={paperHref(paper.kind, paper.params)}
          downloads={(paper.formats ?? []).map((format) => ({
            label: `下载${NAMES[format]}`,
            href: paperHref(paper.kind, { ...paper.params, format }),
          }))}
        />
      )}
    </Drawer>
  );
}
