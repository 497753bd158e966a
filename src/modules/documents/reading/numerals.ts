/** A number without its unit: “1,234.5”, “一点五万”, “百亿”. */
export interface Numeral {
  readonly end: number;
  /** An exact decimal, without the multiple that belongs to the unit (一点五万吨: 1.5, then 万吨). */
  readonly value: string;
  /** The multiple that closes a Chinese numeral: “万”, “亿”, “万亿”; '' without one. */
  readonly multiple: string;
  readonly chinese: boolean;
  /** Only multiples, no figure before them: 千亿, 百, 亿. */
  readonly bare: boolean;
  /** 七八个: two figures side by side are a range. */
  readonly upTo: string | null;
}

const digitOf: Record<string, number> = {
  零: 0,
  〇: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const smallMultiples: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };
const factors: Record<string, number> = { '': 1, 万: 1e4, 亿: 1e8, 万亿: 1e12, 亿万: 1e12 };
const factorOf = (multiple: string): number => factors[multiple] ?? 1;
const chineseDigits = '零〇○一二两三四五六七八九';
const chineseNumerals = `${chineseDigits}十百千万亿`;

export const isDigit = (code: number): boolean => code >= 48 && code <= 57;
export const isLatin = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122);

/** 1 an Arabic digit, 2 a Chinese numeral, 3 翻 (翻番), 4 a minus before a digit; everything else is passed over. */
export const numeralStart = new Uint8Array(0x10000);
for (let code = 48; code <= 57; code++) numeralStart[code] = 1;
for (const each of chineseNumerals) numeralStart[each.charCodeAt(0)] = 2;
numeralStart['翻'.charCodeAt(0)] = 3;

const wide = /[０-９Ａ-Ｚａ-ｚ％．－～＞＜＝＋／]/;
const wideEach = /[０-９Ａ-Ｚａ-ｚ％．－～＞＜＝＋／]/g;

/** Full-width digits, letters and signs made narrow, place for place; Chinese punctuation stays. */
export const narrow = (text: string): string =>
  wide.test(text) ? text.replace(wideEach, (each) => String.fromCharCode(each.charCodeAt(0) - 0xfee0)) : text;

const threeDigits = (text: string, at: number) =>
  isDigit(text.charCodeAt(at)) &&
  isDigit(text.charCodeAt(at + 1)) &&
  isDigit(text.charCodeAt(at + 2)) &&
  !isDigit(text.charCodeAt(at + 3));

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** “1,234,567.8”, also with full-width separators, and with a space that a line wrap left after the point. */
export function arabicNumeral(text: string, at: number): Numeral | null {
  let end = digitsEnd(text, at);
  if (end === at) return null;
  let digits = text.slice(at, end);
  if (end - at <= 3) {
    while ((text[end] === ',' || text[end] === '，') && threeDigits(text, end + 1)) {
      digits += text.slice(end + 1, end + 4);
      end += 4;
    }
  }
  if (text[end] === '.') {
    // A point at the start of a text numbers a heading: “1. 5G 基站”.
    const from = at > 0 && text[end + 1] === ' ' ? end + 2 : end + 1;
    const to = digitsEnd(text, from);
    if (to > from) {
      digits += `.${text.slice(from, to)}`;
      end = to;
    }
  }
  return { end, value: digits, multiple: '', chinese: false, bare: false, upTo: null };
}

/** The value of a run of Chinese numerals, or null for one that is no number (一二一). */
function valueOfRun(run: string): number | null {
  let [hundredMillions, tenThousands, ones] = [0, 0, 0];
  let digit: number | null = null;
  for (const each of run) {
    const small = smallMultiples[each];
    if (small !== undefined) {
      ones += (digit ?? 1) * small;
      digit = null;
    } else if (each === '万') {
      tenThousands = (ones + (digit ?? 0) || 1) * 1e4;
      [ones, digit] = [0, null];
    } else if (each === '亿') {
      hundredMillions = (tenThousands + ones + (digit ?? 0) || 1) * 1e8;
      [tenThousands, ones, digit] = [0, 0, null];
    } else {
      if (digit !== null && digit !== 0) return null;
      digit = digitOf[each] ?? null;
    }
  }
  return hundredMillions + tenThousands + ones + (digit ?? 0);
}

const plainDigits = (run: string) => [...run].map((each) => digitOf[each]).join('');

/** “二〇三五” digit by digit, “三五” a range, the rest by place value; the closing 万 or 亿 goes to the unit. */
export function chineseNumeral(text: string, at: number): Numeral | null {
  let end = at;
  while (numeralStart[text.charCodeAt(end)] === 2) end++;
  if (end === at) return null;
  const run = text.slice(at, end);
  const multiple = /[万亿]+$/.exec(run)?.[0] ?? '';
  const head = run.slice(0, run.length - multiple.length);
  const one = { chinese: true, bare: false, multiple, upTo: null };
  if (head.length > 1 && /^[零〇○一二三四五六七八九]+$/.test(head)) {
    const [low = 0, high = 0] = [...head].map((each) => digitOf[each]);
    if (head.length === 2 && low > 0 && high - low <= 2 && high > low) {
      return { ...one, end, value: String(low), upTo: String(high) };
    }
    return head.length > 2 ? { ...one, end, value: plainDigits(head) } : null;
  }
  if (text[end] === '点' && head !== '' && multiple === '') {
    let to = end + 1;
    while (to < text.length && chineseDigits.includes(text.charAt(to))) to++;
    if (to > end + 1) {
      const closing = /^[万亿]+/.exec(text.slice(to, to + 2))?.[0] ?? '';
      const whole = valueOfRun(head);
      if (whole === null) return null;
      const value = `${whole}.${plainDigits(text.slice(end + 1, to))}`;
      return { ...one, end: to + closing.length, value, multiple: closing };
    }
  }
  const bare = /^[百千万亿]+$/.test(run);
  const value = valueOfRun(run);
  return value === null ? null : { ...one, end, value: String(value / factorOf(multiple)), bare };
}

/** The value of a Chinese or Arabic whole number such as 五 or 10; null for anything else. */
export function wholeNumber(text: string): number | null {
  if (/^\d+$/.test(text)) return Number(text);
  if (![...text].every((each) => chineseNumerals.includes(each)) || text === '') return null;
  return valueOfRun(text);
}
