import { Button, Input, Select } from 'antd';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useId, type ReactNode, useRef } from 'react';
import { FORMS } from '#contract/meetings-words';
import { chineseDate, chineseWeekday, yearOf } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { Facts, Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { Page } from '../../patterns/page.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { AddMeeting } from './add-meeting.tsx';
import { AgendaSection } from './agenda-section.tsx';
import { EvidenceSection } from './evidence-section.tsx';
import { FinalSection } from './final-section.tsx';
import { NamedField } from './named-field.tsx';
import type { MeetingDetail } from './queries.ts';
import type { RecordKeeper, RecordSnapshot } from './record-keeper.ts';
import { RollSection } from './roll-section.tsx';
import { SavingNote } from './saving-note.tsx';
import { SittingDrawer } from './sitting-drawer.tsx';
import { TimeField } from './time-field.tsx';
import { useRecord } from './use-record.ts';
import { listOf, NO_TIMES, spanText } from './words.ts';

/** The record of one meeting, written from top to bottom and saved by itself. */
export function RecordBoard({ detail: first }: { detail: MeetingDetail }): ReactNode {
  const { keeper, snapshot } = useRecord(first);
  const { detail } = snapshot;
  const started = detail.rollFrozen;
  const settled = detail.state === 'final' || detail.state === 'cancelled';
  useUsualChair(keeper, snapshot);
  return (
    <Page
      title={detail.title === '' ? detail.kind.name : detail.title}
      lead={`${chineseDate(detail.heldOn)} ${chineseWeekday(detail.heldOn)} · ${detail.orgName}`}
      back={listOf(detail)}
    >
      <Siblings detail={detail} keeper={keeper} />
      {settled ? (
        <p className="note">
          {detail.state === 'final' ? '会议记录已经定稿。' : '这次会已经取消。'}
          <Link to="/meetings/one" search={{ meetingId: detail.meetingId }}>
            查看会议记录
          </Link>
        </p>
      ) : (
        <>
          <SittingSection detail={detail} keeper={keeper} />
          {started ? <RollSection keeper={keeper} detail={detail} /> : null}
          <HeadSection keeper={keeper} snapshot={snapshot} />
          <AgendaSection keeper={keeper} detail={detail} form={snapshot.form} />
          <EvidenceSection detail={detail} renew={() => keeper.renew()} editable />
          {started ? <FinalSection keeper={keeper} snapshot={snapshot} /> : null}
          <SavingNote keeper={keeper} snapshot={snapshot} />
        </>
      )}
    </Page>
  );
}

/** The secretary usually presides; written once when the record begins and easily replaced. */
function useUsualChair(keeper: RecordKeeper, { detail, form }: RecordSnapshot): void {
  const head = detail.roll.find((line) => line.note === '书记' || line.note === '党支部书记');
  const fresh =
    detail.state === 'started' && detail.version <= 3 && form.chair === null && head !== undefined;
  // Once for each record; who empties the field means it.
  const given = useRef<RecordKeeper | null>(null);
  useEffect(() => {
    if (!fresh || given.current === keeper) return;
    given.current = keeper;
    keeper.change((now) => ({ ...now, chair: { personId: head.personId, name: head.name } }));
  }, [keeper, fresh, head]);
}

function Siblings({ detail, keeper }: { detail: MeetingDetail; keeper: RecordKeeper }): ReactNode {
  const open = detail.state !== 'final' && detail.state !== 'cancelled';
  if (detail.siblings.length === 0 && !open) return null;
  const all = [
    ...detail.siblings,
    {
      meetingId: detail.meetingId,
      kindName: detail.kind.name,
      title: detail.title,
      state: detail.state,
    },
  ].toSorted((a, b) => (a.meetingId < b.meetingId ? -1 : 1));
  return (
    <nav className="sitting-tabs" aria-label="同一时间地点的会">
      {detail.siblings.length === 0
        ? null
        : all.map((one) => (
            <Link
              key={one.meetingId}
              to="/meetings/record"
              search={{ meetingId: one.meetingId }}
              aria-current={one.meetingId === detail.meetingId ? 'page' : undefined}
            >
              {one.title === '' ? one.kindName : one.title}
            </Link>
          ))}
      {open ? <AddMeeting detail={detail} keeper={keeper} /> : null}
    </nav>
  );
}

function SittingSection({
  detail,
  keeper,
}: {
  detail: MeetingDetail;
  keeper: RecordKeeper;
}): ReactNode {
  const navigate = useNavigate();
  const start = useAct({
    save: (_: true, commandId) =>
      keeper.then(async (now) => {
        await api.meetings.start({
          sittingId: now.sittingId,
          basedOn: now.sittingVersion,
          commandId,
        });
        await keeper.renew();
      }),
    savedWords: '已开始记录',
  });
  const toNotice = (): void =>
    void navigate({
      to: '/meetings/notice',
      search: { sittingId: detail.sittingId, meetingId: detail.meetingId },
    });
  const span = spanText(detail.sittingStartsAt, detail.sittingEndsAt);
  return (
    <Section
      title="时间地点"
      actions={
        <div className="form-acts">
          {detail.rollFrozen ? null : <Button onClick={toNotice}>发通知</Button>}
          <SittingDrawer
            detail={detail}
            onSaved={() => {
              void keeper.renew();
              if (detail.announcedAt !== null && !detail.rollFrozen) toNotice();
            }}
          />
          {detail.rollFrozen ? null : (
            <Button type="primary" loading={start.busy} onClick={() => start.run(true)}>
              开始记录
            </Button>
          )}
        </div>
      }
    >
      <Facts
        facts={[
          { label: '日期', value: chineseDate(detail.heldOn) },
          { label: '时间', value: span === '' ? '还没有填写' : span },
          { label: '地点', value: detail.place === '' ? '还没有填写' : detail.place },
          ...(detail.form === 'meeting' ? [] : [{ label: '方式', value: FORMS[detail.form] }]),
          ...(detail.groupName === '' ? [] : [{ label: '党小组', value: detail.groupName }]),
        ]}
      />
      {detail.advice
        .filter((one) => one.code === NO_TIMES)
        .map((one) => (
          <p key={one.code} className="note">
            {one.text}
          </p>
        ))}
      <FailureNote failure={start.failure} />
    </Section>
  );
}

function HeadSection({
  keeper,
  snapshot: { detail, form },
}: {
  keeper: RecordKeeper;
  snapshot: RecordSnapshot;
}): ReactNode {
  const ids = {
    title: useId(),
    chair: useId(),
    recorder: useId(),
    from: useId(),
    until: useId(),
    year: useId(),
  };
  const held = yearOf(detail.heldOn);
  return (
    <Section title="主持和记录">
      <div className="sitting-fields">
        <div className="wide">
          <label htmlFor={ids.title}>会议名称</label>
          <Input
            id={ids.title}
            value={form.title}
            maxLength={200}
            onChange={(event) => keeper.change((now) => ({ ...now, title: event.target.value }))}
          />
        </div>
        <div>
          <label htmlFor={ids.chair}>主持人</label>
          <NamedField
            id={ids.chair}
            label="主持人"
            people={detail.roll}
            value={form.chair}
            onChange={(chair) => keeper.change((now) => ({ ...now, chair }))}
          />
        </div>
        <div>
          <label htmlFor={ids.recorder}>记录人</label>
          <NamedField
            id={ids.recorder}
            label="记录人"
            people={detail.roll}
            value={form.recorder}
            onChange={(recorder) => keeper.change((now) => ({ ...now, recorder }))}
          />
        </div>
        {detail.siblings.length === 0 ? null : (
          <>
            <div>
              <label htmlFor={ids.from}>本会开始</label>
              <TimeField
                id={ids.from}
                value={form.startsAt}
                onChange={(startsAt) => keeper.change((now) => ({ ...now, startsAt }))}
              />
            </div>
            <div>
              <label htmlFor={ids.until}>本会结束</label>
              <TimeField
                id={ids.until}
                value={form.endsAt}
                onChange={(endsAt) => keeper.change((now) => ({ ...now, endsAt }))}
              />
            </div>
          </>
        )}
        {detail.kind.asksYearOf ? (
          <div>
            <label htmlFor={ids.year}>归属年度</label>
            <Select
              id={ids.year}
              value={form.yearOf}
              onChange={(year: number) => keeper.change((now) => ({ ...now, yearOf: year }))}
              options={[held, held - 1].map((year) => ({ value: year, label: `${year}年度` }))}
            />
          </div>
        ) : null}
      </div>
    </Section>
  );
}
