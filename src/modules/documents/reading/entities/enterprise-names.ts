import { ownWord } from './organisations.ts';
import { regionStartingAt } from './regions.ts';

/** Length of the place that a name begins with, if a name is left: 宝丰 in 宝丰铝业 is no place. */
function placeAt(name: string, places: readonly string[]): number {
  const own = places.find((place) => name.startsWith(place))?.length ?? 0;
  const length = Math.max(own, regionStartingAt(name, 0));
  const level = length > 0 && /^[省市县区]/u.test(name.slice(length)) ? 1 : 0;
  return ownWord(name.slice(length + level)) === '' ? 0 : length + level;
}

/** A name without the region before it, the place in brackets and the legal form: what people call the firm. */
export function coreName(name: string, places: readonly string[] = []): string {
  let core = name.replace(/\s+/gu, '').replace(/[（(][^（）()]*[）)]/gu, '');
  for (let length = placeAt(core, places); length > 0; length = placeAt(core, places)) core = core.slice(length);
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
