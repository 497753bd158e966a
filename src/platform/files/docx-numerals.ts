const digits = '〇一二三四五六七八九';
const legalDigits = '零壹贰叁肆伍陆柒捌玖';
const stems = '甲乙丙丁戊己庚辛壬癸';
const branches = '子丑寅卯辰巳午未申酉戌亥';

/** 1–9999 in Chinese, as the numbering of headings writes it: 十一, 一百零三. */
function chinese(n: number, numerals: string, units: readonly string[], zero: string): string {
  if (n <= 0 || n > 9999) return String(n);
  let text = '';
  let skipped = false;
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(n / 10 ** power) % 10;
    if (digit === 0) {
      skipped = text !== '';
      continue;
    }
    if (skipped) text += zero;
    skipped = false;
    text += (numerals[digit] as string) + (units[power] as string);
  }
  return text;
}

const counting = (n: number): string => chinese(n, digits, ['', '十', '百', '千'], '零').replace(/^一十/, '十');

function roman(n: number): string {
  const steps: [number, string][] = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ];
  let left = Math.min(n, 3999);
  let text = '';
  for (const [value, letters] of steps) for (; left >= value; left -= value) text += letters;
  return text;
}

/** a … z, aa, bb … as word processors count on. */
const letter = (n: number): string => String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(20, Math.ceil(n / 26)));

const ofList = (list: string) => (n: number) => list[(n - 1) % list.length] as string;
const enclosed = (first: number, most: number) => (n: number) =>
  n >= 1 && n <= most ? String.fromCharCode(first + n - 1) : String(n);

/** Number formats of ECMA-376 §17.18.59 that Chinese documents use; others print as plain digits. */
const formats: Readonly<Record<string, (n: number) => string>> = {
  decimal: String,
  decimalZero: (n) => String(n).padStart(2, '0'),
  decimalFullWidth: (n) => String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
  decimalEnclosedCircle: enclosed(0x2460, 20),
  decimalEnclosedCircleChinese: enclosed(0x2460, 20),
  decimalEnclosedParen: enclosed(0x2474, 20),
  decimalEnclosedFullstop: enclosed(0x2488, 20),
  ideographEnclosedCircle: enclosed(0x3280, 10),
  chineseCounting: counting,
  chineseCountingThousand: counting,
  taiwaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  japaneseCounting: counting,
  ideographDigital: (n) => String(n).replace(/\d/g, (digit) => digits[Number(digit)] as string),
  taiwaneseDigital: (n) => String(n).replace(/\d/g, (digit) => digits[Number(digit)] as string),
  chineseLegalSimplified: (n) => chinese(n, legalDigits, ['', '拾', '佰', '仟'], '零'),
  ideographLegalTraditional: (n) => chinese(n, legalDigits, ['', '拾', '佰', '仟'], '零'),
  ideographTraditional: ofList(stems),
  ideographZodiac: ofList(branches),
  upperRoman: roman,
  lowerRoman: (n) => roman(n).toLowerCase(),
  upperLetter: (n) => letter(n).toUpperCase(),
  lowerLetter: letter,
  none: () => '',
};

/** The numeral that a word processor prints for a counter. */
export const numeralOf = (format: string, n: number): string => (formats[format] ?? String)(n);
