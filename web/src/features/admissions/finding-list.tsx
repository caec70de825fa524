import type { ReactNode } from 'react';
import type { Finding } from './queries.ts';
import { findingText } from './words.ts';

const WORDS = { blocks: '不能办', reason: '须写明原因', tells: '提示' } as const;
const SHAPES = {
  blocks: <path d="M2 2h12v12H2Z" fill="currentColor" />,
  reason: <path d="M8 1 15.5 15H.5Z" fill="currentColor" />,
  tells: <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" />,
} as const;
const ORDER = ['blocks', 'reason', 'tells'] as const;

/** What is in the way and what has to be known, each with a word, a shape and its article. */
export function FindingList({
  findings,
  label,
}: {
  findings: readonly Finding[];
  label: string;
}): ReactNode {
  if (findings.length === 0) return null;
  const sorted = findings.toSorted((a, b) => ORDER.indexOf(a.effect) - ORDER.indexOf(b.effect));
  return (
    <ul className="findings" aria-label={label}>
      {sorted.map((one) => (
        <li key={`${one.code} ${one.rule} ${findingText(one)}`} className={`finding ${one.effect}`}>
          <span className="finding-word">
            <svg viewBox="0 0 16 16" aria-hidden="true">
              {SHAPES[one.effect]}
            </svg>
            {WORDS[one.effect]}
          </span>
          <span>{findingText(one)}</span>
        </li>
      ))}
    </ul>
  );
}
