import { expect, test } from 'vitest';
import type { Extraction, IndicatorFact } from '../documents/extraction.ts';
import { carryOver } from './carry-over.ts';
import { compareFacts } from './compare.ts';
import type { PlanFact } from './plan.ts';
import { reviseFact } from './revise.ts';

const indicator = (text: string, quote: string, value: number, period = '2030'): IndicatorFact => ({
  name: '工业总产值',
  subject: '青川经开区',
  value,
  unit: '亿元',
  comparator: '=',
  period,
  kind: 'target',
  attribute: null,
  source: { line: 1, quote, start: text.indexOf(quote), end: text.indexOf(quote) + quote.length },
  printed: String(value),
  isTarget: true,
  from: null,
  table: null,
});

const factOf = (data: IndicatorFact, rest: Partial<PlanFact> = {}): PlanFact =>
  ({
    kind: 'indicator',
    data,
    id: '00000000-0000-4000-8000-000000000001',
    state: 'proposed',
    original: null,
    revision: 1,
    updatedAt: '2026-11-22T02:00:00Z',
    updatedBy: '王工',
    ...rest,
  }) as PlanFact;

const extractionOf = (...indicators: IndicatorFact[]): Extraction => ({
  schema: 'lantu.extraction/1',
  document: { title: null, issuer: null, number: null, issuedOn: null, period: null, baseYear: null, regions: [] },
  indicators,
  projects: [],
  tasks: [],
  parks: [],
  enterprises: [],
  tables: [],
});

const oldText = '到2030年，工业总产值达到300亿元。';
const newText = `（修订稿）\n${oldText}`;
const quote = '工业总产值达到300亿元';

test('a correction is kept when the new version has the same sentence at another place', () => {
  const corrected = reviseFact(
    factOf(indicator(oldText, quote, 300)),
    { revision: 1, state: 'corrected', fact: { kind: 'indicator', data: indicator(oldText, quote, 320) } },
    '李工',
    '2026-11-22T03:00:00Z',
  );
  const { proposals, gone } = carryOver([corrected], extractionOf(indicator(newText, quote, 300)), newText);
  expect(proposals[0]?.decided?.data).toMatchObject({ value: 320 });
  expect(gone).toEqual([]);
});

test('a decision whose sentence is gone is counted, not lost in silence', () => {
  const accepted = factOf(indicator(oldText, quote, 300), { state: 'accepted' });
  const { gone } = carryOver([accepted], extractionOf(), '（全文已改写）');
  expect(gone).toHaveLength(1);
});

test('a fact added by hand moves with its sentence', () => {
  const added = factOf(indicator(oldText, quote, 300), { state: 'added' });
  const { added: moved } = carryOver([added], extractionOf(), newText);
  expect(moved[0]?.data.source).toMatchObject({ line: 2, start: newText.indexOf(quote), quote });
});

test('a revision seen by nobody else is refused with who changed it', () => {
  const fact = factOf(indicator(oldText, quote, 300), { revision: 3 });
  expect(() => reviseFact(fact, { revision: 2, state: 'accepted' }, '李工', 'now')).toThrow(/王工/);
});

test('correcting back to what was read leaves no trace of a correction', () => {
  const data = indicator(oldText, quote, 300);
  const once = reviseFact(
    factOf(data),
    { revision: 1, state: 'corrected', fact: { kind: 'indicator', data: { ...data, value: 320, printed: '320' } } },
    '李工',
    'now',
  );
  const back = reviseFact(once, { revision: 2, state: 'proposed', fact: { kind: 'indicator', data } }, '李工', 'now');
  expect(once.original).toEqual(data);
  expect(back).toMatchObject({ original: null, revision: 3, state: 'proposed' });
});

test('comparison says what changed, what is new and what is gone', () => {
  const left = [factOf(indicator(oldText, quote, 300)), factOf(indicator(oldText, quote, 100, '2026'))];
  const right = [factOf(indicator(newText, quote, 320)), factOf(indicator(newText, quote, 80, '2027'))];
  expect(compareFacts(left, right).map(({ verdict }) => verdict)).toEqual(['changed', 'only-left', 'only-right']);
});
