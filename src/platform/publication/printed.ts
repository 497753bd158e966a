import {
  type Chart,
  type DocumentBlock,
  type OfficialDocument,
  plainText,
  spelledDay,
  type Table,
} from '../../core/publication/document.ts';

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

/** Shares of the width for the columns, by what stands in them. */
export const columnShares = ({ columns, rows }: Table): number[] =>
  columns.map(({ head }, i) => {
    const cells = rows.map((row) => widthOf(plainText(row[i] ?? [])));
    return Math.min(widest, Math.max(narrowest, widthOf(head), ...cells));
  });

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

export const printedHead = ({ blocks: _, ...head }: OfficialDocument) =>
  printable({
    ...head,
    dateSpelled: head.date === null ? null : spelledDay(head.date),
    printedOnSpelled: head.printedOn === null ? null : spelledDay(head.printedOn),
  });

export type PrintedBlock = ReturnType<typeof printedBlock>;
