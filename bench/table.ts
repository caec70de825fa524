interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly promise: string;
  readonly kept: boolean | null;
  readonly note: string;
}

const number = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

/** What was measured beside what was promised. */
export class Table {
  readonly #rows: Row[] = [];

  atMost(what: string, value: number, most: number, unit: string, note: string): void {
    this.#rows.push({ what, value, unit, promise: `<= ${most}`, kept: value <= most, note });
  }

  atLeast(what: string, value: number, least: number, unit: string, note: string): void {
    this.#rows.push({ what, value, unit, promise: `>= ${least}`, kept: value >= least, note });
  }

  /** Nothing was promised of it; it stands beside what it explains. */
  plain(what: string, value: number, unit: string, note: string): void {
    this.#rows.push({ what, value, unit, promise: '', kept: null, note });
  }

  /** Markdown. */
  text(): string {
    const lines = this.#rows.map(
      ({ what, value, unit, promise, kept, note }) =>
        `| ${what} | ${number(value)} ${unit} | ${promise}${promise === '' ? '' : ` ${unit}`} | ${kept === null ? '' : kept ? 'ok' : 'missed'} | ${note} |`,
    );
    return ['| what | measured | promise | | |', '| --- | --- | --- | --- | --- |', ...lines].join(
      '\n',
    );
  }
}
