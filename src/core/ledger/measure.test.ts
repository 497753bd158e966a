import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choice, day, measure as figure, text } from '../register/kinds.ts';
import { defineLedger, type LedgerDeclaration } from './ledger.ts';
import { adoptionOf, type Counted, isUnmet, type Measure, measuresOf, type Question } from './measure.ts';

const declaration: LedgerDeclaration = {
  id: 'visits',
  label: { zh: '走访台账', en: 'Visits' },
  purpose: { zh: '走访企业', en: 'Visits to firms' },
  mechanisms: [],
  source: [],
  name: { zh: '走访事项', en: 'Visit' },
  fields: [
    { id: 'firm', label: { zh: '企业', en: 'Firm' }, kind: text() },
    { id: 'topic', label: { zh: '类别', en: 'Topic' }, kind: choice({ land: { zh: '用地', en: 'Land' } }) },
    { id: 'visited', label: { zh: '走访日', en: 'Visited' }, kind: day },
    { id: 'money', label: { zh: '金额', en: 'Money' }, kind: figure('万元') },
  ],
  first: 'open',
  stages: {
    open: { label: { zh: '在办', en: 'Open' } },
    closed: { label: { zh: '办结', en: 'Closed' }, isFinal: true },
  },
  actions: { close: { label: { zh: '办结', en: 'Close' }, from: ['open'], to: 'closed' } },
  choices: [{ id: 'often', label: { zh: '次数', en: 'How often' }, unit: '次', least: 0, most: 60 }],
  parameters: {},
  cases: [],
};
const base = { id: 'm', label: { zh: '统计', en: 'Measure' }, kind: 'count', unit: '次', every: 'year' } as const;

const over = (measure: Measure, entries: readonly Counted[], question: Partial<Question> = {}) =>
  measuresOf(defineLedger({ ...declaration, measures: [measure] }), entries, { today: '2026-11-22', ...question });

let number = 0;
const entry = (data: Record<string, unknown> = {}, enteredOn = '2026-02-01', stage = 'closed'): Counted => ({
  entryId: `e${++number}`,
  enteredOn,
  stage,
  data,
});
const money = (wan: number) => ({ money: { value: String(wan * 10_000), typed: String(wan), unit: '万元' } });

describe('how often', () => {
  const twice: Measure = { ...base, per: 'firm', target: { is: 'at-least', value: 2 } };

  test('each firm is counted for itself, those without any visit too', () => {
    const entries = [entry({ firm: '甲' }), entry({ firm: '甲' }, '2026-08-01'), entry({ firm: '乙' }, '2025-12-31')];
    expect(over(twice, entries, { values: { firm: ['甲', '乙'] } })).toMatchObject([
      { of: '甲', value: '2', state: 'met', working: { counted: [entries[0]?.entryId, entries[1]?.entryId] } },
      { of: '乙', value: '0', state: 'short' },
    ]);
    expect(over(twice, entries)).toHaveLength(1);
  });

  test('only entries of the word and stages that count do, by the day that the field holds', () => {
    const land: Measure = {
      ...base,
      on: 'visited',
      counts: { stages: ['closed'], only: { field: 'topic', is: 'land' } },
    };
    const right = entry({ topic: 'land', visited: '2026-03-01' }, '2025-12-30');
    const others = [
      entry({ topic: 'land', visited: '2025-12-31' }),
      entry({ topic: 'land', visited: '2026-03-01' }, '2026-02-01', 'open'),
      entry({ topic: null, visited: '2026-03-01' }),
      entry({ topic: 'land' }),
    ];
    expect(over(land, [right, ...others])).toMatchObject([
      { value: '1', state: 'plain', working: { counted: [right.entryId] } },
    ]);
  });

  test('a month by which it has to be done: short until its end, late from the next', () => {
    const february: Measure = { ...base, byMonth: 2, target: { is: 'at-least', value: 1 } };
    expect(over(february, [], { today: '2026-02-28' })[0]).toMatchObject({ byMonth: '2026-02', state: 'short' });
    expect(over(february, [], { today: '2026-03-01' })[0]).toMatchObject({ state: 'late' });
    expect(over(february, [entry()], { today: '2026-03-01' })[0]).toMatchObject({ state: 'met' });
  });

  test('the period of an earlier day is counted too, and is late by now', () => {
    const quarterly: Measure = { ...base, every: 'quarter', target: { is: 'at-least', value: 1 } };
    const entries = [entry({}, '2026-08-15')];
    expect(over(quarterly, entries)[0]).toMatchObject({ period: '2026-Q4', value: '0', state: 'short' });
    expect(over(quarterly, entries, { on: '2026-09-30' })[0]).toMatchObject({ period: '2026-Q3', state: 'met' });
    expect(over(quarterly, entries, { on: '2026-06-30' })[0]).toMatchObject({ period: '2026-Q2', state: 'late' });
  });

  test('a number to be there by a year counts however old, and is late only when that year is over', () => {
    const stock: Measure = { ...base, every: 'standing', byYear: 2026, target: { is: 'at-least', value: 2 } };
    const old = entry({}, '2019-05-01');
    expect(over(stock, [old], { today: '2026-12-31' })[0]).toMatchObject({
      period: '2026',
      value: '1',
      state: 'short',
    });
    expect(over(stock, [old], { today: '2027-01-01' })[0]).toMatchObject({ state: 'late' });
    expect(over(stock, [old, entry()], { today: '2027-01-01' })[0]).toMatchObject({ state: 'met' });
  });

  test('a number that the office has not decided is open, and says so', () => {
    const own: Measure = { ...base, target: { is: 'at-least', value: { choice: 'often' } } };
    expect(over(own, [entry()])[0]).toMatchObject({ target: null, state: 'open' });
    expect(over(own, [entry()], { answers: { often: 2 } })[0]).toMatchObject({ target: 2, state: 'short' });
  });
});

