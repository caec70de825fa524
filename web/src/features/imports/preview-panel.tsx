import { App, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { api, readFailure, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { AskSection } from './ask-section.tsx';
import { BranchesSection } from './branches-section.tsx';
import { dayText } from './case-columns.tsx';
import { DifferenceSection } from './difference-section.tsx';
import { ProblemsSection } from './problems-section.tsx';
import { renewCase, renewRoster, type Preview } from './queries.ts';
import { caseRoute } from './routes.ts';
import { RowSection } from './row-section.tsx';
import { useReread } from './reread.ts';
import { Working } from './working.tsx';

const count = (preview: Preview, kind: string): number => preview.counts[kind] ?? 0;

/** What would be written, before anything is. */
export function PreviewPanel({
  preview,
  onBack,
}: {
  preview: Preview;
  onBack: () => void;
}): ReactNode {
  const { case: one, cells } = preview;
  const { importId } = one;
  const queries = useQueryClient();
  const navigate = caseRoute.useNavigate();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const reread = useReread(preview);
  const compare = one.kind === 'compare';
  const fresh = count(preview, 'new');
  const changed = count(preview, 'change');
  const nothing = !compare && fresh === 0 && changed === 0;
  const left = count(preview, 'ask');

  const run = async (act: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await act();
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };
  const confirm = (): Promise<void> =>
    run(async () => {
      await api.imports.confirm({ commandId: newCommandId(), importId, basedOn: one.version });
      void message.success('已保存');
      renewRoster(queries);
    });
  const abandon = (): Promise<void> =>
    run(async () => {
      await api.imports.abandon({ commandId: newCommandId(), importId });
      renewCase(queries);
      await navigate({ to: compare ? '/imports/compare' : '/imports', search: {} });
    });

  return (
    <div className="panel wizard-panel" aria-busy={busy || reread.busy}>
      <p role="status">
        截至{dayText(one.asOf)}：
        {compare
          ? `全国系统有、这里没有 ${fresh} 人，内容不同 ${changed} 人，这里有、全国系统没有 ${count(preview, 'absent')} 人，相同 ${count(preview, 'same')} 人。`
          : `新登记 ${fresh} 人，变更 ${changed} 人 ${cells} 处，没有变化 ${count(preview, 'same')} 人${left === 0 ? '' : `，要您确认 ${left} 行`}。空白单元格不改变任何内容。`}
      </p>
      <BranchesSection
        branches={preview.branches}
        busy={reread.busy}
        onDecide={(chosen) => void reread.run(chosen)}
      />
      <FailureNote failure={reread.failure} />
      <AskSection importId={importId} />
      <ProblemsSection importId={importId} sheet={one.sheet} count={preview.problems} />
      <DifferenceSection importId={importId} compare={compare} />
      <RowSection
        importId={importId}
        kind="elsewhere"
        title="在别的花名册"
        note="这里不办理转接。需要转入的，请办理组织关系接转。"
        columns={[
          { key: 'who', title: '姓名', render: (row) => row.who },
          { key: 'row', title: '表中', render: (row) => `第${row.row}行`, oneLine: true },
          { key: 'why', title: '情况', render: (row) => row.why },
          { key: 'detail', title: '说明', render: (row) => row.detail },
        ]}
      />
      <RowSection
        importId={importId}
        kind="error"
        title="看不懂，这次不写入"
        note="在原表改正后再导入；其余各行不受影响。"
        columns={[
          { key: 'who', title: '姓名', render: (row) => (row.who === '' ? '（空）' : row.who) },
          { key: 'row', title: '表中', render: (row) => `第${row.row}行`, oneLine: true },
          {
            key: 'why',
            title: '为什么',
            render: (row) =>
              row.problems
                .filter((problem) => problem.severity === 'error')
                .map((problem) => `${problem.column}列${problem.label}：${problem.why}`)
                .join('；'),
          },
        ]}
      />
      <RowSection
        importId={importId}
        kind="left_out"
        title="不写入"
        columns={[
          { key: 'who', title: '姓名', render: (row) => row.who },
          { key: 'row', title: '表中', render: (row) => `第${row.row}行`, oneLine: true },
          { key: 'why', title: '为什么', render: (row) => row.why },
          { key: 'detail', title: '内容', render: (row) => row.detail },
        ]}
      />
      <div className="form-acts">
        <Button type="primary" loading={busy} disabled={nothing} onClick={() => void confirm()}>
          {nothing ? '没有需要写入的变更' : compare ? '完成核对' : '确认写入'}
        </Button>
        <Button disabled={busy} onClick={onBack}>
          返回核对各列
        </Button>
        <Button disabled={busy} onClick={() => void abandon()}>
          放弃并删除文件
        </Button>
      </div>
      {busy ? <Working importId={importId} word="已写入" /> : null}
      <FailureNote failure={failure} />
    </div>
  );
}
