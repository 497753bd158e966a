import { spanOf } from '../../../core/document.ts';
import type { Units } from '../../../core/quantity.ts';
import type { IndicatorFact, IndicatorKind } from '../extraction.ts';
import type { Draft, Named } from './draft.ts';
import { clauseStarts } from './indicators/clauses.ts';
import { type Figure, figureOf } from './indicators/figure.ts';
import { type OwnedByProjects, ownedByProjects } from './indicators/projects.ts';
import { type Mention, type Subjects, subjectsOf } from './indicators/subjects.ts';
import { isAimed, type Timing, timingOf } from './indicators/timing.ts';
import { narrow } from './numerals.ts';
import type { PeriodMention, Quantity, Section, Sentence } from './reading.ts';
import { sourceIn } from './reading.ts';
import { unitsOf } from './sentences.ts';

/** What a block says once and its later sentences take for granted. */
interface Carried {
  block: number;
  subject: Mention | null;
  period: PeriodMention | null;
  names: readonly string[];
}

interface Reader {
  readonly draft: Draft;
  readonly units: Units;
  readonly subjects: Subjects;
  readonly timing: Timing;
  readonly owned: OwnedByProjects;
}

/** Spans of time, turns and scores are conditions and procedures, not figures of a plan. */
const procedural = /^[万亿千百十]*(?:年|个?月|天|日|个?工作日|个?小时|分钟|秒|周|个?季度|次|届|分|岁|批次?|期|场)$/;

const between = (text: string, a: Quantity, b: Quantity) => /^[\s、和与及]+$/.test(text.slice(a.end, b.start));

/** Figures that share one lead: runs joined only by 、 and 和. */
function groupsOf(text: string, quantities: readonly Quantity[]): { place: number; places: number }[] {
  const groups: { place: number; places: number }[] = [];
  for (let from = 0; from < quantities.length; ) {
    let to = from + 1;
    while (to < quantities.length && between(text, quantities[to - 1] as Quantity, quantities[to] as Quantity)) to++;
    for (let place = 0; place < to - from; place++) groups.push({ place, places: to - from });
    from = to;
  }
  return groups;
}

function inTitle(text: string, at: number): boolean {
  const open = text.lastIndexOf('《', at);
  return open >= 0 && !text.slice(open, at).includes('》');
}

const comparing = /[比较]\s*$/;

/** The last period before a figure that the figure is of; “比2005年” is what it is compared with. */
function periodBefore(
  text: string,
  { periods }: Sentence,
  at: number,
  places: number,
  place: number,
): PeriodMention | null {
  const said = periods.filter(
    ({ start, end, relation }) =>
      end <= at && relation !== 'since' && !comparing.test(text.slice(Math.max(0, start - 2), start)),
  );
  // “2023年、2024年分别达到…”: one period for each figure.
  if (places > 1 && said.length >= places) {
    const last = said.slice(-places);
    const listed = last.every(
      (each, i) => i === 0 || /^[\s、和与及]+$/.test(text.slice((last[i - 1] as PeriodMention).end, each.start)),
    );
    if (listed) return last[place] ?? null;
  }
  return said.at(-1) ?? null;
}

function subjectOf(
  reader: Reader,
  text: string,
  mentions: readonly Mention[],
  clauseAt: number,
  at: number,
  carried: Carried,
  section: Section | null,
): Mention | null {
  const said = mentions.filter(({ start, end, kind }) => {
    if (end > at) return false;
    if (kind === 'enterprise') return start <= 1 || start - clauseAt <= 1;
    return start <= 2 || start >= clauseAt || kind === 'wider';
  });
  const own = said.at(-1);
  if (own !== undefined) return own;
  return carried.subject ?? reader.subjects.ofSection(section);
}

function kindOf(figure: Figure, aimed: boolean): IndicatorKind {
  if (figure.kind !== 'level') return figure.kind;
  return aimed ? 'target' : 'baseline';
}

const perMu = /^(?:入园项目|项目|新建项目|工业)?亩均/;

function factOf(
  reader: Reader,
  sentence: Sentence,
  text: string,
  quantity: Quantity,
  figure: Figure,
  where: Where,
): IndicatorFact {
  const { timing } = reader;
  const said = text.slice(Math.max(0, where.clauseAt - 40), quantity.end);
  const mood = timing.moodOf(where.section);
  const explicit = where.period;
  const aimed = isAimed(said, explicit, mood, timing);
  const wider = where.subject?.kind === 'wider';
  const period =
    explicit?.period ?? (wider ? null : (timing.periodOf(where.section) ?? defaultPeriod(reader, aimed, mood)));
  const numbers = quantity.values.map(Number) as [number, number];
  const reaching =
    /达到?\s*$/.test(text.slice(figure.span.start, quantity.digits.start)) && quantity.values[0] !== '100';
  const comparator = quantity.comparator === '=' && aimed && reaching && !wider ? '>=' : quantity.comparator;
  const unit = perMu.test(figure.name) && /^[万亿]?元$/.test(quantity.unit) ? `${quantity.unit}/亩` : quantity.unit;
  return {
    name: figure.name,
    subject: subjectWord(figure) ?? where.subject?.subject ?? reader.subjects.own,
    value: quantity.values.length > 1 ? numbers : numbers[0],
    unit,
    comparator,
    period,
    kind: kindOf(figure, aimed),
    attribute: /约束性/.test(said) ? '约束性' : /预期性/.test(said) ? '预期性' : null,
    source: sourceIn(reader.draft, sentence, figure.span),
    printed: quantity.values.join('/'),
    isTarget: aimed,
    from: figure.from === '同比' ? previousYear(period) : figure.from,
    table: null,
  };
}

