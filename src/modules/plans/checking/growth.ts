import type { Source } from '../../../core/document.ts';
import { documentOffset } from '../../../core/document.ts';
import { type Quantity, type Reading, type Sentence, sourceIn } from '../../documents/reading/reading.ts';
import type { Dossier } from '../dossier.ts';
import { allFigures, type Figure, figuresOf, grouped, nameKey, sameSubject, subjectCore } from './figures.ts';
import { type GrowthKind, type Mention, mentionsIn } from './growth-phrases.ts';
import { comparable } from './scope.ts';
import { type Stated, statedIn } from './statements.ts';

/** “到2025年产值达到750亿元，年均增长12%”, with the base that the document states elsewhere. */
export interface GrowthClaim {
  readonly kind: GrowthKind;
  /** The stated rate in percent; for a doubling the number of times (1 for 翻一番). */
  readonly rate: Quantity | null;
  /** 年均下降: the rate is printed without its sign. */
  readonly falling: boolean;
  readonly times: number;
  readonly base: Figure;
  readonly target: Figure;
  readonly years: number;
  readonly source: Source;
}

/** Figures by where they stand, to find those of a sentence without looking at all. */
function figuresBetween(figures: readonly Figure[], start: number, end: number): Figure[] {
  let low = 0;
  let high = figures.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((figures[middle] as Figure).fact.source.start < start) low = middle + 1;
    else high = middle;
  }
  const found: Figure[] = [];
  for (let i = low; i < figures.length && (figures[i] as Figure).fact.source.start < end; i++)
    found.push(figures[i] as Figure);
  return found;
}

const isLevel = ({ fact, dimension }: Figure): boolean =>
  fact.kind !== 'growth_rate' && (dimension !== 'ratio' || fact.unit === '%') && !/增速|增长/.test(fact.name);

/** The figure that a growth phrase speaks of: the last one stated before it, or else the next one after it. */
function targetAt(figures: readonly Figure[], at: number): Figure | undefined {
  const levels = figures.filter(isLevel).filter(({ fact }) => fact.unit !== '%');
  return (
    levels.findLast(({ fact }) => fact.source.start < at && fact.source.end <= at + 2) ??
    levels.findLast(({ fact }) => fact.source.start < at) ??
    levels.find(({ fact }) => fact.source.start < at + 30)
  );
}

type Bases = ReadonlyMap<string, readonly Figure[]>;
/** By the end of the name: “规上工业企业工业总产值” and “工业总产值” can be base and target of one growth. */
const baseKey = ({ key, dimension }: Figure, subject: string): string =>
  `${key.slice(-3)}|${dimension}|${subjectCore(subject)}`;
const sameName = (a: string, b: string): boolean =>
  a === b || (Math.min(a.length, b.length) >= 4 && (a.endsWith(b) || b.endsWith(a)));

/** The stated figure that the target grows from: of the year named, or the latest one before the target. */
function baseFor(
  target: Figure,
  subject: string,
  kind: GrowthKind,
  from: number | null,
  bases: Bases,
): Figure | undefined {
  const earlier = (bases.get(baseKey(target, subject)) ?? []).filter(
    (figure) =>
      figure.year !== null &&
      target.year !== null &&
      figure.year < target.year &&
      figure.comparator !== 'range' &&
      sameName(figure.key, target.key) &&
      sameSubject(figure.subject, subject) &&
      comparable(figure, target) &&
      figure.fact.kind !== 'cumulative',
  );
  const wanted = kind === 'year-on-year' && target.year !== null ? target.year - 1 : from;
  if (wanted !== null)
    return (
      earlier.find(({ year, key }) => year === wanted && key === target.key) ??
      earlier.find(({ year }) => year === wanted) ??
      (kind === 'annual' ? earlier.find(({ year }) => year === wanted + 1) : undefined)
    );
  const stated = earlier.filter(({ fact }) => fact.kind === 'baseline');
  const nearness = (figure: Figure) => (figure.key === target.key ? 0.5 : 0) + (figure.year ?? 0);
  return stated.sort((a, b) => nearness(b) - nearness(a))[0];
}

const yearNamed = (text: string): number | null => {
  const [, year] = text.match(/(?:比|较|在)(20\d\d)年?[^，。；]{0,8}$/) ?? [];
  return year ? Number(year) : null;
};

/** A rate for 2016—2020 grows from 2015. */
const spanStart = (own: Figure | undefined): number | null => {
  const [start, end] = (own?.fact.period ?? '').split('/').map(Number);
  return start && end && end > start ? start - 1 : null;
};

/** The indicator that a growth names in its own clause: “甲达到200，乙年均增长20%” says nothing of 甲. */
function isOf(own: Figure | undefined, before: string): (figure: Figure) => boolean {
  const clause = before.slice(Math.max(...['，', '、', '；', '：', '。'].map((mark) => before.lastIndexOf(mark))) + 1);
  const [, words = ''] =
    clause.replace(/\s/g, '').match(/([\p{Script=Han}]*?)(?:年均|同比|比20|较20|比上年|较上年|累计增长)/u) ?? [];
  const named = nameKey(words.replace(/^(?:实现|保持|力争|预计|其中|并|且)+/, ''));
  if (named.length < 3 || /\d/.test(clause.slice(0, clause.length - 1).replace(/20\d\d/g, ''))) return () => true;
  const key = own ? nameKey(own.fact.name.replace(/(?:年均|同比)?(?:增速|增长率?|增幅)$/, '')) : named;
  return (figure) => sameName(figure.key, key) || figure.key.endsWith(named);
}

