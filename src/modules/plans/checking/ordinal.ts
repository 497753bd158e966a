const digits = '〇一二三四五六七八九';

/** 一 to 九十九 in Chinese numerals; null for what is none. */
function chinese(text: string): number | null {
  const [found] = text.match(/[一二三四五六七八九十]+/) ?? [];
  if (found === undefined) return null;
  if (!found.includes('十')) return found.length === 1 ? digits.indexOf(found) : null;
  const [tens = '', ones = ''] = found.split('十');
  return (tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0);
}

/** The number of a heading or a count: “（三）” and “3、” are 3; “1.2” belongs to two levels and is none. */
export function ordinalOf(text: string): number | null {
  const narrow = text.normalize('NFKC');
  const fromChinese = chinese(narrow);
  if (fromChinese !== null) return fromChinese;
  const [arabic] = narrow.match(/\d+(\.\d+)*/) ?? [];
  return arabic === undefined || arabic.includes('.') ? null : Number(arabic);
}
