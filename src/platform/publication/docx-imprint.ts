import {
  BorderStyle,
  FrameAnchorType,
  HorizontalPositionAlign,
  Paragraph,
  TabStopType,
  TextRun,
  VerticalPositionAlign,
} from 'docx';
import { sizes, typeWidth } from '../../core/publication/layout.ts';
import { fontOf, tight } from './docx-styles.ts';
import type { printedHead } from './printed.ts';

const width = Math.round(typeWidth * 20);
const character = sizes.small * 20;
/** 首条、末条 0.35 mm, 中间 0.25 mm, in eighths of a point. */
const outer = { style: BorderStyle.SINGLE, size: 8, color: '000000', space: 4 } as const;
const inner = { style: BorderStyle.SINGLE, size: 6, color: '000000', space: 4 } as const;

/** Paragraphs of one frame stand together at the foot of the page on which the document ends. */
const frame = {
  type: 'alignment',
  width,
  height: 0,
  anchor: { horizontal: FrameAnchorType.MARGIN, vertical: FrameAnchorType.MARGIN },
  alignment: { x: HorizontalPositionAlign.LEFT, y: VerticalPositionAlign.BOTTOM },
} as const;

type Rule = typeof outer | typeof inner;

const line = (text: string, hanging: number, top: Rule, bottom: Rule | null): Paragraph =>
  new Paragraph({
    style: tight,
    frame,
    border: bottom === null ? { top } : { top, bottom },
    indent: { left: character + hanging, right: character, hanging },
    tabStops: [{ type: TabStopType.RIGHT, position: width - character }],
    children: [new TextRun({ text, font: fontOf('body'), size: sizes.small * 2 })],
  });

/** 版记: 抄送机关, then 印发机关 and 印发日期, between rules as wide as the text. */
export function imprint({ copiesTo, printedBy, printedOnSpelled }: ReturnType<typeof printedHead>): Paragraph[] {
  const copies = copiesTo === null ? null : `抄送：${copiesTo.replace(/。$/, '')}。`;
  const printed =
    printedBy === null && printedOnSpelled === null
      ? null
      : `${printedBy ?? ''}\t${printedOnSpelled === null ? '' : `${printedOnSpelled}印发`}`;
  return [
    ...(copies === null ? [] : [line(copies, 3 * character, outer, printed === null ? outer : null)]),
    ...(printed === null ? [] : [line(printed, 0, copies === null ? outer : inner, outer)]),
  ];
}
