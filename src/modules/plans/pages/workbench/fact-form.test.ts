import { describe, expect, test } from 'vitest';
import type { FactContent } from '../../plan.ts';
import { contentFrom, formOf } from './fact-form.ts';

const source = { line: 1, quote: '产值4.70亿元', start: 0, end: 8 };
const indicator: FactContent = {
  kind: 'indicator',
  data: {
    name: '产值',
    subject: '东片区',
    value: 4.7,
    unit: '亿元',
    comparator: '=',
    period: '2026/2030',
    kind: 'cumulative',
    attribute: null,
    source,
    printed: '4.70',
    isTarget: true,
    from: null,
    table: null,
  },
};
const changed = (change: Record<string, string>) => contentFrom(indicator, { ...formOf(indicator), ...change });

describe('the form of an indicator', () => {
  test('saved as it opened, changes nothing', () => expect(changed({})).toEqual(indicator));

  test('keeps the digits as typed', () =>
    expect(changed({ value: '1,280.50' })).toMatchObject({ data: { value: 1280.5, printed: '1280.50' } }));

  test('takes a range, and gives it up again', () => {
    expect(changed({ value: '8—10' })).toMatchObject({
      data: { value: [8, 10], printed: '8/10', comparator: 'range' },
    });
    const range = changed({ value: '8-10' }) as FactContent;
    expect(contentFrom(range, { ...formOf(range), value: '9' })).toMatchObject({ data: { value: 9, comparator: '=' } });
  });

  test('takes a year, a span of years and a month', () => {
    expect(changed({ period: '2030' })).toMatchObject({ data: { period: '2030' } });
    expect(changed({ period: '2026-2030' })).toMatchObject({ data: { period: '2026/2030' } });
    expect(changed({ period: '2026-03' })).toMatchObject({ data: { period: '2026-03' } });
    expect(changed({ period: '' })).toMatchObject({ data: { period: null } });
  });

  test('says what is wrong with it', () => {
    expect(changed({ value: '很多' })).toBe('badValue');
    expect(changed({ period: '明年' })).toBe('badPeriod');
    expect(changed({ name: ' ' })).toBe('needsName');
  });
});

test('units of a task are kept as a list', () => {
  const task: FactContent = {
    kind: 'task',
    data: {
      number: '1',
      text: '清理低效用地',
      leads: ['县自然资源局'],
      cooperators: [],
      deadline: null,
      recurrence: null,
      source,
    },
  };
  const form = { ...formOf(task), leads: ['县自然资源局', '开发区管委会'], deadline: '2027年底' };
  expect(contentFrom(task, form)).toMatchObject({
    data: { leads: ['县自然资源局', '开发区管委会'], deadline: '2027年底' },
  });
});