interface Where {
  readonly clauseAt: number;
  readonly section: Section | null;
  readonly period: PeriodMention | null;
  readonly subject: Mention | null;
}

const subjectWord = ({ subjectWords }: Figure): string | null =>
  subjectWords !== null && /(?:业|园|园区|区|企业|集群|经济|公司|集团)$/.test(subjectWords) ? subjectWords : null;

const previousYear = (period: string | null): string | null =>
  period !== null && /^\d{4}(?!\/)/.test(period) ? String(Number(period.slice(0, 4)) - 1) : null;

/** A goal without a year is for the end of the plan, a state without one for its base year. */
function defaultPeriod({ timing, draft }: Reader, aimed: boolean, mood: string | null): string | null {
  if (aimed && mood === 'goal') return timing.planEnd;
  return !aimed && mood === 'state' ? draft.about.baseYear : null;
}

function factsOf(reader: Reader, sentence: Sentence, carried: Carried): IndicatorFact[] {
  const { draft, subjects, owned } = reader;
  const text = narrow(sentence.prose.text);
  const section = draft.sectionOf[sentence.block] ?? null;
  const starts = clauseStarts(text);
  const mentions = subjects.mentions(text);
  const groups = groupsOf(text, sentence.quantities);
  const facts: IndicatorFact[] = [];
  let names: readonly string[] = carried.names;
  let used = 0;
  let described: number | null = null;
  sentence.quantities.forEach((quantity, i) => {
    const { place, places } = groups[i] as { place: number; places: number };
    const clauseAt = starts.findLast((start) => start <= quantity.start) ?? 0;
    const first = sentence.quantities[i - place] as Quantity;
    const ownUsed = place === 0 ? used : first.start;
    const from =
      place === 0 ? Math.max(clauseAt, used) : Math.max(starts.findLast((s) => s <= first.start) ?? 0, leadStart);
    if (place === 0) leadStart = from;
    const describedFrom = described !== null && ownUsed <= quantity.start ? described : null;
    described = null;
    if (procedural.test(quantity.unit) || inTitle(text, quantity.start)) return;
    const subject = subjectOf(reader, text, mentions, clauseAt, quantity.start, carried, section);
    const figure = figureOf({
      text,
      periods: sentence.periods,
      subjectAt: (at) => subjects.lengthAt(text, at),
      from,
      quantity: place === 0 ? quantity : { ...quantity, start: first.start },
      next: sentence.quantities[i + 1],
      place,
      places,
      before: names,
      describedFrom,
      wider: subject?.kind === 'wider',
      isMeasureWord: reader.units.isMeasureWord,
    });
    used = quantity.end;
    if (figure === null) return;
    used = Math.max(quantity.end, figure.span.end);
    names = place === 0 ? [figure.carries] : [...names, figure.carries];
    if (figure.attributive && quantity.comparator !== '=') described = figure.span.start;
    if (owned(spanOf(sentence.prose, quantity.digits.start, quantity.digits.end), sentence, figure)) return;
    const period = periodBefore(text, sentence, quantity.start, places, place) ?? carried.period;
    facts.push(
      factOf(
        reader,
        sentence,
        text,
        quantity,
        {
          ...figure,
          span: { start: Math.min(figure.span.start, quantity.start), end: Math.max(figure.span.end, quantity.end) },
        },
        { clauseAt, section, period, subject },
      ),
    );
  });
  remember(carried, sentence, text, mentions, names);
  return facts;
}

let leadStart = 0;

function remember(
  carried: Carried,
  sentence: Sentence,
  text: string,
  mentions: readonly Mention[],
  names: readonly string[],
): void {
  const period = sentence.periods.findLast(
    ({ start, relation }) => relation !== 'since' && !comparing.test(text.slice(Math.max(0, start - 2), start)),
  );
  if (period !== undefined) carried.period = period;
  const head = mentions.find(({ start, kind }) => start <= 2 || kind === 'wider');
  if (head !== undefined) carried.subject = head;
  carried.names = names;
}

/** The figures stated in running text. */
export function textIndicatorsOf(draft: Draft, named: Named): IndicatorFact[] {
  const reader: Reader = {
    draft,
    units: unitsOf(draft.own),
    subjects: subjectsOf(draft, named),
    timing: timingOf(draft),
    owned: ownedByProjects(draft, named),
  };
  const facts: IndicatorFact[] = [];
  let carried: Carried = { block: -1, subject: null, period: null, names: [] };
  for (const sentence of draft.sentences) {
    if (sentence.block !== carried.block) carried = { block: sentence.block, subject: null, period: null, names: [] };
    const kind = draft.document.blocks[sentence.block]?.kind;
    if (kind === 'heading' || kind === 'furniture') continue;
    for (const fact of factsOf(reader, sentence, carried)) facts.push(fact);
  }
  return facts;
}
