import { Button, Checkbox, Input } from 'antd';
import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { FORMS, PRESENCE } from '#contract/meetings-words';
import { api } from '../../api.ts';
import { Section } from '../../patterns/detail-page.tsx';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { CheckInDrawer } from './check-in-drawer.tsx';
import { GuestsField } from './guests-field.tsx';
import { NamesDialog } from './names-dialog.tsx';
import type { MeetingDetail, Presence, RollLine } from './queries.ts';
import type { Mark, PendingMark, RecordKeeper } from './record-keeper.ts';
import { SentField } from './sent-field.tsx';
import { outlookText } from './words.ts';

interface Choice {
  readonly state: 'present' | 'leave' | 'absent';
  readonly word: string;
  readonly codes: readonly string[];
}

const CHOICES: readonly Choice[] = [
  { state: 'present', word: '到', codes: ['KeyD', 'Digit1', 'Numpad1'] },
  { state: 'leave', word: '假', codes: ['KeyJ', 'Digit2', 'Numpad2'] },
  { state: 'absent', word: '缺', codes: ['KeyQ', 'Digit3', 'Numpad3'] },
];
const AT_HOME: readonly Choice[] = [
  { state: 'present', word: '送到', codes: ['KeyD', 'Digit1', 'Numpad1'] },
];

interface RollSectionProps {
  readonly keeper: RecordKeeper;
  readonly detail: MeetingDetail;
}

/** Who was there: one key or press marks everybody, then the few who were not. */
export function RollSection({ keeper, detail }: RollSectionProps): ReactNode {
  const [only, setOnly] = useState(false);
  const [pasting, setPasting] = useState(false);
  const [checkIn, setCheckIn] = useState(false);
  const entitled = detail.roll.filter((line) => line.part === 'entitled');
  const marks = entitled.map((line) => keeper.markOf(line));
  const count = (state: Presence): number => marks.filter((mark) => mark.state === state).length;
  const set = (lines: readonly RollLine[], part: Partial<Mark>): void =>
    keeper.mark(
      lines.map((line): PendingMark => {
        const { state, reason, away, sent } = keeper.markOf(line);
        return { key: line.key, state, reason, away, sent, ...part, only };
      }),
    );
  const unmarked = entitled.filter((line) => keeper.markOf(line).state === 'unknown');
  const atHome = detail.form !== 'meeting';

  return (
    <Section
      title={atHome ? '送到的同志' : '到会'}
      actions={
        <div className="form-acts">
          <Button
            type={unmarked.length > 0 ? 'primary' : 'default'}
            onClick={() =>
              set(unmarked.length > 0 ? unmarked : entitled, { state: 'present', reason: '' })
            }
          >
            {unmarked.length === entitled.length || unmarked.length === 0
              ? atHome
                ? '全部送到'
                : '全部到会'
              : `其余${unmarked.length}人${atHome ? '送到' : '到会'}`}
          </Button>
          {atHome ? null : <Button onClick={() => setPasting(true)}>粘贴名单或接龙</Button>}
          {atHome ? null : <Button onClick={() => setCheckIn(true)}>扫码签到</Button>}
        </div>
      }
      note={
        atHome ? (
          '只登记送到的同志，其余同志不算缺席；不计入到会率。'
        ) : (
          <span className="roll-keys">
            键盘：方向键移动，<kbd>D</kbd> 到、<kbd>J</kbd> 假、<kbd>Q</kbd> 缺，<kbd>A</kbd>{' '}
            其余全部到会。
          </span>
        )
      }
    >
      {atHome ? (
        <p className="roll-counts" role="status">
          已{FORMS[detail.form]} <strong className="number">{count('present')}</strong> 人
        </p>
      ) : (
        <>
          <p className="roll-counts" role="status">
            应到 <strong className="number">{entitled.length}</strong> · 实到{' '}
            <strong className="number">{count('present')}</strong> · 请假 {count('leave')} · 缺席{' '}
            {count('absent')}
            {unmarked.length > 0 ? ` · 未登记 ${unmarked.length}` : ''}
          </p>
          <Quorum keeper={keeper} detail={detail} />
        </>
      )}
      {detail.siblings.length === 0 ? null : (
        <Checkbox checked={only} onChange={(event) => setOnly(event.target.checked)}>
          只改这一个会的到会情况（其他会不变）
        </Checkbox>
      )}
      <RollList
        keeper={keeper}
        lines={entitled}
        choices={atHome ? AT_HOME : CHOICES}
        heldOn={detail.heldOn}
        set={set}
        all={() => set(unmarked, { state: 'present', reason: '' })}
      />
      {atHome ? null : <GuestsField keeper={keeper} detail={detail} />}
      <CheckInDrawer
        open={checkIn}
        onClose={() => setCheckIn(false)}
        keeper={keeper}
        detail={detail}
      />
      <RefreshRoll keeper={keeper} />
      <NamesDialog
        open={pasting}
        onClose={() => setPasting(false)}
        detail={detail}
        onConfirm={(found) => keeper.mark(found.map((mark) => ({ ...mark, away: [], only })))}
      />
    </Section>
  );
}

