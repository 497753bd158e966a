import * as z from 'zod';
import { Day } from '../day.ts';

/** What a number on the page stands on: an observation, a fact of a document, or a formula over such. */
export const FigureSource = z.object({
  kind: z.enum(['observation', 'fact', 'formula']),
  id: z.string().min(1).max(500),
});
export type FigureSource = z.infer<typeof FigureSource>;

/** A number as printed, tied to what it stands on; or the words of a record or report, tied to it in the same way. */
export const Figure = z.object({
  text: z.string().max(2000),
  source: FigureSource,
  /** Printed without its minus, for a word says it: 下降2.4%. */
  isNegative: z.literal(true).optional(),
});
export type Figure = z.infer<typeof Figure>;

/** The number with its sign, whatever the words around it say. */
export const signedText = ({ text, isNegative }: Figure): string => (isNegative === true ? `-${text}` : text);

/** Running text: words, and the figures between them. */
export const Inline = z.array(z.union([z.string(), Figure]));
export type Inline = z.infer<typeof Inline>;

/** What a version for other readers may leave out: blocks for the office alone, rankings. */
export const Mark = z.enum(['internal', 'ranking']);
export type Mark = z.infer<typeof Mark>;

const marks = { marks: z.array(Mark).optional() };

export const Heading = z.object({
  kind: z.literal('heading'),
  /** 一、 （一） 1. （1） */
  level: z.int().min(1).max(4),
  content: Inline,
  ...marks,
});
export const Paragraph = z.object({ kind: z.literal('paragraph'), content: Inline, ...marks });
export const Table = z.object({
  kind: z.literal('table'),
  title: z.string().nullable(),
  /** As printed above the table: “亿元”. */
  unit: z.string().nullable(),
  columns: z.array(z.object({ head: z.string(), align: z.enum(['left', 'center', 'right']) })).min(1),
  rows: z.array(z.array(Inline)),
  notes: z.array(z.string()),
  ...marks,
});
export type Table = z.infer<typeof Table>;
/** 条形图: one bar for each label, as long as its figure says. */
export const Chart = z.object({
  kind: z.literal('chart'),
  title: z.string().nullable(),
  unit: z.string().nullable(),
  bars: z.array(z.object({ label: z.string(), value: z.union([z.string(), Figure]) })).min(1),
  ...marks,
});
export type Chart = z.infer<typeof Chart>;

export const DocumentBlock = z.discriminatedUnion('kind', [Heading, Paragraph, Table, Chart]);
export type DocumentBlock = z.infer<typeof DocumentBlock>;

const line = z.string().trim().min(1).max(500).nullable();

/** 党政机关公文, by the elements of GB/T 9704-2012, clause 7. What is null does not stand on the page. */
export const OfficialDocument = z.object({
  /** 版头: 份号, 密级和保密期限, 紧急程度, 发文机关标志, 发文字号, 签发人. */
  copyNumber: line,
  secrecy: line,
  urgency: line,
  issuer: line,
  number: line,
  signer: line,
  title: z.string().trim().min(1).max(300),
  addressees: line,
  blocks: z.array(DocumentBlock),
  attachments: z.array(z.string().min(1).max(300)),
  signature: line,
  date: Day.nullable(),
  /** 附注, printed in brackets. */
  note: line,
  /** 版记: 抄送机关, 印发机关, 印发日期. */
  copiesTo: line,
  printedBy: line,
  printedOn: Day.nullable(),
});
export type OfficialDocument = z.infer<typeof OfficialDocument>;

export const plainText = (content: Inline): string =>
  content.map((run) => (typeof run === 'string' ? run : run.text)).join('');

/** Neighbouring words as one run, empty ones gone. */
export function joinedRuns(runs: Inline): Inline {
  const result: Inline = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (typeof run === 'string' && typeof last === 'string') result[result.length - 1] = last + run;
    else if (run !== '') result.push(run);
  }
  return result;
}

export interface PlacedFigure {
  /** Where it stands: block, then row and column of a table, or bar of a chart. */
  readonly at: string;
  readonly figure: Figure;
}

const inlineFigures = (content: Inline, at: string): PlacedFigure[] =>
  content.flatMap((run) => (typeof run === 'string' ? [] : [{ at, figure: run }]));

function blockFigures(block: DocumentBlock, at: string): PlacedFigure[] {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return inlineFigures(block.content, at);
    case 'table':
      return block.rows.flatMap((row, r) => row.flatMap((cell, c) => inlineFigures(cell, `${at}/${r}/${c}`)));
    case 'chart':
      return block.bars.flatMap(({ value }, i) => inlineFigures([value], `${at}/${i}`));
  }
}

/** Every figure of a document, in reading order. */
export const figuresOf = ({ blocks }: Pick<OfficialDocument, 'blocks'>): PlacedFigure[] =>
  blocks.flatMap((block, i) => blockFigures(block, String(i)));

/** The document without what it marks as not for these readers. */
export const withoutMarked = (document: OfficialDocument, leftOut: readonly Mark[]): OfficialDocument => ({
  ...document,
  blocks: document.blocks.filter(({ marks: own = [] }) => !own.some((mark) => leftOut.includes(mark))),
});

export const emptyDocument: Omit<OfficialDocument, 'title'> = {
  copyNumber: null,
  secrecy: null,
  urgency: null,
  issuer: null,
  number: null,
  signer: null,
  addressees: null,
  blocks: [],
  attachments: [],
  signature: null,
  date: null,
  note: null,
  copiesTo: null,
  printedBy: null,
  printedOn: null,
};

/** “2026年11月22日”: 成文日期 is written in Arabic numerals without leading zeros (GB/T 9704-2012, 7.3.5). */
export const spelledDay = (day: Day): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};
