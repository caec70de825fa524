import { App, Button, Input, Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { chineseMonth, type PlainMonth } from '#kernel/plain-date';
import type { Answer, Api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { Page } from '../../patterns/page.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { arrearsQuery } from './queries.ts';
import { arrearsRoute } from './routes.ts';
import { useBranch, yuan } from './words.ts';
import './dues.css';

type Line = Answer<Api['dues']['arrears']>['lines'][number];

/** 欠交: who is behind, for which months, the lawful next step, and a line to send. Nothing starts by itself. */
export function ArrearsPage(): ReactNode {
  const { orgId: named } = arrearsRoute.useSearch();
  const orgId = useBranch(named);
  const query = useQuery(arrearsQuery(orgId));
  const found = query.data;
  return (
    <Page
      title="欠交与提醒"
      back={{ to: '/dues/collect', label: '收缴党费' }}
      lead="按约定的交纳周期结束后仍未交的，才算欠交。下一步由支部决定，系统只提示，不自动启动任何处置。"
    >
      {found === undefined ? (
        query.error === null ? (
          <Skeleton active={false} aria-label="正在读取" />
        ) : (
          <Fault error={query.error} retry={() => query.refetch()} />
        )
      ) : found.lines.length === 0 ? (
        <p className="muted">没有欠交党费的同志。</p>
      ) : (
        <>
          <p>
            {found.lines.length} 名同志欠交，共 <b className="number">{yuan(found.total)}</b> 元。
          </p>
          <div className="panel">
            <RowList<Line>
              label="欠交"
              rows={found.lines}
              rowKey={(line) => line.personId}
              columns={[
                {
                  key: 'name',
                  title: '姓名',
                  card: 'head',
                  render: (line) => (
                    <Link to="/dues/member" search={{ personId: line.personId, orgId }}>
                      {line.name}
                    </Link>
                  ),
                },
                {
                  key: 'amount',
                  title: '欠交（元）',
                  number: true,
                  render: (line) => yuan(line.amount),
                },
                {
                  key: 'months',
                  title: '月份',
                  render: (line) =>
                    `${line.months.length}个月：${chineseMonth((line.months[0] ?? '') as PlainMonth)}起` +
                    (line.beyond > 0 ? '，已超过补交一般不超过6个月的期限' : ''),
                },
                { key: 'step', title: '下一步', render: (line) => line.stepText },
                {
                  key: 'remind',
                  title: '提醒的话',
                  render: (line) => <Reminder text={line.reminder} name={line.name} />,
                },
              ]}
            />
          </div>
        </>
      )}
    </Page>
  );
}

/** The words stand in a field, so that they can also be selected where the clipboard is closed. */
function Reminder({ text, name }: { text: string; name: string }): ReactNode {
  const { message } = App.useApp();
  const copy = (field: HTMLTextAreaElement | null): void => {
    field?.select();
    if (document.execCommand('copy')) void message.success('已复制，可以粘贴给本人');
  };
  const id = `remind-${name}`;
  return (
    <>
      <Input.TextArea id={id} readOnly autoSize value={text} aria-label={`给${name}同志的提醒`} />
      <Button
        size="small"
        onClick={() => {
          const field = document.getElementById(id);
          copy(field instanceof HTMLTextAreaElement ? field : null);
        }}
      >
        复制
      </Button>
    </>
  );
}
