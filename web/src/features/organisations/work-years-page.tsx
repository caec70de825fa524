import { Form, Input, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { parseHolidayFile } from '#kernel/holiday-file';
import { chineseDate, todayAt } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { Fault } from '../../app/fault.tsx';
import { ActionButton } from '../../patterns/action-button.tsx';
import { Field } from '../../patterns/field.tsx';
import { FileDrop } from '../../patterns/file-drop.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import './organisations.css';

type Year = Answer<Api['organisations']['workYears']>['years'][number];

const NOT_ALLOWED = { code: 'common.not_allowed', params: {} } as const;
const KEY = ['organisations', 'work-years'] as const;

/** 节假日表: which years' days off and worked are known; later ones are loaded from a file. */
export function WorkYearsPage(): ReactNode {
  const queries = useQueryClient();
  const [loading, setLoading] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: KEY,
    queryFn: () => api.organisations.workYears({}),
  });
  return (
    <Page
      title="节假日表"
      lead="公示等期限按工作日计算，要用国务院办公厅每年公布的放假、调休安排。没有表的年份只除去星期六、星期日，算出的日期标明“暂定”。"
      actions={
        <ActionButton
          label="导入"
          can={data?.can['load'] ?? NOT_ALLOWED}
          run={() => setLoading(true)}
        />
      }
    >
      <div className="panel" aria-busy={data === undefined}>
        {error !== null ? (
          <Fault error={error} retry={() => refetch()} />
        ) : data === undefined ? (
          <Skeleton active={false} title={false} aria-label="正在读取" />
        ) : (
          <RowList<Year>
            label="节假日表"
            rows={data.years}
            rowKey={(row) => String(row.year)}
            columns={[
              { key: 'year', title: '年度', card: 'head', render: (row) => `${row.year}年` },
              { key: 'rest', title: '放假', number: true, render: (row) => `${row.rest}天` },
              { key: 'work', title: '调休上班', number: true, render: (row) => `${row.work}天` },
              {
                key: 'source',
                title: '来源',
                render: (row) => (row.source === '' ? '随系统提供' : row.source),
              },
              {
                key: 'entered',
                title: '导入日期',
                oneLine: true,
                render: (row) =>
                  row.enteredAt === null ? null : chineseDate(todayAt(Date.parse(row.enteredAt))),
              },
            ]}
          />
        )}
      </div>
      <LoadDrawer
        open={loading}
        onClose={() => setLoading(false)}
        onSaved={() => void queries.invalidateQueries({ queryKey: KEY })}
      />
    </Page>
  );
}

/** A file of Excel may be in the older Chinese encoding. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function LoadDrawer({
  open,
  onClose,
  onSaved,
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onSaved: () => void;
}): ReactNode {
  const [read, setRead] = useState({ times: 0, text: '' });
  return (
    <FormDrawer<{ readonly text: string }, unknown>
      key={read.times}
      title="导入节假日表"
      open={open}
      onClose={onClose}
      saveLabel="导入"
      savedWords="已导入"
      lead="CSV 文件，一行一天：日期,休/班,来源文件。一年一年地写全；已有的年份以新导入的为准。"
      initial={{ text: read.text }}
      save={(values, commandId) =>
        api.organisations.loadWorkYears({ text: values.text, commandId })
      }
      onSaved={onSaved}
    >
      <FileDrop
        accept=".csv,.txt"
        busy={false}
        onFile={(file) =>
          void textOf(file).then((text) => setRead((now) => ({ times: now.times + 1, text })))
        }
      />
      <Field name="text" label="表的内容" required rule="例：2027-01-01,休,国务院办公厅通知">
        <Input.TextArea autoSize={{ minRows: 6, maxRows: 14 }} maxLength={40_000} />
      </Field>
      <Checked />
    </FormDrawer>
  );
}

const MOST_SHOWN = 8;

/** What the file says, before it is sent: the years, or what is wrong with its line. */
function Checked(): ReactNode {
  const text = Form.useWatch<string | undefined>('text');
  if (text === undefined || text.trim() === '') return null;
  const { years, problems } = parseHolidayFile(text);
  return (
    <div role="status" aria-label="核对结果">
      {problems.length === 0 ? (
        <p>
          核对通过：
          {years
            .map((one) => `${one.year}年放假${count(one.rest)}天、调休上班${count(one.work)}天`)
            .join('；')}
          。
        </p>
      ) : (
        <ul>
          {problems.slice(0, MOST_SHOWN).map((one) => (
            <li key={`${one.line ?? ''} ${one.text}`}>
              {one.line === null ? '' : `第${one.line}行：`}
              {one.text}
            </li>
          ))}
          {problems.length > MOST_SHOWN ? <li>还有{problems.length - MOST_SHOWN}处</li> : null}
        </ul>
      )}
    </div>
  );
}

const count = (list: string): number => (list === '' ? 0 : list.split(' ').length);
