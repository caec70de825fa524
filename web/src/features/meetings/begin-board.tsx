import { Button, Input, Radio, Select } from 'antd';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { FORMS } from '#contract/meetings-words';
import { addDays, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { Page } from '../../patterns/page.tsx';
import { Unread } from '../../patterns/unread.ts';
import { useAct } from '../../patterns/use-act.ts';
import { PlannedSection } from './planned-section.tsx';
import {
  groupsQuery,
  kindsQuery,
  listQuery,
  renewMeetings,
  waitingQuery,
  type Kind,
  type MeetingDetail,
} from './queries.ts';
import { TimeField } from './time-field.tsx';

const NEAR = 31;
type Form = MeetingDetail['form'];

/** Where and when, and which meetings: the beginning of 记一次会. One afternoon may hold several. */
export function BeginBoard({ kind, on }: { kind?: string; on?: PlainDate }): ReactNode {
  const me = useMe();
  const today = useToday();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [day, setDay] = useState<PlainDate | Unread | null>(on ?? today);
  const [startsAt, setStartsAt] = useState<string | null>(null);
  const [endsAt, setEndsAt] = useState<string | null>(null);
  const [place, setPlace] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly string[]>(kind === undefined ? [] : [kind]);
  const [groupId, setGroupId] = useState<string | null>(null);
  const [form, setForm] = useState<Form>('meeting');
  const heldOn = typeof day === 'string' ? day : null;
  const { orgId } = me.acting;
  // While the kinds of another day are read those of the day before stay, and with them what was chosen.
  const kinds = useQuery({
    ...kindsQuery(orgId, heldOn ?? today),
    placeholderData: keepPreviousData,
  });
  const recent = useQuery(listQuery(orgId, {}));
  const usualPlace =
    form === 'meeting' ? (recent.data?.rows.find((row) => row.place !== '')?.place ?? '') : '';
  const waiting = useQuery(waitingQuery(orgId));
  const planned = (waiting.data?.rows ?? []).filter(
    (row) => row.heldOn >= addDays(today, -NEAR) && row.heldOn <= addDays(today, NEAR),
  );
  const offered = kinds.data?.kinds ?? [];
  const needsGroup = offered.some((one) => chosen.includes(one.kind) && one.body === 'group');
  const later = heldOn !== null && heldOn > today;

  const begin = useAct({
    save: async (start: boolean, commandId) => {
      if (heldOn === null) throw new Error('no day');
      const made = await api.meetings.addSitting({
        orgId,
        heldOn,
        startsAt,
        endsAt,
        place: place ?? usualPlace,
        meetings: offered
          .filter((one) => chosen.includes(one.kind))
          .map((one) => ({
            orgId,
            kind: one.kind,
            groupId: one.body === 'group' ? (groupId as never) : null,
            form,
          })),
        commandId,
      });
      if (start)
        await api.meetings.start({
          sittingId: made.sittingId,
          basedOn: 1,
          commandId: newCommandId(),
        });
      return made;
    },
    savedWords: later ? '已列为待开' : '已开始记录',
    onSaved: (made, start) => {
      void renewMeetings(queries);
      const [meetingId] = made.meetingIds;
      if (start) void navigate({ to: '/meetings/record', search: { meetingId } });
      else void navigate({ to: '/meetings/one', search: { meetingId } });
    },
  });
  const missing =
    heldOn === null
      ? day instanceof Unread
        ? day.message
        : '请填写日期'
      : chosen.length === 0
        ? '请选择开什么会'
        : needsGroup && groupId === null
          ? '请选择党小组'
          : null;
  const [told, setTold] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTold(true);
    if (missing === null) begin.run(!later);
  };

  return (
    <Page title="记一次会" lead="从上往下填：时间地点、到会、议题，最后定稿。填写的内容自动保存。">
      <PlannedSection planned={planned} />
      <form onSubmit={submit} noValidate>
        <Section title="开什么会" note="一个下午连开几个会的，都选上，到会只登记一次。">
          <KindChoice kinds={offered} chosen={chosen} onChange={setChosen} />
          {needsGroup ? (
            <GroupField orgId={orgId} day={heldOn} value={groupId} onChange={setGroupId} />
          ) : null}
        </Section>
        <Section
          title={form === 'meeting' ? '时间地点' : FORMS[form]}
          note={
            form === 'meeting'
              ? undefined
              : '单独送学的，另记一次：登记送到的同志和材料；有起止时间的计学时。不顶集中开会的次数。'
          }
        >
          <Radio.Group
            className="form-choice"
            aria-label="方式"
            value={form}
            onChange={(event) => setForm(event.target.value as Form)}
            options={Object.entries(FORMS).map(([value, label]) => ({ value, label }))}
          />
          <SittingFields
            day={day}
            setDay={setDay}
            startsAt={startsAt}
            setStartsAt={setStartsAt}
            endsAt={endsAt}
            setEndsAt={setEndsAt}
            place={place ?? usualPlace}
            setPlace={setPlace}
          />
        </Section>
        {told && missing !== null ? (
          <p className="refusal" role="alert">
            {missing}
          </p>
        ) : null}
        <FailureNote failure={begin.failure} />
        <div className="form-acts">
          <Button type="primary" htmlType="submit" loading={begin.busy}>
            {later ? '列为待开' : '开始记录'}
          </Button>
        </div>
      </form>
    </Page>
  );
}

