import { ownWord } from './organisations.ts';
import { regionStartingAt } from './regions.ts';

/** A name without the region before it, the place in brackets and the legal form: what people call the firm. */
export function coreName(name: string, places: readonly string[] = []): string {
  let core = name.replace(/\s+/gu, '').replace(/[（(][^（）()]*[）)]/gu, '');
  for (
    let length = regionStartingAt(core, 0);
    length > 0 && core.length - length >= 2;
    length = regionStartingAt(core, 0)
  )
    core = core.slice(length);
  // A place that only this document knows: its own county or zone.
  const own = places.find((place) => core.startsWith(place) && core.length - place.length >= 4);
  if (own !== undefined) core = core.slice(own.length);
  const bare = core.replace(/(?:有限责任公司|股份有限公司|集团有限公司|有限公司|集团公司|公司|股份|厂)$/u, '');
  return bare.length >= 2 ? bare : core;
}

/**
 * Whether two names can be one firm: the shorter begins the longer, and only trade words are left over.
 * “恒远” and “恒远集团化工公司” are not: a group's subsidiary is a firm of its own.
 */
export function sameFirm(a: string, b: string, places: readonly string[] = []): boolean {
  const [short, long] = [coreName(a, places), coreName(b, places)].sort((x, y) => x.length - y.length) as [
    string,
    string,
  ];
  if (short === long) return true;
  const branch = /分公司$/u;
  if (short.length < 2 || !long.startsWith(short) || branch.test(a) !== branch.test(b)) return false;
  const rest = long.slice(short.length);
  return !/^(?:集团|股份).+/u.test(rest) && !short.endsWith('集团') && ownWord(rest) === '' && ownWord(short) !== '';
}

/** The fuller of two names: a legal form counts more than length. */
export const fuller = (a: string, b: string): number =>
  Number(/公司$/u.test(b)) - Number(/公司$/u.test(a)) || b.length - a.length;
