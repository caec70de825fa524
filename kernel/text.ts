/** Text as people type and paste it, made comparable. Pure. */

/** Most texts are tidy as they come: these characters stay what they are. */
const TIDY = /^[0-9A-Za-z\u4e00-\u9fff]*$/;

/** Full-width to half-width (NFKC), inner white space folded to one blank, ends trimmed. */
export const tidy = (value: string): string =>
  TIDY.test(value) ? value : value.normalize('NFKC').replace(/\s+/gu, ' ').trim();

/** Names: `王 小 明` and `王　小明` are 王小明; a blank in a Latin name stays; the dot of `买买提·艾力` is one kind. */
export function tidyName(value: string): string {
  const plain = tidy(value).replace(/[•・‧∙⋅.]/gu, '·');
  return /\p{Script=Han}/u.test(plain) ? plain.replace(/\s/gu, '') : plain;
}

/** Spreadsheet cells that a program would read as a formula begin with a quote instead. */
export const neutralise = (value: string): string =>
  /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
