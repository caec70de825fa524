import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { todayAt } from '#kernel/plain-date';
import { Fault } from '../../app/fault.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { Timeline } from '../../patterns/timeline.tsx';
import { versionQuery, type MeetingDetail } from './queries.ts';
import { shortPrint } from './words.ts';

/** Every version with who, when and why; the words of a former one open under it, with what was changed. */
export function VersionHistory({ detail }: { detail: MeetingDetail }): ReactNode {
  const [open, setOpen] = useState<number | null>(null);
  const last = detail.versions.at(-1)?.version;
  if (detail.versions.length === 0) return null;
  return (
    <Section title="定稿与更正">
      <Timeline
        label="定稿与更正"
        items={detail.versions.map((one) => ({
          key: String(one.version),
          on: todayAt(Date.parse(one.at)),
          title: `第${one.version}版　${one.reason === '' ? '定稿' : `更正：${one.reason}`}`,
          by: `经办 ${one.preparedBy} · 审定 ${one.approvedBy}${one.bySignedPrint ? '（签字件）' : ''}`,
          detail: (
            <>
              校验码 {shortPrint(one.fingerprint)}
              {one.version === last ? null : (
                <>
                  {' '}
                  <Button
                    size="small"
                    type="link"
                    aria-expanded={open === one.version}
                    onClick={() => setOpen(open === one.version ? null : one.version)}
                  >
                    {open === one.version ? '收起' : `看第${one.version}版原文`}
                  </Button>
                  {open === one.version ? (
                    <VersionText meetingId={detail.meetingId} version={one.version} />
                  ) : null}
                </>
              )}
            </>
          ),
          ...(one.reason === '' ? {} : { mark: '更正' as const }),
        }))}
      />
    </Section>
  );
}

function VersionText({
  meetingId,
  version,
}: {
  meetingId: MeetingDetail['meetingId'];
  version: number;
}): ReactNode {
  const query = useQuery(versionQuery(meetingId, version));
  if (query.data === undefined)
    return query.error === null ? (
      <p className="muted">正在读取</p>
    ) : (
      <Fault error={query.error} retry={() => query.refetch()} />
    );
  const { lines, added } = query.data;
  const gone = lines.filter((line) => line.gone);
  return (
    <div className="former-text">
      {gone.length === 0 ? null : <p className="muted">第{version + 1}版删去或改写：</p>}
      {gone.map((line, index) => (
        <p key={`${index}${line.text}`}>
          <del>{line.text}</del>
        </p>
      ))}
      {added.length === 0 ? null : <p className="muted">第{version + 1}版写上：</p>}
      {added.map((text) => (
        <p key={text}>
          <ins>{text}</ins>
        </p>
      ))}
      <p className="muted">第{version}版全文：</p>
      {lines.map((line, index) => (
        <p key={`${index}${line.text}`}>{line.text}</p>
      ))}
    </div>
  );
}
