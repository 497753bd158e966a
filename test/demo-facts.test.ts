/** Every name and figure of the demo stands in its document, at its line. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type DemoDocument, demoDocuments, demoUnits } from '../src/app/demo/facts.ts';
import { units } from '../src/core/quantity.ts';

const seeds = resolve(import.meta.dirname, '../../shared/seeds');
const isHere = existsSync(seeds);

const squash = (text: string): string => text.replace(/\s+/g, '');
/** 000 breaks its sentences, and an extra line, every few words; 004 breaks some boxes in two. */
const spans: Readonly<Record<string, readonly [before: number, after: number]>> = { '000': [2, 6], '004': [0, 3] };

function textsOf({ document }: DemoDocument) {
  const name = isHere ? readdirSync(seeds).find((file) => file.startsWith(`${document.id}_`)) : undefined;
  // Without the documents the suite is only listed, as skipped.
  const lines = name === undefined ? [] : readFileSync(resolve(seeds, name), 'utf8').split('\n');
  const [before, after] = spans[document.id] ?? [0, 0];
  const around = (line: number, more = 0) => lines.slice(Math.max(0, line - 1 - before - more), line + after + more);
  return { whole: squash(lines.join('')), lines, around };
}

interface Said {
  readonly line: number;
  readonly value: string;
  readonly unit: string;
  readonly as?: string | undefined;
}

/** The digits stand alone: “4” is not in “45”, nor “1.5” in “11.5”. */
function holdsFigure(texts: ReturnType<typeof textsOf>, { line, value, unit, as }: Said): boolean {
  const near = texts.around(line);
  if (as !== undefined) return squash(near.join('')).includes(squash(as));
  const alone = new RegExp(`(?<![\\d.])${value.replace('.', '\\.')}(?!\\.?\\d)`);
  if (!alone.test(squash(near.join(''))) && !alone.test(near.join(' '))) return false;
  return unit === '' || holdsUnit(texts, line, unit);
}

/** In the line, or in the heading of the table above it; “/年” is ours where a sentence says 年产. */
function holdsUnit({ around, lines }: ReturnType<typeof textsOf>, line: number, unit: string): boolean {
  const near = squash(`${around(line).join('')}${lines.slice(Math.max(0, line - 30), line).join('')}`).toLowerCase();
  const words = [unit, unit.replace(/\/[年日]$/, ''), ...(sameUnits[unit] ?? [])];
  return words.some((word) => near.includes(word.toLowerCase()));
}

const sameUnits: Readonly<Record<string, readonly string[]>> = {
  兆瓦: ['MW'],
  人: ['户'],
  公顷: ['hm²'],
  千伏: ['kV'],
  // Of a rate of growth the heading need not say so.
  '%': ['％', '增速'],
};

const said = (promises: readonly { value: string }[], figure: string) => promises.some(({ value }) => value === figure);

const suite = isHere ? describe : describe.skip;

