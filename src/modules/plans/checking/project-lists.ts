import type { Source } from '../../../core/document.ts';
import type { Reading } from '../../documents/reading/reading.ts';
import { blockIndexAt } from './blocks.ts';
import { type Grid, type GridRow, gridsOf, titleOf } from './grid.ts';
import { sourceAt } from './passages.ts';
import { type Stated, statedIn } from './statements.ts';

interface ProjectList {
  readonly title: string;
  readonly rows: readonly GridRow[];
  /** One figure for every project, or null where one is missing. */
  readonly investments: readonly string[] | null;
  readonly unit: string;
  readonly source: Source;
}

/** “共安排重点项目13个，总投资215.7亿元” before the table that lists them. */
export interface Announcement {
  readonly count: Stated | null;
  readonly total: Stated | null;
  readonly list: ProjectList;
}

/** How many blocks may stand between the words and their table. */
const reach = 3;

function listOf(grid: Grid): ProjectList | null {
  const name = grid.columns.findIndex((head) => /项目名称|工程名称/.test(head));
  if (name < 0) return null;
  const money = grid.columns.findIndex((head) => /总投资|投资额|^投资/.test(head));
  const rows = grid.rows.filter(
    ({ index, role }) => role !== 'total' && role !== 'subtotal' && (grid.table.rows[index]?.[name]?.text ?? '') !== '',
  );
  // Group heads (一、产业项目) carry a name and perhaps the sum of their group, but are no project.
  const numbered = rows.some(({ depth }) => depth === 2);
  const projects = rows.filter(({ index, depth, label }) => {
    const filled = (grid.table.rows[index] ?? []).filter(({ text }) => text !== '').length;
    return filled >= 3 && !(numbered && depth === 1) && !/[（(]共?\d+\s?[个项][）)]$/.test(label);
  });
  const printed = projects.flatMap(({ figures }) => figures[money]?.printed ?? []);
  const unit =
    grid.columns[money]?.match(/[（(]([^）)]+)[）)]/)?.[1] ?? (grid.table.unit ?? '').replace(/^.*[：:]/, '').trim();
  return {
    title: titleOf(grid),
    rows: projects,
    investments: money >= 0 && printed.length === projects.length ? printed : null,
    unit,
    source: sourceAt(
      grid.reading,
      grid.table.titleSpan ?? { start: grid.table.start, end: Math.min(grid.table.end, grid.table.start + 20) },
    ),
  };
}

/** Announcements directly before a table of projects. */
export function announcedProjects(reading: Reading): Announcement[] {
  const lists = gridsOf(reading).flatMap((grid) => {
    const list = listOf(grid);
    return list && list.rows.length >= 2 ? [{ list, block: blockIndexAt(reading, grid.table.start) }] : [];
  });
  if (lists.length === 0) return [];
  return reading.sentences.flatMap((sentence): Announcement[] => {
    const next = lists.find(({ block }) => block > sentence.block && block - sentence.block <= reach);
    if (
      next === undefined ||
      !/项目/.test(sentence.prose.text) ||
      !/共|安排|实施|谋划|筛选|确定/.test(sentence.prose.text)
    )
      return [];
    const stated = statedIn(reading, sentence);
    const count =
      stated.find(
        ({ dimension, label }) =>
          dimension === 'count' &&
          /^(规划期内|期内|共)?(共|计划|总共)?(安排|实施|谋划|推进|筛选|确定|储备|建设|列入)?(省|市|县|区|全区|全县)?(重点|重大|建设|产业|工业|招商|各类)*项目$/.test(
            label,
          ),
      ) ?? null;
    const total =
      stated.find(({ dimension, label }) => dimension === 'CNY' && /总投资|投资总额|计划投资/.test(label)) ?? null;
    return count || total ? [{ count, total, list: next.list }] : [];
  });
}
