/** Named figures that open their records. Knows no module. */
export type { Indicator, OrgFigure, Period, SourceRow, Unit } from './indicator.ts';
export { indicatorRegistry, type IndicatorRegistry } from './registry.ts';
export { spansBelow, type Edge, type Segment } from './tree.ts';
export { measure, type Measured } from './measure.ts';
export { causesOf, type Cause } from './difference.ts';
export { figureNumber, figureText } from './present.ts';
