import { App, Checkbox } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { chineseDate } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { ActionButton, type Can } from '../../patterns/action-button.tsx';
import { DetailPage } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { MeetingMark } from './meeting-mark.tsx';
import { draftsQuery, renewMeetings } from './queries.ts';
import { SignedDialog } from './signed-dialog.tsx';
import './meetings.css';

type Drafts = Answer<Api['meetings']['drafts']>;
type Draft = Drafts['rows'][number];

/** 待定稿: records begun and not final; those that lack nothing are fixed in one pass. */
export function DraftsPage(): ReactNode {
  const me = useMe();
  const query = useQuery(draftsQuery(me.acting.orgId));
  return (
    <DetailPage<Drafts>
      name="待定稿"
      back={{ to: '/meetings', label: '三会一课' }}
      query={query}
      show={(drafts) => ({
        title: '待定稿',
        lead: '不缺什么的已经勾上，看过后一次定稿；还缺内容的，点开补上。',
        sections: <DraftTable drafts={drafts} />,
      })}
    />
  );
}

function DraftTable({ drafts }: { drafts: Drafts }): ReactNode {
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [signing, setSigning] = useState(false);
  const complete = drafts.rows.filter((row) => row.hindrances.length === 0);
  const chosen = complete.filter((row) => !left.has(row.meeting.meetingId));
  const finalise = useAct({
    save: (signed: { readonly fileId: string | null; readonly by: string }, commandId) =>
      api.meetings.finalise({
        meetings: chosen.map((row) => ({
          meetingId: row.meeting.meetingId,
          basedOn: row.version,
        })),
        signedFileId: signed.fileId,
        signedBy: signed.by,
        commandId,
      }),
    savedWords: `已定稿${chosen.length}次会`,
    onSaved: () => void renewMeetings(queries),
  });
  const can: Can = drafts.can['finalise'] ?? true;
  const notHead = can !== true && can.code === 'meetings.not_confirmed';
  const turn = (row: Draft): void => {
    const { meetingId } = row.meeting;
    setLeft(
      left.has(meetingId)
        ? new Set([...left].filter((one) => one !== meetingId))
        : new Set([...left, meetingId]),
    );
  };
  const ask = (): void => {
    modal.confirm({
      title: `定稿${chosen.length}次会`,
      content: '定稿后不能再改，要改用“更正”，写明原因。',
      okText: '确认定稿',
      cancelText: '再看看',
      onOk: () => finalise.run({ fileId: null, by: '' }),
    });
  };
  if (drafts.rows.length === 0) return <p className="muted">会议记录都已经定稿。</p>;
  return (
    <>
      <div className="panel">
        <RowList<Draft>
          label="待定稿的会议记录"
          rows={drafts.rows}
          rowKey={(row) => row.meeting.meetingId}
          columns={[
            {
              key: 'title',
              title: '会议',
              card: 'head',
              render: (row) => (
                <Checkbox
                  checked={chosen.includes(row)}
                  disabled={row.hindrances.length > 0}
                  onChange={() => turn(row)}
                >
                  {row.meeting.title}
                </Checkbox>
              ),
            },
            {
              key: 'on',
              title: '日期',
              oneLine: true,
              render: (row) => chineseDate(row.meeting.heldOn),
            },
            {
              key: 'present',
              title: '实到/应到',
              number: true,
              render: (row) => `${row.counts.present}/${row.counts.entitled}`,
            },
            { key: 'by', title: '经办', card: 'none', render: (row) => row.preparedBy },
            {
              key: 'state',
              title: '状态',
              card: 'mark',
              oneLine: true,
              render: (row) => <MeetingMark row={row.meeting} />,
            },
            {
              key: 'lacks',
              title: '还缺什么',
              render: (row) =>
                row.hindrances.length === 0
                  ? '不缺'
                  : row.hindrances.map((one) => one.text).join('；'),
            },
            {
              key: 'open',
              title: '记录',
              oneLine: true,
              render: (row) =>
                row.hindrances.length === 0 ? (
                  <Link to="/meetings/one" search={{ meetingId: row.meeting.meetingId }}>
                    查看
                  </Link>
                ) : (
                  <Link to="/meetings/record" search={{ meetingId: row.meeting.meetingId }}>
                    补上
                  </Link>
                ),
            },
          ]}
        />
      </div>
      <FailureNote failure={finalise.failure} />
      {complete.length === 0 ? null : (
        <div className="form-acts">
          {notHead ? (
            <ActionButton
              label={`凭签字件定稿${chosen.length}次会`}
              can={chosen.length > 0 ? true : can}
              busy={finalise.busy}
              run={() => setSigning(true)}
            />
          ) : (
            <ActionButton
              label={chosen.length === 0 ? '定稿' : `定稿${chosen.length}次会`}
              primary
              can={can}
              busy={finalise.busy}
              run={() => {
                if (chosen.length > 0) ask();
              }}
            />
          )}
        </div>
      )}
      {signing ? (
        <SignedDialog
          busy={finalise.busy}
          onClose={() => setSigning(false)}
          onSigned={(fileId, by) => {
            setSigning(false);
            finalise.run({ fileId, by });
          }}
        />
      ) : null}
    </>
  );
}
