import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { Form } from './form.ts';
import { clipboardText, readClipboard } from './sheet-clipboard.ts';
import { changeOf, checkSheet, fillSheet, shownChange, shownContent, surroundingsOf } from './sheet-figures.ts';
import { areaOf, at, below, copied, edge, nextTypable, pasted, step } from './sheet-selection.ts';
import { cellLabel, formulaWords, placeOf, slotAt, tablesOf } from './sheet-table.ts';

const formOf = (name: string) => Form.parse(parse(readFileSync(join(import.meta.dirname, 'forms', name), 'utf8')));
const monthly = formOf('project-investment-monthly-2026.yaml');
const quarterly = formOf('park-economy-quarterly-2026.yaml');

const project = (key: string, name: string, plan: string) => ({
  key,
  given: { name, 'total-investment': '90000', 'annual-plan': plan },
});
const rows = {
  projects: [project('p1', '甲项目', '12000'), project('p2', '乙项目', '6000'), project('p3', '丙', '0')],
};
const source = {
  form: monthly,
  summary: { period: '2026-10' },
  rows,
  known: {},
  lastPeriod: { 'projects/p1/month': '900', 'projects/p1/year': '8000' },
  lastYear: {},
  others: {},
  lineage: [],
};
const beside = surroundingsOf(source);
const [list, main] = tablesOf(monthly, rows) as [ReturnType<typeof tablesOf>[0], ReturnType<typeof tablesOf>[0]];
const all = list.columns.map((_, i) => i);
const none = new Set<string>();
const columnOf = (id: string) => list.columns.findIndex((column) => column.id === id);

describe('the tables of a sheet', () => {
  test('lists come first where the totals are only computed; else the main table does', () => {
    expect([list.id, main.id]).toEqual(['projects', 'main']);
    expect(tablesOf(quarterly, {}).map(({ id }) => id)).toEqual(['main']);
  });

  test('one number and the progress are typed per project; names stand before and last month beside', () => {
    const line = list.lines[0];
    if (line === undefined) throw new Error('no line');
    const typable = list.columns.filter((column) => {
      const slot = slotAt(list, line, column);
      return slot?.role === 'figure' && !slot.field.given && slot.field.derived === undefined;
    });
    expect(typable.map(({ id }) => id)).toEqual(['month', 'progress', 'remark']);
    expect(list.columns[columnOf('month') + 1]?.role).toBe('last-period');
    expect(line.label.zh).toBe('甲项目');
  });

  test('every address of a figure leads to its cell and back', () => {
    for (const table of [list, main])
      for (const [i, line] of table.lines.entries())
        for (const [j, column] of table.columns.entries()) {
          const slot = slotAt(table, line, column);
          if (slot?.role === 'figure') expect(placeOf(table, slot.address)).toEqual({ line: i, column: j });
        }
    expect(placeOf(list, 'projects/gone/month')).toBeNull();
    expect(cellLabel([list, main], 'projects/p1/month').zh).toBe('甲项目 · 本月完成投资');
    expect(cellLabel([list, main], 'planned-year').zh).toBe('年度计划投资');
  });

  test('a computed cell tells its formula', () => {
    const fields = monthly.lists[0]?.columns ?? [];
    const words = fields.map((field) => formulaWords(field, fields, monthly.lists)?.zh ?? null);
    expect(words.filter((text) => text !== null)).toEqual([
      '上期累计 + 本月完成投资（一月从零起）',
      '本年累计完成投资 ÷ 年度计划投资 × 100',
    ]);
    const totals = monthly.sections[0]?.fields ?? [];
    expect(formulaWords(totals[2] as never, totals, monthly.lists)?.zh).toBe('项目明细中“本月完成投资”之和');
  });
});

describe('figures on a sheet', () => {
  test('full-width digits and separators of thousands count; totals and running sums follow', () => {
    const { figures } = fillSheet(
      source,
      { 'projects/p1/month': '１,０００', 'projects/p2/month': '0.15亿元' },
      beside,
    );
    const field = monthly.lists[0]?.columns.find(({ id }) => id === 'year');
    if (field === undefined) throw new Error('no field');
    expect(shownContent(figures.get('projects/p1/year'), field).zh).toBe('9,000');
    expect(figures.get('projects/p2/month')).toEqual(new Decimal(1500));
    expect(shownContent(new Decimal('-1234567.5'), field).zh).toBe('−1,234,567.5');
    expect(shownChange(changeOf(figures, beside.lastPeriod, 'projects/p1/month') as Decimal)).toBe('+11.1%');
    expect(changeOf(figures, beside.lastPeriod, 'projects/p2/month')).toBeNull();
  });

  test('what was given elsewhere holds over what was typed here before that', () => {
    const given = {
      ...source,
      known: { 'projects/p1/month': '1200', 'projects/p2/month': '50' },
      lineage: [
        { address: 'projects/p1/month', isFixed: true },
        { address: 'projects/p2/month', isFixed: false },
      ],
    };
    const { figures } = fillSheet(given, { 'projects/p1/month': '7', 'projects/p2/month': '8' }, beside);
    expect([figures.get('projects/p1/month'), figures.get('projects/p2/month')]).toEqual([
      new Decimal(1200),
      new Decimal(8),
    ]);
  });

  test('words in a figure’s cell are a finding there, and the cell is not called missing on top', () => {
    const filled = fillSheet(source, { 'projects/p1/month': '一千多' }, beside);
    const { findings, missing } = checkSheet(source, filled, {}, beside);
    expect(findings.filter(({ cell }) => cell === 'projects/p1/month').map(({ rule }) => rule)).toEqual(['cell/text']);
    expect(missing).not.toContain('projects/p1/month');
    expect(missing).toHaveLength(5);
  });

  test('a figure beyond its limit asks for a reason, and is content with one', () => {
    const filled = fillSheet(source, { 'projects/p1/month': '9000' }, beside);
    const rules = (explanations: Record<string, string>) =>
      checkSheet(source, filled, explanations, beside).findings.map(({ rule }) => rule);
    expect(rules({})).toContain('report/jump');
    expect(rules({ 'projects/p1/month': '设备集中到货' })).not.toContain('report/jump');
  });
});