/** Somebody was entered in the roster late: the roll of the day anew, with the marks of those who stay. */
function RefreshRoll({ keeper }: { keeper: RecordKeeper }): ReactNode {
  const refresh = useAct({
    save: (_: true, commandId) =>
      keeper.then(async (now) => {
        await api.meetings.refreshRoll({
          meetingId: now.meetingId,
          basedOn: now.version,
          commandId,
        });
        await keeper.renew();
      }),
    savedWords: '已按当天名册核对',
  });
  return (
    <details className="roll-refresh">
      <summary>名单不对？</summary>
      <p>
        应到名单在开始记录时固定。补录了当天就在支部的同志、改正了花名册的，重新核对一次，已登记的到会情况保留。
      </p>
      <Button size="small" loading={refresh.busy} onClick={() => refresh.run(true)}>
        重新核对名单
      </Button>
      <FailureNote failure={refresh.failure} />
    </details>
  );
}

/** Live: how many of those who may vote are there, and how many it takes, with the rule. */
function Quorum({ keeper, detail }: RollSectionProps): ReactNode {
  const voters = detail.roll.filter((line) => line.part === 'entitled' && line.votes);
  const there = voters.filter((line) => keeper.markOf(line).state === 'present').length;
  const away = voters.filter((line) => ['leave', 'absent'].includes(keeper.markOf(line).state));
  const { needed, text } = detail.quorum;
  if (voters.length === 0 || needed === 0) return null;
  const outlook = outlookText({
    voters: voters.length,
    present: there,
    away: away.length,
    needed,
    neededToDecide: detail.neededToDecide,
  });
  return (
    <p className={there >= needed ? 'quorum met' : 'quorum'} role="status">
      <strong>{there >= needed ? '已达到开会人数' : `还需${needed - there}人到会`}</strong>
      <span className="muted">
        {there === detail.quorum.present
          ? text
          : `有表决权${voters.length}人，实到${there}人，须${needed}人到会`}
      </span>
      {outlook === '' ? null : <span>{outlook}</span>}
    </p>
  );
}

interface RollListProps {
  readonly keeper: RecordKeeper;
  readonly lines: readonly RollLine[];
  readonly choices: readonly Choice[];
  readonly heldOn: MeetingDetail['heldOn'];
  readonly set: (lines: readonly RollLine[], part: Partial<Mark>) => void;
  readonly all: () => void;
}

function RollList({ keeper, lines, choices, heldOn, set, all }: RollListProps): ReactNode {
  const frame = useRef<HTMLUListElement>(null);
  const [current, setCurrent] = useState(0);

  const go = (index: number): void => {
    const next = Math.min(Math.max(index, 0), lines.length - 1);
    setCurrent(next);
    frame.current?.querySelector<HTMLElement>(`[data-row="${next}"] button`)?.focus();
  };
  const onKey = (event: KeyboardEvent<HTMLUListElement>): void => {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.altKey || event.metaKey)
      return;
    const line = lines[current];
    // By place on the keyboard, so that an input method that is on does not swallow the letter.
    const choice = choices.find((one) => one.codes.includes(event.code));
    if (choice !== undefined && line !== undefined) {
      set([line], { state: choice.state });
      go(current + 1);
    } else if (event.code === 'KeyA') all();
    else if (event.key === 'ArrowDown') go(current + 1);
    else if (event.key === 'ArrowUp') go(current - 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(lines.length - 1);
    else return;
    event.preventDefault();
  };

  return (
    <ul className="roll" ref={frame} onKeyDown={onKey}>
      {lines.map((line, index) => {
        const mark = keeper.markOf(line);
        return (
          <li key={line.key} className={`roll-line is-${mark.state}`} data-row={index}>
            <span className="roll-name">
              {line.name}
              {line.note === '' && line.votes ? null : (
                <span className="muted roll-note">
                  {[line.note, line.votes ? '' : '无表决权'].filter((one) => one !== '').join('，')}
                </span>
              )}
            </span>
            <span className="roll-choices" role="group" aria-label={line.name}>
              {choices.map((choice, place) => (
                <button
                  key={choice.state}
                  type="button"
                  className="roll-choice"
                  aria-pressed={mark.state === choice.state}
                  aria-label={`${line.name}${choice.word.length === 1 ? PRESENCE[choice.state] : choice.word}`}
                  tabIndex={index === current && place === 0 ? 0 : -1}
                  onFocus={() => setCurrent(index)}
                  onClick={() =>
                    set([line], {
                      state: mark.state === choice.state ? 'unknown' : choice.state,
                    })
                  }
                >
                  {choice.word}
                </button>
              ))}
            </span>
            {mark.state === 'leave' ? (
              <Input
                className="roll-reason"
                maxLength={100}
                value={mark.reason}
                placeholder="请假原因"
                aria-label={`${line.name}请假原因`}
                onChange={(event) => set([line], { reason: event.target.value })}
              />
            ) : null}
            {mark.state === 'leave' || mark.state === 'absent' ? (
              <SentField
                name={line.name}
                heldOn={heldOn}
                value={mark.sent ?? null}
                onChange={(sent) => set([line], { sent })}
              />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
