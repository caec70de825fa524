/** Time and randomness: the only folder of production code that reads the machine's clock. */
export { realClock } from './real.ts';
export { simulatedClock, type SimulatedClock } from './simulated.ts';