describe('moving about', () => {
  const month = columnOf('month');
  test('Enter leads down the projects and then to the next column to type', () => {
    expect(below(list, all, { line: 0, column: month }, none)).toEqual({ line: 1, column: month });
    expect(below(list, all, { line: 2, column: month }, none)).toEqual({ line: 0, column: columnOf('progress') });
  });

  test('Tab visits every cell to type, in order, and leaves after the last', () => {
    const visited: string[] = [];
    let place = nextTypable(list, all, { line: 0, column: 0 }, 1, none);
    while (place !== null) {
      visited.push(`${place.line} ${list.columns[place.column]?.id}`);
      place = nextTypable(list, all, place, 1, none);
    }
    expect(visited).toEqual([0, 1, 2].flatMap((line) => [`${line} month`, `${line} progress`, `${line} remark`]));
    expect(nextTypable(list, all, { line: 0, column: month }, -1, none)).toBeNull();
    expect(nextTypable(list, all, { line: 0, column: 0 }, 1, new Set(['projects/p1/month']))).toEqual({
      line: 0,
      column: columnOf('progress'),
    });
  });

  test('headings of sections and hidden columns are stepped over', () => {
    const sections = tablesOf(quarterly, {})[0] as typeof list;
    const heading = sections.lines.findIndex(({ isSection }, i) => isSection && i > 0);
    expect(step(sections, [0, 2], { line: heading - 1, column: 0 }, 'down').line).toBe(heading + 1);
    expect(step(sections, [0, 2], { line: 1, column: 0 }, 'right').column).toBe(2);
    expect(edge(sections, [0, 2], { line: 5, column: 0 }, 'up').line).toBe(1);
  });
});

describe('copy and paste', () => {
  const month = columnOf('month');
  const place = (line: number, column: number) => areaOf(at({ line, column }));

  test('cells go where they can be typed, and what could not be placed is told', () => {
    const { cells, unplaced } = pasted(list, all, place(1, month), [['5', '7'], ['6'], ['8']], none, () => '');
    expect(cells).toEqual([
      ['projects/p2/month', '5'],
      ['projects/p3/month', '6'],
    ]);
    expect(unplaced).toEqual([
      { text: '7', why: 'computed' },
      { text: '8', why: 'outside' },
    ]);
  });

  test('a computed cell that is pasted over with what it shows is no loss', () => {
    const { unplaced } = pasted(list, all, place(0, month), [['5', '1,000']], none, () => '1000');
    expect(unplaced).toEqual([]);
  });

  test('one cell fills all that is selected', () => {
    const area = areaOf({ active: { line: 2, column: month }, extent: { line: 0, column: month } });
    expect(pasted(list, all, area, [['0']], none, () => '').cells.map(([, text]) => text)).toEqual(['0', '0', '0']);
  });

  test('what is copied from a range and pasted there again changes nothing and loses nothing', () => {
    const corner = fc.record({ line: fc.nat({ max: 2 }), column: fc.nat({ max: all.length - 1 }) });
    const text = fc.string({ unit: fc.constantFrom('1', ',', '.', '"', '\n', '\t', '主', 'a') });
    const cell = text.filter((each) => each.trim() === each && each !== '');
    fc.assert(
      fc.property(corner, corner, fc.array(cell, { minLength: 60, maxLength: 60 }), (active, extent, texts) => {
        const shown = (at: { line: number; column: number }) => texts[at.line * all.length + at.column] ?? '';
        const area = areaOf({ active, extent });
        const clipboard = readClipboard(clipboardText(copied(list, all, area, shown)));
        const { cells, unplaced } = pasted(list, all, area, clipboard, none, shown);
        expect(unplaced).toEqual([]);
        for (const [address, text] of cells) {
          const there = placeOf(list, address);
          expect(text).toBe(shown(there as { line: number; column: number }));
        }
      }),
    );
  });
});
