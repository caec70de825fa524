import { Button, Drawer, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { Section } from '../../patterns/detail-page.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { PrintView } from '../../patterns/print-view.tsx';
import { paperHref, type Ballot, type Round } from './queries.ts';

interface Paper {
  readonly path: 'ballot' | 'sheet' | 'roll' | 'closing-list' | 'certificate';
  readonly label: string;
}

/** What can be printed or handed over at this point. */
export function PapersSection({ ballot, round }: { ballot: Ballot; round: Round }): ReactNode {
  const narrow = useNarrow();
  const [paper, setPaper] = useState<Paper | null>(null);
  const [layout, setLayout] = useState('2');
  const { ballotId } = ballot;
  const counted = round.state === 'counted' && ballot.destroyedOn === null;
  const papers: readonly Paper[] = [
    ...(round.onPaper ? [{ path: 'ballot', label: '纸质票' } as const] : []),
    { path: 'sheet', label: round.result === null ? '空白计票单' : '计票报告单' },
    ...(ballot.hasRoll ? [{ path: 'roll', label: '发票名册' } as const] : []),
    ...(counted && round.onScreen ? [{ path: 'closing-list', label: '票号清单' } as const] : []),
    ...(ballot.destroyedOn === null ? [] : [{ path: 'certificate', label: '销毁证明' } as const]),
  ];
  const params = {
    ballotId,
    ...(paper?.path === 'ballot'
      ? { perPage: layout.charAt(0), ...(layout.endsWith('L') ? { large: 'true' } : {}) }
      : {}),
  };
  return (
    <Section title="印制与资料">
      <div className="ballot-row">
        {papers.map((one) => (
          <Button key={one.path} onClick={() => setPaper(one)}>
            {one.label}
          </Button>
        ))}
        {counted && round.result?.shown === true ? (
          <>
            <Button href={paperHref('recount-page', { ballotId })} download>
              下载复核页
            </Button>
            <Button href={paperHref('recount-file', { ballotId })} download>
              下载复核文件
            </Button>
          </>
        ) : null}
      </div>
      {counted && round.result?.shown === true ? (
        <p className="muted">
          复核页是一个网页文件，拷到任何电脑上断网打开，浏览器现场重新计票。复核文件有票面选择、没有票码；票号清单有票号、没有选择，两者对不上号。
        </p>
      ) : null}
      <Drawer
        title={paper?.label ?? ''}
        open={paper !== null}
        onClose={() => setPaper(null)}
        size={narrow ? '100%' : 900}
        destroyOnHidden
      >
        {paper === null ? null : (
          <>
            {paper.path === 'ballot' ? (
              <Select
                aria-label="版式"
                value={layout}
                onChange={setLayout}
                options={[
                  { value: '1', label: '每页1张' },
                  { value: '2', label: '每页2张（A5）' },
                  { value: '4', label: '每页4张（A6）' },
                  { value: '1L', label: '每页1张，大字' },
                  { value: '2L', label: '每页2张，大字' },
                ]}
              />
            ) : null}
            <PrintView
              key={layout}
              title={paper.label}
              src={paperHref(paper.path, { ...params, format: 'html' })}
              downloads={[
                { label: '下载 Word', href: paperHref(paper.path, { ballotId, format: 'docx' }) },
              ]}
            />
          </>
        )}
      </Drawer>
    </Section>
  );
}
