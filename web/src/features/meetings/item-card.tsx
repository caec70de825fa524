import { Button, Input, Select } from 'antd';
import { useId, type ReactNode } from 'react';
import { ITEM_KINDS } from '#contract/meetings-words';
import { newTask, newVote, type ItemForm } from './minutes-form.ts';
import type { MeetingDetail, RollLine } from './queries.ts';
import type { RecordKeeper } from './record-keeper.ts';
import { TaskLine } from './task-line.tsx';
import { VoteLine } from './vote-line.tsx';

interface ItemCardProps {
  readonly keeper: RecordKeeper;
  readonly detail: MeetingDetail;
  readonly item: ItemForm;
  /** From 0. */
  readonly index: number;
  readonly last: boolean;
}

/** One item: title, talk apart from what was decided, votes, what has to be done by whom. */
export function ItemCard({ keeper, detail, item, index, last }: ItemCardProps): ReactNode {
  const change = (part: Partial<ItemForm>): void =>
    keeper.change((form) => ({
      ...form,
      items: form.items.map((one) => (one.key === item.key ? { ...one, ...part } : one)),
    }));
  const move = (by: number): void =>
    keeper.change((form) => {
      const items = [...form.items];
      const [moved] = items.splice(index, 1);
      if (moved !== undefined) items.splice(index + by, 0, moved);
      return { ...form, items };
    });
  const remove = (): void =>
    keeper.change((form) => ({ ...form, items: form.items.filter((one) => one.key !== item.key) }));
  const number = index + 1;
  const present = presentVoters(keeper, detail, number);
  // Nobody meets where content is brought to the door or sent by post.
  const atHome = detail.form !== 'meeting';

  return (
    <li className="item-card">
      <div className="item-head">
        <span className="item-number number">{number}</span>
        <Input
          aria-label={`第${number}项议题`}
          value={item.title}
          maxLength={200}
          placeholder="议题"
          onChange={(event) => change({ title: event.target.value })}
        />
        {item.kind === 'regular' ? null : <span className="tag">{ITEM_KINDS[item.kind]}</span>}
      </div>
      <TextLine
        label="讨论"
        of={number}
        value={item.talk}
        onChange={(talk) => change({ talk })}
        hint={item.kind === 'first_topic' ? '学习的内容和发言' : '谁说了什么'}
      />
      {item.followUpOf === null ? null : (
        <TextLine
          label="落实结果"
          of={number}
          value={item.outcome}
          max={1000}
          onChange={(outcome) => change({ outcome })}
          hint="办完的写结果，没有办完的不写"
        />
      )}
      <TextLine
        label="决定"
        of={number}
        value={item.decision}
        max={4000}
        onChange={(decision) => change({ decision })}
        hint="会议决定的事项；没有决定可以不写"
      />
      {item.votes.map((vote, place) => (
        <VoteLine
          key={place}
          vote={vote}
          present={present}
          name={`第${number}项第${place + 1}次表决`}
          result={detail.voteResults[index]?.[place]?.text}
          onChange={(next) =>
            change({ votes: item.votes.map((one, at) => (at === place ? next : one)) })
          }
          onRemove={() => change({ votes: item.votes.filter((_, at) => at !== place) })}
        />
      ))}
      {item.tasks.map((task, place) => (
        <TaskLine
          key={task.decisionId ?? place}
          task={task}
          people={detail.roll}
          name={`第${number}项第${place + 1}件`}
          onChange={(next) =>
            change({ tasks: item.tasks.map((one, at) => (at === place ? next : one)) })
          }
          onRemove={() => change({ tasks: item.tasks.filter((_, at) => at !== place) })}
        />
      ))}
      {atHome ? null : <AwayField keeper={keeper} detail={detail} number={number} />}
      <div className="item-acts">
        {atHome ? null : (
          <Button
            size="small"
            onClick={() => change({ votes: [...item.votes, newVote(item.title, present)] })}
          >
            举手表决
          </Button>
        )}
        <Button size="small" onClick={() => change({ tasks: [...item.tasks, newTask()] })}>
          交办事项
        </Button>
        <Button size="small" type="text" disabled={index === 0} onClick={() => move(-1)}>
          上移
        </Button>
        <Button size="small" type="text" disabled={last} onClick={() => move(1)}>
          下移
        </Button>
        <Button size="small" type="text" onClick={remove}>
          删去
        </Button>
      </div>
    </li>
  );
}

/** Those who may vote, are there, and were not out during this item. */
function presentVoters(keeper: RecordKeeper, detail: MeetingDetail, number: number): number {
  return detail.roll.filter((line) => {
    const mark = keeper.markOf(line);
    return line.votes && mark.state === 'present' && !mark.away.includes(number);
  }).length;
}

interface TextLineProps {
  readonly label: string;
  readonly of: number;
  readonly value: string;
  readonly max?: number;
  readonly hint: string;
  readonly onChange: (text: string) => void;
}

function TextLine({ label, of, value, max, hint, onChange }: TextLineProps): ReactNode {
  const id = useId();
  return (
    <div className="item-text">
      <label htmlFor={id}>
        {label}
        <span className="visually-hidden">（第{of}项）</span>
      </label>
      <Input.TextArea
        id={id}
        value={value}
        maxLength={max ?? 20_000}
        placeholder={hint}
        autoSize={{ minRows: 1, maxRows: 14 }}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** 回避 or out of the room during one item. */
function AwayField({
  keeper,
  detail,
  number,
}: {
  keeper: RecordKeeper;
  detail: MeetingDetail;
  number: number;
}): ReactNode {
  const id = useId();
  const there = detail.roll.filter(
    (line) => line.part === 'entitled' && keeper.markOf(line).state === 'present',
  );
  const out = there.filter((line) => keeper.markOf(line).away.includes(number));
  if (there.length === 0) return null;
  const set = (keys: readonly string[]): void => {
    const changed = there.filter(
      (line: RollLine) => keys.includes(line.key) !== keeper.markOf(line).away.includes(number),
    );
    keeper.mark(
      changed.map((line) => {
        const mark = keeper.markOf(line);
        const rest = mark.away.filter((one) => one !== number);
        return {
          key: line.key,
          state: mark.state,
          reason: mark.reason,
          away: keys.includes(line.key) ? [...rest, number] : rest,
          only: detail.siblings.length > 0,
        };
      }),
    );
  };
  return (
    <details className="item-away" open={out.length > 0 ? true : undefined}>
      <summary>本项不在场（回避、中途离开）{out.length > 0 ? `：${out.length}人` : ''}</summary>
      <label htmlFor={id} className="visually-hidden">
        第{number}项不在场的同志
      </label>
      <Select
        id={id}
        mode="multiple"
        value={out.map((line) => line.key)}
        onChange={set}
        placeholder="选择同志"
        optionFilterProp="label"
        options={there.map((line) => ({ value: line.key, label: line.name }))}
      />
    </details>
  );
}
