import { App, Button } from 'antd';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api, readFailure, type Failure } from '../../api.ts';
import { useToday } from '../../app/today.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { ListPage } from '../../patterns/list-page.tsx';
import { dayText } from './case-columns.tsx';
import { renewCase, type Difference } from './queries.ts';
import { compareRoute } from './routes.ts';
import { Start } from './start.tsx';
import './imports.css';

const PRINT = '/api/imports/differences/print?format=';

/** 与全国系统核对: drop its export; below, what is to be changed over there. */
export function ComparePage(): ReactNode {
  const search = compareRoute.useSearch();
  const navigate = compareRoute.useNavigate();
  const queries = useQueryClient();
  const today = useToday();
  const { message } = App.useApp();
  const [failure, setFailure] = useState<Failure | null>(null);
  const query = useQuery({
    queryKey: ['imports', 'differences', search],
    queryFn: () =>
      api.imports.differences({
        ...(search.open === 'open' ? { open: 'true' } : {}),
        page: search.page ?? 1,
        pageSize: search.pageSize ?? 50,
      }),
    placeholderData: keepPreviousData,
  });
  const settle = async (row: Difference): Promise<void> => {
    setFailure(null);
    try {
      await api.imports.settle({
        commandId: newCommandId(),
        differenceIds: [row.differenceId],
        on: today,
      });
      void message.success('已保存');
      renewCase(queries);
    } catch (error) {
      setFailure(readFailure(error));
    }
  };
  return (
    <ListPage<Difference, 'open'>
      title="与全国系统核对"
      lead="放入全国系统导出的名单，列出人数、姓名、入党和转正日期、党支部、学历的不同之处，逐项选“改这里”或“改全国系统”。"
      search={search}
      onSearch={(next) => void navigate({ search: next })}
      filters={[
        {
          kind: 'choice',
          name: 'open',
          label: '修改清单',
          options: [{ value: 'open', label: '还没有改好的' }],
        },
      ]}
      query={query}
      rowKey={(row) => row.differenceId}
      columns={[
        { key: 'who', title: '姓名', render: (row) => row.who, card: 'head' },
        { key: 'branch', title: '党组织', render: (row) => row.branch },
        { key: 'label', title: '项目', render: (row) => row.label },
        { key: 'theirs', title: '全国系统中', render: (row) => row.theirs ?? '（空）' },
        { key: 'ours', title: '应改为', render: (row) => row.ours ?? '（空）' },
        { key: 'found', title: '核对日期', render: (row) => dayText(row.foundOn), oneLine: true },
        {
          key: 'settled',
          title: '在全国系统',
          render: (row) =>
            row.settledOn === null ? (
              <Button size="small" onClick={() => void settle(row)}>
                已改好
              </Button>
            ) : (
              `${dayText(row.settledOn)}已改`
            ),
        },
      ]}
      summary={
        <>
          <Start
            kind="compare"
            hint="全国系统“党员信息”导出的 Excel。只比较，确认前不改变任何内容。"
          />
          <FailureNote failure={failure} />
          <h2 className="import-list-head">要在全国系统修改的</h2>
        </>
      }
      exportSlot={
        <span>
          <a href={`${PRINT}html`} target="_blank" rel="noreferrer">
            打印清单
          </a>{' '}
          <a href={`${PRINT}docx`}>Word</a> <a href={`${PRINT}xlsx`}>Excel</a>
        </span>
      }
      empty={{ text: '没有要在全国系统修改的内容' }}
    />
  );
}
