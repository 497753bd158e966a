import { isCaption, splitCaption, unitOfLine } from '../../../../core/table-shape.ts';
import { type Line, stepsBetween } from '../lines.ts';
import { isHeadingMarker, markerOf } from '../numbering.ts';
import type { Caption } from './grid.ts';

const numbered = /^(?:续?表|附表|专栏|图表)\s*[\d一二三四五六七八九十]/;
const longestTitle = 120;

/** “表2 主要指标      单位：亿元”: the unit stands at the end of the title's line. */
const unitAtEnd = /\s+[（(]?单\s*位\s*[:：].{1,20}$/;

const plain = (line: Line): { text: string; unit: string | null; from: number; hashes: boolean } => {
  const mark = /^(?:#{1,6}\s+|\*\*)/.exec(line.text)?.[0] ?? '';
  const body = line.text.slice(mark.length).replace(/\*\*$/, '');
  const unit = unitAtEnd.exec(body);
  const text = unit === null ? body : body.slice(0, unit.index);
  const said = unit === null ? null : unitOfLine(unit[0]);
  return { text, unit: said, from: line.from + mark.length, hashes: mark.startsWith('#') };
};

/** “表2 ……”, “专栏 3 ……”: never a row, whatever blanks it holds. */
export const isNumberedCaption = (line: Line): boolean => numbered.test(plain(line).text);

/** Whether the line is a title and not a heading of the text. */
function isTitle(line: Line, underUnit: boolean): boolean {
  const { text, hashes } = plain(line);
  if (line.width > longestTitle || line.text.includes('\t')) return false;
  if (numbered.test(text)) return isCaption(text);
  const marker = markerOf(text);
  if (hashes || (marker !== null && (isHeadingMarker(marker) || marker.value !== null))) return false;
  return isCaption(text) || (underUnit && text.length <= 50 && !/[。；，：:,]$/.test(text) && !/[。；]/.test(text));
}

/** The title and unit above a table whose first line is `content[first]`; how many lines they take. */
export function captionAbove(
  content: readonly Line[],
  first: number,
  isTaken: (at: number) => boolean,
): { caption: Caption; from: number } {
  const start = (content[first] as Line).from;
  let from = first;
  let unit: string | null = null;
  const above = (at: number) => (at === 0 || isTaken(at - 1) ? undefined : content[at - 1]);
  const unitAbove = above(from);
  const saysUnit = unitAbove === undefined ? null : unitOfLine(unitAbove.text);
  if (saysUnit !== null) {
    unit = saysUnit;
    from -= 1;
  }
  const titled = above(from);
  const isTitled =
    titled !== undefined &&
    (isTitle(titled, unit !== null) || standsAlone(content, from - 1)) &&
    !isTailOfText(content, from - 1);
  if (!isTitled) {
    const at = content[from] as Line;
    return { caption: { title: null, titleSpan: null, unit, start: Math.min(start, at.from) }, from };
  }
  const { text, unit: beside, from: at } = plain(titled);
  const { title, unit: own } = splitCaption(text);
  return {
    caption: {
      title,
      titleSpan: { start: at, end: at + text.length },
      unit: unit ?? beside ?? own,
      start: titled.from,
    },
    from: from - 1,
  };
}

/** A few words right above a table, after a sentence or a heading, whatever they are worded like. */
function standsAlone(content: readonly Line[], at: number): boolean {
  const [before, line, below] = [content[at - 1], content[at] as Line, content[at + 1] as Line];
  if (
    line.width > 48 ||
    line.text.startsWith('#') ||
    /[\s。；，、：！？:|]/.test(line.text) ||
    markerOf(line.text) !== null
  )
    return false;
  if (stepsBetween(line, below) > 2) return false;
  return before === undefined || /[。；：！？]$/.test(before.text) || markerOf(before.text) !== null;
}

/** A short line after an unfinished long one is the end of a paragraph, whatever it is worded like. */
function isTailOfText(content: readonly Line[], at: number): boolean {
  const [before, line] = [content[at - 1], content[at] as Line];
  if (before === undefined || numbered.test(plain(line).text)) return false;
  return (
    before.width >= 50 &&
    /[，、\p{Script=Han}]$/u.test(before.text) &&
    /[，。]/.test(before.text) &&
    stepsBetween(before, line) === 1
  );
}
