import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { missing } from '../missing.ts';
import { exact, type Fact } from './fact.ts';
import { computed, type Names, parseFormula, sayFormula } from './formula.ts';

const names = (facts: Record<string, Fact>, column: readonly Fact[] = []): Names => ({
  fact: (id) => facts[id] ?? missing('not-reported', [id]),
  column: () => column,
});
const value = (text: string, facts: Record<string, Fact> = {}, column: readonly Fact[] = []) => {
  const found = computed(parseFormula(text), names(facts, column));
  return found instanceof Decimal ? found.toFixed() : found.missing;
};

describe('a formula', () => {
  test.each([
    ['1 + 2 * 3', '7'],
    ['(1 + 2) * 3', '9'],
    ['10 - 2 - 3', '5'],
    ['12 / 4 / 3', '1'],
    ['-3 + 5', '2'],
    ['0.1 + 0.2', '0.3'],
    ['min(0.5, ((29 / 27) * 0.5 + (141.94 / 54) * 0.5) * 0.5)', '0.5'],
    ['max(1, 2, 3) - abs(-1)', '2'],
    ['ceil(7 / 2) + floor(7 / 2)', '7'],
  ])('%s is %s', (text, wanted) => expect(value(text)).toBe(wanted));

  it('takes a minus inside a name for part of it, and with spaces for a difference', () => {
    expect(value('planned-tax - paid', { 'planned-tax': exact(5), paid: exact(2) })).toBe('3');
  });

  it('counts whole months as an office does, at the ends of months too', () => {
    const between = (from: string, to: string) => value('months(a, b)', { a: from, b: to });
    expect(between('2026-01-15', '2026-02-14')).toBe('0');
    expect(between('2026-01-15', '2026-02-15')).toBe('1');
    expect(between('2026-01-31', '2026-02-28')).toBe('1');
    expect(between('2024-02-29', '2025-02-28')).toBe('12');
    expect(between('2026-03-10', '2026-02-09')).toBe('-2');
    expect(value('days(a, b)', { a: '2026-02-28', b: '2026-03-01' })).toBe('1');
  });

  it('passes a hole on with its reason and never counts it as zero', () => {
    expect(value('a + b', { a: exact(1) })).toBe('not-reported');
    expect(value('a * 0', {})).toBe('not-reported');
    expect(value('a / b', { a: exact(1), b: exact(0) })).toBe('zero-denominator');
    expect(value('max(a, 5)', { a: missing('suppressed') })).toBe('suppressed');
  });

  it('takes no total of a column with a hole, but its extremes and mean from those that are known', () => {
    const column = [exact(2), missing('not-reported'), exact(8)];
    expect(value('total(a)', {}, column)).toBe('not-reported');
    expect(value('lowest(a)', {}, column)).toBe('2');
    expect(value('highest(a)', {}, column)).toBe('8');
    expect(value('mean(a)', {}, column)).toBe('5');
    expect(value('mean(a)', {}, [missing('suppressed')])).toBe('not-reported');
  });

  test.each(['1 +', '(1', '1 2', 'sum(1)', 'a ^ 2', 'days(1, a)', 'floor(1, 2)', ''])('“%s” is refused', (text) => {
    expect(() => parseFormula(text)).toThrow(/formula/);
  });

  it('reads back what it prints, with the same value', () => {
    const leaf = fc.oneof(fc.integer({ min: 1, max: 99 }).map(String), fc.constantFrom('a', 'b-c'));
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc
          .tuple(tie('tree'), fc.constantFrom('+', '-', '*', '/'), tie('tree'))
          .map(([l, op, r]) => `(${l} ${op} ${r})`),
      ),
    }));
    fc.assert(
      fc.property(tree, (text) => {
        const facts = { a: exact(7), 'b-c': exact('0.3') };
        const printed = sayFormula(parseFormula(text), 'en', (id) => id)
          .replaceAll('−', '-')
          .replaceAll('×', '*')
          .replaceAll('÷', '/');
        expect(value(printed, facts)).toBe(value(text, facts));
      }),
    );
  });
});
