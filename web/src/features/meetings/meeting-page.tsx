import { Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { FORMS } from '#contract/meetings-words';
import { chineseDate, chineseWeekday } from '#kernel/plain-date';
import type { Refusal } from '#kernel/result';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import type { Action } from '../../patterns/action-button.tsx';
import { DetailPage } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { JoinMeeting } from './join-meeting.tsx';
import { MeetingMark } from './meeting-mark.tsx';
import { MeetingSections } from './meeting-sections.tsx';
import { detailQuery, renewMeetings, type MeetingDetail } from './queries.ts';
import { meetingRoute } from './routes.ts';
import { listOf, shortPrint, spanText } from './words.ts';
import './meetings.css';

type Ask = 'correct' | 'cancel' | 'join' | null;

/** One meeting in reading order, with what may be done now. */
export function MeetingPage(): ReactNode {
  const me = useMe();
  const { meetingId = '' } = meetingRoute.useSearch();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const query = useQuery(detailQuery(meetingId));
  const [ask, setAsk] = useState<Ask>(null);
  const notice = (): void =>
    void navigate({
      to: '/meetings/notice',
      search: { sittingId: query.data?.sittingId, meetingId },
    });
  const record = (): void => void navigate({ to: '/meetings/record', search: { meetingId } });

  return (
    <>
      <DetailPage<MeetingDetail>
        name="会议记录"
        query={query}
        back={
          me.acting.standing === 'above'
            ? { to: '/meetings/below', label: '各支部会议' }
            : listOf(query.data)
        }
        show={(detail) => ({
          title: detail.title === '' ? detail.kind.name : detail.title,
          lead: (
            <>
              {detail.orgName}　<MeetingMark row={detail} />
            </>
          ),
          facts: factsOf(detail),
          actions: actionsOf(detail, {
            record,
            notice,
            ask: setAsk,
          }),
          sections: <MeetingSections detail={detail} />,
        })}
      />
      {ask === 'join' && query.data !== undefined ? (
        <JoinMeeting detail={query.data} onClose={() => setAsk(null)} />
      ) : null}
      <FormDrawer<{ reason: string }, unknown>
        title={ask === 'cancel' ? '取消这次会' : '更正'}
        open={ask === 'cancel' || ask === 'correct'}
        onClose={() => setAsk(null)}
        saveLabel={ask === 'cancel' ? '取消这次会' : '开始更正'}
        lead={
          ask === 'cancel'
            ? '取消的会和原因都保留，可以查到。已经在系统里通知的，党员看到“取消”；群里的请再发取消通知。'
            : '写明原因后修改，再次定稿后成为新的版本；原来的记录保留，随时可以查看。'
        }
        onSaved={() => {
          void renewMeetings(queries);
          if (ask === 'correct') record();
          else if (query.data?.announcedAt !== null) notice();
        }}
        save={async ({ reason }, commandId) => {
          const detail = query.data;
          if (detail === undefined) return;
          const target = { meetingId: detail.meetingId, basedOn: detail.version, commandId };
          if (ask === 'cancel') await api.meetings.cancelMeeting({ ...target, reason });
          else await api.meetings.reopen({ ...target, reason });
        }}
      >
        <Field name="reason" label="原因" required>
          <Input.TextArea maxLength={200} autoSize={{ minRows: 2 }} />
        </Field>
      </FormDrawer>
    </>
  );
}

const held = (detail: MeetingDetail): boolean =>
  detail.rollFrozen || detail.paperTotals || detail.finalisedAt !== null;

function factsOf(detail: MeetingDetail): { label: string; value: ReactNode }[] {
  const span = spanText(
    detail.startsAt ?? detail.sittingStartsAt,
    detail.endsAt ?? detail.sittingEndsAt,
  );
  return [
    {
      label: '时间',
      value: `${chineseDate(detail.heldOn)} ${chineseWeekday(detail.heldOn)} ${span}`,
    },
    { label: '地点', value: detail.place === '' ? '—' : detail.place },
    { label: '种类', value: detail.kind.name },
    ...(detail.groupName === '' ? [] : [{ label: '党小组', value: detail.groupName }]),
    ...(detail.form === 'meeting' ? [] : [{ label: '方式', value: FORMS[detail.form] }]),
    ...(detail.kind.asksYearOf ? [{ label: '归属年度', value: `${detail.yearOf}年度` }] : []),
    ...(held(detail)
      ? [
          { label: '主持人', value: detail.chair?.name ?? '—' },
          { label: '记录人', value: detail.recorder?.name ?? '—' },
          { label: '经办', value: detail.preparedBy === '' ? '—' : detail.preparedBy },
          {
            label: '审定',
            value:
              detail.approvedBy === ''
                ? '还没有定稿'
                : `${detail.approvedBy}${detail.bySignedPrint ? '（签字件）' : ''}`,
          },
        ]
      : []),
    ...(detail.fingerprint === ''
      ? []
      : [{ label: '校验码', value: <code>{shortPrint(detail.fingerprint)}</code> }]),
  ];
}

interface Acts {
  readonly record: () => void;
  readonly notice: () => void;
  readonly ask: (ask: Ask) => void;
}

function actionsOf(detail: MeetingDetail, acts: Acts): Action[] {
  const can = (name: string): true | Refusal => detail.can[name] ?? true;
  const { state } = detail;
  const waiting = state === 'planned' || state === 'announced';
  if (state === 'cancelled')
    return detail.announcedAt === null ? [] : [{ label: '取消通知', can: true, run: acts.notice }];
  if (state === 'final')
    return [{ label: '更正', can: can('reopen'), run: () => acts.ask('correct') }];
  return [
    {
      label: waiting ? '记这次会' : state === 'correcting' ? '继续更正' : '继续记录',
      primary: true,
      can: can('save'),
      run: acts.record,
    },
    ...(waiting
      ? [
          { label: '发通知', can: can('announce'), run: acts.notice },
          { label: '并到另一次会', can: can('start'), run: () => acts.ask('join') },
        ]
      : []),
    ...(state === 'correcting'
      ? []
      : [{ label: '取消这次会', can: can('cancel'), run: () => acts.ask('cancel') }]),
  ];
}
