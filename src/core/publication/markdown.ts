import { Lexer, type Token, type Tokens } from 'marked';

import {
  type Chart,
  type DocumentBlock,
  type FigureSource,
  type Inline,
  joinedRuns,
  type Mark,
  type OfficialDocument,
  plainText,
  type Table,
} from './document.ts';
import { checkedDocument, splitFrontMatter } from './front-matter.ts';
import { isNumbered, levelOfNumber, numberHeadings } from './numbering.ts';

/** A number tied to its source is a link in the text: [12.5](observation:…); with the title “-”, a word says its minus. */
const figureLink = /^(observation|fact|formula):(.+)$/;

function sourceOf(href: string): FigureSource | null {
  const [, kind, id = ''] = figureLink.exec(href) ?? [];
  if (kind === undefined) return null;
  try {
    return { kind: kind as FigureSource['kind'], id: decodeURIComponent(id) };
  } catch {
    return { kind: kind as FigureSource['kind'], id };
  }
}

/** Wrapped lines of Chinese join without a space, those of Latin words with one. */
const unwrapped = (text: string): string =>
  text.replace(
    /(\S?)[ \t]*\n[ \t]*(\S?)/g,
    (_, before: string, after: string) =>
      `${before}${/[\x21-\x7e]/.test(before) && /[\x21-\x7e]/.test(after) ? ' ' : ''}${after}`,
  );

function inlineOf(tokens: readonly Token[]): Inline {
  const runs = tokens.flatMap((token): Inline => {
    if (token.type === 'br' || (token.type === 'html' && /^<(?:br\b|!--)/i.test(token.raw))) return [];
    const inner = 'tokens' in token && token.tokens !== undefined ? inlineOf(token.tokens) : null;
    if (inner === null) return [unwrapped('text' in token ? String(token.text) : token.raw)];
    const { href, title } = token as Tokens.Link;
    const source = token.type === 'link' ? sourceOf(href) : null;
    if (source === null) return inner;
    return [{ text: plainText(inner), source, ...(title === '-' ? { isNegative: true } : {}) }];
  });
  return joinedRuns(runs);
}

const trimmed = (content: Inline): Inline =>
  content
    .map((run, i) => {
      if (typeof run !== 'string') return run;
      const start = i === 0 ? run.trimStart() : run;
      return i === content.length - 1 ? start.trimEnd() : start;
    })
    .filter((run) => run !== '');

const tableOf = ({ header, rows }: Tokens.Table): Table => ({
  kind: 'table',
  title: null,
  unit: null,
  columns: header.map(({ tokens, align }) => ({ head: plainText(inlineOf(tokens)), align: align ?? 'center' })),
  rows: rows.map((row) => row.map(({ tokens }) => trimmed(inlineOf(tokens)))),
  notes: [],
});

/** ```chart: “标题：…”, “单位：…” and one “label：value” a line; a value may be a linked figure. */
function chartOf(text: string): Chart | null {
  const chart: { title: string | null; unit: string | null; bars: Chart['bars'] } = {
    title: null,
    unit: null,
    bars: [],
  };
  for (const each of text.split('\n')) {
    const [, label, value] = /^\s*([^:：]+?)\s*[:：]\s*(.+?)\s*$/.exec(each) ?? [];
    if (label === undefined || value === undefined) continue;
    if (label === '标题' || label === 'title') chart.title = value;
    else if (label === '单位' || label === 'unit') chart.unit = value;
    else {
      const [run = ''] = inlineOf(Lexer.lexInline(value));
      chart.bars.push({ label, value: run });
    }
  }
  return chart.bars.length === 0 ? null : { kind: 'chart', ...chart };
}

function listOf({ ordered, start, items }: Tokens.List): DocumentBlock[] {
  return items.flatMap(({ tokens }, i) => {
    const number = ordered ? `${Number(start === '' ? 1 : start) + i}.` : '';
    const [first, ...rest] = tokens.flatMap(blockOf);
    if (first === undefined) return [];
    if (first.kind !== 'paragraph') return [first, ...rest];
    return [{ ...first, content: joinedRuns([number, ...first.content]) }, ...rest];
  });
}

