import { Button, Empty, Input } from 'antd';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { chineseDate, type PlainDate } from '#kernel/plain-date';
import { api } from '../../api.ts';
import { useMe } from '../../app/session.ts';
import { useToday } from '../../app/today.ts';
import { DateField } from '../../patterns/date-field.tsx';
import { Field } from '../../patterns/field.tsx';
import { FormDrawer } from '../../patterns/form-drawer.tsx';
import { RowList } from '../../patterns/list-table.tsx';
import { Page } from '../../patterns/page.tsx';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';
import { renewTransfers, wholesQuery } from './queries.ts';
import { transferPrintRoute } from './routes.ts';

interface Values {
  readonly org: OrgChoice;
  readonly to: OrgChoice;
  readonly on: PlainDate;
  readonly number: string;
  readonly approvedBy: string;
  readonly approvalPaper: string;
}

/** 整建制转接: organisations that went with everybody in them. */
export function WholePage(): ReactNode {
  const me = useMe();
  const today = useToday();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const query = useQuery(wholesQuery(me.acting.orgId));
  const wholes = query.data?.wholes ?? [];
  return (
    <Page
      title="整建制转接"
      lead="一个党组织连同全体党员转到另一个上级党组织：支部不变，花名册不变，只改隶属关系，一封信一份名册。"
      actions={
        query.data?.can['move'] === true && me.permissions.includes('transfers.write') ? (
          <Button type="primary" onClick={() => setOpen(true)}>
            办理整建制转接
          </Button>
        ) : undefined
      }
    >
      <div className="panel">
        {wholes.length === 0 ? (
          <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="还没有整建制转接" />
        ) : (
          <RowList
            label="整建制转接"
            rows={wholes}
            rowKey={(row) => row.wholeId}
            columns={[
              { key: 'org', title: '党组织', card: 'head', render: (row) => row.orgName },
              { key: 'on', title: '日期', oneLine: true, render: (row) => chineseDate(row.on) },
              { key: 'from', title: '由', render: (row) => row.fromName },
              { key: 'to', title: '去', render: (row) => row.toName },
              { key: 'number', title: '编号', oneLine: true, render: (row) => row.number },
              { key: 'people', title: '党员', number: true, render: (row) => row.people },
              {
                key: 'print',
                title: '名册',
                render: (row) => (
                  <Link to={transferPrintRoute.to} search={{ kind: 'whole', wholeId: row.wholeId }}>
                    打印名册
                  </Link>
                ),
              },
            ]}
          />
        )}
      </div>
      <FormDrawer<Values, unknown>
        title="办理整建制转接"
        open={open}
        onClose={() => setOpen(false)}
        saveLabel="办理"
        lead="保存时其他人的录入会稍等片刻。转往本系统以外的，请逐人办理转出。"
        initial={{ on: today }}
        save={({ org, to, ...values }, commandId) =>
          api.transfers.moveWhole({ ...values, orgId: org.id, toOrgId: to.id, commandId })
        }
        onSaved={() => {
          void queries.invalidateQueries({ queryKey: ['organisations'] });
          void renewTransfers(queries);
        }}
      >
        <Field name="org" label="转接的党组织" required>
          <OrgPicker />
        </Field>
        <Field name="to" label="转到哪个上级党组织之下" required>
          <OrgPicker />
        </Field>
        <div className="pair">
          <Field name="on" label="转接日期" required>
            <DateField />
          </Field>
          <Field name="number" label="编号" required>
            <Input maxLength={40} />
          </Field>
        </div>
        <div className="pair">
          <Field name="approvedBy" label="批准机关" required>
            <Input maxLength={100} />
          </Field>
          <Field name="approvalPaper" label="批准文号" required>
            <Input maxLength={100} />
          </Field>
        </div>
      </FormDrawer>
    </Page>
  );
}
