/** The product is judged on documents that nobody here has seen: nothing may be learnt by heart from those that we have. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { generatePlan } from '../generated/generate.ts';

const root = resolve(import.meta.dirname, '../..');
const shared = resolve(root, '../shared');
const isHere = existsSync(resolve(shared, 'gold')) && existsSync(resolve(shared, 'seeds'));
const suite = isHere ? describe : describe.skip;

interface Named {
  readonly name?: string;
  readonly aliases?: readonly string[];
  readonly owner?: string | null;
  readonly regions?: readonly string[];
}

function trackedFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' });
  return listed.split('\0').filter((file) => file !== '' && existsSync(resolve(root, file)));
}

const textOf = (file: string): string => readFileSync(resolve(root, file), 'utf8');

/** Words that many places, parks and firms share; a name made of nothing else is nobody's own. */
const common = new RegExp(
  `^(?:${[
    '国家级?|省级?|市级?|县级?|全国|经开|高新|高新技术|经济技术?|开发区|产业化?|工业|园区?|基地|集聚区|集中区|功能区|示范|科技|物流|现代|生物|医药|中药|化工|精细|新型?|材料|能源',
    '装备|制造|农机|汽车|绿色|食品|加工|石墨|电力|煤|焦|建设|创新|创业|孵化器|服务业?|信息|电子|光电|机械|机电|服装|纺织|造纸|产城|生态|循环|低碳',
    '中国|企业|集团|公司|有限|责任|股份|项目|工程|生产|研发|技术|中心|资源|综合|利用|城|镇|乡|村|东部|西部|南部|北部|东|西|南|北|中|配套|生活|商贸|区|业|类|和|及|等|的|与',
  ].join('|')})+$`,
);

/** What every notice says; neither a sentence nor anybody's own. */
const formulas = /经济开发区产业发展规划|现印发给你们|请结合实际|认真贯彻(?:执行|落实)|国民经济和社会发展/g;

const runLength = 14;
const runsOf = (text: string): string[] =>
  text
    .replace(/\t/g, '，')
    .replace(/\s+/g, '')
    .replace(formulas, '。')
    .match(/[\u4e00-\u9fff]+/g) ?? [];

/** Every run of characters long enough to be somebody's sentence. */
function seedRuns(): Set<string> {
  const pieces = new Set<string>();
  for (const seed of readdirSync(resolve(shared, 'seeds'))) {
    // Titles of laws and of national documents belong to everybody.
    const text = readFileSync(resolve(shared, 'seeds', seed), 'utf8')
      .replace(/[ \u3000\r\n]+/g, '')
      .replace(/《[^》]*》/g, '。');
    for (const run of runsOf(text))
      for (let i = 0; i + runLength <= run.length; i++) pieces.add(run.slice(i, i + runLength));
  }
  return pieces;
}

function copiedRuns(text: string, pieces: ReadonlySet<string>): string[] {
  return runsOf(text).flatMap((run) => {
    for (let i = 0; i + runLength <= run.length; i++) {
      const piece = run.slice(i, i + runLength);
      if (pieces.has(piece)) return [piece];
    }
    return [];
  });
}

function golds(): Record<string, Named[]>[] {
  return readdirSync(resolve(shared, 'gold'))
    .filter((file) => /^\d{3}\.json$/.test(file))
    .map((file) => JSON.parse(readFileSync(resolve(shared, 'gold', file), 'utf8')));
}

function seedNames(): { things: string[]; places: string[] } {
  const things = new Set<string>();
  const places = new Set<string>();
  for (const gold of golds()) {
    for (const kind of ['enterprises', 'parks', 'projects'])
      for (const { name, aliases, owner } of gold[kind] ?? [])
        for (const each of [name, ...(aliases ?? []), owner]) if (each) things.add(each.replace(/\s+/g, ''));
    for (const { regions } of gold.document ?? []) for (const each of regions ?? []) places.add(each);
  }
  for (const each of [...places]) places.add(each.replace(/(?:省|市|县|区|经济开发区)$/, ''));
  const long = (names: Set<string>, least: number): string[] =>
    [...names].filter((name) => name.length >= least && !common.test(name));
  return { things: long(things, 3), places: long(places, 2) };
}

suite(`no vocabulary learnt by heart${isHere ? '' : ' (../shared is not here)'}`, () => {
  const files = isHere ? trackedFiles() : [];
  const vocabulary = files.filter((file) => /^src\/.*vocabulary\/.*\.(json|ts)$/.test(file));

  test('there are vocabulary files, and seed names to look for', () => {
    expect(vocabulary.length).toBeGreaterThan(5);
    const { things, places } = seedNames();
    expect(things.length).toBeGreaterThan(150);
    expect(places).toContain('阳谷');
  });

  test('no vocabulary file holds a firm, park or project of a seed document', () => {
    const { things } = seedNames();
    const held = vocabulary.flatMap((file) => {
      const text = textOf(file);
      return things.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`);
    });
    expect(held).toEqual([]);
  });

  test('places of the seed documents stand only in the national list of regions', () => {
    const { places } = seedNames();
    const held = vocabulary
      .filter((file) => !file.endsWith('/regions.json'))
      .flatMap((file) => {
        const text = textOf(file);
        return places.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`);
      });
    expect(held).toEqual([]);
  });

  test('nor does any code, comment or example hold one of their firms', () => {
    const firms = golds()
      .flatMap(({ enterprises }) => enterprises ?? [])
      .flatMap(({ name, aliases }) => [name, ...(aliases ?? [])])
      .filter((name): name is string => name !== undefined && name.length >= 4 && !common.test(name));
    const held = files
      .filter((file) => /^(?:src|test|samples|scripts|bench)\/.*\.(?:ts|tsx|json|md|txt|html)$/.test(file))
      .flatMap((file) => {
        const text = textOf(file);
        return firms.filter((name) => text.includes(name)).map((name) => `${file}: ${name}`);
      });
    expect(held).toEqual([]);
  });

  /** The data of the demo hold what things are called, however long, and where; the rest of a line is not spared. */
  const withoutNames = (file: string): string =>
    file.startsWith('samples/demo/')
      ? textOf(file).replace(
          /\b(?:title|name|as|owner|park|subject|project): [^,}\n]*|\b(?:aliases|leads|cooperators): \[[^\]]*\]/g,
          '',
        )
      : textOf(file);

  test('no sentence of a seed document stands in any file of the repository', () => {
    const pieces = seedRuns();
    const copied = files
      .filter(
        (file) => /\.(ts|tsx|js|mjs|json|md|sql|css|html|txt|yaml|yml)$/.test(file) && file !== 'package-lock.json',
      )
      .flatMap((file) => copiedRuns(withoutNames(file), pieces).map((piece) => `${file}: ${piece}`));
    expect(copied).toEqual([]);
  });

  test('nor in a generated plan', () => {
    const pieces = seedRuns();
    for (let seed = 1; seed <= 60; seed++) expect(copiedRuns(generatePlan(seed).text, pieces)).toEqual([]);
  });
});
