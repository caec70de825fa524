/** Names typed in one field, apart by commas, stops or blanks; each once, in their order. */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\s,，、;；。]+/u)
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  ),
];
