import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { REPORT_KINDS } from '#contract/reports-words';
import { chineseDate } from '#kernel/plain-date';
import type { Refusal } from '#kernel/result';
import { api } from '../../api.ts';
import { ActionButton } from '../../patterns/action-button.tsx';
import { DetailPage, Facts } from '../../patterns/detail-page.tsx';
import { Field } from '../../patterns/field.tsx';
import { FailureNote, FormDrawer } from '../../patterns/form-drawer.tsx';
import { useAct } from '../../patterns/use-act.ts';
import { DifferenceDrawer } from './difference-drawer.tsx';
import { IssuedView } from './issued-view.tsx';
import { reportQuery, type Report } from './queries.ts';
import { emptySections, ReportEditor, type Saved } from './report-editor.tsx';
import { printRoute, reportRoute } from './routes.ts';
import './reports.css';

const can = (report: Report, act: string): true | Refusal => report.can[act] ?? true;

/** One report: written while it is a draft, read once it is issued. */
export function ReportPage(): ReactNode {
  const { reportId } = reportRoute.useSearch();
  const query = useQuery(reportQuery(reportId));
  return (
    <DetailPage<Report>
      back={{ to: '/reports', label: '述职与总结' }}
      query={query}
      name="报告"
      show={(report) => ({
        title: report.title.replaceAll('\n', ''),
        lead: `${REPORT_KINDS[report.kind]} · ${report.orgName}${report.authorName === '' ? '' : ` · ${report.authorName}`}`,
        sections: <Opened key={`${reportId} ${report.state}`} report={report} />,
      })}
    />
  );
}

function Opened({ report }: { report: Report }): ReactNode {
  const queries = useQueryClient();
  const openPrint = printRoute.useNavigate();
  const [drawer, setDrawer] = useState<'difference' | 'compare' | 'reopen' | null>(null);
  // What the last saving answered: version and open questions.
  const [saved, setSaved] = useState<Saved>({
    version: report.version,
    findings: report.findings,
    empty: emptySections(report.content),
  });
  const { modal } = App.useApp();
  const [unsaved, setUnsaved] = useState(false);
  const renew = (): void =>
    void queries.invalidateQueries({ queryKey: ['reports'], refetchType: 'all' });
  const issue = useAct({
    save: (_: number, commandId) =>
      api.reports.issue({ reportId: report.reportId, basedOn: saved.version, commandId }),
    onSaved: renew,
    savedWords: '已定稿',
  });
  const settle = (): void => {
    if (saved.empty.length === 0) issue.run(saved.version);
    else
      modal.confirm({
        title: '有的部分还没有写文字',
        content: `只有数据、没有文字的部分：${saved.empty.join('；')}。`,
        okText: '照此定稿',
        cancelText: '再写一写',
        onOk: () => issue.run(saved.version),
      });
  };
  const [first] = saved.findings;
  const issuable = (): true | Refusal => {
    const allowed = can(report, 'issue');
    if (allowed !== true && allowed.code !== 'reports.not_ready') return allowed;
    return first === undefined
      ? true
      : {
          code: 'reports.not_ready',
          params: { count: saved.findings.length, first: first.place },
        };
  };
  return (
    <>
      <Facts
        facts={[
          { label: '期间', value: `${chineseDate(report.from)}至${chineseDate(report.to)}` },
          {
            label: '状态',
            value:
              report.state === 'issued' && report.issued !== null
                ? `${chineseDate(report.issued.issuedOn)}定稿，第${report.edition}版`
                : `草稿${report.edition > 0 ? `（第${report.edition}版已定稿）` : ''}`,
          },
          {
            label: '任职',
            value: report.content.bodies
              .map((body) => `${body.name}${body.role}${body.below ? '（含下级）' : ''}`)
              .join('、'),
          },
        ]}
      />
      <div className="report-acts">
        {report.state === 'draft' ? (
          <ActionButton
            label="定稿"
            primary
            can={issuable()}
            busy={issue.busy || unsaved}
            run={settle}
          />
        ) : (
          <>
            <Button onClick={() => setDrawer('compare')}>定稿后的变化</Button>
            <ActionButton
              label="另出一版"
              can={can(report, 'reopen')}
              run={() => setDrawer('reopen')}
            />
          </>
        )}
        <Button onClick={() => setDrawer('difference')}>与上年相比</Button>
        <Button
          onClick={() =>
            void openPrint({ to: '/reports/print', search: { reportId: report.reportId } })
          }
        >
          打印
        </Button>
        <Button href={`/api/reports/word?reportId=${report.reportId}`}>Word</Button>
        <Button href={`/api/reports/sheet?reportId=${report.reportId}`}>Excel（数据）</Button>
      </div>
      <FailureNote failure={issue.failure} />
      {report.state === 'draft' && can(report, 'save') === true ? (
        <ReportEditor
          report={report}
          findings={saved.findings}
          onSaved={setSaved}
          onDirty={setUnsaved}
        />
      ) : (
        <IssuedView report={report} />
      )}
      <DifferenceDrawer
        reportId={report.reportId}
        what={drawer === 'difference' || drawer === 'compare' ? drawer : null}
        onClose={() => setDrawer(null)}
      />
      <FormDrawer<{ reason: string }, unknown>
        title="另出一版"
        open={drawer === 'reopen'}
        onClose={() => setDrawer(null)}
        lead="原来定稿的一版保留，到新的一版定稿时为止。"
        saveLabel="开始修改"
        save={({ reason }, commandId) =>
          api.reports.reopen({ reportId: report.reportId, reason, commandId })
        }
        onSaved={renew}
      >
        <Field name="reason" label="原因" required>
          <Input maxLength={200} />
        </Field>
      </FormDrawer>
    </>
  );
}
