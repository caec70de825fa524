/** Named figures that open their records. Knows no module. */
export type { Indicator, OrgFigure, Period, SourceRow, Unit } from './indicator.ts';