interface SittingFieldsProps {
  readonly day: PlainDate | Unread | null;
  readonly setDay: (day: PlainDate | Unread | null) => void;
  readonly startsAt: string | null;
  readonly setStartsAt: (time: string | null) => void;
  readonly endsAt: string | null;
  readonly setEndsAt: (time: string | null) => void;
  readonly place: string;
  readonly setPlace: (place: string) => void;
}

/** Day, time and place. */
export function SittingFields(props: SittingFieldsProps): ReactNode {
  const ids = { day: useId(), from: useId(), until: useId(), place: useId() };
  return (
    <div className="sitting-fields">
      <div>
        <label htmlFor={ids.day}>日期</label>
        <DateField id={ids.day} value={props.day} onChange={props.setDay} />
      </div>
      <div>
        <label htmlFor={ids.from}>开始</label>
        <TimeField id={ids.from} value={props.startsAt} onChange={props.setStartsAt} />
      </div>
      <div>
        <label htmlFor={ids.until}>结束</label>
        <TimeField id={ids.until} value={props.endsAt} onChange={props.setEndsAt} />
      </div>
      <div className="wide">
        <label htmlFor={ids.place}>地点</label>
        <Input
          id={ids.place}
          value={props.place}
          maxLength={100}
          autoComplete="off"
          onChange={(event) => props.setPlace(event.target.value)}
        />
      </div>
    </div>
  );
}

interface KindChoiceProps {
  readonly kinds: readonly Kind[];
  readonly chosen: readonly string[];
  readonly onChange: (kinds: readonly string[]) => void;
}

/** Kinds as buttons; those that are no duty of the body stand behind 其他会议. */
export function KindChoice({ kinds, chosen, onChange }: KindChoiceProps): ReactNode {
  const others = kinds.filter((kind) => !kind.duty);
  const button = (kind: Kind): ReactNode => (
    <button
      key={kind.kind}
      type="button"
      className="kind-button"
      aria-pressed={chosen.includes(kind.kind)}
      onClick={() =>
        onChange(
          chosen.includes(kind.kind)
            ? chosen.filter((one) => one !== kind.kind)
            : [...chosen, kind.kind],
        )
      }
    >
      {kind.name}
    </button>
  );
  return (
    <div role="group" aria-label="会议种类">
      <div className="kind-choice">{kinds.filter((kind) => kind.duty).map(button)}</div>
      {others.length === 0 ? null : (
        <details
          className="kind-others"
          open={others.some((kind) => chosen.includes(kind.kind)) ? true : undefined}
        >
          <summary>其他会议</summary>
          <div className="kind-choice">{others.map(button)}</div>
        </details>
      )}
    </div>
  );
}

interface GroupFieldProps {
  readonly orgId: ReturnType<typeof useMe>['acting']['orgId'];
  readonly day: PlainDate | null;
  readonly value: string | null;
  readonly onChange: (groupId: string | null) => void;
}

/** Which Party group meets. */
export function GroupField({ orgId, day, value, onChange }: GroupFieldProps): ReactNode {
  const id = useId();
  const groups = useQuery(groupsQuery(orgId, day ?? undefined));
  return (
    <div className="sitting-fields">
      <div>
        <label htmlFor={id}>党小组</label>
        <Select
          id={id}
          value={value}
          onChange={onChange}
          placeholder="选择党小组"
          options={(groups.data?.groups ?? []).map((group) => ({
            value: group.groupId as string,
            label: group.name,
          }))}
        />
      </div>
    </div>
  );
}
