/** Lists that the documents put their projects on: 重点项目 of a year, 百大项目, 规划专栏, each with its line. */
import type { DemoDocument, DemoProject } from './facts.ts';
import { inTurns } from './in-turns.ts';
import type { ActAt, Adopted } from './register-steps.ts';
import type { Door } from './unit-steps.ts';

type Listed = NonNullable<DemoDocument['document']['list']>;

/** What a project’s own words call its list; otherwise that of the whole document. */
function listOf({ document }: DemoDocument, { list, line }: DemoProject): Listed | null {
  if (list === undefined) return document.list ?? null;
  return {
    list: list.includes('百大') ? 'top-hundred' : 'box',
    year: Number(document.from.slice(0, 4)),
    name: list,
    line,
  };
}

/** Enters them; the count says how many stand on a list. */
export async function enterLists(
  { call }: Door,
  documents: readonly DemoDocument[],
  { projects }: Adopted,
  at: ActAt,
): Promise<number> {
  const homes = new Map(documents.flatMap((document) => document.projects.map((fact) => [fact, document])));
  const listed = projects.flatMap(({ id, unitPath, fact }) => {
    const home = homes.get(fact);
    const entry = home === undefined ? null : listOf(home, fact);
    if (home === undefined || entry === null) return [];
    const { list, year, name, line = fact.line } = entry;
    const { title, from: on } = home.document;
    return [{ unitPath, input: { id, list, year, on, reason: `《${title}》第 ${line} 行：${name}` } }];
  });
  await inTurns(listed, async ({ unitPath, input }) => {
    await call('delivery.list', input, at(unitPath));
  });
  return listed.length;
}
