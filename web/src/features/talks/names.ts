/** Names typed in one field, apart by commas, stops or blanks; each once, in their order. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,，、;；。]+/u)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];

/** Whether what was typed finds a name: a beginning of it, of its sounds or of its initials, as everywhere. */
export const foundBy = (typed: string, finds: readonly string[]): boolean => {
  const word = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’]/gu, '');
  return word === '' || finds.some((one) => one.startsWith(word));
};
