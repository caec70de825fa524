import { Button, Checkbox, Input, InputNumber, Select, Skeleton } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { AUDIENCES, RHYTHMS, SECTIONS } from '#contract/publication';
import { Fault } from '../../app/fault.tsx';
import { useMe } from '../../app/session.ts';
import { api } from '../../api.ts';
import { Field } from '../../patterns/field.tsx';
import { FailureNote, FormDrawer } from '../../patterns/form-drawer.tsx';
import { RowList, type Column } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { catalogueQuery, optionsOf, renewPublication, type Kind } from './queries.ts';
import { paperRoute } from './routes.ts';
import './publication.css';

const days = (kind: Kind): string =>
  kind.notice ? '按公示期' : kind.postingDays === 0 ? '长期' : `不少于${kind.postingDays}天`;

const columns = (act: (kind: Kind) => ReactNode): readonly Column<Kind>[] => [
  { key: 'name', title: '公开事项', card: 'head', render: (row) => row.name },
  { key: 'section', title: '栏目', oneLine: true, render: (row) => SECTIONS[row.section] },
  { key: 'audience', title: '范围', render: (row) => AUDIENCES[row.audience] },
  {
    key: 'rhythm',
    title: '频次',
    oneLine: true,
    render: (row) => `${RHYTHMS[row.rhythm]}${row.required ? '，到期提醒' : ''}`,
  },
  { key: 'days', title: '时间', oneLine: true, render: days },
  {
    key: 'basis',
    title: '依据',
    render: (row) => (
      <>
        {row.paper === '' ? row.basis : row.paper}
        {row.fixedBy === null ? null : <span className="tag">{row.fixedBy}定</span>}
      </>
    ),
  },
  { key: 'act', title: '调整', render: act },
];

/** 公开目录: what is made public, to whom, how often; the level that says so is named. */
export function CataloguePage(): ReactNode {
  const { orgId } = useMe().acting;
  const queries = useQueryClient();
  const query = useQuery(catalogueQuery(orgId));
  const [changing, setChanging] = useState<Kind | 'new' | null>(null);
  const found = query.data;
  const may = found?.can['set'] === true;
  const dropping = useAct<Kind, unknown>({
    save: ({ kind }, commandId) => api.publication.dropKind({ orgId, kind, commandId }),
    onSaved: () => renewPublication(queries),
    savedWords: '已取消本级的调整',
  });
  return (
    <Page
      title="公开目录"
      lead="公开什么、向谁公开、多久一次、公开多长时间。上级定的，下级照办；没有条文可查的按上级规定。"
      actions={
        <>
          <Link to={paperRoute.to} search={{ kind: 'catalogue' }}>
            打印
          </Link>
          {may ? <Button onClick={() => setChanging('new')}>增加一项</Button> : null}
        </>
      }
    >
      <div className="panel" aria-busy={query.isPending}>
        {found === undefined ? (
          query.error === null ? (
            <Skeleton active={false} title={false} aria-label="正在读取" />
          ) : (
            <Fault error={query.error} retry={() => query.refetch()} />
          )
        ) : (
          <RowList<Kind>
            label="公开目录"
            rows={found.kinds}
            rowKey={(row) => row.kind}
            columns={columns((row) =>
              may ? (
                <span className="public-acts">
                  <Button
                    size="small"
                    aria-label={`调整：${row.name}`}
                    onClick={() => setChanging(row)}
                  >
                    调整
                  </Button>
                  {row.own ? (
                    <Button
                      size="small"
                      aria-label={`取消调整：${row.name}`}
                      disabled={dropping.busy}
                      onClick={() => dropping.run(row)}
                    >
                      取消
                    </Button>
                  ) : null}
                </span>
              ) : null,
            )}
          />
        )}
      </div>
      <FailureNote failure={dropping.failure} />
      <KindDrawer changing={changing} onClose={() => setChanging(null)} />
    </Page>
  );
}

type Values = Pick<
  Kind,
  'name' | 'section' | 'audience' | 'rhythm' | 'postingDays' | 'required' | 'paper'
>;

function KindDrawer({
  changing,
  onClose,
}: {
  readonly changing: Kind | 'new' | null;
  readonly onClose: () => void;
}): ReactNode {
  const { orgId } = useMe().acting;
  const queries = useQueryClient();
  if (changing === null) return null;
  const known = changing === 'new' ? null : changing;
  const builtIn = known !== null && !known.kind.startsWith('own.');
  const initial: Partial<Values> =
    known === null
      ? { section: 'party', audience: 'unit', rhythm: 'quarter', postingDays: 7, required: true }
      : { ...known };
  return (
    <FormDrawer<Values, unknown>
      title={known === null ? '增加一项' : `调整：${known.name}`}
      open
      onClose={onClose}
      initial={initial}
      lead="对本级和所有下级有效。"
      save={(values, commandId) =>
        api.publication.setKind({
          orgId,
          ...(known === null ? {} : { kind: known.kind }),
          ...values,
          paper: values.paper ?? '',
          required: values.required ?? false,
          commandId,
        })
      }
      onSaved={() => renewPublication(queries)}
    >
      <Field name="name" label="事项" required>
        <Input maxLength={60} disabled={builtIn} />
      </Field>
      <Field name="section" label="栏目" required>
        <Select options={optionsOf(SECTIONS)} disabled={builtIn} />
      </Field>
      <Field name="audience" label="范围" required>
        <Select options={optionsOf(AUDIENCES)} />
      </Field>
      <Field name="rhythm" label="频次" required>
        <Select options={optionsOf(RHYTHMS)} disabled={known?.notice === true} />
      </Field>
      <Field name="postingDays" label="至少公开几天" required rule="0 就是长期公开。">
        <InputNumber
          min={0}
          max={400}
          precision={0}
          controls={false}
          suffix="天"
          disabled={known?.notice === true}
        />
      </Field>
      <Field name="required" label="提醒" valueProp="checked">
        <Checkbox>到期没有公开的列入待办</Checkbox>
      </Field>
      <Field name="paper" label="文号">
        <Input maxLength={100} />
      </Field>
    </FormDrawer>
  );
}
