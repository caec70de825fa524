import type { ReactNode } from 'react';

const TITLES = ['选择文件', '核对各列', '看清变更', '完成'] as const;

/** Where one is; on a phone only the present step is spelled out. */
export function Steps({ current }: { current: number }): ReactNode {
  return (
    <ol className="steps" aria-label="步骤">
      {TITLES.map((title, index) => (
        <li key={title} aria-current={index === current ? 'step' : undefined}>
          <span className="step-number">
            {index + 1}
            <span className="step-all">/{TITLES.length}</span>
          </span>{' '}
          {title}
          {index < current ? <span className="visually-hidden">（已完成）</span> : null}
        </li>
      ))}
    </ol>
  );
}
