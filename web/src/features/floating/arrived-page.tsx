import { Button, Drawer, Input, Select } from 'antd';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { OrgId, PersonId } from '#kernel/ids';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { AddressLink } from '../../patterns/address-link.tsx';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FailureNote, FormDrawer } from '../../patterns/form-drawer.tsx';
import { ListPage } from '../../patterns/list-page.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { PrintView } from '../../patterns/print-view.tsx';
import { useAct } from '../../patterns/use-act.ts';
import {
  arrivedQuery,
  paperHref,
  proposalsQuery,
  renewFloating,
  type ArrivedRow,
} from './queries.ts';
import { arrivedRoute } from './routes.ts';
import { FloatingTabs } from './tabs.tsx';

interface Values {
  readonly name: string;
  readonly homeName: string;
  readonly phone?: string;
  readonly certificateNo?: string;
  readonly on: PlainDate;
  readonly keeperId?: PersonId | null;
}

function KeeperField({ orgId }: { orgId: OrgId }): ReactNode {
  const { data } = useQuery(proposalsQuery(orgId));
  return (
    <Field name="keeperId" label="本支部联系人">
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        options={(data?.keepers ?? []).map((one) => ({
          value: one.personId,
          label: one.post === '' ? one.name : `${one.name}（${one.post}）`,
        }))}
      />
    </Field>
  );
}

/** One act on somebody who came: entering who was announced, or that they left again. */
type Doing =
  | { readonly kind: 'receive' }
  | { readonly kind: 'arrive'; readonly row: ArrivedRow }
  | { readonly kind: 'leave'; readonly row: ArrivedRow };

function ArrivedDrawers({
  orgId,
  doing,
  onClose,
  onSaved,
}: {
  orgId: OrgId;
  doing: Doing | null;
  onClose: () => void;
  onSaved: () => void;
}): ReactNode {
  const today = useToday();
  if (doing === null) return null;
  const row = doing.kind === 'receive' ? null : doing.row;
  const shared = { open: true, onClose, onSaved } as const;
  if (doing.kind === 'receive')
    return (
      <FormDrawer<Values, unknown>
        {...shared}
        title="登记流入"
        initial={{ on: today }}
        lead="只登记组织关系在本县以外的同志。组织关系在本县的，由原支部登记流出并选择本支部，这里会自动出现。"
        save={({ phone, ...values }, commandId) =>
          api.floating.receive({
            ...values,
            orgId,
            certificateNo: values.certificateNo ?? '',
            phone: phone === undefined || phone.trim() === '' ? undefined : phone,
            keeperId: values.keeperId ?? null,
            commandId,
          })
        }
      >
        <Field name="name" label="姓名" required>
          <Input maxLength={40} autoComplete="off" />
        </Field>
        <Field name="homeName" label="组织关系所在党组织" required>
          <Input maxLength={100} autoComplete="off" />
        </Field>
        <Field name="certificateNo" label="活动证编号">
          <Input maxLength={40} autoComplete="off" />
        </Field>
        <Field name="phone" label="手机号码">
          <Input maxLength={20} autoComplete="off" inputMode="tel" />
        </Field>
        <Field name="on" label="哪天来的" required>
          <DateField />
        </Field>
        <KeeperField orgId={orgId} />
      </FormDrawer>
    );
  const leaving = doing.kind === 'leave';
  return (
    <FormDrawer<Pick<Values, 'on' | 'keeperId'>, unknown>
      {...shared}
      title={`${leaving ? '登记离开' : '接收登记'}：${row?.name ?? ''}`}
      initial={{ on: today }}
      lead={
        leaving
          ? '组织关系在本县的，返回由原支部登记；这里只记离开本地。'
          : `${row?.homeName ?? ''}已登记流出到本支部。开会列为列席，不计入应到和表决。`
      }
      save={({ on, keeperId }, commandId) =>
        leaving
          ? row?.arrivalId === null || row === null
            ? Promise.resolve()
            : api.floating.leave({ arrivalId: row.arrivalId, on, commandId })
          : row?.awayId === null || row === null
            ? Promise.resolve()
            : api.floating.arrive({ awayId: row.awayId, on, keeperId: keeperId ?? null, commandId })
      }
    >
      <Field name="on" label={leaving ? '哪天离开的' : '哪天来的'} required>
        <DateField />
      </Field>
      {leaving ? <span /> : <KeeperField orgId={orgId} />}
    </FormDrawer>
  );
}

