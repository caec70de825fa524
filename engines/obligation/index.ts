/** What is due, to whom, until when and why. Knows no module. */
export { byLateness, isOpen, type Duty, type DutyState } from './duty.ts';
export { dutiesOf, obligationSource, type ObligationSource, type Span } from './source.ts';
export { latenessOf, matrixOf, type Matrix, type MatrixCell } from './matrix.ts';
