/** A table as spreadsheets put it on the clipboard: cells between tabs, rows on lines, quotes where a cell holds either. */
export type Clipboard = readonly (readonly string[])[];

const needsQuotes = /["\t\r\n]/;

const quoted = (cell: string): string => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const clipboardText = (rows: Clipboard): string =>
  rows.map((row) => `${row.map(quoted).join('\t')}\r\n`).join('');

/** A cell in quotes that begins at `from`: its text, and where what follows stands; null where the quotes never close. */
function quotedCell(text: string, from: number): { cell: string; end: number } | null {
  let cell = '';
  let at = from + 1;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return null;
    cell += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const isAtEnd = quote + 1 === text.length || /[\t\r\n]/.test(text[quote + 1] as string);
      return isAtEnd ? { cell, end: quote + 1 } : null;
    }
    cell += '"';
    at = quote + 2;
  }
  return null;
}

const plainCell = (text: string, from: number): { cell: string; end: number } => {
  const length = text.slice(from).search(/[\t\r\n]/);
  const end = length === -1 ? text.length : from + length;
  return { cell: text.slice(from, end), end };
};

/** The rows of a clipboard; a quote that never closes is an ordinary character. */
export function readClipboard(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length || row.length > 0) {
    const { cell, end } = (text[at] === '"' ? quotedCell(text, at) : null) ?? plainCell(text, at);
    row.push(cell);
    at = end;
    if (text[at] === '\t') {
      at += 1;
      continue;
    }
    rows.push(row);
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  return rows;
}
