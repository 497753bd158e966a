import type { PeriodMention, Quantity } from '../reading.ts';
import type { Figure } from './figure.ts';
import { type Frame, isNoFigure } from './frame.ts';
import type { Mention, Subjects } from './subjects.ts';
import { lastYear, type Timing } from './timing.ts';
import { dates, isKept, joined } from './when.ts';

/** What a block says once and its later sentences take for granted. */
export interface Carried {
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
export interface Progress {
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

/** Figures that share one lead: runs joined only by 、 and 和. */
export function placesOf(text: string, quantities: readonly Quantity[]): { place: number; places: number }[] {
  const places: { place: number; places: number }[] = [];
  for (let from = 0; from < quantities.length; ) {
    let to = from + 1;
    while (to < quantities.length && joined.test(text.slice(quantities[to - 1]?.end, quantities[to]?.start))) to++;
    for (let place = 0; place < to - from; place++) places.push({ place, places: to - from });
    from = to;
  }
  return places;
}

/** Procedures, titles and 四至 hold no figures; “每5年” and “五年累计” stay part of the words around them. */
export function passesOver(frame: Frame, quantity: Quantity, progress: Progress): boolean {
  const { text } = frame;
  const { start, end } = quantity;
  const passed = isNoFigure(frame, quantity);
  const inName = /每\s*$/.test(text.slice(Math.max(0, start - 3), start)) || text.startsWith('累计', end);
  if (passed && !inName) progress.used = end;
  return passed;
}

/** Whom a figure is about: who heads its clause, whose row it stands in, who was spoken of, whom the chapter names. */
export const subjectAt = ({ heads, place }: Frame, at: number, carried: Carried, subjects: Subjects): Mention | null =>
  heads.findLast(({ end }) => end <= at) ?? place.row ?? carried.subject ?? subjects.ofSection(place.section);

/** What a figure leaves behind for the next ones of its sentence. */
export function remember(
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
export function leavePeriod(carried: Carried, { sentence, text }: Frame, { now }: Timing): void {
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
export function yearOfLevel(
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
export const sharesOut = (
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
export const goesOn = (group: readonly string[], names: readonly string[], together: number): boolean =>
  together > 1 && group.length === together && group[0] === names[0];

/** A bar without a name of its own (超10亿元的企业) describes what is counted next. */
export function leaveUnread({ text }: Frame, quantity: Quantity, progress: Progress): void {
  if (!/^\s*的/.test(text.slice(quantity.end, quantity.end + 3))) return;
  progress.used = quantity.end;
  progress.described = quantity.comparator === '=' ? null : quantity.start;
}
