import type { ReactNode } from 'react';
import type { Refusal as RefusalValue } from '#kernel/result';
import { describeRefusal, sentenceOf } from '#contract/refusals';
import './patterns.css';

/** Announced at once to a screen reader; marked by a bar and the words, not by colour alone. */
export function Refusal({
  refusal,
  live = true,
}: {
  refusal: RefusalValue;
  live?: boolean;
}): ReactNode {
  const sentence = sentenceOf(refusal.code);
  return (
    <div className="refusal" role={live ? 'alert' : undefined}>
      <p className="refusal-sentence">
        暂不能办理：{sentence?.why(refusal.params) ?? refusal.code}
      </p>
      {sentence?.basis === undefined ? null : <p>依据：{sentence.basis}</p>}
      {sentence?.instead === undefined ? null : <p>可以：{sentence.instead}</p>}
    </div>
  );
}

/** The same in one line, for a tip at a button. */
export const refusalLine = (refusal: RefusalValue): string => describeRefusal(refusal);
