import { QueryClient } from '@tanstack/react-query';
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
  useNavigate,
  useSearch,
} from '@tanstack/react-router';
import { Button, Input, Select } from 'antd';
import { StrictMode, useState, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import '../src/app/base.css';
import { formatYuan, money, type Money } from '#kernel/money';
import { plainDate, type PlainDate } from '#kernel/plain-date';
import { Layout } from '../src/app/layout.tsx';
import { Providers } from '../src/app/providers.tsx';
import { TodayContext } from '../src/app/today.ts';
import { HomeBoard } from '../src/features/home/home-board.tsx';
import { DateField } from '../src/patterns/date-field.tsx';
import { DetailPage, Section } from '../src/patterns/detail-page.tsx';
import { Field } from '../src/patterns/field.tsx';
import { Figure } from '../src/patterns/figure.tsx';
import { FormDrawer } from '../src/patterns/form-drawer.tsx';
import { ImportWizard } from '../src/patterns/import-wizard.tsx';
import { ListPage } from '../src/patterns/list-page.tsx';
import { listSearch, type ListSearch } from '../src/patterns/list-search.ts';
import { MoneyField } from '../src/patterns/money-field.tsx';
import { Page } from '../src/patterns/page.tsx';
import { OrgPicker, PersonPicker, type PersonChoice } from '../src/patterns/pickers.tsx';
import { PrintView } from '../src/patterns/print-view.tsx';
import { Refusal } from '../src/patterns/refusal.tsx';
import { StatusMark, type Status } from '../src/patterns/status-mark.tsx';
import { Timeline } from '../src/patterns/timeline.tsx';
import { ACTS, COMRADES, ENTRIES, HOME, ME, TODAY, type Comrade } from './fixtures.ts';

const loaded = <T,>(data: T) => ({ data, error: null, isPending: false, refetch: () => undefined });
const REFUSED = { code: 'common.not_allowed', params: {} } as const;

function ListDemo(): ReactNode {
  const navigate = useNavigate();
  const search: ListSearch<'q' | 'category'> = useSearch({ strict: false });
  const rows = COMRADES.filter((one) => one.name.includes(search.q ?? ''));
  return (
    <ListPage<Comrade, 'q' | 'category'>
      title="花名册"
      lead="正式党员 9 名，预备党员 1 名。"
      search={search}
      onSearch={(next) => void navigate({ to: '.', search: () => next as never, replace: true })}
      filters={[
        { kind: 'text', name: 'q', label: '查找', hint: '姓名、拼音或首字母' },
        {
          kind: 'choice',
          name: 'category',
          label: '类别',
          options: [
            { value: 'full', label: '正式党员' },
            { value: 'probationary', label: '预备党员' },
          ],
        },
      ]}
      query={loaded({ rows, total: search.q === undefined ? 45 : rows.length })}
      rowKey={(row) => row.id}
      openRow={() => void navigate({ to: '/detail' as never })}
      actions={
        <>
          <Button type="primary">登记一名党员</Button>
          <Button>导入</Button>
        </>
      }
      exportSlot={<Button size="small">导出 Excel</Button>}
      empty={{ text: '花名册还是空的', action: <Button type="primary">导入花名册</Button> }}
      columns={[
        { key: 'name', title: '姓名', render: (row) => row.name, sortable: true, card: 'head' },
        { key: 'sex', title: '性别', render: (row) => row.sex, card: 'none' },
        { key: 'born', title: '出生日期', render: (row) => row.born, sortable: true },
        { key: 'category', title: '类别', render: (row) => row.category, card: 'mark' },
        { key: 'joined', title: '入党日期', render: (row) => row.joined },
        {
          key: 'dues',
          title: '月应交（元）',
          number: true,
          render: (row) => formatYuan(money(row.dues)),
        },
      ]}
    />
  );
}

const STATUSES: readonly Status[] = ['已开', '待开', '未开', '补录'];

function DetailDemo(): ReactNode {
  return (
    <DetailPage
      name="党员大会"
      back={{ to: '/list', label: '三会一课' }}
      query={loaded({})}
      show={() => ({
        title: '四月份党员大会',
        lead: '2026年4月20日 15:00，三楼会议室',
        facts: [
          {
            label: '应到',
            value: <Figure name="应到" value={20} unit="人" records={() => <p>二十人的名单</p>} />,
          },
          {
            label: '实到',
            value: <Figure name="实到" value={18} unit="人" records={() => <p>十八人的名单</p>} />,
          },
          { label: '请假', value: '2 人' },
          { label: '主持', value: '林知远' },
          { label: '状态', value: <StatusMark status="补录" detail="5月6日录入" /> },
        ],
        actions: [
          { label: '定稿', can: true, run: () => undefined, primary: true },
          { label: '打印签到表', can: true, run: () => undefined },
          { label: '更正', can: REFUSED, run: () => undefined },
        ],
        sections: (
          <>
            <Section title="议题" note="谈的和定的分开记。">
              <p>一、学习有关文件；二、讨论接收预备党员；三、通报一季度党费收缴情况。</p>
            </Section>
            <Section title="标记">
              <p style={{ display: 'flex', flexWrap: 'wrap', gap: 24 }}>
                {STATUSES.map((status) => (
                  <StatusMark key={status} status={status} />
                ))}
              </p>
              <Refusal refusal={REFUSED} live={false} />
            </Section>
            <Section title="经过">
              <Timeline
                label="经过"
                items={[
                  {
                    key: '1',
                    on: plainDate('2026-04-20'),
                    enteredOn: TODAY,
                    title: '开会',
                    by: '经办 周立春',
                    mark: '补录',
                  },
                  { key: '2', on: plainDate('2026-05-06'), title: '定稿', by: '审定 林知远' },
                  {
                    key: '3',
                    on: plainDate('2026-05-08'),
                    title: '更正一处：实到 18 人',
                    detail: '原记 17 人，漏记沈明。',
                    mark: '更正',
                  },
                ]}
              />
            </Section>
          </>
        ),
      })}
    />
  );
}

interface ReceiptValues {
  readonly who: PersonChoice;
  readonly on: PlainDate;
  readonly amount: Money;
  readonly way: string;
  readonly note?: string;
}

function FormDemo(): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <Page
      title="党费收缴"
      actions={
        <Button type="primary" onClick={() => setOpen(true)}>
          登记一笔
        </Button>
      }
    >
      <FormDrawer<ReceiptValues, null>
        title="登记一笔党费"
        open={open}
        onClose={() => setOpen(false)}
        initial={{ way: 'cash' }}
        lead="收到多少记多少；应交和欠交由系统算。"
        save={() => Promise.reject(new TypeError('Failed to fetch'))}
      >
        <Field name="who" label="交费的同志" required>
          <PersonPicker
            search={(text) =>
              Promise.resolve(
                COMRADES.filter((one) => one.name.includes(text)).map((one) => ({
                  id: one.id as PersonChoice['id'],
                  label: one.name,
                  detail: one.category,
                })),
              )
            }
          />
        </Field>
        <Field name="on" label="收款日期" required rule="按实际收到的那一天；以后补录也填那一天。">
          <DateField />
        </Field>
        <Field
          name="amount"
          label="金额"
          required
          rule="不得由单位垫交。"
          basis="《关于中国共产党党费收缴、使用和管理的规定》"
        >
          <MoneyField />
        </Field>
        <Field name="way" label="方式">
          <Select
            options={[
              { value: 'cash', label: '现金' },
              { value: 'transfer', label: '转账' },
            ]}
          />
        </Field>
        <Field name="org" label="交到">
          <OrgPicker search={() => Promise.resolve([])} />
        </Field>
        <Field name="note" label="备注">
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Field>
      </FormDrawer>
    </Page>
  );
}

