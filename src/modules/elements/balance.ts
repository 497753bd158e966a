/**
 * The pure core: what projects ask for, what quotas hold, what people have given, month by month.
 * Amounts are exact and in the unit of the element; nothing here reads a clock or a table.
 */
import type { Decimal } from 'decimal.js';
import { parentOf } from '../people/unit.ts';
import { exact, zero } from './amount.ts';
import type { Behaviour, Carry } from './kind.ts';
import { covers, firstOfYear, type Span, shared } from './month.ts';

export interface Rules {
  readonly behaviour: Behaviour;
  readonly carry: Carry;
}

/** A project’s demand: of a stock its amount once, of a flow or a level the amount of each month. */
export interface Demand {
  readonly projectId: string;
  readonly unitPath: string;
  readonly span: Span;
  readonly amount: Decimal;
}

/** A quota: what a unit may give away in some months, and the quota that it was taken out of. */
export interface Pot {
  readonly id: string;
  readonly unitPath: string;
  readonly parentId: string | null;
  readonly life: Span;
  readonly amount: Decimal;
}

/** What people gave a project out of a quota. */
export interface Grant {
  readonly potId: string;
  readonly projectId: string;
  readonly unitPath: string;
  readonly span: Span;
  readonly amount: Decimal;
}

export interface Book {
  readonly rules: Rules;
  readonly demands: readonly Demand[];
  readonly pots: readonly Pot[];
  readonly grants: readonly Grant[];
}

/** One month of one element, over some units. */
export interface Cell {
  readonly demand: Decimal;
  /** Held by quotas that are in force; null where there is none, which is not zero. */
  readonly quota: Decimal | null;
  /** Given out of these quotas; of one that carries over, for all its months. */
  readonly allocated: Decimal;
  readonly free: Decimal;
  /** Given beyond a quota by overruling it: allocated + free = quota + over. */
  readonly over: Decimal;
  /** Asked for and not given. */
  readonly lacking: Decimal;
  /** What stays lacking when all that is free were given to those whom it can serve; null without any quota. */
  readonly short: Decimal | null;
}

const sum = (amounts: Iterable<Decimal>): Decimal => {
  let total = zero;
  for (const each of amounts) total = total.plus(each);
  return total;
};
const atLeastZero = (amount: Decimal): Decimal => (amount.isNegative() ? zero : amount);

/** What a line comes to in a month, as it is measured there: a stock since its start, a flow since January. */
export function countedIn({ behaviour }: Rules, span: Span, amount: Decimal, month: number): Decimal {
  if (behaviour === 'stock') return span.from <= month ? amount : zero;
  if (behaviour === 'flow') return amount.times(shared(span, { from: firstOfYear(month), to: month }));
  return covers(span, month) ? amount : zero;
}

/** What a grant takes out of its pot: of one that carries over, all its months at once. */
export function takenIn({ behaviour, carry }: Rules, { life }: Pot, { span, amount }: Grant, month: number): Decimal {
  if (carry === 'none') return covers(span, month) ? amount : zero;
  return behaviour === 'stock' ? amount : amount.times(shared(span, life));
}

/** What was passed down into another pot. */
const passedIn = ({ carry }: Rules, { life, amount }: Pot, month: number): Decimal =>
  carry !== 'none' || covers(life, month) ? amount : zero;

interface PotCell {
  readonly pot: Pot;
  /** Without what was passed down, so that nested quotas are never counted twice. */
  readonly own: Decimal;
  readonly taken: Decimal;
  readonly free: Decimal;
  readonly over: Decimal;
}

interface Out {
  readonly children: readonly Pot[];
  readonly grants: readonly Grant[];
}

function potCell(rules: Rules, pot: Pot, { children, grants }: Out, month: number): PotCell {
  const own = pot.amount.minus(sum(children.map((child) => passedIn(rules, child, month))));
  const taken = sum(grants.map((each) => takenIn(rules, pot, each, month)));
  const left = own.minus(taken);
  return { pot, own, taken, free: atLeastZero(left), over: atLeastZero(left.neg()) };
}

/** A pot in a month, whether it is in force there or not. */
export function potIn({ rules, pots, grants }: Book, pot: Pot, month: number): PotCell {
  const children = pots.filter(({ parentId }) => parentId === pot.id);
  return potCell(rules, pot, { children, grants: grants.filter(({ potId }) => potId === pot.id) }, month);
}

/** All pots that are in force in a month; each table is gone through once. */
function livePots({ rules, pots, grants }: Book, month: number): PotCell[] {
  const children = Map.groupBy(pots, ({ parentId }) => parentId);
  const given = Map.groupBy(grants, ({ potId }) => potId);
  return pots
    .filter(({ life }) => covers(life, month))
    .map((pot) =>
      potCell(rules, pot, { children: children.get(pot.id) ?? [], grants: given.get(pot.id) ?? [] }, month),
    );
}

export interface Lack {
  readonly projectId: string;
  readonly unitPath: string;
  readonly need: Decimal;
  readonly got: Decimal;
  readonly lacking: Decimal;
}

