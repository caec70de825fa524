import { Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { addressParts } from '../../patterns/address-link.tsx';
import { useNarrow } from '../../patterns/narrow.ts';
import { PrintView } from '../../patterns/print-view.tsx';
import type { Report } from './queries.ts';
import { FigureRows } from './rows-list.tsx';

/** What was issued, as it was issued; a click on a figure opens its records. */
export function IssuedView({ report }: { report: Report }): ReactNode {
  const narrow = useNarrow();
  const [figure, setFigure] = useState<{ indicator: string; body: number | undefined } | null>(
    null,
  );
  const shown = report.figures.find((one) => one.indicator === figure?.indicator);
  return (
    <>
      <PrintView
        title={report.title.replaceAll('\n', '')}
        src={`/api/reports/print?reportId=${report.reportId}`}
        onLink={(href) => {
          const { indicator, body } = addressParts(href).search;
          if (indicator !== undefined)
            setFigure({ indicator, body: body === undefined ? undefined : Number(body) - 1 });
        }}
      />
      <Drawer
        title={shown?.name ?? '记录'}
        open={figure !== null}
        onClose={() => setFigure(null)}
        size={narrow ? '100%' : 640}
        destroyOnHidden
      >
        {figure === null ? null : <FigureRows reportId={report.reportId} {...figure} />}
      </Drawer>
    </>
  );
}
