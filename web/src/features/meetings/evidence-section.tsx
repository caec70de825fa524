import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { FILE_USES } from '#contract/meetings-words';
import { api, readFailure, uploadFile, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { FileButton } from '../../patterns/file-button.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import type { MeetingDetail } from './queries.ts';

type Use = MeetingDetail['files'][number]['use'];

interface EvidenceSectionProps {
  readonly detail: MeetingDetail;
  readonly renew: () => Promise<void>;
  readonly editable: boolean;
}

const size = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} KB`
    : `${(bytes / 1e6).toFixed(1)} MB`;

/** 六有 as a checklist; pictures stay optional. Files are cleaned of where they were taken. */
export function EvidenceSection({ detail, renew, editable }: EvidenceSectionProps): ReactNode {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [advice, setAdvice] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState<Use | null>(null);

  const attach = async (use: Use, files: readonly File[]): Promise<void> => {
    setBusy(use);
    setFailure(null);
    try {
      for (const file of files) {
        const fileId = await uploadFile(file, use === 'pictures' ? 'picture' : 'attachment');
        const saved = await api.meetings.attach({
          meetingId: detail.meetingId,
          use,
          fileId,
          commandId: newCommandId(),
        });
        setAdvice(saved.advice.map((one) => one.text));
      }
      await renew();
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(null);
    }
  };
  const detach = async (fileId: MeetingDetail['files'][number]['fileId']): Promise<void> => {
    setFailure(null);
    try {
      await api.meetings.detach({
        meetingId: detail.meetingId,
        fileId,
        commandId: newCommandId(),
      });
      await renew();
    } catch (error) {
      setFailure(readFailure(error));
    }
  };

  return (
    <Section title={detail.evidences.length >= 6 ? '六有' : '资料'}>
      <ul className="evidences">
        {detail.evidences.map((one) => (
          <li key={one.evidence}>
            <span className={one.done ? 'evidence done' : 'evidence'}>
              <span aria-hidden="true">{one.done ? '✓' : '○'}</span> {one.name}
              <span className="muted">
                {one.done ? '（有）' : one.optional ? '（可不附）' : '（还没有）'}
              </span>
            </span>
            {editable ? (
              <FileButton
                label={`添加${one.name}`}
                busy={busy === one.evidence}
                onFiles={(files) => void attach(one.evidence, files)}
              />
            ) : null}
          </li>
        ))}
        {editable ? (
          <li>
            <span className="evidence">其他附件</span>
            <FileButton
              label="添加其他附件"
              busy={busy === 'other'}
              onFiles={(files) => void attach('other', files)}
            />
          </li>
        ) : null}
      </ul>
      {detail.files.length === 0 ? null : (
        <ul className="files">
          {detail.files.map((file) => (
            <li key={file.fileId}>
              <a href={`/api/files/${file.fileId}`}>{file.name}</a>
              <span className="muted">
                {FILE_USES[file.use]}，{size(file.size)}
                {file.repeatedIn.length === 0
                  ? ''
                  : `；同一张图片也用于${file.repeatedIn.join('、')}`}
              </span>
              {editable ? (
                <Button
                  size="small"
                  type="text"
                  aria-label={`移除${file.name}`}
                  onClick={() => void detach(file.fileId)}
                >
                  移除
                </Button>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      {advice.map((text) => (
        <p key={text} className="note">
          {text}
        </p>
      ))}
      <FailureNote failure={failure} />
    </Section>
  );
}
