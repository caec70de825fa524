import { Button, Input, type InputRef } from 'antd';
import { useRef, useState, type ReactNode } from 'react';
import { chineseDate } from '#kernel/plain-date';
import { Section } from '../../patterns/detail-page.tsx';
import { ItemCard } from './item-card.tsx';
import { newItem, type MinutesForm } from './minutes-form.ts';
import type { FollowUp, MeetingDetail } from './queries.ts';
import type { RecordKeeper } from './record-keeper.ts';
import { NO_TIMES } from './words.ts';

interface AgendaSectionProps {
  readonly keeper: RecordKeeper;
  readonly detail: MeetingDetail;
  readonly form: MinutesForm;
}

/** The items in their order. A line typed below becomes an item by Enter; several pasted lines become several. */
export function AgendaSection({ keeper, detail, form }: AgendaSectionProps): ReactNode {
  const [title, setTitle] = useState('');
  const field = useRef<InputRef>(null);
  const add = (text: string): void => {
    const titles = text
      .split(/\r?\n/u)
      .map((line) => line.replace(/^\s*(?:\d+|[一二三四五六七八九十]+)[、.．)）]\s*/u, '').trim())
      .filter((line) => line !== '')
      .map((line) => line.slice(0, 200));
    if (titles.length === 0) return;
    keeper.change((now) => ({
      ...now,
      items: [...now.items, ...titles.map((one) => newItem(one))],
    }));
    setTitle('');
  };
  const bringBack = (matter: FollowUp): void =>
    keeper.change((now) => ({
      ...now,
      items: [
        ...now.items,
        newItem(matter.text.slice(0, 200), {
          kind: 'follow_up',
          followUpOf: matter.decisionId,
        }),
      ],
    }));
  // Said where the times stand.
  const advice = detail.advice.filter((one) => one.code !== NO_TIMES);
  const taken = new Set(form.items.map((item) => item.followUpOf));
  const open = detail.openMatters.filter((matter) => !taken.has(matter.decisionId));

  return (
    <Section title="议题">
      {advice.length === 0 ? null : (
        <ul className="advice">
          {advice.map((one) => (
            <li key={`${one.code}${one.text}`}>{one.text}</li>
          ))}
        </ul>
      )}
      <ol className="items">
        {form.items.map((item, index) => (
          <ItemCard
            key={item.key}
            keeper={keeper}
            detail={detail}
            item={item}
            index={index}
            last={index === form.items.length - 1}
          />
        ))}
      </ol>
      <div className="item-add">
        <Input
          ref={field}
          aria-label="增加议题"
          value={title}
          placeholder="写下一个议题，按回车；也可以粘贴几行"
          maxLength={2000}
          onChange={(event) => setTitle(event.target.value)}
          onPaste={(event) => {
            const text = event.clipboardData.getData('text');
            if (!text.trim().includes('\n')) return;
            event.preventDefault();
            add(text);
          }}
          onPressEnter={(event) => {
            if (event.nativeEvent.isComposing) return;
            event.preventDefault();
            add(title);
          }}
        />
        <Button
          onClick={() => {
            add(title);
            field.current?.focus();
          }}
        >
          增加议题
        </Button>
      </div>
      {open.length === 0 ? null : (
        <div className="open-matters">
          <h3>还没有办结的议定事项</h3>
          <ul>
            {open.map((matter) => (
              <li key={matter.decisionId}>
                <span>
                  {matter.text}
                  <span className="muted">
                    {' '}
                    {chineseDate(matter.decidedOn)}
                    {matter.kindName}
                    {matter.responsible === null ? '' : `，${matter.responsible.name}`}
                  </span>
                </span>
                <Button size="small" onClick={() => bringBack(matter)}>
                  列入议题
                </Button>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Section>
  );
}
