/** Parks, enterprises and projects of the documents, adopted with document and line as their provenance. */
import type { Actor } from '../../core/implement.ts';
import { measureOf } from '../../core/register/kinds.ts';
import type { DemoDocument, DemoProject } from './facts.ts';
import { demoIndustries, promiseMeasures } from './facts.ts';
import { type Door, zonePath } from './unit-steps.ts';

/** Who writes for a unit: its rows belong to the unit's tenant. */
export type ActAt = (unitPath: string) => Actor;

/** What was adopted, for those who refer to it. */
export interface Adopted {
  readonly parks: ReadonlyMap<string, Placed>;
  readonly enterprises: ReadonlyMap<string, Placed>;
  readonly projects: readonly (Placed & { readonly fact: DemoProject })[];
}
export interface Placed {
  readonly id: string;
  readonly unitPath: string;
}

const industries = demoIndustries();
const industryOf = (...words: readonly (string | undefined)[]): string | null =>
  words.map((word) => industries.get(word ?? '')).find((code) => code !== undefined) ?? null;

/** A year or a month as a day: the first of it for a start, the last for an end. */
export function dayIn(time: string | undefined, end: 'first' | 'last'): string | null {
  if (time === undefined) return null;
  const [year = '', month] = time.split('-');
  if (end === 'first') return `${year}-${month ?? '01'}-01`;
  const last = new Date(Date.UTC(Number(year), month === undefined ? 12 : Number(month), 0));
  return last.toISOString().slice(0, 10);
}

const howSaid = { about: '约 ', more: '超过 ', 'at-least': '不少于 ', less: '低于 ', 'at-most': '不超过 ' } as const;

/** Figures of a project in a row, in words of ours: “产能：碳化硅 4 万吨/年；就业：40 人”. */
function contentOf({ promises, field, words, list, no }: DemoProject): string {
  const head = [list, no === undefined ? undefined : `第 ${no} 项`, field ?? words].filter(
    (part) => part !== undefined,
  );
  const said = promises
    .filter(({ measure }) => measure !== 'investment')
    .map(({ measure, what, is, value, unit }) => {
      const of = what === undefined ? '' : `${what} `;
      return `${promiseMeasures[measure].zh}：${of}${is === undefined ? '' : howSaid[is]}${value} ${unit}`;
    });
  return [head.join(' · '), ...said]
    .filter((part) => part !== '')
    .join('；')
    .slice(0, 2000);
}

const investmentOf = ({ promises }: DemoProject) => {
  const found = promises.find(({ measure }) => measure === 'investment');
  return found === undefined ? null : measureOf(`${found.value}${found.unit}`, '万元');
};

/** One adoption: the record as the register has it afterwards. */
async function adopt(
  { call }: Door,
  register: string,
  { document }: DemoDocument,
  { line, name, as }: { line: number; name: string; as?: string | undefined },
  data: object,
  actor: Actor,
): Promise<Placed> {
  const source = { document: document.title, line, quote: as ?? name, since: document.from };
  const { record } = (await call(`${register}.adopt`, { data, ...source }, actor)) as {
    record: { id: string; unitPath: string };
  };
  return { id: record.id, unitPath: record.unitPath };
}

export async function adoptRegisters(door: Door, documents: readonly DemoDocument[], at: ActAt): Promise<Adopted> {
  const parks = new Map<string, Placed>();
  const enterprises = new Map<string, Placed>();
  const projects: (Placed & { fact: DemoProject })[] = [];
  for (const document of documents) {
    for (const fact of document.parks) {
      const {
        name,
        aliases,
        level = null,
        type = null,
        parent,
        area,
        east,
        south,
        west,
        north,
        industries: words,
      } = fact;
      const above = parks.get(parent ?? '');
      const data = {
        name,
        aliases,
        level,
        type,
        parentId: above?.id ?? null,
        area: area === undefined ? null : measureOf(`${area.value}${area.unit}`, '公顷'),
        industries: [...new Set(words.map((word) => industryOf(word)).filter((code) => code !== null))],
        east: east ?? null,
        south: south ?? null,
        west: west ?? null,
        north: north ?? null,
      };
      const unitPath = fact.zone === undefined && above !== undefined ? above.unitPath : zonePath(document, fact);
      parks.set(name, await adopt(door, 'parks', document, fact, data, at(unitPath)));
    }
    for (const fact of document.enterprises) {
      const { name, aliases, park, words, aboveScale, place, figures } = fact;
      const home = parks.get(park ?? '');
      const land = figures.find(({ measure }) => measure === 'land');
      const data = {
        name,
        aliases,
        parkId: home?.id ?? null,
        industry: industryOf(words),
        land: land === undefined ? null : measureOf(`${land.value}${land.unit}`, '亩'),
        aboveScale: aboveScale === undefined ? [] : [aboveScale],
      };
      const unitPath = home?.unitPath ?? place ?? document.document.unit;
      const placed = await adopt(door, 'enterprises', document, fact, data, at(unitPath));
      for (const known of [name, ...aliases]) enterprises.set(known, placed);
    }
    for (const fact of document.projects) {
      const { name, owner, park, words, field, start, finish, stage = null, place } = fact;
      const data = {
        name,
        ownerId: enterprises.get(owner ?? '')?.id ?? null,
        parkId: parks.get(park ?? '')?.id ?? null,
        industry: industryOf(words, field),
        investment: investmentOf(fact),
        stage,
        startOn: dayIn(start, 'first'),
        finishOn: dayIn(finish, 'last'),
        content: contentOf(fact),
      };
      const unitPath = place ?? document.document.unit;
      projects.push({ ...(await adopt(door, 'projects', document, fact, data, at(unitPath))), fact });
    }
  }
  return { parks, enterprises, projects };
}
