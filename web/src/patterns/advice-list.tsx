import { App } from 'antd';
import type { ReactNode } from 'react';
import './patterns.css';

/** A remark that blocks nothing, with the ground it rests on. */
export interface Advice {
  readonly code: string;
  readonly text: string;
  readonly basis: string;
}

/** Warnings with the ground each rests on; they block nothing. */
export function AdviceList({ advice }: { advice: readonly Advice[] }): ReactNode {
  if (advice.length === 0) return null;
  return (
    <ul className="advice-list" aria-label="提示">
      {advice.map((one) => (
        <li key={one.code + one.text}>
          {one.text}
          <span className="rule-basis">依据：{one.basis}</span>
        </li>
      ))}
    </ul>
  );
}

/** Says after saving what the rules remark on it. */
export function useTellAdvice(): (advice: readonly Advice[]) => void {
  const { modal } = App.useApp();
  return (advice) => {
    if (advice.length === 0) return;
    modal.info({
      title: '已保存，请留意',
      content: <AdviceList advice={advice} />,
      okText: '知道了',
    });
  };
}
