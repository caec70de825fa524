import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { PAPERS, type Paper, type PaperOf } from './papers.ts';

/** Ways to the papers of a meeting, a sitting or a year. */
export function PaperLinks({ papers, of }: { papers: readonly Paper[]; of: PaperOf }): ReactNode {
  return (
    <ul className="planned" aria-label="打印">
      {papers.map((paper) => (
        <li key={paper}>
          <Link to="/meetings/print" search={{ paper, ...of }}>
            打印{PAPERS[paper]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
