import { App, Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { IMPORT_STATES } from '#contract/imports';
import { api, readFailure, type Failure } from '../../api.ts';
import { newCommandId } from '../../patterns/command-id.ts';
import { FailureNote } from '../../patterns/form-drawer.tsx';
import { renewRoster, type Preview } from './queries.ts';
import { caseRoute } from './routes.ts';

const SENTENCES: Readonly<Record<string, string>> = {
  done: '已写入花名册，文件已经删除。',
  undone: '花名册已回到导入以前；撤销也留有记录。',
  abandoned: '没有写入任何内容，文件已经删除。',
};

/** What came of it, and the way back. */
export function DonePanel({ preview }: { preview: Preview }): ReactNode {
  const { case: one, written } = preview;
  const queries = useQueryClient();
  const navigate = caseRoute.useNavigate();
  const { message, modal } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const undo = async (): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await api.imports.undo({ commandId: newCommandId(), importId: one.importId });
      void message.success('已撤销');
      renewRoster(queries);
    } catch (error) {
      setFailure(readFailure(error));
    } finally {
      setBusy(false);
    }
  };
  const ask = (): void => {
    modal.confirm({
      title: '撤销整次导入？',
      content: '新登记的人不再在花名册里，变更的内容恢复原样。以后的记录依赖它时不能撤销。',
      okText: '撤销',
      cancelText: '不撤销',
      onOk: undo,
    });
  };
  const list = one.kind === 'compare' ? '/imports/compare' : '/members';
  return (
    <div className="panel wizard-panel wizard-done" role="status">
      <h2>{IMPORT_STATES[one.state]}</h2>
      <p>
        {one.state === 'done'
          ? `新登记 ${written.entered} 人，变更 ${written.changed} 人。${SENTENCES['done'] ?? ''}`
          : SENTENCES[one.state]}
      </p>
      <div className="form-acts">
        <Button type="primary" onClick={() => void navigate({ to: list, search: {} })}>
          {one.kind === 'compare' ? '看修改清单' : '看花名册'}
        </Button>
        {one.state === 'done' ? (
          <Button loading={busy} onClick={ask}>
            撤销这次导入
          </Button>
        ) : null}
        {one.kind === 'roster' ? (
          <Button onClick={() => void navigate({ to: '/imports', search: {} })}>
            再导入一个文件
          </Button>
        ) : null}
      </div>
      <FailureNote failure={failure} />
    </div>
  );
}
