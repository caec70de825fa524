/** Who may move which case from which state to which, with what evidence, between which days. Knows no module. */
export { fallsWith, lastOf, stateOf, type Case, type Done, type Pause } from './case.ts';
export { findings, isPossible, type Act, type Finding, type Guards } from './check.ts';
export {
  family,
  versionOn,
  type Family,
  type Procedure,
  type Step,
  type Term,
} from './definition.ts';
export { procedurePage } from './diagram.ts';
export { forecast, type Coming } from './forecast.ts';
export { hashOf } from './hash.ts';
export { nextMoves, type Next } from './next.ts';
