import type { ParkFact } from '../../extraction.ts';

type Bounds = NonNullable<ParkFact['bounds']>;
type Side = keyof Bounds;

const sides: Readonly<Record<string, Side>> = { 东: 'east', 南: 'south', 西: 'west', 北: 'north' };
const opposite: Readonly<Record<Side, Side>> = { east: 'west', west: 'east', south: 'north', north: 'south' };
const reach = '[起至到邻临抵接靠达]';
/** “东至甲路、乙路，西至丙河”: up to the next side, or the end of the clause. */
const reaching = new RegExp(
  `(?<![\\u4e00-\\u9fff]向)([东南西北])${reach}\\s*([^。；;]+?)(?=[，、,]?\\s*[东南西北]${reach}|[，,](?![^，。；]{0,12}[东南西北]${reach})|[。；;]|的?围合|$)`,
  'gu',
);
/** “甲路以东、乙路以西”: the area lies east of 甲路, so 甲路 bounds it in the west. */
const beyond = /([^，。；、：]{2,16}?)以([东南西北])(?=[，、。；]|围合|区域|地区|的|$)/gu;

/** The four sides that a text gives; null when it gives fewer than two. */
export function boundsIn(text: string): Bounds | null {
  const bounds: Bounds = { east: null, south: null, west: null, north: null };
  for (const [, direction, limit] of text.matchAll(reaching)) {
    const side = sides[direction as string] as Side;
    bounds[side] ??= (limit as string).replace(/[，、,\s]+$/u, '').trim();
  }
  if (count(bounds) < 2)
    for (const [, limit, direction] of text.matchAll(beyond)) {
      const side = opposite[sides[direction as string] as Side];
      bounds[side] ??= (limit as string).replace(/^(?:位于|处于|在)/u, '').trim();
    }
  return count(bounds) >= 2 ? bounds : null;
}

const count = (bounds: Bounds): number => Object.values(bounds).filter((side) => side !== null).length;
