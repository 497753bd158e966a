/** Who is served first: the order follows the outcomes of a rule edition, and what it would give each out of a quota. */
import type { Decimal } from 'decimal.js';
import { zero } from './amount.ts';
import { type Book, countedIn, freeFrom, type Grant, type Pot } from './balance.ts';
import { covers, type Span } from './month.ts';

/** What a rule edition says of a project; null where it lacks a fact. */
export interface Merit {
  readonly projectId: string;
  readonly name: string;
  readonly isVetoed: boolean | null;
  readonly first: Decimal | null;
  readonly second: Decimal | null;
}

/** What a project still lacks, as one grant could give it: in these months, so much (each month, unless a stock). */
export interface Wanted {
  readonly span: Span;
  readonly amount: Decimal;
}

const descending = (a: Decimal | null, b: Decimal | null): number => {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return b.comparedTo(a);
};

/** Better merits first, unknown ones after known, vetoed last; then who needs it sooner, and the name. */
export function inOrder<Each extends Merit & { readonly wanted: Wanted }>(candidates: readonly Each[]): Each[] {
  return candidates.toSorted(
    (a, b) =>
      Number(a.isVetoed === true) - Number(b.isVetoed === true) ||
      descending(a.first, b.first) ||
      descending(a.second, b.second) ||
      a.wanted.span.from - b.wanted.span.from ||
      (a.name < b.name ? -1 : a.name > b.name ? 1 : 0) ||
      (a.projectId < b.projectId ? -1 : 1),
  );
}

/** What a project lacks in the months of a pot from one on: the first run of months that lack the same or more. */
export function wantedFrom(book: Book, projectId: string, { life }: Pot, from: number, most = 12): Wanted | null {
  const first = Math.max(life.from, from);
  const last = Math.min(life.to, first + most - 1);
  const isStock = book.rules.behaviour === 'stock';
  // Month by month what is asked and given there, not what has come together since January.
  const rate = { behaviour: isStock ? 'stock' : 'level', carry: 'none' } as const;
  const lackIn = (month: number): Decimal => {
    const of = (lines: readonly { projectId: string; span: Span; amount: Decimal }[]) =>
      lines
        .filter((line) => line.projectId === projectId)
        .reduce((total, { span, amount }) => total.plus(countedIn(rate, span, amount, month)), zero);
    return of(book.demands).minus(of(book.grants));
  };
  let month = first;
  while (month <= last && lackIn(month).lte(0)) month += 1;
  if (month > last) return null;
  if (isStock) return { span: { from: month, to: life.to }, amount: lackIn(last) };
  const amount = lackIn(month);
  let to = month;
  while (to < last && lackIn(to + 1).gte(amount)) to += 1;
  return { span: { from: month, to }, amount };
}

/** As much of what is wanted as a pot still has; a flow is given for fewer months rather than in smaller amounts. */
export function affordable(book: Book, pot: Pot, { span, amount }: Wanted): Wanted | null {
  if (book.rules.behaviour === 'flow') {
    const months = freeFrom(book, pot, span).div(amount).floor().toNumber();
    return months < 1 ? null : { span: { from: span.from, to: Math.min(span.to, span.from + months - 1) }, amount };
  }
  const free = freeFrom(book, pot, span);
  if (free.isZero()) return null;
  return { span, amount: free.lt(amount) ? free : amount };
}

export interface Proposed<Each> {
  readonly candidate: Each;
  /** From 1; null for a vetoed project. */
  readonly place: number | null;
  readonly offer: Wanted | null;
}

/** Serves the projects in their order out of a pot until it is empty. It proposes; people decide. */
export function proposeFrom<Each extends Merit & { readonly wanted: Wanted; readonly unitPath: string }>(
  book: Book,
  pot: Pot,
  candidates: readonly Each[],
): Proposed<Each>[] {
  const grants: Grant[] = book.grants.filter(({ potId }) => potId === pot.id);
  const own: Book = { ...book, demands: [], pots: book.pots.filter(({ parentId }) => parentId === pot.id) };
  return inOrder(candidates).map((candidate, i) => {
    if (candidate.isVetoed === true) return { candidate, place: null, offer: null };
    const offer = affordable({ ...own, grants }, pot, candidate.wanted);
    if (offer !== null)
      grants.push({ potId: pot.id, projectId: candidate.projectId, unitPath: candidate.unitPath, ...offer });
    return { candidate, place: i + 1, offer };
  });
}

/** Whether what a grant brings stays within what its project asks for, in every month of it. */
export function exceedsDemand(book: Book, grant: Grant): number | null {
  const { behaviour } = book.rules;
  const last = behaviour === 'stock' ? grant.span.from : grant.span.to;
  const rate = { behaviour: behaviour === 'stock' ? 'stock' : 'level', carry: 'none' } as const;
  const total = (lines: readonly { projectId: string; span: Span; amount: Decimal }[], month: number) =>
    lines
      .filter(({ projectId }) => projectId === grant.projectId)
      .reduce((sum, { span, amount }) => sum.plus(countedIn(rate, span, amount, month)), zero);
  for (let month = grant.span.from; month <= last; month += 1) {
    // A stock may be given before the month in which it is needed.
    const asked = behaviour === 'stock' ? total(book.demands, grant.span.to) : total(book.demands, month);
    if (total([...book.grants, grant], behaviour === 'stock' ? grant.span.to : month).gt(asked)) return month;
  }
  return null;
}

/** A flow or level is given for months in which its pot is in force. */
export const isInForce = ({ life }: Pot, span: Span): boolean =>
  covers(life, span.from) && (span.to <= life.to || span.to === span.from);
