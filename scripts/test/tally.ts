/** Counts what passed and failed, and says so as it happens. */
export class Tally {
  passed = 0;
  failed = 0;
  readonly failures: string[] = [];

  /** One check: its name, how long it took, and what it said where it failed. */
  add(name: string, isPassed: boolean, seconds: number, said = ''): void {
    this.count(name, isPassed ? 1 : 0, isPassed ? 0 : 1, seconds);
    if (!isPassed) this.fail(name, said);
  }

  /** Several tests at once. */
  count(name: string, passed: number, failed: number, seconds: number): void {
    this.passed += passed;
    this.failed += failed;
    const mark = failed === 0 ? 'ok  ' : 'FAIL';
    const numbers = passed + failed === 1 ? '' : `: ${passed} passed, ${failed} failed`;
    console.log(`${mark} ${name}${numbers} (${seconds.toFixed(1)} s)`);
  }

  fail(name: string, said: string): void {
    this.failures.push(`${name}\n${said.replace(/^/gm, '  ')}`);
  }
}
