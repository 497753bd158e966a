/** What the rows and the lines around a grid say about it, whatever file format it came from. */

interface Worded {
  readonly text: string;
}
/** A rectangle of cells; a merged cell is the same object at each of its places, a flattened one leaves blanks. */
export type Grid = readonly (readonly Worded[])[];

const yearHead = /^(?:19|20)\d{2}\s*年?(?:[（(].*[）)])?$/;
const figure = /^[-+±−]?\d[\d,，]*(?:\.\d+)?\s*[%％‰]?$/;
const unitOnly = /^[（(]?(?:[万亿]?(?:元|吨|人|户|家|个|亩|平方米|平方公里|公顷|千瓦时?|美元|标准?煤)|[%％‰])[）)]?$/;

const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).trim();

/** A cell that states a figure; a year is a head more often than a figure. */
export function isFigure(text: string): boolean {
  const plain = halfWidth(text);
  return figure.test(plain) && !yearHead.test(plain);
}

const isSentence = (text: string): boolean => text.length > 40 || /[。；;]$/.test(text);

const worded = (row: readonly Worded[]): Worded[] => row.filter(({ text }) => text !== '');

function looksLikeHead(row: readonly Worded[]): boolean {
  const said = worded(row);
  return said.length > 0 && !said.some(({ text }) => isFigure(text) || isSentence(text));
}

/** 甲 乙 1 2 3 under the heads: numbers the columns and adds no name. */
function isMarkRow(row: readonly Worded[]): boolean {
  const marks = row.map(({ text }) => text.replace(/[（()）]/g, ''));
  const firstNumber = marks.findIndex((mark) => !/^[甲乙丙丁戊]$/.test(mark));
  return marks.length >= 3 && firstNumber >= 0 && marks.slice(firstNumber).every((mark, i) => mark === String(i + 1));
}

const isUnitRow = (row: readonly Worded[]): boolean => {
  const said = worded(row);
  return said.length > 0 && said.every(({ text }) => unitOnly.test(text));
};

/** Whether the place belongs to a head that spans several columns: merged, or followed or filled by blanks. */
function isUnderSpan(above: readonly Worded[], column: number): boolean {
  const here = above[column];
  if (here === undefined || here.text === '') return above.slice(0, column).some(({ text }) => text !== '');
  const next = above[column + 1];
  // Converters that take merged cells apart repeat their words.
  return here.text === next?.text || here.text === above[column - 1]?.text || next?.text === '';
}

/** Whether a row goes on with the heads above it rather than beginning the figures. */
function continuesHead(above: readonly Worded[], row: readonly Worded[]): boolean {
  if (isMarkRow(row) || isUnitRow(row)) return true;
  if (!looksLikeHead(row)) return false;
  const own = row.flatMap((cell, column) => (cell.text === '' || cell.text === above[column]?.text ? [] : [column]));
  if (own.length === 0) return row.some((cell, column) => cell.text !== '' && cell.text === above[column]?.text);
  const spans = own.filter((column) => isUnderSpan(above, column));
  return spans.length === own.length && own.some((column, i) => column === (own[i - 1] ?? -9) + 1 || own.length === 1);
}

/** How many rows at the top are heads. `known` is what the file itself declares (th, repeated header rows). */
export function headerRowsOf(grid: Grid, known = 0): number {
  const [first] = grid;
  if (first === undefined || grid.length < 2) return Math.min(known, grid.length);
  let count = known > 0 ? known : looksLikeHead(first) ? 1 : 0;
  while (count > 0 && count < grid.length - 1 && count < 5) {
    const above = grid[count - 1] as readonly Worded[];
    const row = grid[count] as readonly Worded[];
    if (!continuesHead(above, row)) break;
    count += 1;
  }
  return Math.min(count, grid.length);
}

