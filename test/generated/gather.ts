/** The notes made while writing, with the lines that layout gave them, as gold. */
import type { Gold, GoldEnterprise, GoldProject, Inconsistency, LintGold } from './gold.ts';
import type { Place } from './page.ts';
import type { World } from './world.ts';
import type { Notes, Plant, ProjectGold, Writing } from './writing.ts';

type Locate = (place: Place) => { line: number; quote: string };

export function goldOf(
  { page, notes, world }: Writing,
  locate: Locate,
  text: string,
  front: { title: string; withNotice: boolean },
): Gold {
  const { issued } = world;
  const day = `${issued.year}-${String(issued.month).padStart(2, '0')}-${String(issued.day).padStart(2, '0')}`;
  const stated = text.replace(/\s+/g, '');
  return {
    document: [
      {
        line: 1,
        quote: front.title,
        title: front.title,
        issuer: front.withNotice ? world.issuer : null,
        doc_number: front.withNotice ? world.documentNumber : null,
        date: front.withNotice ? day : null,
        period_start: world.start,
        period_end: world.end,
        base_year: /基准年|基期/.test(stated) ? world.base : null,
        regions: [world.province, world.city, world.county, world.zone].filter(
          (each, i, all) => all.indexOf(each) === i,
        ),
      },
    ],
    indicators: page.figures.map(({ figure, place }, i) => ({ id: `I${i + 1}`, ...figure, ...locate(place) })),
    projects: projectsOf(notes, locate),
    tasks: notes.tasks.map(({ place, ...each }, i) => ({ id: `T${i + 1}`, ...each, ...locate(place) })),
    parks: notes.parks.map(({ place, ...each }, i) => ({ id: `K${i + 1}`, ...each, ...locate(place) })),
    enterprises: enterprisesIn(world, notes, text),
    tables: notes.tables.map(({ block, title, columns, rows }, i) => ({
      id: `TB${i + 1}`,
      title,
      columns,
      ...locate({ block, quote: title }),
      rows: rows.map(({ row, name, values }) => ({
        name,
        values,
        line: locate(row === null ? { block, quote: title } : { block, row, quote: name }).line,
      })),
    })),
  };
}

/** Every mention; the one that says most about a project stands for it, the others repeat it. */
function projectsOf(notes: Notes, locate: Locate): GoldProject[] {
  const said = ({ investment, start, finish }: ProjectGold): number =>
    [investment, start, finish].filter(Boolean).length;
  const fullest = new Map<string, ProjectGold>();
  for (const each of notes.projects) {
    const known = fullest.get(each.name);
    if (known === undefined || said(each) > said(known)) fullest.set(each.name, each);
  }
  return notes.projects.map((mention, i) => {
    const { place, investment, ...each } = mention;
    const same = fullest.get(each.name) === mention ? {} : { same_as: each.name };
    return { id: `P${i + 1}`, ...each, total_investment: investment, ...locate(place), ...same };
  });
}

/** Every firm that the plan names, under its full name, its short name or a misspelt one. */
function enterprisesIn(world: World, notes: Notes, text: string): GoldEnterprise[] {
  const lines = text.split('\n');
  let flat = '';
  const lineOf: number[] = [];
  lines.forEach((line, i) => {
    for (const each of line.replace(/\s+/g, '')) {
      flat += each;
      lineOf.push(i + 1);
    }
  });
  return world.firms.flatMap((firm, i) => {
    const misspelt = notes.findings.find(
      ({ rule, title }) => rule === 'name/spelling' && title.startsWith(`${firm.short} /`),
    );
    const names = [
      firm.name,
      firm.short,
      ...(misspelt === undefined ? [] : [misspelt.title.split(' / ')[1] as string]),
    ];
    const found = names.filter((name) => flat.includes(name));
    if (found.length === 0) return [];
    const at = Math.min(...found.map((name) => flat.indexOf(name)));
    return [
      {
        id: `E${i + 1}`,
        name: firm.name,
        aliases: names.slice(1),
        line: lineOf[at] as number,
        quote: flat.slice(at, at + 20),
      },
    ];
  });
}

export function lintOf({ page, notes }: Writing, locate: Locate, id: string): LintGold {
  const item = (plant: Plant, i: number, flag: boolean): Inconsistency => ({
    id: `${id}-${flag ? 'X' : 'P'}${i + 1}`,
    seed: id,
    rule: plant.rule,
    severity: flag ? plant.severity : '-',
    certainty: flag ? 'certain' : 'pass',
    expect: flag ? 'flag' : 'no_flag',
    title: plant.title,
    refs: plant.marks.flatMap((mark) => (page.marks.get(mark) ?? []).map((place) => ({ seed: id, ...locate(place) }))),
    arithmetic: plant.arithmetic,
  });
  return {
    findings: notes.findings.map((plant, i) => item(plant, i, true)),
    passes: notes.passes.map((plant, i) => item(plant, i, false)).filter(({ refs }) => refs.length > 0),
  };
}