function blockOf(token: Token): DocumentBlock[] {
  switch (token.type) {
    case 'heading':
      return [{ kind: 'heading', level: (token as Tokens.Heading).depth, content: inlineOf(token.tokens ?? []) }];
    case 'table':
      return [tableOf(token as Tokens.Table)];
    case 'list':
      return listOf(token as Tokens.List);
    case 'blockquote':
      return (token.tokens ?? []).flatMap(blockOf);
    case 'code': {
      const { lang, text } = token as Tokens.Code;
      const chart = lang === 'chart' || lang === '图' ? chartOf(text) : null;
      return chart === null
        ? text.split('\n').map((each) => ({ kind: 'paragraph' as const, content: [each] }))
        : [chart];
    }
    case 'paragraph':
    case 'text': {
      const content = trimmed(inlineOf(token.tokens ?? [token]));
      return content.length === 0 ? [] : [{ kind: 'paragraph', content }];
    }
    default:
      return [];
  }
}

/** <!-- internal --> … <!-- /internal --> and the same for ranking mark the blocks between them. */
const markPattern = /^\s*<!--\s*(\/?)(internal|ranking)\s*-->\s*$/;

function markedBlocks(tokens: readonly Token[]): DocumentBlock[] {
  const open = new Set<Mark>();
  return tokens.flatMap((token) => {
    const [, close, mark] = token.type === 'html' ? (markPattern.exec(token.raw) ?? []) : [];
    if (mark !== undefined) {
      if (close === '/') open.delete(mark as Mark);
      else open.add(mark as Mark);
    }
    const blocks = blockOf(token);
    return open.size === 0 ? blocks : blocks.map((block) => ({ ...block, marks: [...open] }));
  });
}

const headingLength = 40;

/** A short line that begins with 一、 or （一） and ends no sentence is a heading, marked as one or not. */
function withPlainHeadings(block: DocumentBlock): DocumentBlock {
  if (block.kind !== 'paragraph') return block;
  const text = plainText(block.content);
  const level = levelOfNumber(text);
  const isHeading = level !== null && level <= 2 && text.length <= headingLength && !/[。；，：！？]$/.test(text);
  return isHeading ? { ...block, kind: 'heading', level } : block;
}

/** “表1 …” above a table is its title, “单位：…” its unit, “注：…” below it a note. */
function withTableWords(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const result: DocumentBlock[] = [];
  for (const block of blocks) {
    const last = result.at(-1);
    if (block.kind === 'table') {
      const words = { title: null as string | null, unit: null as string | null };
      for (let before = result.at(-1); before?.kind === 'paragraph'; before = result.at(-1)) {
        const text = plainText(before.content);
        const [, unit] = /^[（(]?(?:计量)?单位[:：]\s*(.+?)[）)]?$/.exec(text) ?? [];
        if (unit !== undefined && words.unit === null && words.title === null) words.unit = unit;
        else if (/^表\s*[\d一二三四五六七八九十]/.test(text) && text.length <= headingLength && words.title === null)
          words.title = text;
        else break;
        result.pop();
      }
      result.push({ ...block, ...words });
    } else if (block.kind === 'paragraph' && last?.kind === 'table' && /^注[:：\d]/.test(plainText(block.content)))
      result[result.length - 1] = { ...last, notes: [...last.notes, plainText(block.content)] };
    else result.push(block);
  }
  return result;
}

/** Depths of the file become levels 1 to 4: the highest that is used is 一、. Typed numbers decide where there are any. */
function withLevels(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const depths = blocks.flatMap((block) => (block.kind === 'heading' ? [block.level] : []));
  const top = Math.min(...depths);
  return blocks.map((block) => {
    if (block.kind !== 'heading') return block;
    const typed = levelOfNumber(plainText(block.content));
    return { ...block, level: typed ?? Math.min(4, block.level - top + 1) };
  });
}

/** Reads a Markdown text as an official document: the head of the file, then its body. */
export function documentFromMarkdown(text: string, name = '公文'): OfficialDocument {
  const { head, body } = splitFrontMatter(text.replaceAll('\r\n', '\n'));
  const blocks = markedBlocks(Lexer.lex(body));
  const at = head.title === undefined ? blocks.findIndex(({ kind }) => kind === 'heading') : -1;
  const first = blocks[at];
  // A typed number makes it the first heading, not the title.
  const isTitle = first?.kind === 'heading' && !isNumbered(plainText(first.content));
  const title = head.title ?? (isTitle ? plainText(first.content) : name);
  const rest = withLevels(withTableWords(isTitle ? blocks.toSpliced(at, 1) : blocks).map(withPlainHeadings));
  return checkedDocument({ ...head, title, blocks: numberHeadings(rest) });
}
