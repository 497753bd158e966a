import { spanOf } from '../../../core/document.ts';
import type { IndicatorFact } from '../extraction.ts';
import type { Draft, Named } from './draft.ts';
import {
  type Carried,
  goesOn,
  leavePeriod,
  leaveUnread,
  type Progress,
  passesOver,
  placesOf,
  remember,
  sharesOut,
  subjectAt,
  yearOfLevel,
} from './indicators/carried.ts';
import { factOf, type Where } from './indicators/fact.ts';
import type { Figure } from './indicators/figure.ts';
import { countsThings, frameOf, isSize, type Reader } from './indicators/frame.ts';
import { figureOf } from './indicators/levels.ts';
import { namesOfEach } from './indicators/names.ts';
import { ownedByProjects } from './indicators/projects.ts';
import { subjectsOf } from './indicators/subjects.ts';
import { timingOf } from './indicators/timing.ts';
import { periodBefore } from './indicators/when.ts';
import { isOthersTable, isSized } from './indicators/whose.ts';
import type { Quantity, Sentence } from './reading.ts';
import { unitsOf } from './sentences.ts';

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
    const subject = subjectAt(frame, quantity.start, carried, subjects);
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
