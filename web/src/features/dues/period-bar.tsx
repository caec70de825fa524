import { Button } from 'antd';
import type { ReactNode } from 'react';

interface StepBarProps {
  /** `2026年3月`, `2026年第1季度`, `2026年`. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
  readonly onBefore: () => void;
  readonly onAfter: (() => void) | null;
  readonly children?: ReactNode;
}

/** One period at a time: back, its name, forward. */
export function StepBar({
  name,
  before,
  after,
  onBefore,
  onAfter,
  children,
}: StepBarProps): ReactNode {
  return (
    <div className="dues-period">
      <Button onClick={onBefore}>‹ {before}</Button>
      <strong aria-live="polite">{name}</strong>
      <Button onClick={onAfter ?? undefined} disabled={onAfter === null}>
        {after} ›
      </Button>
      {children}
    </div>
  );
}

/** The same for years; none beyond `last`. */
export function YearBar({
  year,
  last,
  onYear,
  children,
}: {
  readonly year: number;
  readonly last: number;
  readonly onYear: (year: number) => void;
  readonly children?: ReactNode;
}): ReactNode {
  return (
    <StepBar
      name={`${year}年`}
      before="上一年"
      after="下一年"
      onBefore={() => onYear(year - 1)}
      onAfter={year >= last ? null : () => onYear(year + 1)}
    >
      {children}
    </StepBar>
  );
}
