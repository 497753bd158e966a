const digit: Readonly<Record<string, string>> = {
  〇: '0',
  '○': '0',
  Ｏ: '0',
  O: '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

const numeral = '[〇○Ｏ零一二三四五六七八九]';

/** 二十一 → 21; up to 99, as days, months and five-year plans need. */
export function smallNumber(text: string): number | null {
  if (/^\d{1,2}$/.test(text)) return Number(text);
  const parts = text.match(/^([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/u);
  if (parts === null || text === '') return null;
  const [, tens, ten, units] = parts;
  if (ten === undefined) return tens === undefined || units !== undefined ? null : Number(digit[tens]);
  return (tens === undefined ? 1 : Number(digit[tens])) * 10 + (units === undefined ? 0 : Number(digit[units]));
}

/** 二〇三五 → 2035. */
export const yearInWords = (text: string): string => [...text].map((char) => digit[char] ?? char).join('');

const dayPattern = new RegExp(
  `(\\d{4}|${numeral}{4})\\s*[年.\\-/]\\s*(\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*[月.\\-/]\\s*(\\d{1,2}|[一二三四五六七八九十]{1,3})\\s*日?`,
  'u',
);

/** Full-width digits as plain ones; nothing else, so that places stay the same. */
export const narrow = (text: string): string =>
  text.replace(/[０-９]/gu, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0));

/** The first day named in a text, as YYYY-MM-DD: “2022年4月14日”, “二○一一年五月二十一日”, “2022-04-14”. */
export function dayIn(text: string): { readonly day: string; readonly start: number; readonly end: number } | null {
  const found = dayPattern.exec(narrow(text));
  if (found === null) return null;
  const [all, year = '', month = '', date = ''] = found;
  const [m, d] = [smallNumber(month), smallNumber(date)];
  if (m === null || d === null || m < 1 || m > 12 || d < 1 || d > 31) return null;
  const two = (n: number) => String(n).padStart(2, '0');
  return { day: `${yearInWords(year)}-${two(m)}-${two(d)}`, start: found.index, end: found.index + all.length };
}

/** “十四五” → 2021–2025: the sixth plan began in 1981, and five years have passed with each. */
export function fiveYearPlan(ordinal: string): { readonly start: string; readonly end: string } | null {
  const n = smallNumber(ordinal);
  if (n === null || n < 6) return null;
  const start = 1981 + 5 * (n - 6);
  return { start: String(start), end: String(start + 4) };
}
