/** What is due, to whom, until when and why. Knows no module. */
export { isOpen, type Duty, type DutyState } from './duty.ts';
export { dutiesOf, obligationSource, type ObligationSource, type Span } from './source.ts';
