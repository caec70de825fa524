import { useQuery } from '@tanstack/react-query';
import { Empty } from 'antd';
import { useState, type ReactNode } from 'react';
import { CATEGORIES } from '#contract/members';
import { chineseDate } from '#kernel/plain-date';
import { useMe } from '../../app/session.ts';
import type { Can } from '../../patterns/action-button.tsx';
import { DetailPage, type Fact } from '../../patterns/detail-page.tsx';
import { Page } from '../../patterns/page.tsx';
import { FileActs, type FileAct } from './file-acts.tsx';
import { PersonStatusSection } from '../status/person-section.tsx';
import { FileSections } from './file-sections.tsx';
import { fileQuery, type MemberFile } from './queries.ts';
import { fileRoute } from './routes.ts';

const allowed = (file: MemberFile, act: string): Can =>
  file.can[act] ?? { code: 'common.not_allowed', params: {} };

/** What one must know before reading on. */
export function headFacts(file: MemberFile): Fact[] {
  return [
    { label: '所在党支部', value: file.orgName },
    {
      label: '人员类别',
      value:
        file.category === null
          ? '已不在花名册'
          : `${CATEGORIES[file.category]}${file.suspended ? '（停止党籍）' : ''}`,
    },
    ...(file.age === null ? [] : [{ label: '年龄', value: `${file.age}岁` }]),
    ...(file.standing === null
      ? []
      : [
          {
            label: '党龄',
            value: `${file.standing.years}年（自${chineseDate(file.standing.from)}起${
              file.standing.correction === 0 ? '' : `，校正${file.standing.correction}个月`
            }）`,
          },
          { label: '满50年', value: chineseDate(file.standing.fiftyOn) },
        ]),
    ...(file.probationEndsOn === null
      ? []
      : [{ label: '预备期届满', value: chineseDate(file.probationEndsOn) }]),
  ];
}

/** One person on one page, in reading order. */
export function FilePage(): ReactNode {
  const { personId, act } = fileRoute.useSearch();
  return personId === undefined ? (
    <Page title="党员信息" back={{ to: '/members', label: '花名册' }}>
      <Empty description="请从花名册选择一名党员" />
    </Page>
  ) : (
    <OneFile personId={personId} first={act} />
  );
}

function OneFile({ personId, first }: { personId: string; first: string | undefined }): ReactNode {
  const above = useMe().acting.standing === 'above';
  const query = useQuery(fileQuery(personId));
  const [act, setAct] = useState<FileAct | null>(first === 'regularise' ? 'regularise' : null);
  const open = (next: FileAct) => () => setAct(next);
  return (
    <>
      <DetailPage<MemberFile>
        name="党员信息"
        back={{ to: '/members', label: '花名册' }}
        query={query}
        show={(file) => ({
          title: file.name,
          facts: headFacts(file),
          actions: [
            { label: '变更', can: allowed(file, 'change'), run: open('change'), primary: true },
            { label: '更正', can: allowed(file, 'change'), run: open('correct') },
            ...(file.category === 'probationary'
              ? [{ label: '转正', can: allowed(file, 'regularise'), run: open('regularise') }]
              : []),
            { label: '编入党小组', can: allowed(file, 'move'), run: open('assign') },
            ...(above
              ? [{ label: '调整所在支部', can: allowed(file, 'move'), run: open('move') }]
              : []),
            { label: '组织生活在别处', can: allowed(file, 'attach'), run: open('attach') },
            { label: '登记减少', can: allowed(file, 'end'), run: open('end') },
          ],
          sections: (
            <>
              <PersonStatusSection personId={file.personId} name={file.name} />
              <FileSections file={file} act={setAct} />
            </>
          ),
        })}
      />
      {query.data === undefined ? null : (
        <FileActs file={query.data} act={act} onClose={() => setAct(null)} />
      )}
    </>
  );
}
