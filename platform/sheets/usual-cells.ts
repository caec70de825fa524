const INLINE = 'inlineStr';
const MOST_LETTERS = 3;
const MOST_DIGITS = 7;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Index behind the word at `at`, or -1 where another stands there. */
const behind = (text: string, word: string, at: number): number =>
  text.startsWith(word, at) ? at + word.length : -1;

/**
 * Reads cells of the form nearly every program writes, letter by letter and without an object for each:
 * `<c r="A1" s="1" t="s"><v>…</v></c>`, `<c r="A1" t="inlineStr"><is><t>…</t></is></c>`, `<c r="A1"/>`.
 * What it read last stands in the four lists, at the place it was given.
 */
export function cellScanner() {
  const columns: number[] = [];
  const types: string[] = [];
  const styles: number[] = [];
  const raws: string[] = [];

  /** Index behind the text that begins at `from`, which goes to the place; -1 where more than text is there. */
  const content = (text: string, from: number, close: string, place: number): number => {
    const end = text.indexOf('<', from);
    const next = end === -1 ? -1 : behind(text, close, end);
    if (next === -1) return -1;
    const raw = text.slice(from, end);
    raws[place] = raw;
    return raw.includes('>') ? -1 : next;
  };

  /** Index behind the cell that begins at `from`, or -1 where it is not of this form. */
  const cell = (text: string, from: number, place: number): number => {
    let at = behind(text, '<c r="', from);
    if (at === -1) return -1;
    const letters = at;
    let column = 0;
    let code = text.charCodeAt(at);
    for (; code >= 65 && code <= 90; code = text.charCodeAt((at += 1))) {
      column = column * 26 + code - 64;
    }
    const digits = at;
    while (isDigit(code)) code = text.charCodeAt((at += 1));
    const fits = digits - letters <= MOST_LETTERS && at - digits <= MOST_DIGITS;
    if (digits === letters || at === digits || !fits) return -1;
    columns[place] = column - 1;
    types[place] = '';
    styles[place] = 0;
    raws[place] = '';
    let [styled, typed] = [false, false];
    for (;;) {
      if (text.charCodeAt(at) !== 34) return -1;
      at += 1;
      if (!styled && text.startsWith(' s="', at)) {
        styled = true;
        const begin = (at += 4);
        let style = 0;
        for (code = text.charCodeAt(at); isDigit(code); code = text.charCodeAt((at += 1))) {
          style = style * 10 + code - 48;
        }
        if (at === begin || at - begin > MOST_DIGITS) return -1;
        styles[place] = style;
      } else if (!typed && text.startsWith(' t="', at)) {
        typed = true;
        const begin = (at += 4);
        while (isLetter(text.charCodeAt(at))) at += 1;
        if (at === begin || at - begin > INLINE.length) return -1;
        const long = at - begin === INLINE.length && text.startsWith(INLINE, begin);
        types[place] = long ? INLINE : text.slice(begin, at);
      } else break;
    }
    if (text.startsWith('/>', at)) return at + 2;
    if (text.charCodeAt(at) !== 62) return -1;
    at += 1;
    if (text.startsWith('<v>', at)) at = content(text, at + 3, '</v>', place);
    else if (text.startsWith('<is><t>', at)) at = content(text, at + 7, '</t></is>', place);
    else if (text.startsWith('<is><t xml:space="preserve">', at)) {
      at = content(text, at + 28, '</t></is>', place);
    }
    return at === -1 ? -1 : behind(text, '</c>', at);
  };

  return { columns, types, styles, raws, cell };
}
