import { Skeleton } from 'antd';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Fault } from '../../app/fault.tsx';
import { Page } from '../../patterns/page.tsx';
import { ColumnsForm } from './columns-form.tsx';
import { DonePanel } from './done-panel.tsx';
import { PreviewPanel } from './preview-panel.tsx';
import { previewQuery, type ImportId } from './queries.ts';
import { caseRoute } from './routes.ts';
import { Steps } from './steps.tsx';
import './imports.css';

/** One import from its columns to its undoing; where it stands is asked of the server, so that it can be left and taken up again. */
export function CasePage(): ReactNode {
  const search = caseRoute.useSearch();
  const navigate = caseRoute.useNavigate();
  const importId = (search.importId ?? '') as ImportId;
  const query = useQuery(previewQuery(importId));
  const one = query.data?.case;
  const back =
    one?.kind === 'compare'
      ? { to: '/imports/compare', label: '与全国系统核对' }
      : { to: '/imports', label: '导入花名册' };
  const title = one?.kind === 'compare' ? '与全国系统核对' : '导入花名册';
  const go = (step?: string): void => {
    void navigate({
      search: { importId: search.importId, ...(step === undefined ? {} : { step }) },
    });
  };

  const body = (): ReactNode => {
    if (query.data === undefined) {
      return query.error === null ? (
        <Skeleton active={false} aria-label="正在读取" />
      ) : (
        <Fault error={query.error} retry={() => query.refetch()} />
      );
    }
    const preview = query.data;
    const { state } = preview.case;
    if (state === 'done' || state === 'undone' || state === 'abandoned') {
      return (
        <>
          <Steps current={3} />
          <DonePanel preview={preview} />
        </>
      );
    }
    if (state === 'open' || search.step === 'columns') {
      return (
        <>
          <Steps current={1} />
          <ColumnsForm preview={preview} onRead={() => go()} />
        </>
      );
    }
    return (
      <>
        <Steps current={2} />
        <PreviewPanel preview={preview} onBack={() => go('columns')} />
      </>
    );
  };

  return (
    <Page
      title={title}
      lead={one === undefined ? undefined : `${one.orgName}：${one.fileName}`}
      back={back}
    >
      <div className="wizard">{body()}</div>
    </Page>
  );
}
