import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx';
import { sizes, typeWidth } from '../../core/publication/layout.ts';
import { type FontKey, fontOf, tight } from './docx-styles.ts';
import type { PrintedBlock } from './printed.ts';

type PrintedTable = Extract<PrintedBlock, { kind: 'table' }>;
type PrintedChart = Extract<PrintedBlock, { kind: 'chart' }>;

const width = Math.round(typeWidth * 20);

const words = (text: string, key: FontKey, size: number): TextRun =>
  new TextRun({ text, size: size * 2, font: fontOf(key) });

const above = (title: string | null, unit: string | null): Paragraph[] => [
  ...(title === null
    ? []
    : [
        new Paragraph({
          style: tight,
          alignment: AlignmentType.CENTER,
          keepNext: true,
          spacing: { before: 120, after: 60 },
          children: [words(title, 'heading', sizes.small)],
        }),
      ]),
  ...(unit === null
    ? []
    : [
        new Paragraph({
          style: tight,
          alignment: AlignmentType.RIGHT,
          keepNext: true,
          children: [words(`单位：${unit}`, 'body', sizes.table)],
        }),
      ]),
];

const cell = (
  text: string,
  alignment: 'left' | 'center' | 'right',
  key: FontKey,
  size: number,
  keepNext = false,
): TableCell =>
  new TableCell({
    width: { size, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    margins: { left: 60, right: 60, top: 40, bottom: 40 },
    children: [new Paragraph({ style: tight, alignment, keepNext, children: [words(text, key, sizes.table)] })],
  });

/** The heading and the first rows stay on one page; the last row is not held to what follows the table. */
const kept = 2;

/** Widths of the columns in twips, together exactly as wide as the text. */
function columnWidths(shares: readonly number[]): number[] {
  const all = shares.reduce((sum, share) => sum + share, 0);
  const rounded = shares.map((share) => Math.floor((width * share) / all));
  rounded[0] = (rounded[0] ?? 0) + width - rounded.reduce((sum, each) => sum + each, 0);
  return rounded;
}

export function figureTable({ title, unit, columns, rows, notes, widths }: PrintedTable): (Paragraph | Table)[] {
  const columnTwips = columnWidths(widths);
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ head: text }, i) => cell(text, 'center', 'heading', columnTwips[i] as number, true)),
  });
  const lines = rows.map(
    (texts, row) =>
      new TableRow({
        cantSplit: true,
        children: texts.map((text, i) =>
          cell(
            text,
            columns[i]?.align ?? 'center',
            'body',
            columnTwips[i] as number,
            row < Math.min(kept, rows.length - 1),
          ),
        ),
      }),
  );
  const below = notes.map((note) => new Paragraph({ style: tight, children: [words(note, 'body', sizes.table)] }));
  return [
    ...above(title, unit),
    new Table({
      width: { size: width, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths: columnTwips,
      rows: [head, ...lines],
    }),
    ...(below.length > 0 ? below : [gap()]),
  ];
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const noBorders = { top: none, bottom: none, left: none, right: none } as const;
const outline = { style: BorderStyle.SINGLE, size: 4, color: '1F4E79' } as const;

const [labelWidth, longest] = [Math.round(width * 0.28), Math.round(width * 0.56)];
/** A bar too short to be a cell is drawn as long as one may be. */
const shortest = 40;

/** One bar is a table of one row: Word draws it without a picture, and it stays editable. */
function bar({ label, value, share, negative }: PrintedChart['bars'][number]): Table {
  const length = Math.max(shortest, Math.round(longest * share));
  const rest = width - labelWidth - length;
  const part = (size: number, children: Paragraph[], more = {}) =>
    new TableCell({
      width: { size, type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      borders: noBorders,
      children,
      ...more,
    });
  const filled = negative
    ? { borders: { top: outline, bottom: outline, left: outline, right: outline } }
    : { shading: { type: ShadingType.CLEAR, fill: '1F4E79', color: 'auto' } };
  const text = (content: string, alignment: 'left' | 'right') =>
    new Paragraph({
      style: tight,
      alignment,
      spacing: { before: 0, after: 0 },
      children: [words(content, 'body', sizes.table)],
    });
  return new Table({
    width: { size: width, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: [labelWidth, length, rest],
    borders: { ...noBorders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: [
          part(labelWidth, [text(label, 'right')]),
          part(length, [text('', 'left')], filled),
          part(rest, [text(value, 'left')]),
        ],
      }),
    ],
  });
}

/** Tables that touch would become one. */
const gap = (): Paragraph =>
  new Paragraph({
    style: tight,
    spacing: { before: 0, after: 0, line: 80, lineRule: 'exact' },
    keepNext: true,
    children: [],
  });

export const chartTable = ({ title, unit, bars }: PrintedChart): (Paragraph | Table)[] => [
  ...above(title, unit),
  ...bars.flatMap((each) => [bar(each), gap()]),
];
