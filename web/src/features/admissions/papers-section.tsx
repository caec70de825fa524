import { Button } from 'antd';
import { Link } from '@tanstack/react-router';
import { useRef, useState, type ReactNode } from 'react';
import { api, readFailure, uploadFile, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import type { CaseDetail, PaperKey } from './queries.ts';
import { printRoute } from './routes.ts';
import { CASE_PAPERS } from './words.ts';

interface PapersProps {
  readonly detail: CaseDetail;
  readonly renew: () => Promise<void>;
}

type Paper = CaseDetail['papers'][number];

/** 材料: the dossier as a checklist; papers to be archived first, scans attached. */
export function PapersSection({ detail, renew }: PapersProps): ReactNode {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState<PaperKey | null>(null);
  const editable = detail.can['write'] === true;
  const { caseId } = detail;

  const run = async (key: PaperKey, work: () => Promise<unknown>): Promise<void> => {
    setBusy(key);
    setFailure(null);
    try {
      await work();
      await renew();
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(null);
    }
  };
  const attach = (key: PaperKey, files: readonly File[]): Promise<void> =>
    run(key, async () => {
      for (const file of files) {
        const fileId = await uploadFile(file, 'attachment');
        await api.admissions.attach({ caseId, paper: key, fileId, commandId: newCommandId() });
      }
    });
  const detach = (key: PaperKey, id: Paper['files'][number]['id']): Promise<void> =>
    run(key, () => api.admissions.detach({ caseId, id, commandId: newCommandId() }));

  // A resolution is printed from a vote that was taken.
  const voted = detail.steps.some((one) => one.vote !== '');
  const prints = CASE_PAPERS.filter(({ kind }) => kind !== 'resolution' || voted);
  const archived = detail.papers.filter((one) => one.archived);
  const working = detail.papers.filter((one) => !one.archived);
  const missing = archived.filter((one) => !one.there);
  const list = (papers: readonly Paper[]): ReactNode => (
    <ul className="case-papers">
      {papers.map((paper) => (
        <li key={paper.key}>
          <span className="case-paper">
            <span aria-hidden="true">{paper.there ? '✓' : '○'}</span> {paper.name}
            <span className="muted">{paper.there ? '（有）' : '（还没有）'}</span>
          </span>
          {editable ? (
            <ScanButton
              name={paper.name}
              busy={busy === paper.key}
              onFiles={(files) => void attach(paper.key, files)}
            />
          ) : null}
          {paper.files.map((file) => (
            <span key={file.id} className="case-scan">
              <a href={`/api/files/${file.fileId}`}>{file.name}</a>
              {editable ? (
                <Button
                  size="small"
                  type="text"
                  aria-label={`取下${file.name}`}
                  onClick={() => void detach(paper.key, file.id)}
                >
                  取下
                </Button>
              ) : null}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
  return (
    <Section
      title="材料"
      note={
        missing.length === 0
          ? '应归档的材料齐全。'
          : `应归档${archived.length}种，还缺${missing.length}种：${missing.map((one) => one.name).join('、')}。`
      }
    >
      <h3>应归档</h3>
      {list(archived)}
      <h3>过程材料</h3>
      {list(working)}
      <FailureNote failure={failure} />
      <h3>打印</h3>
      <ul className="case-prints" aria-label="打印">
        {prints.map(({ kind, title }) => (
          <li key={kind}>
            <Link to={printRoute.to} search={{ caseId, kind }}>
              打印{title}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface ScanButtonProps {
  readonly name: string;
  readonly busy: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

function ScanButton({ name, busy, onFiles }: ScanButtonProps): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        accept="image/*,application/pdf"
        className="visually-hidden"
        aria-label={`选择文件：${name}扫描件`}
        tabIndex={-1}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          if (files.length > 0) onFiles(files);
        }}
      />
      <Button
        size="small"
        loading={busy}
        aria-label={`附扫描件：${name}`}
        onClick={() => input.current?.click()}
      >
        附扫描件
      </Button>
    </>
  );
}
