/** RFC 4180, with comma or tab: cells of every line; quotes may hold commas, quotes and line ends. */
export function* csvRows(text: string): Generator<readonly string[]> {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const firstLine = text.slice(start, text.indexOf('\n') === -1 ? text.length : text.indexOf('\n'));
  const separator = firstLine.includes('\t') && !firstLine.includes(',') ? '\t' : ',';
  if (!text.includes('"')) {
    yield* plainRows(text, start, separator);
    return;
  }
  let row: string[] = [];
  let at = start;
  while (at < text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    row.push(cell.content);
    at = cell.end;
    if (text[at] === separator) {
      at++;
      if (at === text.length) row.push('');
      continue;
    }
    yield row;
    row = [];
    at += text.startsWith('\r\n', at) ? 2 : 1;
  }
  if (row.length > 0) yield row;
}

function* plainRows(text: string, start: number, separator: string): Generator<readonly string[]> {
  let at = start;
  while (at < text.length) {
    const next = text.indexOf('\n', at);
    const lineEnd = next === -1 ? text.length : next;
    const end = text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd;
    yield text.slice(at, Math.max(at, end)).split(separator);
    at = lineEnd + 1;
  }
}

interface Cell {
  readonly content: string;
  readonly end: number;
}

function plainCell(text: string, start: number, separator: string): Cell {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end++;
  return { content: text.slice(start, end), end };
}

/** What stands between the closing quote and the separator belongs to the cell, as spreadsheets read it. */
function quotedCell(text: string, start: number, separator: string): Cell {
  let content = '';
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { content: content + text.slice(at), end: text.length };
    content += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const rest = plainCell(text, quote + 1, separator);
      return { content: content + rest.content, end: rest.end };
    }
    content += '"';
    at = quote + 2;
  }
}
