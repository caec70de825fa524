import { Button, Input, Select } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { USE_PURPOSES } from '#contract/dues';
import type { OrgId } from '#kernel/ids';
import type { Money } from '#kernel/money';
import { chineseMonth, monthOf, yearOf, type PlainDate, type PlainMonth } from '#kernel/plain-date';
import { api, type Answer, type Api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Facts, Section } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { MoneyField } from '../../patterns/money-field.tsx';
import { Page } from '../../patterns/page.tsx';
import { CancelDrawer, type Cancelling } from './cancel-drawer.tsx';
import { YearBar } from './period-bar.tsx';
import { DUES, publicationsQuery, usesQuery } from './queries.ts';
import { meansRoute } from './routes.ts';
import { useBranch, useYear, yuan } from './words.ts';
import './dues.css';

type Use = Answer<Api['dues']['uses']>['uses'][number];
type Allotment = Answer<Api['dues']['uses']>['allotments'][number];
type Publication = Answer<Api['dues']['publications']>['publications'][number];
type Drawer = 'use' | 'allotment' | 'publish' | null;

/** 使用与公示: what came back from above, what it was used for, and what was put up for the members. */
export function MeansPage(): ReactNode {
  const search = meansRoute.useSearch();
  const navigate = meansRoute.useNavigate();
  const me = useMe();
  const today = useToday();
  const orgId = useBranch(search.orgId);
  const year = useYear(search.year);
  const means = useQuery(usesQuery(orgId, year));
  const published = useQuery(publicationsQuery(orgId, year));
  const [drawer, setDrawer] = useState<Drawer>(null);
  const [cancelling, setCancelling] = useState<Cancelling | null>(null);
  const writes = me.permissions.includes('dues.write');
  const cancelAct = (
    kind: 'use' | 'allotment' | 'publication',
    entryId: string,
    what: string,
  ): ReactNode =>
    writes ? (
      <Button
        size="small"
        aria-label={`作废${what}`}
        onClick={() =>
          setCancelling({
            what,
            run: (reason, commandId) => api.dues.cancelEntry({ kind, entryId, reason, commandId }),
          })
        }
      >
        作废
      </Button>
    ) : null;
  return (
    <Page
      title="使用与公示"
      lead="只登记上级下拨、返还的党费及其开支；收缴的党费在“上缴”里，两者不混。"
    >
      <YearBar
        year={year}
        last={yearOf(today)}
        onYear={(next) =>
          void navigate({ search: { ...search, year: String(next) }, replace: true })
        }
      />
      {means.data === undefined ? null : (
        <Facts
          facts={[
            { label: '可用余额', value: `${yuan(means.data.balance)} 元` },
            { label: `${year}年收到`, value: `${yuan(means.data.received)} 元` },
            { label: `${year}年使用`, value: `${yuan(means.data.used)} 元` },
          ]}
        />
      )}
      <Section
        title="使用"
        note="须经集体研究决定，用于五个方面。"
        actions={writes ? <Button onClick={() => setDrawer('use')}>登记使用</Button> : undefined}
      >
        {(means.data?.uses.length ?? 0) === 0 ? (
          <p className="muted">{year}年没有使用。</p>
        ) : (
          <RowList<Use>
            label="使用"
            rows={means.data?.uses ?? []}
            rowKey={(row) => row.useId}
            columns={[
              { key: 'what', title: '内容', card: 'head', render: (row) => row.what },
              { key: 'on', title: '日期', oneLine: true, render: (row) => row.usedOn },
              { key: 'purpose', title: '用途', render: (row) => USE_PURPOSES[row.purpose] },
              {
                key: 'amount',
                title: '金额（元）',
                number: true,
                render: (row) => yuan(row.amount),
              },
              {
                key: 'decided',
                title: '研究决定',
                render: (row) => `${row.decidedOn} ${row.decidedBy}`,
              },
              { key: 'voucher', title: '凭证', render: (row) => row.voucher },
              {
                key: 'act',
                title: '操作',
                render: (row) => cancelAct('use', row.useId, `“${row.what}”${yuan(row.amount)}元`),
              },
            ]}
          />
        )}
      </Section>
      <Section
        title="下拨与返还"
        actions={
          writes ? (
            <Button onClick={() => setDrawer('allotment')}>登记下拨、返还</Button>
          ) : undefined
        }
      >
        {(means.data?.allotments.length ?? 0) === 0 ? (
          <p className="muted">{year}年没有收到下拨、返还。</p>
        ) : (
          <RowList<Allotment>
            label="下拨与返还"
            rows={means.data?.allotments ?? []}
            rowKey={(row) => row.allotmentId}
            columns={[
              { key: 'from', title: '来源', card: 'head', render: (row) => row.receivedFrom },
              { key: 'on', title: '日期', oneLine: true, render: (row) => row.receivedOn },
              {
                key: 'amount',
                title: '金额（元）',
                number: true,
                render: (row) => yuan(row.amount),
              },
              { key: 'voucher', title: '凭证', render: (row) => row.voucher },
              {
                key: 'act',
                title: '操作',
                render: (row) =>
                  cancelAct(
                    'allotment',
                    row.allotmentId,
                    `${row.receivedFrom}${yuan(row.amount)}元`,
                  ),
              },
            ]}
          />
        )}
      </Section>
      <Section
        title="公示"
        note="每年向党员公布收缴和使用情况；公布应交、实交，不公布基数。"
        actions={writes ? <Button onClick={() => setDrawer('publish')}>公示</Button> : undefined}
      >
        {(published.data?.publications.length ?? 0) === 0 ? (
          <p className="muted">{year}年还没有公示。</p>
        ) : (
          <RowList<Publication>
            label="公示"
            rows={published.data?.publications ?? []}
            rowKey={(row) => row.publicationId}
            columns={[
              {
                key: 'months',
                title: '月份',
                card: 'head',
                render: (row) => `${chineseMonth(row.fromMonth)}至${chineseMonth(row.toMonth)}`,
              },
              { key: 'on', title: '公示日期', oneLine: true, render: (row) => row.publishedOn },
              { key: 'place', title: '地点', render: (row) => row.place },
              {
                key: 'act',
                title: '操作',
                render: (row) => (
                  <span className="dues-acts">
                    <Link to="/dues/paper" search={{ kind: 'publication', id: row.publicationId }}>
                      公示表
                    </Link>
                    {cancelAct('publication', row.publicationId, `${row.publishedOn}的公示`)}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Section>
      <MeansDrawers orgId={orgId} drawer={drawer} onClose={() => setDrawer(null)} />
      <CancelDrawer cancelling={cancelling} onClose={() => setCancelling(null)} />
    </Page>
  );
}

interface UseValues {
  readonly usedOn: PlainDate;
  readonly amount: Money;
  readonly purpose: keyof typeof USE_PURPOSES;
  readonly what: string;
  readonly decidedOn: PlainDate;
  readonly decidedBy: string;
  readonly voucher?: string;
}
interface AllotmentValues {
  readonly receivedOn: PlainDate;
  readonly amount: Money;
  readonly receivedFrom: string;
  readonly voucher?: string;
}
interface PublishValues {
  readonly from: PlainDate;
  readonly to: PlainDate;
  readonly publishedOn: PlainDate;
  readonly place: string;
}

function MeansDrawers({
  orgId,
  drawer,
  onClose,
}: {
  orgId: OrgId;
  drawer: Drawer;
  onClose: () => void;
}): ReactNode {
  const queries = useQueryClient();
  const today = useToday();
  const renew = (): void => void queries.invalidateQueries({ queryKey: DUES });
  return (
    <>
      <FormDrawer<UseValues, unknown>
        title="登记使用"
        open={drawer === 'use'}
        onClose={onClose}
        initial={{ usedOn: today, decidedOn: today, decidedBy: '支部委员会' }}
        save={(values, commandId) =>
          api.dues.recordUse({ orgId, ...values, voucher: values.voucher ?? '', commandId })
        }
        onSaved={renew}
      >
        <Field name="what" label="内容" required>
          <Input maxLength={120} placeholder="如 购买党员学习读本20册" />
        </Field>
        <Field name="purpose" label="用途" required>
          <Select
            options={Object.entries(USE_PURPOSES).map(([value, label]) => ({ value, label }))}
          />
        </Field>
        <Field name="amount" label="金额" required>
          <MoneyField />
        </Field>
        <Field name="usedOn" label="使用日期" required>
          <DateField />
        </Field>
        <div className="pair">
          <Field name="decidedOn" label="研究决定日期" required>
            <DateField />
          </Field>
          <Field name="decidedBy" label="由谁研究决定" required>
            <Input maxLength={60} />
          </Field>
        </div>
        <Field name="voucher" label="凭证号">
          <Input maxLength={60} />
        </Field>
      </FormDrawer>
      <FormDrawer<AllotmentValues, unknown>
        title="登记下拨、返还"
        open={drawer === 'allotment'}
        onClose={onClose}
        initial={{ receivedOn: today }}
        save={(values, commandId) =>
          api.dues.recordAllotment({ orgId, ...values, voucher: values.voucher ?? '', commandId })
        }
        onSaved={renew}
      >
        <Field name="receivedFrom" label="来源" required>
          <Input maxLength={60} placeholder="如 县委组织部返还" />
        </Field>
        <Field name="amount" label="金额" required>
          <MoneyField />
        </Field>
        <Field name="receivedOn" label="收到日期" required>
          <DateField />
        </Field>
        <Field name="voucher" label="凭证号">
          <Input maxLength={60} />
        </Field>
      </FormDrawer>
      <FormDrawer<PublishValues, unknown>
        title="公示收缴使用情况"
        open={drawer === 'publish'}
        onClose={onClose}
        initial={{
          from: `${yearOf(today)}-01-01` as PlainDate,
          to: today,
          publishedOn: today,
          place: '支部公开栏',
        }}
        lead="按现在的账目固定下来；公布应交、实交和使用，不公布基数。"
        saveLabel="公示"
        savedWords="已保存，可以打印公示表"
        save={({ from, to, publishedOn, place }, commandId) =>
          api.dues.publish({
            orgId,
            fromMonth: monthOf(from),
            toMonth: monthOf(to),
            publishedOn,
            place,
            commandId,
          })
        }
        onSaved={renew}
      >
        <div className="pair">
          <Field name="from" label="自哪个月" required>
            <DateField />
          </Field>
          <Field name="to" label="到哪个月" required>
            <DateField />
          </Field>
        </div>
        <Field name="publishedOn" label="公示日期" required>
          <DateField />
        </Field>
        <Field name="place" label="公示地点" required>
          <Input maxLength={60} />
        </Field>
      </FormDrawer>
    </>
  );
}
