import { describe, expect, test } from 'vitest';
import { generatePlan } from './generate.ts';

const plans = Array.from({ length: 60 }, (_, i) => generatePlan(i + 1));
const flat = (text: string): string => text.replace(/\s+/g, '');

describe('generated plans', () => {
  test('the same seed gives the same plan, another seed another one', () => {
    expect(generatePlan(7)).toEqual(plans[6]);
    expect(new Set(plans.map(({ text }) => text)).size).toBe(plans.length);
    expect(new Set(plans.map(({ gold }) => gold.document[0]?.title)).size).toBeGreaterThan(plans.length * 0.95);
  });

  test('every fact of the gold is printed on the line that it names', () => {
    for (const { text, gold, file } of plans) {
      const lines = text.split('\n');
      const facts = [...gold.indicators, ...gold.projects, ...gold.tasks, ...gold.parks, ...gold.tables];
      expect(facts.length).toBeGreaterThan(20);
      for (const { line, quote } of facts) {
        const [first = '', second = ''] = flat(quote);
        const here = flat(lines[line - 1] ?? '');
        // A page may turn after the first character.
        expect(
          here.includes(first + second) || here.endsWith(first) || here === first,
          `${file}:${line} ${quote}`,
        ).toBe(true);
      }
    }
  });

  test('the value of every figure stands at its quote', () => {
    for (const { gold, file } of plans) {
      for (const { quote, value, origin, line } of gold.indicators) {
        if (origin !== 'text' || Array.isArray(value) || value === 2) continue;
        const digits = quote.normalize('NFKC').replace(/,(?=\d{3})/g, '');
        const numbers = (digits.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
        const chinese = /[一二三四五六七八九十]/.test(quote);
        expect(numbers.includes(Number(value)) || chinese, `${file}:${line} ${quote} ${value}`).toBe(true);
      }
    }
  });

  test('about a third is clean, the others hold two to five errors, and every family is planted', () => {
    const many = Array.from({ length: 200 }, (_, i) => generatePlan(i + 1).lint.findings);
    const clean = many.filter((findings) => findings.length === 0).length;
    expect(clean).toBeGreaterThan(40);
    expect(clean).toBeLessThan(100);
    expect(Math.max(...many.map((findings) => findings.length))).toBeLessThanOrEqual(5);
    expect(new Set(many.flat().map(({ rule }) => rule)).size).toBeGreaterThanOrEqual(20);
    for (const { refs, title } of many.flat()) expect(refs.length, title).toBeGreaterThan(0);
  });
});
