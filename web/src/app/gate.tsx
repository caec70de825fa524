import { useEffect, type ReactNode } from 'react';
import './layout.css';
import { chooseMode, MODE_NAMES, useModeChoice, type ModeChoice } from './mode.ts';

export interface GateProps {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** The frame of the few pages before the log-in. Large type can be chosen here already. */
export function Gate({ title, lead, wide = false, children }: GateProps): ReactNode {
  const choice = useModeChoice();
  useEffect(() => {
    document.title = `${title} · 支部`;
  }, [title]);
  return (
    <div className="gate">
      <div className="gate-mark" aria-hidden="true">
        支部
      </div>
      <main className={wide ? 'gate-card wide' : 'gate-card'}>
        <h1>{title}</h1>
        {lead === undefined ? null : <div className="gate-lead">{lead}</div>}
        {children}
      </main>
      <fieldset className="gate-look">
        <legend className="visually-hidden">显示方式</legend>
        {Object.entries(MODE_NAMES).map(([key, label]) => (
          <label key={key}>
            <input
              type="radio"
              name="look"
              checked={choice === key}
              onChange={() => chooseMode(key as ModeChoice)}
            />{' '}
            {label}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
