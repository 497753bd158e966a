import type { Day } from '../../core/day.ts';
import type { ProjectFact } from '../documents/extraction.ts';
import { type NewPromise, promiseMeasures } from './promise.ts';
import { wordsOfPromise } from './promise-words.ts';

const byWord = new Map(promiseMeasures.flatMap(({ id, names }) => names.map((name) => [name, id] as const)));

/** The measure that a document’s word stands for: the word itself, or the longest known one that it ends in. */
export function measureOfWord(word: string): string {
  const exact = byWord.get(word);
  if (exact !== undefined) return exact;
  const endings = [...byWord.keys()].filter((name) => word.endsWith(name)).sort((a, b) => b.length - a.length);
  return byWord.get(endings[0] ?? '') ?? 'other';
}

/** “2024”, “2024年”, “2024-06”, “2024年6月” as the last day of it; null where no year stands there. */
export function lastDayIn(text: string | null): Day | null {
  const [, year, month] = /(\d{4})(?:\s*[年.-]\s*(\d{1,2}))?/.exec(text ?? '') ?? [];
  if (year === undefined) return null;
  const months = month === undefined ? 12 : Number(month);
  if (months < 1 || months > 12) return null;
  return new Date(Date.UTC(Number(year), months, 0)).toISOString().slice(0, 10);
}

export interface Figure {
  readonly measure: string;
  readonly what: string | null;
  readonly value: string;
  readonly unit: string;
  readonly comparator?: NewPromise['comparator'];
  readonly dueOn: Day | null;
  readonly line: number;
}

/** A figure as a promise; what a measure cannot be measured in becomes “other”; null where nobody knows the unit. */
export function promiseOf(figure: Figure, source: NewPromise['source']): NewPromise | null {
  const { measure, what, value, unit, comparator, dueOn } = figure;
  const promise: NewPromise = {
    measure,
    what,
    typed: value,
    unit,
    comparator,
    dueOn,
    period: null,
    owner: null,
    source,
  };
  const label = promiseMeasures.find(({ id }) => id === measure)?.label.zh ?? measure;
  const other = { ...promise, measure: 'other', what: [label, what].filter(Boolean).join(' ') };
  for (const each of [promise, other]) {
    try {
      wordsOfPromise(each);
      return each;
    } catch {
      // The next way of reading it is tried.
    }
  }
  return null;
}

/** What a plan says of a project in numbers and days, each with its line. */
export function figuresOfFact({ investment, start, finish, quantities, source }: ProjectFact): Figure[] {
  const days = [
    { measure: 'start', dueOn: lastDayIn(start) },
    { measure: 'completion', dueOn: lastDayIn(finish) },
  ].flatMap(({ measure, dueOn }) =>
    dueOn === null ? [] : [{ measure, what: null, value: '', unit: '', dueOn, line: source.line }],
  );
  const money =
    investment === null
      ? []
      : [
          {
            measure: 'investment',
            what: null,
            value: String(investment.value),
            unit: investment.unit,
            dueOn: lastDayIn(finish),
            line: source.line,
          },
        ];
  const others = quantities.map(({ name, value, unit, source: own }): Figure => {
    const measure = measureOfWord(name);
    return {
      measure,
      what: measure === 'other' ? name : null,
      value: String(value),
      unit,
      dueOn: null,
      line: (own ?? source).line,
    };
  });
  return [...money, ...days, ...others];
}
