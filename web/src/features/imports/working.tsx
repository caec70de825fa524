import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { progressQuery, type ImportId } from './queries.ts';

/** How far long work is, said once a second. */
export function Working({ importId, word }: { importId: ImportId; word: string }): ReactNode {
  const { data } = useQuery(progressQuery(importId));
  const done = data === undefined || data.stage === 'none' ? 0 : data.done;
  return (
    <p role="status" className="muted">
      {done === 0 ? '正在处理，请稍候…' : `${word} ${done} 行，请稍候…`}
    </p>
  );
}
