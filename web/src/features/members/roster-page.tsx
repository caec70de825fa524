import { Button, Drawer } from 'antd';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { CATEGORIES, SEXES } from '#contract/members';
import type { OrgId } from '#kernel/ids';
import { chineseDate } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import type { Filter } from '../../patterns/filter-bar.tsx';
import { ListPage } from '../../patterns/list-page.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { OrgPicker, type OrgChoice } from '../../patterns/pickers.tsx';
import { PrintView } from '../../patterns/print-view.tsx';
import { EnterDrawer } from './enter-drawer.tsx';
import { ExportDrawer } from './export-drawer.tsx';
import {
  codesQuery,
  downloadHref,
  groupsQuery,
  renewMembers,
  rosterInput,
  rosterQuery,
  type MemberRow,
} from './queries.ts';
import { RosterCounts } from './roster-counts.tsx';
import { fileRoute, rosterRoute, type RosterFilter } from './routes.ts';
import { AGES, chineseLoose, MARKS } from './words.ts';

const options = (table: Readonly<Record<string, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value, label }));

type Codes = readonly { readonly key: string; readonly name: string }[];
const coded = (codes: Codes | undefined) =>
  (codes ?? []).map(({ key, name }) => ({ value: key, label: name }));

function Marks({ row }: { row: MemberRow }): ReactNode {
  const marks = [
    row.category === 'probationary' ? CATEGORIES.probationary : null,
    row.suspended ? '停止党籍' : null,
    row.frail ? '年老体弱' : null,
    row.floating ? '流动' : null,
    row.lost ? '失联' : null,
  ].filter((mark) => mark !== null);
  return marks.map((mark) => (
    <span key={mark} className="tag">
      {mark}
    </span>
  ));
}

/** One organisation with those below it; the address keeps its id, the name is that last picked. */
const orgFilter = (
  picked: OrgChoice | null,
  pick: (choice: OrgChoice | null) => void,
): Filter<RosterFilter> => ({
  kind: 'own',
  name: 'orgId',
  label: '党组织',
  control: (value, change, id) => (
    <OrgPicker
      id={id}
      value={
        value === undefined
          ? null
          : picked?.id === value
            ? picked
            : { id: value as OrgChoice['id'], label: '所选党组织' }
      }
      onChange={(choice) => {
        pick(choice);
        change(choice?.id);
      }}
    />
  ),
});