/** 流入 */
export function ArrivedPage(): ReactNode {
  const me = useMe();
  const search = arrivedRoute.useSearch();
  const navigate = arrivedRoute.useNavigate();
  const queries = useQueryClient();
  const narrow = useNarrow();
  const orgId = (search.orgId ?? me.acting.orgId) as OrgId;
  const above = me.acting.standing === 'above' && search.orgId === undefined;
  const below = above ? ('true' as const) : undefined;
  const query = useQuery({
    ...arrivedQuery({
      orgId,
      below,
      state: search.state === 'ended' ? 'ended' : 'here',
      page: search.page ?? 1,
      pageSize: search.pageSize ?? 50,
    }),
    placeholderData: keepPreviousData,
  });
  const [doing, setDoing] = useState<Doing | null>(null);
  const [printing, setPrinting] = useState(false);
  const renew = (): void => renewFloating(queries);
  const tell = useAct({
    save: (rows: readonly ArrivedRow[], commandId) =>
      api.floating.tell({
        orgId,
        arrivalIds: rows.flatMap((row) => row.arrivalId ?? []),
        commandId,
      }),
    onSaved: renew,
    savedWords: '已反馈给组织关系所在支部',
  });
  const data = query.data;
  const writes = data?.can['receive'] === true && !above;
  const untold = (data?.rows ?? []).filter((row) => row.untold > 0);
  const receive = (
    <Button
      type={untold.length > 0 ? 'default' : 'primary'}
      onClick={() => setDoing({ kind: 'receive' })}
    >
      登记流入
    </Button>
  );
  return (
    <>
      <ListPage<ArrivedRow, 'orgId' | 'state'>
        title="流入党员"
        lead="组织关系在别处、在本地生活工作的党员：协助日常管理，就近参加组织生活（《中国共产党党员教育管理工作条例》第32条）。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={[
          {
            kind: 'choice',
            name: 'state',
            label: '状态',
            options: [{ value: 'ended', label: '已离开' }],
          },
        ]}
        query={query}
        rowKey={(row) => row.arrivalId ?? `${row.awayId ?? ''}`}
        summary={
          <>
            <FloatingTabs orgId={search.orgId} />
            <FailureNote failure={tell.failure} />
            {data === undefined ? null : (
              <p className="muted">
                在本地{data.counts.here}人
                {data.counts.waiting > 0 ? `，待接收登记${data.counts.waiting}人` : ''}
              </p>
            )}
          </>
        }
        empty={{ text: '现在没有流入的党员', action: writes ? receive : undefined }}
        exportSlot={
          <span className="floating-acts">
            <Button onClick={() => setPrinting(true)}>台账</Button>
            <Button href={paperHref('arrived', { orgId, below, format: 'xlsx' })}>
              导出 Excel
            </Button>
          </span>
        }
        actions={
          writes ? (
            <>
              {untold.length > 0 ? (
                <Button type="primary" loading={tell.busy} onClick={() => tell.run(untold)}>
                  反馈参加活动（{untold.reduce((n, row) => n + row.untold, 0)}次）
                </Button>
              ) : null}
              {receive}
            </>
          ) : undefined
        }
        columns={[
          {
            key: 'name',
            title: '姓名',
            card: 'head',
            oneLine: true,
            render: (row) =>
              row.awayId === null ? (
                row.name
              ) : (
                <AddressLink to={`/floating/person?awayId=${row.awayId}`}>{row.name}</AddressLink>
              ),
          },
          { key: 'home', title: '组织关系所在', render: (row) => row.homeName },
          {
            key: 'on',
            title: '流入日期',
            render: (row) =>
              row.arrivedOn === null ? (
                <span className="tag">待接收登记</span>
              ) : (
                chineseDate(row.arrivedOn)
              ),
          },
          { key: 'certificate', title: '活动证编号', render: (row) => row.certificateNo },
          { key: 'keeper', title: '联系人', render: (row) => row.keeperName },
          {
            key: 'told',
            title: '反馈活动',
            render: (row) =>
              row.awayId === null
                ? ''
                : `已反馈${row.told}次${row.untold > 0 ? `，未反馈${row.untold}次` : ''}`,
          },
          ...(above
            ? [{ key: 'org', title: '流入党组织', render: (row: ArrivedRow) => row.orgName }]
            : []),
          {
            key: 'act',
            title: '办理',
            render: (row) =>
              !writes ? null : row.arrivalId === null ? (
                <Button
                  size="small"
                  aria-label={`接收登记 ${row.name}`}
                  onClick={() => setDoing({ kind: 'arrive', row })}
                >
                  接收登记
                </Button>
              ) : row.endedOn === null ? (
                <Button
                  size="small"
                  aria-label={`登记离开 ${row.name}`}
                  onClick={() => setDoing({ kind: 'leave', row })}
                >
                  登记离开
                </Button>
              ) : (
                `${chineseDate(row.endedOn)}离开`
              ),
          },
        ]}
      />
      <ArrivedDrawers orgId={orgId} doing={doing} onClose={() => setDoing(null)} onSaved={renew} />
      <Drawer
        title="流入党员台账"
        open={printing}
        onClose={() => setPrinting(false)}
        size={narrow ? '100%' : 1100}
        destroyOnHidden
      >
        {printing ? (
          <PrintView
            title="流入党员台账"
            src={paperHref('arrived', { orgId, below, format: 'html' })}
            downloads={[
              { label: '下载 Word', href: paperHref('arrived', { orgId, below, format: 'docx' }) },
            ]}
          />
        ) : null}
      </Drawer>
    </>
  );
}
