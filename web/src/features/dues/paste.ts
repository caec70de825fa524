import { parseYuan, type Money } from '#kernel/money';

interface Named {
  readonly personId: string;
  readonly name: string;
}

export interface PastedBases {
  readonly bases: ReadonlyMap<string, Money>;
  /** Lines that name nobody here or hold no amount. */
  readonly unread: readonly string[];
}

const tidy = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');

/**
 * What somebody copied from Excel: one column of amounts goes down the list as it stands on the page;
 * a column of names and one of amounts go by name. A first line without any digit is a header.
 */
export function readBases(text: string, people: readonly Named[]): PastedBases {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.split('\t').map((cell) => cell.trim()))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const rows = lines.filter(
    (cells, index) => index > 0 || cells.some((cell) => /\d/.test(cell)) || lines.length === 1,
  );
  const bases = new Map<string, Money>();
  const unread: string[] = [];
  for (const [index, cells] of rows.entries()) {
    const [first = '', second] = cells;
    const person =
      second === undefined ? people[index] : people.find((one) => tidy(one.name) === tidy(first));
    const amount = parseYuan(second ?? first);
    if (person === undefined || amount === null || amount < 0) unread.push(cells.join(' '));
    else bases.set(person.personId, amount);
  }
  return { bases, unread };
}
