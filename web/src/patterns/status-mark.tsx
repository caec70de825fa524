import type { ReactNode } from 'react';
import './patterns.css';

export type Status = '已开' | '待开' | '未开' | '补录';

// Each has its own shape, so that it reads in black and white and without colour vision.
const SHAPES: Readonly<Record<Status, ReactNode>> = {
  已开: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.5 8.3 7 10.8l4.6-5" fill="none" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
  待开: (
    <circle
      cx="8"
      cy="8"
      r="6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeDasharray="3 2.2"
    />
  ),
  未开: (
    <rect x="2" y="2" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="2" />
  ),
  补录: <path d="M8 1 15 8 8 15 1 8Z" fill="currentColor" />,
};

/** 已开 · 待开 · 未开 · 补录 by shape and word. 补录 is neutral: late entry is allowed and no fault. */
export function StatusMark({ status, detail }: { status: Status; detail?: string }): ReactNode {
  return (
    <span className={`status status-${status}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {SHAPES[status]}
      </svg>
      {status}
      {detail === undefined ? null : <span className="muted"> {detail}</span>}
    </span>
  );
}
