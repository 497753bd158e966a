import { documentOffset, spanOf } from '../../../core/document.ts';
import type { Units } from '../../../core/quantity.ts';
import type { IndicatorFact } from '../extraction.ts';
import type { Draft, Named } from './draft.ts';
import { clauseStarts } from './indicators/clauses.ts';
import { factOf, type Where } from './indicators/fact.ts';
import type { Figure } from './indicators/figure.ts';
import { figureOf } from './indicators/levels.ts';
import { namesOfEach } from './indicators/names.ts';
import { isProcedural } from './indicators/procedures.ts';
import { type OwnedByProjects, ownedByProjects } from './indicators/projects.ts';
import { type Mention, type Subjects, subjectsOf } from './indicators/subjects.ts';
import { lastYear, moodOfTitle, type Timing, timingOf } from './indicators/timing.ts';
import { dates, isKept, joined, periodBefore } from './indicators/when.ts';
import { columnOf, headsOf, isOthersTable, isSized, labelOf, rowSubject } from './indicators/whose.ts';
import { narrow } from './numerals.ts';
import type { PeriodMention, Quantity, Sentence } from './reading.ts';
import { unitsOf } from './sentences.ts';

interface Reader {
  readonly draft: Draft;
  readonly units: Units;
  readonly subjects: Subjects;
  readonly timing: Timing;
  readonly owned: OwnedByProjects;
  /** The office's own names of indicators, by every spelling that it listed. */
  readonly ownNames: ReadonlyMap<string, string>;
}

/** What a block says once and its later sentences take for granted. */
interface Carried {
  readonly block: number;
  subject: Mention | null;
  period: PeriodMention | null;
  /** Every period of the sentence so far, past its semicolons. */
  said: PeriodMention[];
  names: readonly string[];
  /** The last name by the dimension of its unit. */
  readonly byDimension: Map<string, string>;
}

/** Where the figures of one sentence have got to. */
interface Progress {
  used: number;
  leadStart: number;
  described: number | null;
  counted: string | null;
  last: Figure | null;
  /** The names before the group of figures that shares one lead. */
  group: readonly string[];
  /** The names of all levels of the sentence so far. */
  readonly levels: string[];
}

/** 四至: “西至东环路西500米” gives a place. */
const bounds = /^\s*[东西南北][至到临起]/;

/** Figures that share one lead: runs joined only by 、 and 和. */
function placesOf(text: string, quantities: readonly Quantity[]): { place: number; places: number }[] {
  const places: { place: number; places: number }[] = [];
  for (let from = 0; from < quantities.length; ) {
    let to = from + 1;
    while (to < quantities.length && joined.test(text.slice(quantities[to - 1]?.end, quantities[to]?.start))) to++;
    for (let place = 0; place < to - from; place++) places.push({ place, places: to - from });
    from = to;
  }
  return places;
}

function inTitle(text: string, at: number): boolean {
  const open = text.lastIndexOf('《', at);
  return open >= 0 && !text.slice(open, at).includes('》');
}

/** “4台75吨锅炉”: the second number is the size of what the first counts. */
const isSize = (text: string, before: Quantity | undefined, quantity: Quantity, { units }: Reader): boolean =>
  before !== undefined &&
  text.slice(before.end, quantity.start).trim() === '' &&
  countsThings(units, before.unit) &&
  !countsThings(units, quantity.unit);

const countsThings = (units: Units, unit: string): boolean =>
  unit.replace(/^[十百千万亿]+/, '') !== '' && units.isMeasureWord(unit);

function whereOf(
  { draft, timing, subjects }: Reader,
  sentence: Sentence,
): Pick<Where, 'section' | 'mood'> & { row: Mention | null } {
  const section = draft.sectionOf[sentence.block] ?? null;
  const block = draft.document.blocks[sentence.block];
  if (block?.kind !== 'table') return { section, mood: timing.moodOf(section), row: null };
  const at = documentOffset(sentence.prose, 0);
  const subject = rowSubject(block, at, subjects);
  const row: Mention | null = subject === null ? null : { start: 0, end: 0, subject, kind: 'park' };
  return { section, mood: moodOfTitle(columnOf(block, at)) ?? timing.moodOf(section), row };
}

/** A sentence made ready for its figures: its clauses, whom they are about, and where it stands. */
interface Frame {
  readonly sentence: Sentence;
  readonly text: string;
  readonly clauseAt: (offset: number) => number;
  readonly heads: readonly Mention[];
  readonly label: Mention | null;
  readonly place: ReturnType<typeof whereOf>;
}

