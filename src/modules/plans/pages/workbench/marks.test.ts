import { describe, expect, test } from 'vitest';
import type { IndicatorFact } from '../../../documents/extraction.ts';
import type { PlanFact, PlanFinding } from '../../plan.ts';
import { idOf, marksByBlock, marksOf, nextOnClick, type PlanBlock, segmentsOfCell, segmentsOfProse } from './marks.ts';

const text = '到2030年，园区产值达到1,280亿元，其中食品280亿元。';

const fact = (id: string, quote: string, change: Partial<IndicatorFact> = {}): PlanFact => ({
  id,
  state: 'proposed',
  original: null,
  revision: 1,
  updatedAt: '2026-03-01T00:00:00Z',
  updatedBy: '规划科',
  kind: 'indicator',
  data: {
    name: '产值',
    subject: null,
    value: 280,
    unit: '亿元',
    comparator: '=',
    period: '2030',
    kind: 'target',
    attribute: null,
    source: { line: 1, quote, start: text.indexOf(quote), end: text.indexOf(quote) + quote.length },
    printed: '280',
    isTarget: true,
    from: null,
    table: null,
    ...change,
  },
});

const finding: PlanFinding = {
  fingerprint: 'f1',
  rule: 'part/exceeds',
  severity: 'error',
  message: { zh: '部分大于整体', en: 'a part exceeds its whole' },
  sources: [{ line: 1, quote: text, start: 0, end: text.length }],
  arithmetic: null,
  dismissed: null,
};

const shown = (facts: readonly PlanFact[]) => marksOf(facts, []).map(({ start, end }) => text.slice(start, end));

describe('the mark of a figure', () => {
  test('stands on its number and unit, not on a part of a longer number', () =>
    expect(shown([fact('a', text)])).toEqual(['280亿元']));

  test('finds thousands typed with a separator', () =>
    expect(shown([fact('a', text, { printed: '1280' })])).toEqual(['1,280亿元']));

  test('stays where the number was read, whatever a person made of it', () => {
    const read = fact('a', text);
    const corrected = { ...fact('a', text, { printed: '300' }), original: read.data, state: 'corrected' } as PlanFact;
    expect(shown([corrected])).toEqual(['280亿元']);
  });

  test('falls back to the whole quotation when the number is written in another way', () =>
    expect(shown([fact('a', '到2030年，园区', { printed: '77' })])).toEqual(['到2030年，园区']));
});

test('a dismissed finding leaves no mark', () => {
  expect(marksOf([], [finding])).toHaveLength(1);
  expect(marksOf([], [{ ...finding, dismissed: { reason: '口径不同', by: '规划科', at: '2026-03-01' } }])).toEqual([]);
});

test('a click takes the figure first, then the finding around it, then the figure again', () => {
  const marks = marksOf([fact('a', text)], [finding]);
  expect(nextOnClick(marks, ['f1', 'a'], null)).toBe('a');
  expect(nextOnClick(marks, ['f1', 'a'], 'a')).toBe('f1');
  expect(nextOnClick(marks, ['f1', 'a'], 'f1')).toBe('a');
  expect(nextOnClick(marks, [], null)).toBeNull();
});

test('text is cut where marks begin and end, and nothing of it is lost', () => {
  const marks = marksOf([fact('a', text)], [finding]);
  const segments = segmentsOfProse({ text, runs: [[0, 0]] }, marks);
  expect(segments.map((segment) => segment.text).join('')).toBe(text);
  const figure = segments.find((segment) => segment.text === '280亿元');
  expect(figure?.marks.map(idOf).sort()).toEqual(['a', 'f1']);
});

test('a mark follows its words over a line wrap', () => {
  // “280亿” ends one line of the document and “元” begins the next.
  const prose = {
    text: '产值280亿元',
    runs: [
      [0, 0],
      [6, 7],
    ] as [number, number][],
  };
  const marks = [{ start: 2, end: 8, on: { fact: 'a' }, kind: 'indicator', look: 'proposed' }] as const;
  const [, marked] = segmentsOfProse(prose, marks);
  expect(marked?.text).toBe('280亿元');
});

test('a cell joined from wrapped lines is marked as a whole', () => {
  const marks = [{ start: 10, end: 12, on: { fact: 'a' }, kind: 'indicator', look: 'proposed' }] as const;
  expect(segmentsOfCell({ text: '一二三四', start: 9, end: 14 }, marks).map((segment) => segment.text)).toEqual([
    '一二三四',
  ]);
  expect(segmentsOfCell({ text: '一二三四五', start: 9, end: 14 }, marks).map((segment) => segment.text)).toEqual([
    '一',
    '二三',
    '四五',
  ]);
});

test('every block knows the marks that touch it', () => {
  const block = (start: number, end: number): PlanBlock => ({
    kind: 'paragraph',
    start,
    end,
    prose: { text: 'x'.repeat(end - start), runs: [[0, start]] },
  });
  const marks = [{ start: 8, end: 12, on: { fact: 'a' }, kind: 'indicator', look: 'proposed' }] as const;
  const byBlock = marksByBlock([block(0, 5), block(5, 10), block(10, 15)], marks);
  expect([...byBlock.keys()]).toEqual([1, 2]);
});