describe('what a document asks', () => {
  const asked: Measure = {
    ...base,
    target: { is: 'at-least', value: 4 },
    set: { document: '002', years: [2011, 2013] },
  };
  const until = (year: number) => ({ answers: { [adoptionOf('m')]: year } });

  test('binds nobody who has not adopted it', () => {
    expect(over(asked, [])[0]).toMatchObject({ state: 'not-adopted', until: null, value: '0' });
  });

  test('holds in its own years where it is adopted, and up to the year that the office says', () => {
    expect(over(asked, [], { ...until(2013), today: '2012-05-01' })[0]?.state).toBe('short');
    expect(over(asked, [], { ...until(2013), today: '2014-01-01', on: '2013-12-31' })[0]?.state).toBe('late');
    expect(over(asked, [], until(2013))[0]?.state).toBe('outside');
    expect(over(asked, [], { ...until(2026), today: '2010-12-31' })[0]?.state).toBe('outside');
    expect(over(asked, [], until(2026))[0]).toMatchObject({ state: 'short', until: 2026 });
  });
});

describe('how much', () => {
  const budget: Measure = {
    ...base,
    kind: 'sum',
    field: 'money',
    unit: '万元',
    target: { is: 'at-most', value: 10_000 },
  };

  test('money is added up exactly and compared with what is allowed: the limit itself is within', () => {
    const [a, b, c] = [entry(money(3999.9)), entry(money(6000.1)), entry(money(0.01))];
    expect(over(budget, [a, b])[0]).toMatchObject({ value: '10000', state: 'met' });
    expect(over(budget, [a, b, c])[0]).toMatchObject({ value: '10000.01', state: 'over' });
  });

  test('entries without a figure are named; nothing known is not nothing', () => {
    const [known, hole] = [entry(money(5)), entry()];
    expect(over(budget, [known, hole])[0]).toMatchObject({ value: '5', working: { without: [hole.entryId] } });
    expect(over(budget, [hole])[0]).toMatchObject({ value: null, state: 'unknown' });
    expect(over(budget, [])[0]).toMatchObject({ value: '0', state: 'met' });
  });
});

test('firms above a figure are counted, those at it only where that is said, and those without one are not', () => {
  const large: Measure = { ...base, every: 'standing', counts: { above: { field: 'money', than: 50, unit: '亿元' } } };
  const [above, at, below, hole] = [entry(money(500_001)), entry(money(500_000)), entry(money(499_999)), entry()];
  const entries = [above, at, below, hole];
  expect(over(large, entries)[0]?.working.counted).toEqual([above.entryId]);
  const orEqual: Measure = { ...large, counts: { above: { field: 'money', than: 50, unit: '亿元', orEqual: true } } };
  expect(over(orEqual, entries)[0]?.working.counted).toEqual([above.entryId, at.entryId]);
});

describe('which part', () => {
  const share: Measure = {
    ...base,
    kind: 'share',
    unit: '%',
    every: 'standing',
    counts: { stages: ['closed'] },
    target: { is: 'at-least', value: 100 },
  };

  test('two of three closed are 66.67 %, and both numbers name their entries', () => {
    const entries = [entry(), entry(), entry({}, '2026-02-01', 'open')];
    const [standing] = over(share, entries);
    expect(standing).toMatchObject({ value: '66.67', state: 'short' });
    expect(standing?.working.counted).toHaveLength(2);
    expect(standing?.working.among).toHaveLength(3);
  });

  test('a part of nothing is no number', () => {
    expect(over(share, [])[0]).toMatchObject({ value: null, state: 'unknown' });
  });

  test('weighed by a field, 90 of 120 is 75 %, and whoever lacks the figure is on neither side', () => {
    const weighed: Measure = { ...share, field: 'money', target: { is: 'at-least', value: 75 } };
    const hole = entry();
    const entries = [entry(money(90)), entry(money(30), '2026-02-01', 'open'), hole];
    expect(over(weighed, entries)[0]).toMatchObject({
      value: '75',
      state: 'met',
      working: { without: [hole.entryId] },
    });
  });

  test('a share lies between 0 and 100, and its working never counts an entry that is not among the whole', () => {
    const some = fc.array(fc.record({ isClosed: fc.boolean(), wan: fc.option(fc.integer({ min: 0, max: 1000 })) }));
    fc.assert(
      fc.property(some, fc.boolean(), (list, isWeighed) => {
        const entries = list.map(({ isClosed, wan }) =>
          entry(wan === null ? {} : money(wan), '2026-02-01', isClosed ? 'closed' : 'open'),
        );
        const [standing] = over(isWeighed ? { ...share, field: 'money' } : share, entries);
        const value = standing?.value ?? null;
        const { counted = [], among = [], without = [] } = standing?.working ?? {};
        if (value !== null) expect(Number(value)).toBeGreaterThanOrEqual(0);
        if (value !== null) expect(Number(value)).toBeLessThanOrEqual(100);
        expect(counted.every((id) => among.includes(id))).toBe(true);
        expect(among.length + without.length).toBe(entries.length);
      }),
    );
  });
});

test('what has to be done about are the short, the late and the exceeded, not what is open or not adopted', () => {
  expect((['short', 'late', 'over'] as const).every(isUnmet)).toBe(true);
  expect((['met', 'open', 'plain', 'unknown', 'not-adopted', 'outside'] as const).some(isUnmet)).toBe(false);
});