const rises = /(?:增加|增长|提高|提升|上升|扩大|发展|增)(?:到|至)/;

/** A figure of running text in the form of a fact, for a base that no reader has named. */
function asFigure(stated: Stated, like: Figure | undefined, year: number): Figure {
  const printed = stated.quantity.values.join('/');
  const fact = {
    name: like?.fact.name ?? stated.label,
    subject: like?.fact.subject ?? null,
    value: Number(stated.quantity.values[0] ?? 0),
    unit: stated.quantity.unit,
    comparator: stated.comparator,
    period: String(year),
    kind: 'baseline' as const,
    attribute: null,
    source: stated.source,
    printed,
    isTarget: false,
    from: null,
    table: null,
  };
  return { ...stated, fact, key: like?.key ?? '', subject: like?.subject ?? '', year };
}

const yearBefore = ({ prose, periods }: Sentence, at: number): number | null => {
  const period = periods.findLast(({ start, end }) => start < at && at - end < 16);
  const year = Number(period?.period.slice(0, 4) ?? prose.text.slice(0, at).match(/(20\d\d)年[^\d]{0,8}$/)?.[1]);
  return Number.isFinite(year) && year > 0 ? year : null;
};

/** “由2020年的480亿元增加到2025年的750亿元”, “500亿元，比2019年的400亿元增长35%”: base and target side by side. */
function statedTogether(
  reading: Reading,
  sentence: Sentence,
  mention: Mention,
  near: readonly Figure[],
): GrowthClaim | null {
  const levels = statedIn(reading, sentence).filter(
    ({ quantity, dimension }) => quantity.end <= mention.at && dimension !== 'ratio',
  );
  const [one, two] = levels.slice(-2);
  if (!one || !two || one.dimension !== two.dimension) return null;
  const { text } = sentence.prose;
  const [before, between] = [
    text.slice(Math.max(0, one.quantity.start - 20), one.quantity.start),
    text.slice(one.quantity.end, two.quantity.start),
  ];
  const upward = /[由从]/.test(before) && rises.test(between);
  const compared = /[比较](?:20\d\d年|上年|去年)的?[^，。\d]{0,6}$/.test(between);
  if (!upward && !compared) return null;
  const [base, target] = upward ? [one, two] : [two, one];
  const [from, to] = [yearBefore(sentence, base.quantity.start), yearBefore(sentence, target.quantity.start)];
  if (from === null || to === null || to <= from) return null;
  const like = near.find(({ fact }) => fact.kind !== 'growth_rate');
  const kind = compared && to - from === 1 ? 'year-on-year' : mention.kind;
  const source = sourceIn(reading, sentence, { start: mention.at, end: mention.end });
  return {
    kind,
    rate: mention.rate,
    falling: mention.falling,
    times: mention.times,
    base: asFigure(base, like, from),
    target: asFigure(target, like, to),
    years: to - from,
    source,
  };
}

function claimsOf(reading: Reading, bases: Bases): GrowthClaim[] {
  const figures = figuresOf(reading);
  return reading.sentences.flatMap((sentence) => {
    const mentions = mentionsIn(sentence);
    if (mentions.length === 0) return [];
    const { prose } = sentence;
    const near = figuresBetween(figures, documentOffset(prose, 0), documentOffset(prose, prose.text.length - 1) + 1);
    return mentions.flatMap((mention): GrowthClaim[] => {
      const together = statedTogether(reading, sentence, mention, near);
      if (together !== null) return [together];
      const { kind, at, end, rate, falling, times } = mention;
      const place = documentOffset(prose, at);
      const own = near.find(
        ({ fact }) => fact.kind === 'growth_rate' && fact.source.start <= place + 12 && fact.source.end >= place,
      );
      const target = targetAt(near.filter(isOf(own, prose.text.slice(0, at))), place);
      if (target === undefined || target.year === null) return [];
      const from = kind === 'annual' ? spanStart(own) : yearNamed(prose.text.slice(0, at));
      // The rate may know better whose growth it is: “园区产值突破90亿元，年均增长9%” under a park's name.
      const subject = /^(园区|开发区|全区)?$/.test(target.subject) && own ? own.subject : target.subject;
      const base = baseFor(target, subject, kind, from, bases);
      if (base === undefined || base.year === null) return [];
      const years = target.year - base.year;
      // 年均 speaks of several years.
      if (kind === 'annual' && years < 2) return [];
      // A base three times the target belongs to a wider scope, not to this growth.
      if (target.value.times(3).lt(base.value)) return [];
      return [
        { kind, rate, falling, times, base, target, years, source: sourceIn(reading, sentence, { start: at, end }) },
      ];
    });
  });
}

/** The first statement of each figure: a document that says a thing a hundred times has it once. */
const distinct = (figures: readonly Figure[]): Figure[] => [
  ...new Map(
    figures
      .toReversed()
      .map((figure) => [`${figure.key}|${figure.subject}|${figure.year}|${figure.fact.kind}`, figure]),
  ).values(),
];

const remembered = new WeakMap<Dossier, readonly GrowthClaim[]>();

/** Every growth that running text states together with a target whose base is known. */
export function growthClaims(dossier: Dossier): readonly GrowthClaim[] {
  const known = remembered.get(dossier);
  if (known) return known;
  const bases = grouped(distinct(allFigures(dossier).filter(isLevel)), (figure) => baseKey(figure, figure.subject));
  const found = dossier.readings.flatMap((reading) => claimsOf(reading, bases));
  remembered.set(dossier, found);
  return found;
}
