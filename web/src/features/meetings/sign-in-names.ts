interface Named {
  readonly name: string;
}

/** Names in reading order (by pinyin), those that have what was typed; spaces do not matter. */
export function shownNames<Line extends Named>(lines: readonly Line[], typed: string): Line[] {
  const plain = typed.normalize('NFKC').replace(/\s/gu, '');
  return lines
    .filter((line) => line.name.replace(/\s/gu, '').includes(plain))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'zh-CN'));
}
