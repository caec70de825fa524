import type { ReactNode } from 'react';
import './patterns.css';

/** What each word is drawn as: of a meeting 开, of any other duty 办. */
const SHAPE_OF = {
  已开: 'done',
  已办: 'done',
  待开: 'ahead',
  待办: 'ahead',
  未开: 'missed',
  未办: 'missed',
  补录: 'later',
} as const;
export type Status = keyof typeof SHAPE_OF;
type Shape = (typeof SHAPE_OF)[Status];

// Each has its own shape, so that it reads in black and white and without colour vision.
const SHAPES: Readonly<Record<Shape, ReactNode>> = {
  done: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.5 8.3 7 10.8l4.6-5" fill="none" stroke="var(--surface)" strokeWidth="1.8" />
    </>
  ),
  ahead: (
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
  missed: (
    <rect x="2" y="2" width="12" height="12" fill="none" stroke="currentColor" strokeWidth="2" />
  ),
  later: <path d="M8 1 15 8 8 15 1 8Z" fill="currentColor" />,
};

/** 已开 · 待开 · 未开 (已办 · 待办 · 未办) · 补录 by shape and word. 补录 is neutral: late entry is allowed and no fault. */
export function StatusMark({ status, detail }: { status: Status; detail?: string }): ReactNode {
  return (
    <span className={`status status-${SHAPE_OF[status]}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {SHAPES[SHAPE_OF[status]]}
      </svg>
      {status}
      {detail === undefined ? null : <span className="muted"> {detail}</span>}
    </span>
  );
}
