/** Prints a stored number as a spreadsheet shows it, so that the text of a cell is what its reader sees. */

/** Formats that a workbook may use by number without defining them (ECMA-376 §18.8.30, and the Chinese ones). */
const builtIn: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  41: '#,##0;-#,##0',
  42: '¥#,##0;-¥#,##0',
  43: '#,##0.00;-#,##0.00',
  44: '¥#,##0.00;-¥#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

export const formatCode = (id: number, own: ReadonlyMap<number, string>): string =>
  own.get(id) ?? builtIn[id] ?? 'General';

/** A code without its literals, colours and conditions: what is left tells dates from figures. */
const bare = (code: string): string => code.replace(/"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]/gi, '');

export const isDateFormat = (code: string): boolean =>
  !/^general$/i.test(code) && /[ymdhs]/i.test(bare(code).replace(/e\+/gi, ''));

/** Figures are stored as binary floats; fifteen digits are what was typed or shown. */
function plain(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!/e/i.test(text)) return text;
  return Math.abs(rounded) < 1 ? rounded.toFixed(20).replace(/0+$/, '') : BigInt(Math.round(rounded)).toString();
}

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+$)/g, ',');

/** Rounds half away from zero on the decimal digits, as spreadsheets do. */
function fixed(value: number, places: number): string {
  const [whole = '0', fraction = ''] = plain(Math.abs(value)).split('.');
  if (fraction.length <= places) return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0')}`;
  const kept = BigInt(whole + fraction.slice(0, places)) + (Number(fraction[places]) >= 5 ? 1n : 0n);
  const digits = kept.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** `#` after the point shows a digit only if there is one. */
function withoutSpareZeros(text: string, spare: number): string {
  let end = text.length;
  for (let left = spare; left > 0 && text[end - 1] === '0'; left -= 1) end -= 1;
  return text.slice(0, text[end - 1] === '.' ? end - 1 : end);
}

function numberBy(section: string, value: number, dropsSign: boolean): string {
  const literal = (code: string): string =>
    code.replace(
      /"([^"]*)"|\\(.)|_.|\*.|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]/g,
      (_, quoted, escaped, currency) => quoted ?? escaped ?? currency ?? '',
    );
  // Literals may hold digits of their own, so the pattern is looked for between them.
  const found = /[#0?][#0?,]*(?:\.[#0?]*)?,*(?:E[+-]?0+)?/i.exec(
    section.replace(/"[^"]*"|\\./g, (text) => '\u0000'.repeat(text.length)),
  );
  if (found === null) return literal(section);
  const [pattern] = found;
  const before = section.slice(0, found.index);
  const after = section.slice(found.index + pattern.length);
  const percent = /%/.test(section.replace(/"[^"]*"/g, ''));
  const thousands = /,+$/.exec(pattern)?.[0].length ?? 0;
  let scaled = percent ? Number((value * 100).toPrecision(15)) : value;
  scaled /= 1000 ** thousands;
  const decimals = /\.([#0?]*)/.exec(pattern)?.[1] ?? '';
  const required = (decimals.match(/0/g) ?? []).length;
  if (/E/i.test(pattern))
    return `${literal(before)}${scaled.toExponential(decimals.length).toUpperCase()}${literal(after)}`;
  const text = withoutSpareZeros(fixed(scaled, decimals.length), decimals.length - required);
  const [whole = '0', fraction] = text.split('.');
  const least = (pattern.split('.')[0]?.match(/0/g) ?? []).length;
  const padded = whole === '0' && least === 0 ? '' : whole.padStart(least, '0');
  const shown = /[#0],[#0]/.test(pattern) ? grouped(padded) : padded;
  const sign = value < 0 && !dropsSign && /[1-9]/.test(text) ? '-' : '';
  return `${sign}${literal(before)}${shown}${fraction === undefined ? '' : `.${fraction}`}${literal(after)}`;
}

const dayMs = 86_400_000;

/** The day and time of a serial number; Excel believes in 1900-02-29, so days before March 1900 are one off. */
function dateOf(serial: number, is1904: boolean): Date {
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  return new Date(Date.UTC(1899, 11, 30) + Math.round((days * dayMs) / 1000) * 1000);
}

const weekdays = '日一二三四五六';
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function dateBy(code: string, serial: number, is1904: boolean): string {
  const date = dateOf(serial, is1904);
  const hours = date.getUTCHours();
  const half = /AM\/PM|上午\/下午/i.test(code);
  let clock = false;
  const two = (n: number, token: string) => (token.length > 1 ? String(n).padStart(2, '0') : String(n));
  const print = (token: string, rest: string): string => {
    const kind = token[0]?.toLowerCase();
    if (kind === 'y') return token.length > 2 ? String(date.getUTCFullYear()) : String(date.getUTCFullYear()).slice(-2);
    if (kind === 'd') return token.length > 2 ? `周${weekdays[date.getUTCDay()]}` : two(date.getUTCDate(), token);
    if (kind === 'a') return `${token.length > 3 ? '星期' : ''}${weekdays[date.getUTCDay()]}`;
    if (kind === 's') return two(date.getUTCSeconds(), token);
    if (kind === 'h') {
      clock = true;
      return two(half ? hours % 12 || 12 : hours, token);
    }
    // m is minutes after hours or before seconds, and months elsewhere.
    if (clock || /^[^a-z]*s/i.test(rest)) return two(date.getUTCMinutes(), token);
    return token.length > 2 ? (months[date.getUTCMonth()] as string) : two(date.getUTCMonth() + 1, token);
  };
  const tokens =
    /"([^"]*)"|\\(.)|\[\$[^\]]*\]|\[([hms]+)\]|\[[^\]]*\]|_.|\*.|AM\/PM|上午\/下午|y+|m+|d+|h+|s+|a{3,4}/gi;
  return code.replace(tokens, (token: string, quoted, escaped, elapsed, at: number) => {
    if (quoted !== undefined || escaped !== undefined) return quoted ?? escaped;
    if (elapsed !== undefined) {
      clock = true;
      return String(Math.floor(serial * (/h/i.test(elapsed) ? 24 : /m/i.test(elapsed) ? 1440 : 86_400)));
    }
    if (/^(?:AM\/PM|上午)/i.test(token)) return hours < 12 ? '上午' : '下午';
    return /^[[_*]/.test(token) ? '' : print(token, code.slice(at + token.length));
  });
}

/** The text that a reader sees for a stored number. */
export function printNumber(value: number, code: string, is1904 = false): string {
  if (/^general$/i.test(code.trim()) || code.trim() === '' || code === '@') return plain(value);
  const sections = code.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const chosen = value < 0 && sections.length > 1 ? 1 : value === 0 && sections.length > 2 ? 2 : 0;
  const section = sections[chosen] ?? '';
  if (/^\s*general\s*$/i.test(bare(section))) return plain(value);
  if (isDateFormat(section))
    return value < 0 || value > 2_958_466 ? plain(value) : dateBy(section, value, is1904).trim();
  // A section for negative figures says itself how they are marked.
  return numberBy(section, value, chosen === 1)
    .replaceAll('?', '')
    .trim();
}
