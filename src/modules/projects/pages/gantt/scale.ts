import type { Day } from '../../../../core/day.ts';
import { type DayNumber, dayOf, numberOf } from '../../node-calendar.ts';

export type Zoom = 'month' | 'quarter';

/** Days to places on the chart, in pixels from its left edge. */
export interface Scale {
  readonly zoom: Zoom;
  readonly from: DayNumber;
  readonly to: DayNumber;
  readonly perDay: number;
  readonly width: number;
}

const perDayOf: Readonly<Record<Zoom, number>> = { month: 5, quarter: 1.6 };

const monthStart = (number: DayNumber): DayNumber => numberOf(`${dayOf(number).slice(0, 7)}-01`);
const nextMonth = (number: DayNumber): DayNumber => monthStart(monthStart(number) + 32);

/** Whole months around some days, so that the first heading is complete. */
export function scaleOver(days: readonly Day[], zoom: Zoom): Scale {
  const numbers = days.map(numberOf);
  const from = monthStart(Math.min(...numbers) - 7);
  const to = nextMonth(Math.max(...numbers) + 14);
  const perDay = perDayOf[zoom];
  return { zoom, from, to, perDay, width: Math.round((to - from) * perDay) };
}

export const placeOf = ({ from, perDay }: Scale, day: Day): number => (numberOf(day) - from) * perDay;
export const widthOf = ({ perDay }: Scale, start: Day, finish: Day): number =>
  Math.max(3, (numberOf(finish) - numberOf(start) + 1) * perDay);
export const daysAcross = ({ perDay }: Scale, pixels: number): number => Math.round(pixels / perDay);

export interface Tick {
  readonly key: string;
  readonly left: number;
  readonly width: number;
  readonly label: string;
}

function ticks({ from, to, perDay }: Scale, ends: (month: string) => boolean, labelOf: (day: Day) => string): Tick[] {
  const found: Tick[] = [];
  let start = from;
  for (let at = nextMonth(from); at <= to; at = nextMonth(at)) {
    if (at < to && !ends(dayOf(at).slice(5, 7))) continue;
    const day = dayOf(start);
    found.push({ key: day, left: (start - from) * perDay, width: (at - start) * perDay, label: labelOf(day) });
    start = at;
  }
  return found;
}

export const yearsOf = (scale: Scale): Tick[] =>
  ticks(
    scale,
    (month) => month === '01',
    (day) => day.slice(0, 4),
  );

/** Months, or quarters when looked at from afar. */
export const partsOf = (scale: Scale): Tick[] =>
  scale.zoom === 'month'
    ? ticks(
        scale,
        () => true,
        (day) => String(Number(day.slice(5, 7))),
      )
    : ticks(
        scale,
        (month) => ['01', '04', '07', '10'].includes(month),
        (day) => `Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
      );
