import {
  type Chart,
  type DocumentBlock,
  type OfficialDocument,
  plainText,
  spelledDay,
  type Table,
} from '../../core/publication/document.ts';
import { sizes, typeWidth } from '../../core/publication/layout.ts';

/** Characters that no page shows and XML cannot hold come in with pasted text; line ends become spaces. */
export function printable<T>(value: T): T {
  if (typeof value === 'string')
    return value.replace(/[\t\n\r\u2028\u2029]+/g, ' ').replace(/[\p{Cc}\p{Cs}\ufffe\uffff]/gu, '') as T;
  if (Array.isArray(value)) return value.map(printable) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, printable(each)])) as T;
}

/** How wide a text stands: a Chinese character counts as two Latin ones. */
const widthOf = (text: string): number => [...text].reduce((sum, each) => sum + (/[\x20-\x7e]/.test(each) ? 1 : 2), 0);

const [narrowest, widest] = [6, 30];
/** Air beside what stands in a cell. */
const air = 2;
/** A heading may turn into two lines, a number may not. */
const headLines = 2;

/** Shares of the width for the columns, by what stands in them. */
export const columnShares = ({ columns, rows }: Table): number[] =>
  columns.map(({ head }, i) => {
    const cells = rows.map((row) => widthOf(plainText(row[i] ?? [])));
    const headWidth = widthOf(head) <= narrowest + air ? widthOf(head) : Math.ceil(widthOf(head) / headLines);
    return Math.min(widest, Math.max(narrowest, headWidth, ...cells)) + air;
  });

/** Where the words of a long title part: lines of like length, none beginning with 的 or ending in a mark. */
export function titleLines(title: string, most: number): string[] {
  const lines = Math.ceil(widthOf(title) / 2 / most);
  if (lines < 2) return [title];
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)].map(({ segment }) => segment);
  const share = widthOf(title) / lines;
  const result = [''];
  for (const word of words) {
    const line = result.at(-1) as string;
    const isFull = widthOf(line) + widthOf(word) / 2 > share && result.length < lines;
    if (isFull && line !== '' && !/^[的、，。）》”和]/.test(word)) result.push(word);
    else result[result.length - 1] = line + word;
  }
  return result.every((line) => widthOf(line) / 2 <= most) ? result : [title];
}

export interface Bar {
  readonly label: string;
  readonly value: string;
  /** Of the longest bar, 0 to 1. */
  readonly share: number;
  readonly negative: boolean;
}

const printedValue = (value: Chart['bars'][number]['value']): string =>
  typeof value === 'string' ? value : value.text;
const numberIn = (text: string): number => {
  const found = Number.parseFloat(text.replaceAll(/[,，\s]/g, '').replace('−', '-'));
  return Number.isFinite(found) ? found : 0;
};

export function barsOf({ bars }: Chart): Bar[] {
  const values = bars.map(({ value }) => numberIn(printedValue(value)));
  const longest = Math.max(...values.map(Math.abs)) || 1;
  return bars.map(({ label, value }, i) => ({
    label,
    value: printedValue(value),
    share: Math.abs(values[i] as number) / longest,
    negative: (values[i] as number) < 0,
  }));
}

const cells = ({ columns, rows }: Table): string[][] =>
  rows.map((row) => columns.map((_, i) => plainText(row[i] ?? [])));

function printedBlock(block: DocumentBlock) {
  if (block.kind === 'table') {
    const { kind, title, unit, columns, notes } = block;
    return { kind, title, unit, columns, notes, widths: columnShares(block), rows: cells(block) };
  }
  if (block.kind === 'chart') return { kind: block.kind, title: block.title, unit: block.unit, bars: barsOf(block) };
  const text = plainText(block.content);
  return block.kind === 'heading' ? { kind: block.kind, level: block.level, text } : { kind: block.kind, text };
}

/** The document with every run as the text that is printed. */
export const printedBlocks = ({ blocks }: OfficialDocument) => blocks.map((block) => printable(printedBlock(block)));

/** So many of 二号 stand in a line. */
const titleCharacters = Math.floor(typeWidth / sizes.title);

export const printedHead = ({ blocks: _, ...head }: OfficialDocument) =>
  printable({
    ...head,
    titleLines: titleLines(head.title.replace(/\s+/g, ' '), titleCharacters),
    dateSpelled: head.date === null ? null : spelledDay(head.date),
    printedOnSpelled: head.printedOn === null ? null : spelledDay(head.printedOn),
  });

export type PrintedBlock = ReturnType<typeof printedBlock>;