function ImportDemo(): ReactNode {
  return (
    <Page title="导入花名册" lead="任何花名册都可以：有标题行、合并单元格、文字日期都没关系。">
      <ImportWizard
        unit="名党员"
        targets={[
          { value: 'name', label: '姓名', required: true },
          { value: 'born', label: '出生日期' },
          { value: 'joined', label: '入党日期', required: true },
        ]}
        steps={{
          upload: (file) =>
            Promise.resolve({
              importId: '1',
              fileName: file.name,
              rows: 45,
              columns: [
                {
                  index: 0,
                  header: '姓  名',
                  samples: ['林知远', '周立春'],
                  guess: 'name',
                  sure: true,
                },
                {
                  index: 1,
                  header: '出生年月',
                  samples: ['1971.02', '19720315'],
                  guess: 'born',
                  sure: true,
                },
                {
                  index: 2,
                  header: '入党时间',
                  samples: ['2001年7月1日'],
                  guess: 'joined',
                  sure: false,
                },
                { index: 3, header: '', samples: ['1', '2'], guess: null, sure: false },
              ],
            }),
          preview: () =>
            Promise.resolve({
              fresh: [{ row: 12, who: '吴谷雨', detail: '1979-01-15，2009-07-01 入党' }],
              changes: [
                { row: 4, who: '沈明', field: '入党日期', from: '2002-07-01', to: '2002-07-11' },
              ],
              unchanged: 43,
              bad: [{ row: 9, column: '出生年月', value: '1971.13', why: '没有第13个月' }],
              absent: [{ who: '赵文博', detail: '正式党员，2007-07-01 入党' }],
              leftOut: 0,
            }),
          confirm: () => Promise.resolve({ written: 2, unchanged: 43 }),
          undo: () => Promise.resolve(),
        }}
      />
    </Page>
  );
}

const root = createRootRoute({
  component: () => (
    <TodayContext value={TODAY}>
      <Layout me={ME} entries={ENTRIES} actAs={() => undefined} signOut={() => undefined}>
        <Outlet />
      </Layout>
    </TodayContext>
  ),
});
const page = (path: string, component: () => ReactNode) =>
  createRoute({
    getParentRoute: () => root,
    path,
    component,
    validateSearch: listSearch(['q', 'category']),
  });

const router = createRouter({
  history: createHashHistory(),
  routeTree: root.addChildren([
    page('/', () => (
      <Page title="林知远同志，您好" lead="2026年5月11日 星期一 · 青禾县发展和改革局党支部">
        <HomeBoard today={TODAY} acts={ACTS} model={HOME} />
      </Page>
    )),
    page('/list', ListDemo),
    page('/detail', DetailDemo),
    page('/form', FormDemo),
    page('/import', ImportDemo),
    page('/print', () => (
      <Page title="党费收缴明细表">
        <PrintView
          title="党费收缴明细表"
          src="/icon.svg"
          downloads={[{ label: 'Excel', href: '/icon.svg' }]}
        />
      </Page>
    )),
  ]),
});

const element = document.getElementById('root');
if (element !== null) {
  createRoot(element).render(
    <StrictMode>
      <Providers client={new QueryClient()}>
        <RouterProvider router={router as never} />
      </Providers>
    </StrictMode>,
  );
}
