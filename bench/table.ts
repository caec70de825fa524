interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  readonly promise: string;
  readonly kept: boolean | null;
  readonly note: string;
}

const number = (value: number): string => value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);

const lineOf = ({ what, value, unit, promise, kept, note }: Row): string =>
  `| ${what} | ${number(value)} ${unit} | ${promise}${promise === '' ? '' : ` ${unit}`} | ${kept === null ? '' : kept ? 'ok' : 'missed'} | ${note} |`;

/** What was measured beside what was promised. */
export class Table {
  readonly #rows: Row[] = [];
  readonly #tell: (line: string) => void;

  /** `tell` has each line as soon as it is known. */
  constructor(tell: (line: string) => void) {
    this.#tell = tell;
  }

  #add(row: Row): void {
    this.#rows.push(row);
    this.#tell(lineOf(row));
  }

  atMost(what: string, value: number, most: number, unit: string, note: string): void {
    this.#add({ what, value, unit, promise: `<= ${most}`, kept: value <= most, note });
  }

  atLeast(what: string, value: number, least: number, unit: string, note: string): void {
    this.#add({ what, value, unit, promise: `>= ${least}`, kept: value >= least, note });
  }

  /** Nothing was promised of it; it stands beside what it explains. */
  plain(what: string, value: number, unit: string, note: string): void {
    this.#add({ what, value, unit, promise: '', kept: null, note });
  }

  /** Markdown. */
  text(): string {
    const lines = this.#rows.map(lineOf);
    return ['| what | measured | promise | | |', '| --- | --- | --- | --- | --- |', ...lines].join(
      '\n',
    );
  }
}
