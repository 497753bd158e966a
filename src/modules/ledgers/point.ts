import * as z from 'zod';
import { text } from '../../core/register/kinds.ts';
import type { FieldKind } from '../../core/register/register.ts';

/** A place of a ledger: degrees east and north (CGCS2000), as decimals with up to six digits. */
export const Point = z.object({
  east: z.number().min(73).max(136),
  north: z.number().min(3).max(54),
});
export type Point = z.infer<typeof Point>;

const number = String.raw`(\d{1,3}(?:\.\d+)?)`;
const degrees = new RegExp(
  String.raw`${number}\s*[°度]?\s*(?:${number}\s*[′'分]\s*(?:${number}\s*(?:″|"|秒|′′)\s*)?)?`,
  'g',
);

function degreesOf([, whole = '', minutes = '0', seconds = '0']: RegExpMatchArray): number {
  return Number((Number(whole) + Number(minutes) / 60 + Number(seconds) / 3600).toFixed(6));
}

/** Reads “131.124, 45.262”, “北纬45.262° 东经131.124°”, “131°07′26″E 45°15′43″N”; of China, whichever comes first. */
export function pointOf(cell: string): Point | null {
  const found = [...cell.normalize('NFKC').matchAll(degrees)].map(degreesOf);
  const [east = Number.NaN, north = Number.NaN] = found.toSorted((a, b) => b - a);
  const { success, data } = Point.safeParse({ east, north });
  return success && found.length === 2 ? data : null;
}

/** 坐标. Longitude and latitude, typed in either order. */
export const point: FieldKind = {
  ...text(60),
  schema: Point.nullable(),
  read: (cell) => {
    const value = pointOf(cell);
    return value === null
      ? { refusal: { zh: '写作经度、纬度，如 131.124, 45.262', en: 'longitude and latitude, as 131.124, 45.262' } }
      : { value };
  },
  write: (value: Point | null) => (value === null ? '' : `${value.east}, ${value.north}`),
};

export interface Plot {
  readonly width: number;
  readonly height: number;
  /** Where a point stands, from the top left. */
  readonly at: (point: Point) => { readonly x: number; readonly y: number };
  /** Degrees at which lines are drawn. */
  readonly meridians: readonly number[];
  readonly parallels: readonly number[];
  /** How long a round number of kilometres is, for the scale. */
  readonly scale: { readonly kilometres: number; readonly length: number };
}

const kilometresPerDegree = 111.32;
const margin = 28;
const round = (value: number): number => Number(value.toFixed(6));

/** A step of 1, 2 or 5 times a power of ten that is not more than asked for. */
function roundStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  return ([5, 2, 1].find((times) => times * power <= most) ?? 1) * power;
}

function linesIn(from: number, to: number): number[] {
  const step = roundStep(Math.max((to - from) / 3, 1e-6));
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.floor(to / step) - first + 1 }, (_, i) => round((first + i) * step));
}

/** Fits points into a frame: true to scale at their middle latitude, with a margin, never closer than a kilometre. */
export function plotOf(points: readonly Point[], width: number): Plot {
  const ends = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;
  const [west, east] = ends(points.map((each) => each.east));
  const [south, north] = ends(points.map((each) => each.north));
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const least = 1 / kilometresPerDegree;
  const across = Math.max((east - west) * shrink, least);
  const up = Math.max(north - south, least);
  const perDegree = Math.min((width - 2 * margin) / across, (width * 0.6 - 2 * margin) / up);
  const height = Math.round(up * perDegree + 2 * margin);
  const middle = { east: (west + east) / 2, north: (south + north) / 2 };
  const at = (place: Point) => ({
    x: round(width / 2 + (place.east - middle.east) * shrink * perDegree),
    y: round(height / 2 - (place.north - middle.north) * perDegree),
  });
  const reach = { x: width / 2 / (perDegree * shrink), y: height / 2 / perDegree };
  const kilometres = roundStep((width / 4 / perDegree) * kilometresPerDegree);
  return {
    ...{ width, height, at },
    meridians: linesIn(middle.east - reach.x, middle.east + reach.x),
    parallels: linesIn(middle.north - reach.y, middle.north + reach.y),
    scale: { kilometres, length: (kilometres / kilometresPerDegree) * perDegree },
  };
}
