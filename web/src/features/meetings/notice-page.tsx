import { App, Button, Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useRef, useState, type ReactNode } from 'react';
import type { TextAreaRef } from 'antd/es/input/TextArea.js';
import type { Id } from '#kernel/ids';
import { api, type Answer, type Api } from '../../api.ts';
import { DetailPage, Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { noticeQuery, renewMeetings } from './queries.ts';
import { noticeRoute } from './routes.ts';
import './meetings.css';

type Notice = Answer<Api['meetings']['notice']>;

/** 发通知: words for the chat group, on screen for the members, on paper. */
export function NoticePage(): ReactNode {
  const { sittingId = '', meetingId } = noticeRoute.useSearch();
  const navigate = useNavigate();
  const query = useQuery(noticeQuery(sittingId));
  return (
    <DetailPage<Notice>
      name="会议通知"
      back={
        meetingId === undefined
          ? { to: '/meetings', label: '三会一课' }
          : { to: `/meetings/one?meetingId=${meetingId}`, label: '会议' }
      }
      query={query}
      show={(notice) => ({
        title: notice.title,
        facts: notice.lines.map((line) => ({ label: line.label, value: line.text })),
        actions: [
          {
            label: '打印',
            can: true,
            run: () =>
              void navigate({
                to: '/meetings/print',
                search: { paper: 'notice', sittingId, meetingId },
              }),
          },
        ],
        sections: (
          <NoticeSections
            key={notice.chatText}
            notice={notice}
            sittingId={sittingId as Id<'Sitting'>}
          />
        ),
      })}
    />
  );
}

function NoticeSections({
  notice,
  sittingId,
}: {
  notice: Notice;
  sittingId: Id<'Sitting'>;
}): ReactNode {
  const { message } = App.useApp();
  const off = notice.change === 'cancelled';
  const queries = useQueryClient();
  const field = useRef<TextAreaRef>(null);
  const id = useId();
  const [text, setText] = useState(notice.chatText);
  const [note, setNote] = useState('');
  const announce = useAct({
    save: (words: string, commandId) =>
      api.meetings.announce({ sittingId, basedOn: notice.version, note: words, commandId }),
    savedWords: '已发出，党员登录后看得到',
    onSaved: () => void renewMeetings(queries),
  });
  const copy = async (): Promise<void> => {
    const area = field.current?.resizableTextArea?.textArea;
    area?.focus();
    area?.select();
    const done = await copyText(text);
    if (done) void message.success('已复制，到群里粘贴即可');
    else void message.info('文字已选中，请按 Ctrl+C 复制');
  };
  return (
    <>
      <Section
        title="发到群里"
        actions={
          <Button type="primary" onClick={() => void copy()}>
            复制文字
          </Button>
        }
      >
        <Input.TextArea
          ref={field}
          className="chat-text"
          aria-label="发到群里的文字"
          value={text}
          autoSize={{ minRows: 5 }}
          onChange={(event) => setText(event.target.value)}
        />
      </Section>
      {off ? (
        <p className="note">
          {notice.announcedAt === null
            ? '这次会没有在系统里通知过。'
            : '在系统里收到过通知的同志，登录后已经看到“取消”。'}
        </p>
      ) : (
        <Section
          title="在系统里通知"
          note={
            notice.announcedAt === null
              ? '应到的同志登录后在首页看到。'
              : notice.change === null
                ? '已经通知过；再发一次，以这次的内容为准。'
                : '党员登录后已经看到“改期”；要加附言的，再发一次。'
          }
        >
          <div className="sitting-fields">
            <div className="wide">
              <label htmlFor={id}>附言（可不写）</label>
              <Input
                id={id}
                value={note}
                maxLength={1000}
                placeholder="如：请带笔记本"
                onChange={(event) => setNote(event.target.value)}
              />
            </div>
          </div>
          <FailureNote failure={announce.failure} />
          <div className="form-acts">
            <Button loading={announce.busy} onClick={() => announce.run(note)}>
              {notice.announcedAt === null ? '发出通知' : '再发一次'}
            </Button>
          </div>
        </Section>
      )}
    </>
  );
}

/** Copies what is selected; plain http in an office network has no clipboard interface. */
async function copyText(text: string): Promise<boolean> {
  try {
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(text);
      return true;
    }
  } catch {
    // refused by the browser: the older way is tried
  }
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}
