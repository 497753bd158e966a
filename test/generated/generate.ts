/** One further plan per seed: its text, what a careful reader finds in it, and what is wrong with it. */

import { goldOf, lintOf } from './gather.ts';
import type { Gold, LintGold } from './gold.ts';
import { type Layout, layOut } from './layout.ts';
import { createPage, numberings, type PageWriter, type TableLook } from './page.ts';
import { createDice, type Dice } from './random.ts';
import { writeAims } from './sections/aims.ts';
import { writeAreas } from './sections/area.ts';
import { writeBasis } from './sections/basis.ts';
import { writeContext } from './sections/context.ts';
import { writeDeeds, writePromises } from './sections/deeds.ts';
import { writeFirms } from './sections/firms.ts';
import { writeFront, writePreface } from './sections/front.ts';
import { writeIndustries } from './sections/industries.ts';
import { writeIndustryTable, writeStructure } from './sections/industry-table.ts';
import { writeLand } from './sections/land.ts';
import { writeParkTable, writeYearTable } from './sections/parks.ts';
import { writeProjectBox, writeProjectTable } from './sections/projects.ts';
import { writeAdmission, writeIncentives, writeSafeguards, writeSteps } from './sections/rules.ts';
import { writeRewards, writeSetting } from './sections/setting.ts';
import { writeTargetTable } from './sections/target-table.ts';
import { writeTaskList, writeTaskTable } from './sections/tasks.ts';
import { createWorld, type World } from './world.ts';
import type { Family, Hand, Notes, Writing } from './writing.ts';

export interface GeneratedPlan {
  readonly seed: number;
  readonly file: string;
  readonly text: string;
  readonly gold: Gold;
  readonly lint: LintGold;
  /** What it looks like, to group scores by. */
  readonly traits: Readonly<Record<string, string>>;
}

const families: readonly Family[] = [
  'growth/table',
  'growth/text',
  'growth/double',
  'table/total',
  'table/hundred',
  'table/percent',
  'table/code',
  'sum/parts',
  'sum/areas',
  'sum/years',
  'target/below',
  'part/whole',
  'fact/value',
  'fact/unit',
  'fact/place',
  'fact/scale',
  'share/text',
  'count/projects',
  'sum/projects',
  'date/order',
  'account/added',
  'count/list',
  'title/content',
  'date/before',
  'ratio/area',
  'account/profit',
  'rule/tier',
  'name/spelling',
  'text/duplicate',
  'text/cut',
  'structure/number',
];

/** Families that stand late in a plan or need a chance to occur; they are drawn more often so that none is rare. */
const late: readonly Family[] = [
  'growth/table',
  'growth/text',
  'growth/text',
  'fact/value',
  'table/total',
  'target/below',
  'table/percent',
  'table/code',
  'sum/years',
  'part/whole',
  'title/content',
  'date/before',
  'rule/tier',
  'account/profit',
  'ratio/area',
  'fact/unit',
];

function pickLayout(dice: Dice, zone: string): Layout {
  const name = dice.pick(['plain', 'plain', 'spaced', 'wrapped', 'wrapped', 'wrapped-spaced', 'markdown'] as const);
  const wrapped = name === 'wrapped' || name === 'wrapped-spaced';
  const mark = dice.int(0, 3);
  return {
    name,
    width: wrapped ? dice.int(28, 40) * 2 : null,
    // Without a blank line or an indent nobody could tell where a wrapped paragraph ends.
    indent: name === 'markdown' ? '' : dice.pick(wrapped ? ['　　', '    '] : ['　　', '　　', '    ', '']),
    blankBetween: name !== 'plain' && name !== 'wrapped',
    markdown: name === 'markdown',
    pageLength: name !== 'markdown' && dice.chance(0.6) ? dice.int(450, 800) : null,
    ghosts: name === 'spaced' && dice.chance(0.25),
    pageMark: (page) =>
      [[`- ${page} -`], ['', `— ${page} —`, ''], ['', String(page), ''], [`${zone}发展规划`, `第 ${page} 页`]][
        mark
      ] as string[],
  };
}

const pickHand = (dice: Dice): Hand => ({
  gap: dice.chance(0.35) ? ' ' : '',
  thousands: dice.chance(0.2),
  fullWidth: dice.chance(0.08),
});

function titleOf(dice: Dice, world: World): { title: string; kind: 'plan' | 'action' } {
  const { zone, five, start, end } = world;
  if (five === null) {
    return dice.pick([
      {
        title: `${zone}高质量发展三年行动计划（${start}—${end}年）`.replace('三年', end - start === 2 ? '三年' : ''),
        kind: 'action' as const,
      },
      { title: `${zone}产业发展规划（${start}-${end}年）`, kind: 'plan' as const },
    ]);
  }
  return {
    title: dice.pick([
      `${zone}“${five}”发展规划`,
      `${zone}“${five}”产业发展规划`,
      `${zone}产业发展规划（${start}—${end}年）`,
      `${zone}国民经济和社会发展“${five}”规划`,
    ]),
    kind: 'plan',
  };
}