/** By project, what it needs in a month beyond what earlier quotas gave, and what it has got. */
export function lacksIn({ rules, demands, pots, grants }: Book, month: number): readonly Lack[] {
  const lives = new Map(pots.map(({ id, life }) => [id, life]));
  const lines = Map.groupBy(demands, ({ projectId }) => projectId);
  const given = Map.groupBy(grants, ({ projectId }) => projectId);
  return [...lines].map(([projectId, own]) => {
    const of = (part: readonly Grant[]) => sum(part.map(({ span, amount }) => countedIn(rules, span, amount, month)));
    const all = given.get(projectId) ?? [];
    // What a quota gave that has lapsed stays with the project, but is no part of this year’s account.
    const isPast = ({ potId }: Grant) => (lives.get(potId)?.to ?? month) < month;
    const wanted = sum(own.map(({ span, amount }) => countedIn(rules, span, amount, month)));
    const need = atLeastZero(wanted.minus(of(all.filter(isPast))));
    const got = of(all.filter((each) => !isPast(each)));
    return {
      projectId,
      unitPath: own[0]?.unitPath ?? '',
      need,
      got,
      lacking: atLeastZero(need.minus(got)),
    };
  });
}

const depthOf = (path: string): number => path.split('.').length;

/** A quota serves its own unit and those below: what is free there meets what lacks there, from the bottom up. */
function shortOf(lacks: readonly Lack[], pots: readonly PotCell[]): Decimal {
  const open = new Map<string, Decimal>();
  const put = (path: string, amount: Decimal) => open.set(path, (open.get(path) ?? zero).plus(amount));
  for (const { unitPath, lacking } of lacks) put(unitPath, lacking);
  const freeAt = new Map<string, Decimal>();
  for (const { pot, free } of pots) freeAt.set(pot.unitPath, (freeAt.get(pot.unitPath) ?? zero).plus(free));
  let depth = Math.max(0, ...[...open.keys()].map(depthOf));
  for (; depth > 1; depth -= 1)
    for (const [path, lacking] of [...open].filter(([each]) => depthOf(each) === depth)) {
      open.delete(path);
      put(parentOf(path) as string, atLeastZero(lacking.minus(freeAt.get(path) ?? zero)));
    }
  return sum([...open].map(([path, lacking]) => atLeastZero(lacking.minus(freeAt.get(path) ?? zero))));
}

/** One month over everything in the book. */
export function cellOf(book: Book, month: number, lacks: readonly Lack[] = lacksIn(book, month)): Cell {
  const live = livePots(book, month);
  const isUnset = live.length === 0;
  return {
    demand: sum(lacks.map(({ need }) => need)),
    quota: isUnset ? null : sum(live.map(({ own }) => own)),
    allocated: sum(live.map(({ taken }) => taken)),
    free: sum(live.map(({ free }) => free)),
    over: sum(live.map(({ over }) => over)),
    lacking: sum(lacks.map(({ lacking }) => lacking)),
    short: isUnset ? null : shortOf(lacks, live),
  };
}

export const cellStates = ['none', 'unset', 'short', 'waiting', 'met'] as const;
export type CellState = (typeof cellStates)[number];

/** What a month’s lamp says: nobody asks, no quota stands there, too little, enough but not given, all given. */
export function stateOf({ demand, lacking, short }: Pick<Cell, 'demand' | 'lacking' | 'short'>): CellState {
  if (demand.isZero()) return 'none';
  if (lacking.isZero()) return 'met';
  if (short === null) return 'unset';
  return short.isZero() ? 'waiting' : 'short';
}

/** The first month of some in which too little is there, and how much. */
export function firstShort(cells: readonly { readonly month: number; readonly short: Decimal | null }[]) {
  return cells.find(({ short }) => short !== null && !short.isZero());
}

/** By how much, and in which month, a pot is exceeded by what was given and passed down; null if it holds. */
export function excessOf(book: Book, pot: Pot): { readonly month: number; readonly over: Decimal } | null {
  const months =
    book.rules.carry === 'none'
      ? Array.from({ length: pot.life.to - pot.life.from + 1 }, (_, i) => pot.life.from + i)
      : [pot.life.from];
  let worst: { month: number; over: Decimal } | null = null;
  for (const month of months) {
    const { over } = potIn(book, pot, month);
    if (!over.isZero() && (worst === null || over.gt(worst.over))) worst = { month, over };
  }
  return worst;
}

/** What may still be given or passed down out of a pot, in the tightest of its months from one on. */
export function freeFrom(book: Book, pot: Pot, span: Span): Decimal {
  const first = Math.max(pot.life.from, span.from);
  const last = book.rules.carry === 'none' ? Math.min(pot.life.to, span.to) : first;
  let least: Decimal | null = null;
  for (let month = first; month <= last; month += 1) {
    const { free } = potIn(book, pot, month);
    if (least === null || free.lt(least)) least = free;
  }
  return least ?? exact(0);
}
