import { describe, expect, it } from 'vitest';
import { backtest, type History, tell } from './backtest.ts';
import { prepare } from './evaluate.ts';
import { editionWith } from './example.ts';
import { exact } from './fact.ts';

describe('a lamp over past months', () => {
  const lamp = prepare(
    editionWith({
      theme: 'lamp',
      inputs: [{ id: 'behind', label: { zh: '落后', en: 'Behind' }, unit: '个百分点' }],
      rules: [
        { id: 'far', label: { zh: '远', en: 'far' }, kind: 'threshold', value: 'behind', op: '>', limit: 30 },
        { id: 'some', label: { zh: '落', en: 'some' }, kind: 'threshold', value: 'behind', op: '>', limit: 10 },
        { id: 'lamp', label: { zh: '灯', en: 'Lamp' }, kind: 'lamp', red: ['far'], yellow: ['some'] },
      ],
      outcome: ['lamp'],
    }),
    {},
    '',
  );
  const history = (id: string, behind: readonly (number | null)[], troubleIn: string | null): History => ({
    subject: id,
    troubleIn,
    months: behind.map((value, i) => ({
      period: `2026-${String(i + 1).padStart(2, '0')}`,
      facts: new Map(value === null ? [] : [['behind', { fact: exact(value) }]]),
    })),
  });

  it('tells how much earlier it would have warned, what it missed, and how often it cried wolf', () => {
    const result = backtest(lamp, [
      history('warned', [0, 5, 15, 20, 35, 40], '2026-06'),
      history('with a hole', [0, 15, null, 20], '2026-04'),
      history('missed', [0, 0, 0, 0], '2026-04'),
      history('went out before', [0, 15, 0, 0], '2026-04'),
      history('false', [15, 0, 15, 15], null),
      history('quiet', [0, 0, null, 0], null),
    ]);
    expect(result).toMatchObject({
      troubles: 4,
      warned: 2,
      missed: 2,
      falseAlarms: 3,
      monthsWithoutData: 2,
      medianEarlier: 2.5,
    });
    expect(result.subjects.map(({ monthsEarlier }) => monthsEarlier)).toEqual([3, 2, null, null, null, null]);
  });

  it('does not let what was known after the trouble count as a warning', () => {
    expect(backtest(lamp, [history('late', [0, 0, 40, 40], '2026-02')])).toMatchObject({
      warned: 0,
      missed: 1,
      falseAlarms: 0,
    });
  });

  it('never warns from months without data', () => {
    expect(backtest(lamp, [history('empty', [null, null], '2026-02')])).toMatchObject({
      warned: 0,
      monthsWithoutData: 2,
    });
  });

  it('does not call a warning false while nobody can tell yet what becomes of it', () => {
    const levels = (['green', 'yellow', 'green', 'red'] as const).map((level, i) => ({
      period: `2026-0${i + 1}`,
      level,
    }));
    const course = { subject: 'open', levels, troubleIn: null };
    expect(tell(course)).toMatchObject({ falseAlarms: 2, isPending: false });
    expect(tell({ ...course, isOpen: true })).toMatchObject({ falseAlarms: 1, isPending: true });
    expect(tell({ ...course, isOpen: true, levels: levels.slice(0, 3) })).toMatchObject({
      falseAlarms: 1,
      isPending: false,
    });
  });
});
