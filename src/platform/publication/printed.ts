import {
  type Chart,
  type DocumentBlock,
  type OfficialDocument,
  plainText,
  spelledDay,
  type Table,
} from '../../core/publication/document.ts';

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
const numberIn = (text: string): number => Number.parseFloat(text.replaceAll(/[,，\s]/g, '').replace('−', '-')) || 0;

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
export const printedBlocks = ({ blocks }: OfficialDocument) => blocks.map(printedBlock);

export const printedHead = ({ blocks: _, ...head }: OfficialDocument) => ({
  ...head,
  dateSpelled: head.date === null ? null : spelledDay(head.date),
  printedOnSpelled: head.printedOn === null ? null : spelledDay(head.printedOn),
});

export type PrintedBlock = ReturnType<typeof printedBlock>;