function frameOf(reader: Reader, sentence: Sentence): Frame {
  const text = narrow(sentence.prose.text);
  const starts = clauseStarts(text);
  const heads = headsOf(text, reader.subjects.mentions(text), starts);
  const label = heads.some(({ start }) => start <= 2) ? null : labelOf(text);
  if (label !== null) heads.unshift(label);
  const clauseAt = (offset: number) => starts.findLast((start) => start <= offset) ?? 0;
  return { sentence, text, clauseAt, heads, label, place: whereOf(reader, sentence) };
}

/** Procedures, titles and 四至 hold no figures; “每5年” and “五年累计” stay part of the words around them. */
function passesOver({ text, clauseAt }: Frame, quantity: Quantity, progress: Progress): boolean {
  const { start, end } = quantity;
  const passed =
    isProcedural(text, quantity) || inTitle(text, start) || bounds.test(text.slice(clauseAt(start), start));
  const inName = /每\s*$/.test(text.slice(Math.max(0, start - 3), start)) || text.startsWith('累计', end);
  if (passed && !inName) progress.used = end;
  return passed;
}

const subjectAt = ({ heads, place }: Frame, at: number, carried: Carried, { subjects }: Reader): Mention | null =>
  heads.findLast(({ end }) => end <= at) ?? place.row ?? carried.subject ?? subjects.ofSection(place.section);

/** What a figure leaves behind for the next ones of its sentence. */
function remember(
  progress: Progress,
  carried: Carried,
  figure: Figure,
  quantity: Quantity,
  next: number,
  first: boolean,
): void {
  // “50户以上、收入超50亿元的龙头企业”: the noun lies beyond the next figure, whose words are still to be read.
  progress.used = next < figure.span.end ? quantity.end : Math.max(quantity.end, figure.span.end);
  progress.described = figure.attributive ? figure.span.start : null;
  progress.counted = figure.beforeNoun ? figure.carries : null;
  progress.last = figure;
  carried.names = first ? [figure.carries] : [...carried.names, figure.carries];
  if (figure.kind !== 'growth_rate') progress.levels.push(figure.carries);
}

/** “2024年、2025年分别…” are years of those figures only. */
const isListed = (text: string, { start, end }: PeriodMention): boolean =>
  /^\s*[、和]/.test(text.slice(end, end + 2)) || /[、和]\s*$/.test(text.slice(Math.max(0, start - 2), start));

/** The next clause goes on in the last year named; the next sentence in the present, or in the first year of the goals. */
function leavePeriod(carried: Carried, { sentence, text }: Frame, { now }: Timing): void {
  const said = sentence.periods.filter(
    (period) => dates(text, period) && isKept(text, period) && !isListed(text, period),
  );
  carried.said.push(...said);
  carried.period = said.at(-1) ?? carried.period;
  if (/[；;]\s*$/.test(text) || carried.said.length === 0) return;
  const known = now.base ?? (now.year === null ? null : now.year - 1);
  const past = carried.said.filter(({ period }) => known !== null && lastYear(period) <= known);
  const present = past.findLast(({ period }) => !period.includes('/')) ?? past.at(-1);
  carried.period = known === null ? carried.period : (present ?? carried.said[0] ?? carried.period);
  carried.said = [];
}

/** “2020年完成产值486亿元，“十三五”期间年均增长9%，占比14.8%”: a rate runs over the span, a level keeps its year. */
function yearOfLevel(
  period: PeriodMention,
  figure: Figure,
  at: number,
  { sentence, text, clauseAt }: Frame,
): PeriodMention {
  const spans = period.period.includes('/') && period.end <= clauseAt(at);
  const level = figure.kind === 'level' || figure.kind === 'share' || figure.name.endsWith('倍数');
  if (!spans || !level) return period;
  const single = (each: PeriodMention) => each.end <= period.start && !each.period.includes('/') && dates(text, each);
  return sentence.periods.findLast(single) ?? period;
}

/** “收入412亿元、税收12亿元，分别增长13%和9%”: names that stand apart share out a group of rates. */
const sharesOut = (
  text: string,
  first: Quantity,
  together: number,
  names: readonly string[],
  levels: readonly string[],
): boolean =>
  together > 1 &&
  names.length !== together &&
  levels.length >= together &&
  /，(?:同比)?分别[^，；。、]{0,8}$/.test(text.slice(Math.max(0, first.start - 14), first.start));

/** “甲、乙分别达到1亿元和2亿元，分别增长3%和4%”: the names of the first group hold for the second. */
const goesOn = (group: readonly string[], names: readonly string[], together: number): boolean =>
  together > 1 && group.length === together && group[0] === names[0];

/** A bar without a name of its own (超10亿元的企业) describes what is counted next. */
function leaveUnread({ text }: Frame, quantity: Quantity, progress: Progress): void {
  if (!/^\s*的/.test(text.slice(quantity.end, quantity.end + 3))) return;
  progress.used = quantity.end;
  progress.described = quantity.comparator === '=' ? null : quantity.start;
}