suite(`the facts of the demo stand in the documents${isHere ? '' : ' (../shared/seeds is not here)'}`, () => {
  describe.each(demoDocuments().map((each) => [each.document.id, each] as const))('%s', (_, data) => {
    const texts = textsOf(data);
    const holds = (line: number, words: string) => squash(texts.around(line).join('')).includes(squash(words));
    const notThere = (things: readonly { line: number; name: string; as?: string | undefined }[]) =>
      things.filter(({ line, name, as }) => !holds(line, as ?? name)).map(({ line, name }) => `${line} ${name}`);

    test('names of parks, enterprises, projects and fields, at their lines', () => {
      expect(notThere(data.enterprises)).toEqual([]);
      expect(notThere(data.projects)).toEqual([]);
      expect(notThere(data.fields)).toEqual([]);
      expect(notThere(data.keyParks)).toEqual([]);
    });

    test('parks, with the area and the bounds of each', () => {
      const missing = data.parks.flatMap(({ line, name, as, area, east, south, west, north }) => {
        const near = squash(texts.around(line, 5).join(''));
        const bounds = [east, south, west, north].filter((each) => each !== undefined);
        return [
          ...(texts.whole.includes(squash(as ?? name)) ? [] : [name]),
          ...bounds.filter((each) => !near.includes(squash(each))).map((each) => `${name}: ${each}`),
          ...(area === undefined || holdsFigure(texts, { line, ...area }) ? [] : [`${name}: ${area.value}`]),
        ];
      });
      expect(missing).toEqual([]);
    });

    test('what projects promise and enterprises have', () => {
      const said = [
        ...data.projects.flatMap(({ name, promises }) => promises.map((each) => ({ ...each, of: name }))),
        ...data.enterprises.flatMap(({ name, figures }) => figures.map((each) => ({ ...each, of: name }))),
      ];
      expect(said.filter((each) => !holdsFigure(texts, each)).map((each) => JSON.stringify(each))).toEqual([]);
    });

    test('stated figures and targets', () => {
      expect(data.figures.filter((each) => !holdsFigure(texts, each)).map((each) => JSON.stringify(each))).toEqual([]);
    });

    test('years of building, places said elsewhere and owners', () => {
      const missing = data.projects.flatMap(({ line, name, start, finish, owner, placeLine }) => [
        ...[start, finish]
          .filter((each) => each !== undefined)
          .filter((each) => !squash(texts.around(line, 2).join('')).includes(each.slice(0, 4)))
          .map((each) => `${name}: ${each}`),
        ...(owner === undefined || data.enterprises.some((each) => [each.name, ...each.aliases].includes(owner))
          ? []
          : [`${name}: ${owner}`]),
        ...(placeLine === undefined || placeLine <= texts.lines.length ? [] : [`${name}: ${placeLine}`]),
      ]);
      expect(missing).toEqual([]);
    });

    test('tasks with their number, leading unit and day; land by code', () => {
      const tasks = data.tasks.filter(
        ({ line, no, leads, deadline }) =>
          !holds(line, deadline) ||
          !holds(line, leads[0] as string) ||
          !squash(texts.lines[line - 1] ?? '').startsWith(String(no)),
      );
      expect(tasks).toEqual([]);
      const land = data.landUse.filter(
        ({ line, area, percent }) =>
          !holdsFigure(texts, { line, value: area, unit: '' }) ||
          (percent !== undefined && !holdsFigure(texts, { line, value: percent, unit: '' })),
      );
      expect(land).toEqual([]);
    });
  });

  test('every figure of the forty projects of 001 is promised, as often as it stands there', () => {
    const data = demoDocuments().find(({ document }) => document.id === '001') as DemoDocument;
    const { lines } = textsOf(data);
    const numberAlone = /^\s*\d+\s*$/;
    const missing = data.projects.flatMap(({ no, name, line, start, finish, promises }, i) => {
      const next = data.projects[i + 1]?.line ?? lines.findIndex((each, k) => k > line && each.startsWith('六、')) + 1;
      const own = lines.slice(line - 1, next - 1).filter((each) => !numberAlone.test(each));
      const promised = promises.map(({ value }) => value);
      const years = [start, finish, ...promises.map(({ due }) => due)];
      return [...own.join('\n').matchAll(/\d+(?:\.\d+)?(?!×)/g)].flatMap(([figure]) => {
        const at = promised.indexOf(figure);
        if (at >= 0) promised.splice(at, 1);
        // The name says again what the text says, and a year of building is a day.
        const isKnown = at >= 0 || years.includes(figure) || (name.includes(figure) && said(promises, figure));
        return isKnown ? [] : [`${no} ${name}: ${figure}`];
      });
    });
    expect(missing).toEqual([]);
    expect(data.projects.flatMap(({ promises }) => promises).length).toBeGreaterThanOrEqual(125);
  });

  test('every figure in the names of the projects of 002 is promised', () => {
    const data = demoDocuments().find(({ document }) => document.id === '002') as DemoDocument;
    const isUnit = (word: string) => units.parse(word) !== null;
    const stated = data.projects.flatMap((project) =>
      [...project.name.matchAll(/(?<![A-Za-zＡ-Ｚ\d.])(\d+(?:\.\d+)?)([万亿]?[一-龥]{1,2})/g)]
        .filter(([, , word = '']) => isUnit(word) || isUnit(word.slice(0, -1)))
        .map(([, figure = '']) => ({ ...project, figure })),
    );
    expect(stated).toHaveLength(6);
    expect(stated.filter(({ promises, figure }) => !said(promises, figure)).map(({ name }) => name)).toEqual([]);
  });

  test('every department that a document names stands at its line', () => {
    const documents = new Map(demoDocuments().map((each) => [each.document.id, textsOf(each)]));
    const missing = demoUnits().departments.filter(({ document, line, name, short }) => {
      if (document === undefined || line === undefined) return false;
      return !squash(documents.get(document)?.around(line).join('') ?? '').includes(short ?? name);
    });
    expect(missing).toEqual([]);
  });
});

test('the demo holds the forty projects, the ten fields and the thirty-three tasks', () => {
  const of = (id: string) => demoDocuments().find(({ document }) => document.id === id) as DemoDocument;
  expect(of('001').projects.map(({ no }) => no)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  expect(of('002').fields.map(({ no }) => no)).toEqual(Array.from({ length: 10 }, (_, i) => i + 1));
  expect(of('002').tasks.map(({ no }) => no)).toEqual(Array.from({ length: 33 }, (_, i) => i + 1));
  expect(of('002').projects).toHaveLength(119);
  expect(of('004').figures.filter(({ table }) => table === '表2-1')).toHaveLength(27);
});

test('nothing in the data of the demo is as long as a sentence, nor written like one', () => {
  const strings = (value: unknown): string[] =>
    typeof value === 'string' ? [value] : Object.values(value ?? {}).flatMap(strings);
  const all = [...demoDocuments(), demoUnits()].flatMap(strings);
  expect(all.filter((text) => text.length > 50 || /[。；，！？]/.test(text))).toEqual([]);
});
