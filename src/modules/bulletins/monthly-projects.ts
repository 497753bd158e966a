import { Decimal } from 'decimal.js';
import { type DocumentBlock, type Inline, plainText } from '../../core/publication/document.ts';
import type { Quantity } from '../../core/publication/template.ts';
import { projectStages } from '../projects/register.ts';
import type { ScheduledProject } from './bulletin.ts';
import { type ProjectSaid, sourceOf } from './figure-source.ts';
import { lastDayOf, type MonthlyData } from './monthly-data.ts';
import type { Numbering } from './monthly-ranking.ts';
import templates from './monthly-templates.json' with { type: 'json' };
import { countOf, printed, said, saidPlainly, wordsOf } from './quantities.ts';

/** Longer lists belong into the register; the sentence above counts them all. */
const mostListed = 20;

const yuanIn = 10_000;
const nameLimit = 2000;

type Measured = Exclude<ProjectSaid, 'name'>;

/** What is said of a project in numbers: days late, and its year in 万元 and per cent. */
export function projectQuantities(project: ScheduledProject, on: string): Record<Measured, Quantity | null> {
  const { id, daysLate, planned, completed, completion, ahead } = project;
  const quantity = (what: Measured, text: string | null, digits: number, percent = false): Quantity | null =>
    text === null
      ? null
      : { value: new Decimal(text), digits, percent, source: sourceOf({ kind: 'project', id, on, what }) };
  const inTenThousands = (text: string | null) => (text === null ? null : new Decimal(text).div(yuanIn).toFixed());
  return {
    late: quantity('late', daysLate === null ? null : String(daysLate), 0),
    planned: quantity('planned', inTenThousands(planned), 0),
    completed: quantity('completed', inTenThousands(completed), 0),
    completion: quantity('completion', completion, 1, true),
    ahead: quantity('ahead', ahead, 1, true),
  };
}

const cell = (quantity: Quantity | null): Inline =>
  quantity === null ? ['—'] : said(templates.table.cell, { cell: quantity });

/** The name is tied to the register: numbers in it are words of the project. */
const nameOf = ({ id, name }: ScheduledProject, on: string): Inline => [
  { text: name.slice(0, nameLimit), source: sourceOf({ kind: 'project', id, on, what: 'name' }) },
];

const listNotes = (count: number): string[] => (count > mostListed ? [templates.listed] : []);

function notStartedBlocks(data: MonthlyData, on: string, numbering: Numbering): DocumentBlock[] {
  const { notStarted, nameOf: unitName } = data;
  const { title, columns, lead, none } = templates.notStarted;
  const [first] = notStarted;
  if (first === undefined) return [{ kind: 'paragraph', content: [none] }];
  const count = countOf(notStarted.length, { kind: 'projects', on, what: 'not-started' });
  const longest = projectQuantities(first, on).late as Quantity;
  const rows = notStarted
    .slice(0, mostListed)
    .map((project): Inline[] => [
      nameOf(project, on),
      [unitName(project.unitPath)],
      [project.startOn ?? '—'],
      [projectStages[project.stage].zh],
      cell(projectQuantities(project, on).late),
    ]);
  return [
    { kind: 'paragraph', content: said(lead, { count, longest }) },
    {
      kind: 'table',
      title: saidPlainly(title, { number: String(++numbering.table) }),
      unit: null,
      columns: columns.map((head, i) => ({ head, align: i < 2 ? 'left' : i === 4 ? 'right' : 'center' })),
      rows,
      notes: listNotes(notStarted.length),
    },
  ];
}

/** What its unit wrote of a project in the reports of the period. */
const reasonOf = ({ id }: ScheduledProject, { remarks }: MonthlyData): Inline =>
  remarks
    .filter(({ subjectId }) => subjectId === id)
    .flatMap((remark, i): Inline => [...(i > 0 ? ['；'] : []), wordsOf(remark)]);

function behindBlocks(data: MonthlyData, on: string, numbering: Numbering): DocumentBlock[] {
  const { behind, nameOf: unitName } = data;
  if (behind.length === 0) return [];
  const { title, unit, columns, lead } = templates.behind;
  const count = countOf(behind.length, { kind: 'projects', on, what: 'behind' });
  const rows = behind.slice(0, mostListed).map((project): Inline[] => {
    const { planned, completed, completion, ahead } = projectQuantities(project, on);
    const cells = [planned, completed, completion, ahead].map(cell);
    return [nameOf(project, on), [unitName(project.unitPath)], ...cells, reasonOf(project, data)];
  });
  const hasReasons = rows.some((row) => (row.at(-1)?.length ?? 0) > 0);
  const heads = hasReasons ? [...columns, templates.behindReason] : columns;
  return [
    { kind: 'paragraph', content: said(lead, { count }) },
    {
      kind: 'table',
      title: saidPlainly(title, { number: String(++numbering.table) }),
      unit,
      columns: heads.map((head, i) => ({ head, align: i < 2 || i === columns.length ? 'left' : 'right' })),
      rows: hasReasons ? rows : rows.map((row) => row.slice(0, -1)),
      notes: listNotes(behind.length),
    },
  ];
}

/** Projects that did not start when planned, and those behind the plan of their year. */
export const projectBlocks = (data: MonthlyData, numbering: Numbering): DocumentBlock[] => {
  const on = lastDayOf(data.period);
  if (data.notStarted.length === 0 && data.behind.length === 0 && !data.hasProjects) return [];
  return [...notStartedBlocks(data, on, numbering), ...behindBlocks(data, on, numbering)];
};

/** What the numbers of the projects read today, by their source. */
export function projectTexts(data: Pick<MonthlyData, 'notStarted' | 'behind'>, on: string): Map<string, string | null> {
  const texts = new Map<string, string | null>();
  for (const project of [...data.notStarted, ...data.behind]) {
    for (const [what, quantity] of Object.entries(projectQuantities(project, on)))
      if (quantity !== null)
        texts.set(sourceOf({ kind: 'project', id: project.id, on, what: what as ProjectSaid }).id, printed(quantity));
    texts.set(sourceOf({ kind: 'project', id: project.id, on, what: 'name' }).id, plainText(nameOf(project, on)));
  }
  texts.set(sourceOf({ kind: 'projects', on, what: 'not-started' }).id, String(data.notStarted.length));
  texts.set(sourceOf({ kind: 'projects', on, what: 'behind' }).id, String(data.behind.length));
  return texts;
}
