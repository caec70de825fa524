import { Form, Radio, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chineseDate } from '#kernel/plain-date';
import { Field } from '../../patterns/field.tsx';
import { meetingsQuery, type CaseDetail, type Next } from './queries.ts';
import type { StepValues } from './step-form.ts';

interface MeetingFieldProps {
  readonly detail: CaseDetail;
  readonly needed: NonNullable<Next['meeting']>;
}

/** The meeting held a step rests on, with the vote on this person: taken from its minutes, never typed again. */
export function MeetingField({ detail, needed }: MeetingFieldProps): ReactNode {
  const form = Form.useFormInstance<StepValues>();
  const query = useQuery(meetingsQuery(detail.caseId, needed.body));
  const meetings = query.data?.meetings ?? [];
  const chosen = Form.useWatch<StepValues['meetingId']>('meetingId', form);
  const votes = meetings.find((one) => one.meetingId === chosen)?.votes ?? [];
  const name = needed.body === 'members' ? '支部党员大会' : '支委会';
  const take = (meetingId: string | undefined): void => {
    const meeting = meetings.find((one) => one.meetingId === meetingId);
    if (meeting === undefined) return;
    const [only] = meeting.votes;
    form.setFieldsValue({
      on: meeting.on,
      voteId: meeting.votes.length === 1 && only !== undefined ? only.voteId : null,
    });
  };
  return (
    <>
      <Field
        name="meetingId"
        label={`${name}会议`}
        required
        rule={
          query.data !== undefined && meetings.length === 0 ? (
            <>
              最近两年没有定稿的{name}会议。先
              <Link to="/meetings/record" search={{}}>
                记一次会
              </Link>
              并定稿，再来选择。
            </>
          ) : (
            '从已定稿的会议中选择，日期和表决随会议记录。'
          )
        }
      >
        <Select
          loading={query.isPending}
          allowClear
          placeholder="选择会议"
          options={meetings.map((one) => ({
            value: one.meetingId,
            label: `${chineseDate(one.on)} ${one.title === '' ? name : one.title}`,
          }))}
          onChange={take}
        />
      </Field>
      {needed.by !== 'vote' || chosen === undefined || chosen === null ? null : votes.length ===
        0 ? (
        <p className="note">
          这次会议的记录里没有对人的表决。更正会议记录，补上票决结果后再来选择。
        </p>
      ) : (
        <Field name="voteId" label={`对${detail.name}的表决`} required>
          <Radio.Group
            className="vote-choice"
            options={votes.map((one) => ({
              value: one.voteId,
              label: `${one.subject}：${one.text}`,
            }))}
          />
        </Field>
      )}
    </>
  );
}