/** Each column's name: its heads from top to bottom joined with “/”, each said once. */
export function columnsOf(grid: Grid, headerRows: number): string[] {
  const heads = grid.slice(0, headerRows).filter((row, i) => i === 0 || !isMarkRow(row));
  const filled = heads.map((row, level) =>
    row.map(({ text }, column) => {
      if (text !== '' || level === heads.length - 1) return text;
      const saysBelow = heads.slice(level + 1).some((below) => (below[column]?.text ?? '') !== '');
      const left = row.slice(0, column).findLast((cell) => cell.text !== '');
      const standsAlone = heads.slice(0, level).some((above) => (above[column]?.text ?? '') !== '' && level > 0);
      return saysBelow && left !== undefined && !standsAlone ? left.text : '';
    }),
  );
  return (grid[0] ?? []).map((_, column) => {
    const names: string[] = [];
    for (const row of filled) {
      const name = row[column] ?? '';
      if (name !== '' && names.at(-1) !== name) names.push(name);
    }
    return names.join('/');
  });
}

const betweenHan = /(?<=[\p{Script=Han}（）(“”])\s+(?=[\p{Script=Han}（）()“”%])/gu;

/** The words of a head: a blank between Chinese characters is a wrap or spacing and says nothing. */
export const headWords = (text: string): string => text.replace(/\s+/g, ' ').trim().replace(betweenHan, '');

const unitLine = /^[（(【[]?\s*(?:计量)?单\s*位\s*[:：]\s*([^）)】\]]{1,40}?)\s*[）)】\]]?$/;

/** The unit that a line such as “单位：亿元” gives to the table below it. */
export const unitOfLine = (line: string): string | null => unitLine.exec(line.trim())?.[1] ?? null;

const numberedCaption = /^(?:续?表|附表|专栏|图表)\s*[\d一二三四五六七八九十百]+(?:\s*[-—–－.．]\s*\d+)*/;
/** “表1所示……” speaks of the table and is none of its titles. */
const mention = new RegExp(`${numberedCaption.source}\\s*(?:所[示列]|列[出示]|显示|可[见以]|中[的，可])`);
const namedCaption =
  /(?:表|一览|清单|名单|名录|目录|台账|情况|指标|目标|分工|任务分解|平衡|统计|汇总)\s*(?:[（(][^（()）]*[)）])?$/;

/** 表1, 专栏2: a title whatever else it looks like. */
export const isNumberedCaption = (line: string): boolean => numberedCaption.test(line.trim());

const headingNumber =
  /^(?:第.{1,4}[章节条部篇]|[一二三四五六七八九十]{1,3}\s*[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}(?:[.．]\d{1,2})*\s*[、.．]|[①-⑳])/;

/** Begins with the number of a heading or an item, so it is no table's title. */
export const hasHeadingNumber = (line: string): boolean => headingNumber.test(line.trim());

/** Whether a line just above a table is its title. */
export function isCaption(line: string): boolean {
  const text = line.trim();
  if (text === '' || text.length > 60 || mention.test(text) || /[。；;：:，,]$/.test(text)) return false;
  return numberedCaption.test(text) || (text.length <= 40 && !/[。；]/.test(text) && namedCaption.test(text));
}

/** 专栏: a framed list. */
export const isBoxTitle = (title: string | null): boolean => title !== null && /^专\s*栏/.test(title.trim());

const headWord =
  /^(?:序\s*号|编\s*号)$|(?:名称|类[别型]|领域|方向|目标|指标|任务|举措|措施|内容|重点|布局|项目|工程|单位|年份|要求|说明|规模|投资|地点|进度|时限)$/;

/** A 专栏 of two columns names a field on the left and lists what belongs to it on the right: it has no heads. */
export function isFramedList(grid: Grid): boolean {
  const [first = [], second = []] = grid;
  const areHeads =
    first.every(({ text }) => text.length <= 6 && headWord.test(text)) && first[0]?.text !== second[0]?.text;
  return first.length <= 2 && !areHeads;
}

/** “主要指标（单位：亿元）” is a title with its unit. */
export function splitCaption(line: string): { title: string; unit: string | null } {
  const found = /^(.*?)\s*[（(]\s*(单\s*位\s*[:：][^）)]+)[）)]\s*$/.exec(line.trim());
  if (found === null) return { title: line.trim(), unit: null };
  return { title: found[1] as string, unit: unitOfLine(found[2] as string) };
}