/** 花名册: everybody of one's organisation and those below, found as one types. */
export function RosterPage(): ReactNode {
  const me = useMe();
  const search = rosterRoute.useSearch();
  const navigate = rosterRoute.useNavigate();
  const narrow = useNarrow();
  const queries = useQueryClient();
  const codes = useQuery(codesQuery).data;
  const query = useQuery({ ...rosterQuery(search), placeholderData: keepPreviousData });
  const [entering, setEntering] = useState(false);
  const [exporting, setExporting] = useState(false);
  const [printing, setPrinting] = useState(false);
  const [picked, setPicked] = useState<OrgChoice | null>(null);
  const mayWrite = me.permissions.includes('members.write');
  const above = me.acting.standing === 'above';
  const groupsOf = above ? search.orgId : me.acting.orgId;
  const groups = useQuery({
    ...groupsQuery((groupsOf ?? '') as OrgId),
    enabled: groupsOf !== undefined,
  }).data?.groups;
  const gone = search.mark === 'left';
  const { page: _, pageSize: __, ...filtersNow } = rosterInput(search);
  const params = filtersNow as Readonly<Record<string, string | number | undefined>>;

  const filters: readonly Filter<RosterFilter>[] = [
    ...(above ? [orgFilter(picked, setPicked)] : []),
    { kind: 'text', name: 'q', label: '查党员', hint: '姓名、拼音、首字母、号码后四位' },
    { kind: 'choice', name: 'category', label: '人员类别', options: options(CATEGORIES) },
    { kind: 'choice', name: 'sex', label: '性别', options: options(SEXES) },
    { kind: 'choice', name: 'age', label: '年龄', options: AGES },
    { kind: 'choice', name: 'education', label: '学历', options: coded(codes?.education) },
    {
      kind: 'choice',
      name: 'ethnic',
      label: '民族',
      options: [{ value: 'minority', label: '少数民族' }, ...coded(codes?.ethnic)],
    },
    { kind: 'choice', name: 'work', label: '工作岗位', options: coded(codes?.work) },
    ...(groups === undefined || groups.length === 0
      ? []
      : [
          {
            kind: 'choice' as const,
            name: 'groupId' as const,
            label: '党小组',
            options: groups.map((one) => ({ value: one.groupId, label: one.name })),
          },
        ]),
    { kind: 'choice', name: 'mark', label: '标记', options: MARKS },
  ];

  return (
    <>
      <ListPage<MemberRow, RosterFilter>
        title="党员花名册"
        lead="组织关系在本组织的党员；在别处参加组织生活的，组织关系仍在这里。"
        search={search}
        onSearch={(next) => void navigate({ search: next, replace: true })}
        filters={filters}
        query={query}
        rowKey={(row) => row.personId}
        openRow={(row) => void navigate({ to: fileRoute.to, search: { personId: row.personId } })}
        summary={<RosterCounts orgId={search.orgId} asOf={search.asOf} />}
        empty={{
          text: gone ? '没有离开的同志' : '花名册里还没有党员',
          action: mayWrite ? (
            <>
              <Button type="primary" onClick={() => setEntering(true)}>
                登记党员
              </Button>
              {me.permissions.includes('imports.use') ? (
                <Button onClick={() => void navigate({ to: '/imports', search: {} })}>导入</Button>
              ) : null}
            </>
          ) : undefined,
        }}
        exportSlot={
          <span className="list-acts">
            <Button onClick={() => setPrinting(true)}>打印</Button>
            <Button onClick={() => setExporting(true)}>导出</Button>
          </span>
        }
        actions={
          mayWrite ? (
            <Button type="primary" onClick={() => setEntering(true)}>
              登记党员
            </Button>
          ) : undefined
        }
        columns={[
          { key: 'name', title: '姓名', card: 'head', oneLine: true, render: (row) => row.name },
          { key: 'marks', title: '标记', card: 'mark', render: (row) => <Marks row={row} /> },
          {
            key: 'sex',
            title: '性别',
            card: 'none',
            render: (row) => (row.sex === null ? '' : SEXES[row.sex]),
          },
          { key: 'age', title: '年龄', number: true, render: (row) => row.age ?? '—' },
          {
            key: 'joined',
            title: '入党日期',
            oneLine: true,
            render: (row) => chineseLoose(row.joinedOn),
          },
          {
            key: 'standing',
            title: '党龄（年）',
            number: true,
            render: (row) => row.standing ?? '—',
          },
          {
            key: 'education',
            title: '学历',
            card: 'none',
            oneLine: true,
            render: (row) => row.education ?? '—',
          },
          { key: 'job', title: '职务', render: (row) => row.job },
          ...(gone
            ? [
                {
                  key: 'left',
                  title: '离开',
                  render: (row: MemberRow) =>
                    row.left === null ? '' : `${chineseDate(row.left.on)} ${row.left.way}`,
                },
              ]
            : []),
          ...(above
            ? [{ key: 'org', title: '所在党支部', render: (row: MemberRow) => row.orgName }]
            : []),
        ]}
      />
      <EnterDrawer
        open={entering}
        onClose={() => setEntering(false)}
        onSaved={(personId) => {
          renewMembers(queries);
          void navigate({ to: fileRoute.to, search: { personId } });
        }}
      />
      <ExportDrawer open={exporting} onClose={() => setExporting(false)} filters={params} />
      <Drawer
        title="打印党员花名册"
        open={printing}
        onClose={() => setPrinting(false)}
        size={narrow ? '100%' : 1100}
        destroyOnHidden
      >
        <PrintView
          title="党员花名册"
          src={downloadHref('/members/print', { ...params, format: 'html' })}
          downloads={[
            {
              label: '下载 Word',
              href: downloadHref('/members/print', { ...params, format: 'docx' }),
            },
            {
              label: '下载 Excel',
              href: downloadHref('/members/print', { ...params, format: 'xlsx' }),
            },
          ]}
        />
      </Drawer>
    </>
  );
}
