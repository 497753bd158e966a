import { Lexer, type Token, type Tokens } from 'marked';
import type { Cell, ReadDocument, Span } from '../../core/document.ts';
import { documentOf } from './document-of.ts';
import { damaged } from './limits.ts';
import type { LayOutText, Placed } from './placed.ts';
import { decodeText } from './text.ts';

/** Marks of emphasis, code and links around words; the words stay. */
const markup =
  /\*\*|__|~~|`+|(?<![\p{L}\p{N}])[*_](?=\S)|(?<=\S)[*_](?![\p{L}\p{N}])|!?\[(?=[^\]]*\]\()|\]\([^)\s]*(?:\s+"[^"]*")?\)|<\/?[a-z][^>]*>|\\(?=[\\`*_{}[\]()#+\-.!|~])/giu;

/** The stretches of a line that a reader sees. */
function wordsIn(text: string, start: number, end: number): Span[] {
  const line = text.slice(start, end);
  const spans: Span[] = [];
  let from = 0;
  for (const found of line.matchAll(markup)) {
    if (found.index > from) spans.push({ start: start + from, end: start + found.index });
    from = found.index + found[0].length;
  }
  if (line.length > from) spans.push({ start: start + from, end });
  return spans;
}

/** Every line of a stretch, without indentation, quote marks and the given marks at its start. */
function linesBetween(text: string, start: number, end: number, marks: RegExp): Span[] {
  const spans: Span[] = [];
  for (let from = start; from < end; ) {
    const next = text.indexOf('\n', from);
    const stop = next < 0 || next > end ? end : next;
    const lead = marks.exec(text.slice(from, stop))?.[0].length ?? 0;
    const tail = /(?:\s|\\$)*$/.exec(text.slice(from + lead, stop))?.[0].length ?? 0;
    spans.push(...wordsIn(text, from + lead, stop - tail));
    from = stop + 1;
  }
  return spans;
}

/** The cells of one row of a pipe table at their places. */
function cellsIn(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  const add = (from: number, to: number) => {
    const spans = wordsIn(text, from, to);
    const words = spans
      .map((span) => text.slice(span.start, span.end))
      .join('')
      .replaceAll('\u0020|', '|');
    const lead = text.slice(from, to).length - text.slice(from, to).trimStart().length;
    const begin = Math.min(from + lead, to);
    cells.push({
      start: begin,
      end: Math.max(begin, from + text.slice(from, to).trimEnd().length),
      text: words.trim(),
    });
  };
  const line = text.slice(start, end);
  const first = /^\s*\|?/.exec(line)?.[0].length ?? 0;
  let from = start + first;
  for (let i = from; i < end; i += 1) {
    if (text[i] === '\\') i += 1;
    else if (text[i] === '|') {
      add(from, i);
      from = i + 1;
    }
  }
  if (text.slice(from, end).trim() !== '') add(from, end);
  return cells;
}

function tableOf(text: string, start: number, raw: string): Placed {
  const rows: Cell[][] = [];
  let from = start;
  raw
    .trimEnd()
    .split('\n')
    .forEach((line, i) => {
      if (i !== 1) rows.push(cellsIn(text, from, from + line.length));
      from += line.length + 1;
    });
  const width = rows[0]?.length ?? 0;
  const even = rows.map((row) =>
    Array.from(
      { length: width },
      (_, i) => row[i] ?? { start: row.at(-1)?.end ?? start, end: row.at(-1)?.end ?? start, text: '' },
    ),
  );
  return { kind: 'table', start, end: start + raw.trimEnd().length, rows: even, declaredHeads: 1 };
}

const listMark = /^[\s>]*(?:[-*+]\s+(?:\[[ xX]\]\s+)?)?/;

/** Blocks in the order of the file; each token's raw text is a stretch of it, so places follow by adding lengths. */
function place(text: string, tokens: readonly Token[], from: number, placed: Placed[]): void {
  let at = from;
  for (const token of tokens) {
    const start = token.raw === '' ? at : Math.max(at, text.indexOf(token.raw.split('\n')[0] as string, at));
    const end = Math.min(text.length, start + token.raw.length);
    at = end;
    if (token.type === 'heading') {
      const spans = linesBetween(text, start, end, /^\s*(?:#{1,6}\s*|=+\s*$|-+\s*$)?/).filter(
        (span) => span.end > span.start,
      );
      const last = spans.at(-1);
      const closing = last === undefined ? 0 : (/\s+#+$/.exec(text.slice(last.start, last.end))?.[0].length ?? 0);
      const shown = last === undefined ? [] : [...spans.slice(0, -1), { start: last.start, end: last.end - closing }];
      if (shown.length > 0) placed.push({ kind: 'text', spans: shown, heading: (token as Tokens.Heading).depth });
    } else if (token.type === 'table') {
      placed.push(tableOf(text, start, text.slice(start, end)));
    } else if (token.type === 'list') {
      placeItems(text, token as Tokens.List, start, placed);
    } else if (token.type === 'hr' || token.type === 'space' || token.type === 'def') {
    } else if (token.type === 'code') {
      const spans = linesBetween(text, start, end, /^(?:\s*(?:`{3,}|~{3,}).*$|\s*)/);
      if (spans.length > 0) placed.push({ kind: 'text', spans });
    } else {
      const spans = linesBetween(text, start, end, /^[\s>]*/);
      if (spans.length > 0) placed.push({ kind: 'text', spans });
    }
  }
}

/** Each item is a paragraph of its own; what is nested in it follows line by line. */
function placeItems(text: string, list: Tokens.List, start: number, placed: Placed[]): void {
  let at = start;
  for (const { raw } of list.items) {
    const from = Math.max(at, text.indexOf(raw.split('\n')[0] as string, at));
    const end = Math.min(text.length, from + raw.length);
    at = end;
    let open: Span[] = [];
    const flush = () => {
      if (open.length > 0) placed.push({ kind: 'text', spans: open });
      open = [];
    };
    for (let line = from; line < end; ) {
      const next = text.indexOf('\n', line);
      const stop = next < 0 || next > end ? end : next;
      if (line === from || /^\s*(?:[-*+]|\d+[.)])\s/.test(text.slice(line, stop))) flush();
      open.push(...linesBetween(text, line, stop, listMark));
      line = stop + 1;
    }
    flush();
  }
}

/** Quotes and lists within each other on one line, or by indents, deeper than any writer goes: slow, and no text. */
const tooDeep = /^(?:(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){40}|[ \t]{200,}(?:>|[-*+][ \t]|\d{1,9}[.)][ \t]))/m;

/** Markdown keeps the file's own text and lines; its marks are left out of the running text. */
export function readMarkdown(name: string, bytes: Uint8Array, layOutText: LayOutText): ReadDocument {
  const text = decodeText(name, bytes);
  const placed: Placed[] = [];
  if (tooDeep.test(text)) throw damaged(name, 'nested too deeply');
  try {
    // Block structure only: inline rules are slow on hostile input and not needed.
    place(text, new Lexer({ gfm: true }).blockTokens(text), 0, placed);
  } catch (error) {
    throw damaged(name, error instanceof RangeError ? 'nested too deeply' : String(error));
  }
  return documentOf(name, 'md', text, placed, layOutText);
}
