import type { ReactNode } from 'react';
import { Page } from '../../patterns/page.tsx';
import { PrintView } from '../../patterns/print-view.tsx';
import { PAPERS, isPaper, paperAddress } from './papers.ts';
import { paperRoute } from './routes.ts';

/** One paper of a meeting, of a sitting or of a year, as it will be printed, and as Word. */
export function PaperPage(): ReactNode {
  const { paper = '', ...of } = paperRoute.useSearch();
  const known = isPaper(paper) ? paper : 'minutes';
  return (
    <Page
      title={PAPERS[known]}
      back={
        of.meetingId === undefined
          ? { to: '/meetings', label: '三会一课' }
          : { to: `/meetings/one?meetingId=${of.meetingId}`, label: '会议' }
      }
    >
      <PrintView
        title={PAPERS[known]}
        src={paperAddress(known, of, 'html')}
        downloads={[{ label: '下载 Word', href: paperAddress(known, of, 'docx') }]}
      />
    </Page>
  );
}
