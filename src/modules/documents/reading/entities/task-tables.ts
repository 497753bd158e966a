import type { Cell, TableBlock } from '../../../../core/document.ts';
import type { TaskFact } from '../../extraction.ts';
import vocabulary from '../../vocabulary/task-words.json' with { type: 'json' };
import type { Draft } from '../draft.ts';
import { cellProse, sourceAt } from './passages.ts';
import { recurrenceOf, unitsOf } from './task-units.ts';

type Role = keyof typeof vocabulary.columns;

const roles = Object.entries(vocabulary.columns) as [Role, string[]][];
const bare = (title: string): string => title.replace(/\s+/gu, '').replace(/.*\//u, '');

/** Which column says what, by its title; a table of tasks names at least the task and who leads it. */
function columnsOf({ columns }: TableBlock): Map<Role, number> {
  const found = new Map<Role, number>();
  columns.forEach((title, i) => {
    const role = roles.find(([, titles]) => titles.includes(bare(title)))?.[0];
    if (role !== undefined && !found.has(role)) found.set(role, i);
    // Beside 牵头单位 a column of 责任单位 names those who help.
    else if (role === 'leads' && !found.has('cooperators')) found.set('cooperators', i);
  });
  // “重点任务｜工作内容”: the first names a group of tasks, the second says what is to be done.
  const content = columns.findIndex((title) => vocabulary.contentColumns.includes(bare(title)));
  if (content > (found.get('text') ?? content)) found.set('text', content);
  return found;
}

/** The tasks of every table that assigns them to units. */
export function tableTasks(draft: Draft): TaskFact[] {
  return draft.document.blocks.flatMap((block) => {
    if (block.kind !== 'table') return [];
    const columns = columnsOf(block);
    if (!columns.has('text') || !(columns.has('leads') || columns.has('deadline'))) return [];
    return block.rows.slice(block.headerRows).flatMap((row) => taskOf(draft, row, columns));
  });
}

function taskOf({ document }: Draft, row: readonly Cell[], columns: ReadonlyMap<Role, number>): TaskFact[] {
  const cell = (role: Role): Cell | undefined => row[columns.get(role) ?? -1];
  // A cell's own words keep the gaps between units that a joined text may lose.
  const raw = (role: Role): string => {
    const found = cell(role);
    return found === undefined ? '' : document.text.slice(found.start, found.end);
  };
  const text = cell('text');
  const deadline = cell('deadline')?.text ?? '';
  const leads = unitsOf(raw('leads'));
  // A row with a title alone opens a group; a merged title row repeats one cell.
  if (text === undefined || text.text === '' || (leads.length === 0 && deadline === '')) return [];
  if (cell('leads') === text || cell('deadline') === text) return [];
  const prose = cellProse(document, text);
  return [
    {
      number: cell('number')?.text || null,
      text: text.text,
      leads,
      cooperators: unitsOf(raw('cooperators')),
      deadline: deadline === '' ? null : deadline,
      recurrence: recurrenceOf(deadline),
      source: sourceAt(document, prose, { start: 0, end: text.text.length }),
    },
  ];
}
