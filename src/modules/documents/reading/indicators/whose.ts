import type { TableBlock } from '../../../../core/document.ts';
import type { Mention, Subjects } from './subjects.ts';
import { openings } from './words.ts';

const timeWords =
  /[\d\s年月日末底初到至截止，,“”]|预计|力争|确保|争取|十[一二三四五]?五|时期|期间|目前|其中|使|推动|据统计|据测算|现|从|在|对|仅|全年|累计|[（(].*$/g;

/** “建设云河产业园，规划面积5平方公里”: the area is that of the park just named, what follows is not. */
export const isSized = (text: string, { end, kind }: Pick<Mention, 'end' | 'kind'>): boolean =>
  kind === 'park' &&
  (/^(?:项目)?(?:建设)?，(?:规划|总|占地)?(?:用地)?(?:总?面积|范围)/.test(text.slice(end, end + 13)) ||
    /^[（(](?:约|规划)?(?:面积)?[\d.]+(?:平方公里|平方千米|公顷|亩)/.test(text.slice(end, end + 16)));

/** A name heads a clause when only words of time stand before it; further in, it is something the clause speaks of. */
function heads(text: string, { start, end, kind }: Mention, clauseAt: number): boolean {
  if (isSized(text, { end, kind })) return true;
  if (/[、和与及]$/.test(text.slice(0, start)) || /^(?:[、和与及]|等[^级])/.test(text.slice(end, end + 2)))
    return false;
  if (/占(?:到|了|全部)?$/.test(text.slice(Math.max(0, start - 4), start))) return false;
  const before = text.slice(clauseAt, start).replace(timeWords, '');
  return kind === 'enterprise' ? start <= 1 : before === '';
}

/** The heads of a sentence's clauses, in order: whom its figures can be about. */
export const headsOf = (text: string, mentions: readonly Mention[], clauseStarts: readonly number[]): Mention[] =>
  mentions.filter((mention) => heads(text, mention, clauseStarts.findLast((start) => start <= mention.start) ?? 0));

const areaWords =
  '(?:园区|片区|组团|产业园|工业园|物流园|科技园|集中区|功能区|开发区|示范区|集聚区|高新区|基地|[^业公]园)';
const labels = new RegExp(
  `^[\\s●◆（(\\d一二三四五六七八九十）).、．-]*(?:([^，。；：、\\s（）]{1,20}?${areaWords})(?=[：:。]|规划|总?面积|占地|实现|共有|现有|已|位于)|([^，。；：、\\s（）]{2,16}?(?:产业|制造业|加工业|服务业))[：:。])`,
);

/** A statement that opens with its subject though nobody else names it: “白塔物流园：规划用地86公顷”. */
export function labelOf(text: string): Mention | null {
  const match = labels.exec(text);
  const subject = match?.[1] ?? match?.[2];
  if (match === null || subject === undefined || openings.startingAt(subject, 0) > 0) return null;
  if (/^(?:重点|主导|特色|优势|传统|新兴|大力|积极|该|全|各|本|我|现有|以|依托)/.test(subject)) return null;
  const start = match[0].indexOf(subject);
  return { start, end: start + subject.length, subject, kind: match[1] === undefined ? 'industry' : 'park' };
}

const nameColumn = /名称|园区|开发区|单位|企业|地区|区域|县区|区县|产业$|行业/;

/** Whose row a statement in a table stands in: the cell under 名称 or 园区. */
export function rowSubject(table: TableBlock, at: number, subjects: Subjects): string | null {
  const row = table.rows.find((cells) => cells.some(({ start, end }) => start <= at && at < end));
  if (row === undefined) return null;
  const column = table.columns.findIndex((name) => nameColumn.test(name));
  const cell = row[column] ?? row.find(({ text }) => /[\u4e00-\u9fff]{3}/.test(text));
  if (cell === undefined || cell.text === '' || (cell.start <= at && at < cell.end)) return null;
  return subjects.mentions(cell.text).find(({ start }) => start === 0)?.subject ?? cell.text;
}

/** The head of the column that a statement stands under: “发展目标”. */
export function columnOf(table: TableBlock, at: number): string {
  for (const row of table.rows) {
    const column = row.findIndex(({ start, end }) => start <= at && at < end);
    if (column >= 0) return `${table.columns[column] ?? ''}${table.title ?? ''}`;
  }
  return table.title ?? '';
}

const ofOthers = /项目|任务|责任|牵头|工程|清单|评分|得分|分值|序号.*内容/;

/** Lists of projects and tasks keep their own figures. */
export const isOthersTable = ({ title, columns }: TableBlock): boolean =>
  ofOthers.test(title ?? '') || columns.some((column) => /项目|责任|牵头|评分|得分|分值/.test(column));
