import { expect } from 'vitest';
import type { MeasuredPage, MeasuredText } from '../measured-page.ts';

const millimetres = (points: number): number => points * (25.4 / 72);
const isNumber = ({ text }: MeasuredText): boolean => /^—\s*\d+\s*—$/.test(text);
const isBody = ({ top, bottom }: MeasuredText): boolean => Math.abs(bottom - top - millimetres(16)) < 0.2;
/** A mark at the end of a line has its ink in the first half of its box. */
const inkEnd = ({ text, right, top, bottom }: MeasuredText): number =>
  /[，。、；：！？）》”]$/.test(text) ? right - (bottom - top) / 2 : right;

const near = (actual: number, wanted: number, what: string) =>
  expect(Math.abs(actual - wanted), `${what}: ${actual} mm`).toBeLessThan(1);

/** GB/T 9704-2012, 5 and 7: A4, margins of 37, 35, 28 and 26 mm, 22 lines of 28 characters, red rule, numbers outside. */
export function expectOfficialPages(pages: readonly MeasuredPage[]): void {
  const texts = pages.map(({ lines }) => lines.filter((line) => !isNumber(line)));
  const all = texts.flat();
  for (const { width, height } of pages) expect([width, height].map(Math.round)).toEqual([210, 297]);
  near(Math.min(...all.map(({ left }) => left)), 28, 'left margin');
  near(210 - Math.max(...all.map(inkEnd)), 26, 'right margin');
  near(Math.min(...all.map(({ top }) => top)), 37, 'top margin');
  expect(297 - Math.max(...all.map(({ bottom }) => bottom)), 'bottom margin').toBeGreaterThan(34);

  // 225 mm are 22 lines: so far stand two lines of text apart that follow each other.
  const steps = texts.flatMap((lines) =>
    lines.flatMap((line, i) => {
      const before = lines[i - 1];
      return before !== undefined && isBody(before) && isBody(line) ? [line.top - before.top] : [];
    }),
  );
  const single = steps.filter((step) => step < 11);
  expect(single.length).toBeGreaterThan(10);
  for (const step of single) expect(Math.abs(225 / step - 22), `${step} mm`).toBeLessThan(0.5);
  const step = single.reduce((sum, each) => sum + each, 0) / single.length;
  near(297 - (37 + 21 * step + millimetres(16)), 35, 'bottom margin below the 22nd line');

  const full = all
    .filter((line) => isBody(line) && line.left < 28.5 && line.right > 183)
    .map(({ text }) => text.replace(/\s/g, ''))
    .filter((text) => !/[\d.%]|[，。、；：（）]{2}/.test(text));
  expect(full.length).toBeGreaterThanOrEqual(3);
  for (const text of full) expect([...text].length, text).toBe(28);

  for (const [i, { lines }] of pages.entries()) {
    const number = lines.find(isNumber);
    const edge = i % 2 === 0 ? 184 - (number?.right ?? 0) : (number?.left ?? 0) - 28;
    near(edge, millimetres(14), 'page number from the outer edge');
  }
  const [rule] = pages[0]?.redRules ?? [];
  near(rule?.left ?? 0, 28, 'red rule');
  near(rule?.right ?? 0, 184, 'red rule');
}
