import {
  BorderStyle,
  HeightRule,
  Paragraph,
  RelativeVerticalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx';
import { sizes, typeWidth } from '../../core/publication/layout.ts';
import { fontOf, tight } from './docx-styles.ts';
import type { printedHead } from './printed.ts';

const width = Math.round(typeWidth * 20);
const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
/** 首条、末条 0.35 mm, 中间 0.25 mm, in eighths of a point. */
const outer = { style: BorderStyle.SINGLE, size: 8, color: '000000' } as const;
const inner = { style: BorderStyle.SINGLE, size: 6, color: '000000' } as const;

const line = (text: string, hanging: number): Paragraph =>
  new Paragraph({
    style: tight,
    indent: { left: 280 + hanging, right: 280, hanging },
    tabStops: [{ type: TabStopType.RIGHT, position: width - 280 }],
    children: [new TextRun({ text, font: fontOf('body'), size: sizes.small * 2 })],
  });

const row = (content: Paragraph, top: typeof outer | typeof inner, bottom: typeof outer | typeof inner): TableRow =>
  new TableRow({
    cantSplit: true,
    height: { value: 480, rule: HeightRule.ATLEAST },
    children: [
      new TableCell({
        borders: { top, bottom, left: none, right: none },
        margins: { left: 0, right: 0, top: 40, bottom: 40 },
        children: [content],
      }),
    ],
  });

/** 版记: a table that floats at the foot of the page on which the document ends; LibreOffice before 7.6 puts it below the text. */
export function imprint({
  copiesTo,
  printedBy,
  printedOnSpelled,
}: ReturnType<typeof printedHead>): (Paragraph | Table)[] {
  const printed = [printedBy, printedOnSpelled].some((each) => each !== null);
  if (copiesTo === null && !printed) return [];
  const rows = [
    ...(copiesTo === null
      ? []
      : [row(line(`抄送：${copiesTo.replace(/。$/, '')}。`, 3 * sizes.small * 20), outer, printed ? inner : outer)]),
    ...(printed
      ? [
          row(
            line(`${printedBy ?? ''}\t${printedOnSpelled === null ? '' : `${printedOnSpelled}印发`}`, 0),
            copiesTo === null ? outer : inner,
            outer,
          ),
        ]
      : []),
  ];
  return [
    new Table({
      width: { size: width, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      columnWidths: [width],
      float: {
        horizontalAnchor: TableAnchorType.MARGIN,
        verticalAnchor: TableAnchorType.MARGIN,
        relativeVerticalPosition: RelativeVerticalPosition.BOTTOM,
        absoluteHorizontalPosition: 0,
      },
      rows,
    }),
    new Paragraph({ style: tight, spacing: { before: 0, after: 0, line: 20, lineRule: 'exact' }, children: [] }),
  ];
}
