import { describe, expect, test } from 'vitest';
import { plainText } from '../../core/publication/document.ts';
import { looseNumbers } from '../../core/publication/loose-numbers.ts';
import { indicatorById } from '../indicators/catalog/index.ts';
import type { Indicator } from '../indicators/indicator.ts';
import type { RankedFigure } from '../indicators/origin-operations.ts';
import { monthlyDocument } from './monthly.ts';
import { lastDayOf, type MonthlyData, spelledPeriod } from './monthly-data.ts';

const invested = indicatorById.get('project.completed-investment') as Indicator;
const of = (value: string | null) => ({
  value,
  missing: value === null ? ('not-reported' as const) : null,
  because: [],
});

const row = (subjectId: string, more: Partial<RankedFigure> = {}): RankedFigure => ({
  subjectId,
  indicatorId: invested.id,
  basis: { subjectKind: 'unit', level: 2 },
  accumulation: 'cumulative',
  value: of('54000'),
  single: of('54000'),
  cumulative: of('54000'),
  yearOnYear: of('0.08'),
  onPrevious: of(null),
  plan: of('216000'),
  completion: of('0.25'),
  ahead: of('0'),
  known: 2,
  holes: 0,
  rank: null,
  rankChange: null,
  ...more,
});

const data = (more: Partial<MonthlyData> = {}): MonthlyData => ({
  period: '2026-03',
  unit: { path: 'q', name: '青川县' },
  parks: null,
  industry: null,
  indicators: [invested],
  own: [row('q')],
  below: [],
  expected: [],
  remarks: [],
  notStarted: [],
  behind: [],
  hasProjects: false,
  reports: null,
  invented: [],
  due: '0.25',
  nameOf: (id) => `单位${id.replaceAll(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] as string)}`,
  today: '2026-04-08',
  ...more,
});
const linesOf = (more: Partial<MonthlyData>): string[] =>
  monthlyDocument(data(more)).blocks.flatMap((block) => ('content' in block ? [plainText(block.content)] : []));

describe('a sentence', () => {
  test('says value, growth, share of the plan and the calendar', () =>
    expect(linesOf({})).toContain('项目完成投资54000万元，同比增长8.0%，完成年度计划的25.0%，与序时进度持平。'));

  test('leaves out what is not known, and says why there is no figure', () => {
    const [yearOnYear, completion, ahead] = [of(null), of(null), of(null)];
    expect(linesOf({ own: [row('q', { yearOnYear, completion, ahead })] })).toContain('项目完成投资54000万元。');
    expect(linesOf({ own: [row('q', { value: of(null), yearOnYear, completion, ahead })] })).toContain(
      '项目完成投资数据缺失（未报送）。',
    );
  });

  test('says so where only the month alone is known of a figure since January', () =>
    expect(linesOf({ own: [row('q', { accumulation: 'single' })] })[2]).toMatch(/^项目完成投资（当月）54000万元/));
});

describe('places', () => {
  const ranked = (count: number) =>
    Array.from({ length: count }, (_, i) => row(`u${i}`, { rank: i + 1, rankChange: i % 2 === 0 ? i + 1 : -i }));

  test('name everybody who moved where they are few, and those who moved most where they are many', () => {
    expect(linesOf({ below: ranked(3) })).toEqual(
      expect.arrayContaining([
        '项目完成投资名次上升的有：单位u〇（1位）、单位u二（3位）。',
        '项目完成投资名次下降的有：单位u一（1位）。',
      ]),
    );
    const many = linesOf({ below: ranked(40) }).find((line) => line.includes('上升较多'));
    expect(many).toMatch(/^项目完成投资名次上升较多的有：单位u三八（39位）、/);
    expect(many?.match(/单位/g)).toHaveLength(12);
  });

  test('are not said of what is neither good nor bad, nor of one alone', () => {
    const kinds = (more: Partial<MonthlyData>) => monthlyDocument(data(more)).blocks.map(({ kind }) => kind);
    expect(kinds({ below: ranked(1) })).not.toContain('table');
    const neutral = { ...invested, direction: 'neither' as const };
    expect(kinds({ below: ranked(3), indicators: [neutral] })).not.toContain('table');
  });

  test('carry the mark by which an audience does without them', () =>
    expect(
      monthlyDocument(data({ below: ranked(3) })).blocks.filter(
        ({ kind, marks }) => kind !== 'paragraph' && marks === undefined,
      ),
    ).toMatchObject([{ kind: 'heading', content: ['一、总体情况'] }]));
});

test('every number of a generated bulletin is tied to a source', () => {
  const project = {
    id: 'p1',
    name: '年产10万组电池项目',
    unitPath: 'q',
    stage: 'signed',
    startOn: '2026-03-01',
  } as const;
  const late = { ...project, daysLate: 30, planned: null, completed: null, completion: null, ahead: null };
  const slow = {
    ...project,
    stage: 'building' as const,
    daysLate: null,
    planned: '100000000',
    completed: '10000000',
    completion: '0.1',
    ahead: '-0.15',
  };
  const remark = {
    reportId: 'r1',
    address: 'a',
    unitPath: 'u1',
    indicatorId: invested.id,
    subjectId: null,
    text: '3号厂房停工',
  };
  const missing = [{ unitPath: 'q', unitName: '青川县', form: '项目月报' }];
  const document = monthlyDocument(
    data({
      below: [row('u0', { rank: 1, rankChange: 1 }), row('u1', { rank: 2, rankChange: -1 })],
      notStarted: [late],
      behind: [slow],
      remarks: [remark],
      reports: { missing, late: missing, counts: { missing: 1, late: 1 } },
      invented: [invested.id],
    }),
  );
  expect(looseNumbers(document)).toEqual([]);
  const words = JSON.stringify(document);
  for (const said of ['演示虚构', '3号厂房停工', '年产10万组电池项目', '逾期报送']) expect(words).toContain(said);
});

test('periods are spelled as offices do, and end on their last day', () => {
  expect(['2026', '2026-H1', '2026-Q3', '2026-01', '2026-10'].map(spelledPeriod)).toEqual([
    '2026年',
    '2026年上半年',
    '2026年1—9月',
    '2026年1月',
    '2026年1—10月',
  ]);
  expect(['2024-02', '2026-02', '2026-Q3', '2026', '2026-11'].map(lastDayOf)).toEqual([
    '2024-02-29',
    '2026-02-28',
    '2026-09-30',
    '2026-12-31',
    '2026-11-30',
  ]);
});
