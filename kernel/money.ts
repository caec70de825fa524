/** Money is an integer number of fen (分, 0.01 yuan), branded. */
declare const fen: unique symbol;
export type Money = number & { readonly [fen]: true };

export const ZERO = 0 as Money;

export function money(value: number): Money {
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number of fen: ${value}`);
  return value as Money;
}

export const addMoney = (...amounts: readonly Money[]): Money =>
  amounts.reduce((sum, a) => sum + a, 0) as Money;
export const subtractMoney = (from: Money, amount: Money): Money => (from - amount) as Money;

/** Yuan as typed by people (`1,234.5`, `１２．５`, `12元`) to fen, or null where it is no amount with at most two decimals. */
export function parseYuan(value: string): Money | null {
  const plain = value
    .normalize('NFKC')
    .replace(/[,\s¥元]/g, '')
    .trim();
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(plain);
  if (match === null) return null;
  const cents = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'));
  return (match[1] === '-' ? -cents : cents) as Money;
}

/** `12263.70`; with separators `12,263.70`. */
export function formatYuan(amount: Money, separators = false): string {
  const sign = amount < 0 ? '-' : '';
  const cents = Math.abs(amount);
  const whole = String(Math.floor(cents / 100));
  const grouped = separators ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  return `${sign}${grouped}.${String(cents % 100).padStart(2, '0')}`;
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const UNITS = ['', '拾', '佰', '仟'];
const SECTIONS = ['', '万', '亿', '万亿'];

function section(value: number): string {
  let out = '';
  let zero = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit === 0) {
      zero = out !== '';
      continue;
    }
    out += (zero ? '零' : '') + DIGITS[digit] + UNITS[place];
    zero = false;
  }
  return out;
}

/** Capital numerals for receipts and letters: 12263.70 → 壹万贰仟贰佰陆拾叁元柒角整. */
export function capitalYuan(amount: Money): string {
  const cents = Math.abs(amount);
  let whole = Math.floor(cents / 100);
  let text = '';
  let index = 0;
  let lowerWasShort = false;
  while (whole > 0) {
    const part = whole % 10_000;
    if (part > 0) {
      const joiner = lowerWasShort && text !== '' ? '零' : '';
      text = section(part) + SECTIONS[index] + joiner + text;
      lowerWasShort = part < 1_000;
    } else if (text !== '') {
      lowerWasShort = true;
    }
    whole = Math.floor(whole / 10_000);
    index += 1;
  }
  const jiao = Math.floor(cents / 10) % 10;
  const fenDigit = cents % 10;
  const yuan = text === '' ? (jiao === 0 && fenDigit === 0 ? '零元' : '') : `${text}元`;
  const small =
    jiao === 0 && fenDigit === 0
      ? '整'
      : (jiao > 0 ? `${DIGITS[jiao]}角` : text === '' ? '' : '零') +
        (fenDigit > 0 ? `${DIGITS[fenDigit]}分` : '整');
  return (amount < 0 ? '负' : '') + yuan + small;
}
