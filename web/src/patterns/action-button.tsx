import { Button, Popover } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import type { Refusal as RefusalValue } from '#kernel/result';
import { Refusal, refusalLine } from './refusal.tsx';

/** What the server says of an act: it may be done, or why not. */
export type Can = true | RefusalValue;

export interface Action {
  readonly label: string;
  readonly can: Can;
  readonly run: () => void;
  readonly primary?: boolean;
  readonly icon?: ReactNode;
  readonly busy?: boolean;
}

/**
 * A button whose refusal can be read: it stays reachable by keyboard (`aria-disabled`),
 * and pressing it or resting on it shows the sentence instead of acting.
 */
export function ActionButton({
  label,
  can,
  run,
  primary = false,
  icon,
  busy = false,
}: Action): ReactNode {
  const [shown, setShown] = useState(false);
  const reason = useId();
  if (can === true) {
    return (
      <Button type={primary ? 'primary' : 'default'} icon={icon} loading={busy} onClick={run}>
        {label}
      </Button>
    );
  }
  return (
    <Popover
      open={shown}
      onOpenChange={setShown}
      trigger={['hover', 'focus', 'click']}
      content={
        <div className="action-reason">
          <Refusal refusal={can} live={false} />
        </div>
      }
    >
      <Button aria-disabled="true" aria-describedby={reason} className="action-refused" icon={icon}>
        {label}
        <span id={reason} hidden>
          {refusalLine(can)}
        </span>
      </Button>
    </Popover>
  );
}