export function generatePlan(seed: number): GeneratedPlan {
  const dice = createDice(seed);
  const world = createWorld(dice);
  const layout = pickLayout(dice, world.zone);
  const numbering = dice.pick(['official', 'official', 'chapters', 'decimal', 'loose'] as const);
  const looks: readonly TableLook[] = layout.markdown
    ? dice.pick([['pipes'], ['tabs']] as const)
    : dice.pick([['tabs'], ['tabs', 'spaces'], ['spaces'], ['tabs', 'cells']] as const);
  const wanted = new Set(dice.chance(1 / 3) ? [] : dice.some([...families, ...late, ...late], dice.int(3, 7)));
  const limit = dice.int(2, 5);
  const notes: Notes = { tables: [], projects: [], tasks: [], parks: [], findings: [], passes: [] };
  let planted = 0;
  const page: PageWriter = createPage(numberings[numbering]);
  const writing: Writing = {
    ...page,
    dice,
    world,
    looks,
    notes,
    hand: pickHand(dice),
    marked: new Set(),
    plant(family) {
      if (!wanted.has(family) || planted >= limit) return false;
      wanted.delete(family);
      planted += 1;
      return true;
    },
    wants: (...some) => some.some((family) => wanted.has(family)),
    found: (plant) => void notes.findings.push(plant),
    passed: (plant) => void notes.passes.push({ ...plant, severity: 'low' }),
  };

  const front = titleOf(dice, world);
  const withNotice = dice.chance(0.6);
  compose(writing, front, withNotice);
  const { text, locate } = layOut(page.page, layout, dice);
  const id = `G${String(seed).padStart(4, '0')}`;
  return {
    seed,
    file: `${id}.txt`,
    text,
    gold: goldOf(writing, locate, text, { ...front, withNotice }),
    lint: lintOf(writing, locate, id),
    traits: {
      layout: layout.name,
      tables: looks.join('+'),
      numbering,
      pages: layout.pageLength === null ? 'no pages' : 'pages',
      hand: `${writing.hand.gap === '' ? 'tight' : 'gap'}${writing.hand.thousands ? ',thousands' : ''}${writing.hand.fullWidth ? ',full-width' : ''}`,
    },
  };
}

function compose(writing: Writing, front: { title: string; kind: 'plan' | 'action' }, withNotice: boolean): void {
  const { dice, world } = writing;
  writeFront(writing, { ...front, withNotice });
  if (withNotice) writing.mark('issued', { block: issuedBlock(writing), quote: issuedText(writing) });
  if (dice.chance(0.35)) writing.contents();
  writePreface(writing);
  if (dice.chance(0.5)) writeSetting(writing);
  const shuffled = dice.some(world.targets, world.targets.length);
  const basis = shuffled.slice(0, dice.int(6, 10));
  const aims = dice.some(shuffled.slice(0, 16), dice.int(4, 9));
  const table = dice.some(shuffled, dice.int(8, Math.min(16, shuffled.length)));
  writing.heading(1, dice.pick(['发展基础与环境', '规划基础', '现状与形势']));
  writeBasis(writing, basis, table);
  if (dice.chance(0.75)) writeDeeds(writing);
  writeAreas(writing);
  if (dice.chance(0.45)) writeParkTable(writing);
  if (writing.wants('fact/unit', 'fact/place') || dice.chance(0.5)) writeFirms(writing);
  if (dice.chance(0.7)) writeContext(writing);
  writing.heading(1, dice.pick(['总体要求', '总体思路', '指导思想与目标']));
  writeAims(writing, { basis, aims, table });
  if (dice.chance(0.85)) writeTargetTable(writing, { basis, aims, table });
  if (dice.chance(0.2)) writeYearTable(writing);
  writeIndustries(writing);
  if (writing.wants('part/whole', 'table/total') || dice.chance(0.5)) writeIndustryTable(writing);
  if (writing.wants('table/hundred') || dice.chance(0.2)) writeStructure(writing);
  if (writing.wants('table/percent', 'table/code') || dice.chance(0.35)) writeLand(writing);
  if (writing.wants('title/content', 'count/projects', 'sum/projects', 'date/order') || dice.chance(0.5))
    writeProjectTable(writing);
  else if (dice.chance(0.4)) writeProjectBox(writing);
  if (writing.wants('sum/years') || dice.chance(0.35)) writeSteps(writing);
  if (dice.chance(0.35)) writeTaskList(writing);
  if (dice.chance(0.6)) writePromises(writing);
  writeSafeguards(writing);
  if (dice.chance(0.5)) writeAdmission(writing);
  if (writing.wants('rule/tier') || dice.chance(0.35)) writeIncentives(writing);
  if (dice.chance(0.35)) writeRewards(writing);
  if (withNotice && (writing.wants('date/before') || dice.chance(0.45))) writeTaskTable(writing);
}

const isDate = (text: string): boolean => /^[\d〇一二三四五六七八九]{4}年.+日$/.test(text);
const issuedBlock = ({ page }: Writing): number =>
  page.blocks.findIndex((each) => each.kind === 'dateline' && isDate(each.text));
function issuedText({ page }: Writing): string {
  const block = page.blocks.find((each) => each.kind === 'dateline' && isDate(each.text));
  return block?.kind === 'dateline' ? block.text : '';
}
