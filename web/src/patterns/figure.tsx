import { Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { useNarrow } from './narrow.ts';
import './patterns.css';

export interface FigureProps {
  /** What the number counts, e.g. 支委会召开次数; names the button and the drawer. */
  readonly name: string;
  readonly value: number | string;
  readonly unit?: string;
  /** The rows behind it; built only when opened. */
  readonly records: () => ReactNode;
}

/** A number that opens its records. No figure stands on a page without its rows. */
export function Figure({ name, value, unit = '', records }: FigureProps): ReactNode {
  const [open, setOpen] = useState(false);
  const narrow = useNarrow();
  return (
    <>
      <button
        type="button"
        className="plain-button figure"
        aria-label={`${name}：${value}${unit}，查看记录`}
        onClick={() => setOpen(true)}
      >
        <span className="number">{value}</span>
        {unit}
      </button>
      <Drawer
        title={`${name}：${value}${unit}`}
        open={open}
        onClose={() => setOpen(false)}
        size={narrow ? '100%' : 640}
        destroyOnHidden
      >
        {open ? records() : null}
      </Drawer>
    </>
  );
}