function factsOf(reader: Reader, sentence: Sentence, carried: Carried): IndicatorFact[] {
  const { draft, subjects, timing, units, owned } = reader;
  const { quantities, prose } = sentence;
  const frame = frameOf(reader, sentence);
  const { text, label } = frame;
  const places = placesOf(text, quantities);
  const progress: Progress = {
    used: 0,
    leadStart: 0,
    described: null,
    counted: null,
    last: null,
    group: [],
    levels: [],
  };
  const facts: IndicatorFact[] = [];
  quantities.forEach((quantity, i) => {
    const { place, places: together } = places[i] as { place: number; places: number };
    const first = quantities[i - place] as Quantity;
    const next = quantities[i + 1];
    const clauseAt = frame.clauseAt(first.start);
    if (place === 0 && sharesOut(text, first, together, carried.names, progress.levels))
      carried.names = progress.levels.slice(-together);
    if (place === 0) [progress.leadStart, progress.group] = [Math.max(clauseAt, progress.used), carried.names];
    const { described: describedFrom, counted: countedBefore } = progress;
    [progress.described, progress.counted] = [null, null];
    if (passesOver(frame, quantity, progress) || isSize(text, quantities[i - 1], quantity, reader)) return;
    const subject = subjectAt(frame, quantity.start, carried, reader);
    const dimension = units.parse(quantity.unit)?.dimension ?? quantity.unit;
    const figure = figureOf({
      text,
      periods: sentence.periods,
      subjectAt: (at) => (at === label?.start ? label.end - at : subjects.lengthAt(text, at)),
      from: progress.leadStart,
      quantity: place === 0 ? quantity : { ...quantity, start: first.start },
      next,
      place,
      places: together,
      before: goesOn(progress.group, carried.names, together) ? progress.group : carried.names,
      likeNamed: carried.byDimension.get(dimension) ?? null,
      describedFrom,
      countedBefore,
      last: progress.last,
      wider: subject?.kind === 'wider',
      countsThings: (unit) => countsThings(units, unit),
    });
    if (figure === null) {
      leaveUnread(frame, quantity, progress);
      return;
    }
    remember(progress, carried, figure, quantity, next?.start ?? text.length, place === 0);
    if (figure.kind !== 'growth_rate') carried.byDimension.set(dimension, figure.carries);
    const own = figure.counts || /项目数/.test(figure.name);
    if (!own && owned(spanOf(prose, quantity.digits.start, quantity.digits.end), sentence)) return;
    const before = periodBefore(text, sentence, quantity.start, place, together);
    const period = before === null ? carried.period : yearOfLevel(before, figure, quantity.start, frame);
    const where: Where = { ...frame.place, clauseAt, leadEnd: first.digits.start, period, subject, own: subjects.own };
    const fact = factOf(draft, timing, sentence, text, quantity, covering(figure, quantity), where);
    // Figures of the wider world are context: they stay as they were said.
    const lead = subject?.kind === 'wider' ? '' : text.slice(clauseAt, first.digits.start);
    for (const name of namesOfEach(fact.name, lead)) facts.push({ ...fact, name: reader.ownNames.get(name) ?? name });
  });
  leavePeriod(carried, frame, timing);
  carried.subject = frame.heads.findLast((head) => !isSized(text, head)) ?? carried.subject;
  return facts;
}

/** Name and number in one quote. */
function covering(figure: Figure, { start, end }: Quantity): Figure {
  const span = { start: Math.min(figure.span.start, start), end: Math.max(figure.span.end, end) };
  return { ...figure, span };
}

/** The figures stated in running text. */
export function textIndicatorsOf(draft: Draft, named: Named): IndicatorFact[] {
  const reader: Reader = {
    draft,
    units: unitsOf(draft.own),
    subjects: subjectsOf(draft, named),
    timing: timingOf(draft),
    owned: ownedByProjects(draft, named),
    ownNames: new Map(draft.own.indicators.flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name]))),
  };
  const facts: IndicatorFact[] = [];
  const figured = new Set(draft.sentences.flatMap(({ block, quantities }) => (quantities.length > 0 ? [block] : [])));
  let carried: Carried | null = null;
  for (const sentence of draft.sentences) {
    const block = draft.document.blocks[sentence.block];
    if (block === undefined || !figured.has(sentence.block) || block.kind === 'heading' || block.kind === 'furniture')
      continue;
    if (block.kind === 'table' && isOthersTable(block)) continue;
    if (carried === null || sentence.block !== carried.block || block.kind === 'table') {
      carried = { block: sentence.block, subject: null, period: null, said: [], names: [], byDimension: new Map() };
    }
    if (sentence.quantities.length === 0 && sentence.periods.length === 0 && carried.subject !== null) continue;
    for (const fact of factsOf(reader, sentence, carried)) facts.push(fact);
  }
  return facts;
}
