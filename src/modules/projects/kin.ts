import { Decimal } from 'decimal.js';
import { alike, coreOf } from '../../core/register/similar.ts';
import type { Label } from '../../core/text.ts';

/** A project as its kin are told by: who builds it, where, for how much, and since when it is recorded. */
export interface KinCandidate {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string | null;
  /** Park or address; null where nobody said it. */
  readonly place: string | null;
  readonly industry: string | null;
  /** 元, exact; null where nobody said it. */
  readonly investment: string | null;
  readonly since: string;
}

/** Projects that may be one under two names, or one that was divided: somebody looks, nothing is changed. */
export interface Kin {
  readonly kind: 'renamed' | 'split';
  /** Of a split, the whole comes first. */
  readonly ids: readonly string[];
  readonly grounds: readonly Label[];
}

/** Names less alike than this are not found as duplicates. */
const unlike = 0.5;
/** The parts may miss the whole by rounding. */
const slack = 0.01;
/** More parts than these are looked for by nobody. */
const mostParts = 4;
/** Of an owner with more projects in one place only the largest are compared. */
const mostOfOwner = 14;

const amountOf = ({ investment }: KinCandidate): Decimal => new Decimal(investment ?? 0);

const said = (zh: string, en: string): Label => ({ zh, en });
const wan = (amount: Decimal): string => amount.div(10_000).toDecimalPlaces(2).toString();

function renamedOf(one: KinCandidate, other: KinCandidate): Kin | null {
  if (!amountOf(one).eq(amountOf(other)) || one.industry === null || one.industry !== other.industry) return null;
  if (alike(coreOf(one.name), coreOf(other.name)) >= unlike) return null;
  const [before, after] = one.since <= other.since ? [one, other] : [other, one];
  const sum = wan(amountOf(one));
  return {
    kind: 'renamed',
    ids: [before.id, after.id],
    grounds: [
      said('建设单位、地点和行业相同', 'same owner, place and industry'),
      said(`总投资同为 ${sum} 万元`, `both of ${sum} 万元`),
    ],
  };
}

/** Every choice of two to four of some projects. */
function* choicesOf(
  all: readonly KinCandidate[],
  from = 0,
  chosen: readonly KinCandidate[] = [],
): Generator<readonly KinCandidate[]> {
  if (chosen.length >= 2) yield chosen;
  if (chosen.length === mostParts) return;
  for (let i = from; i < all.length; i += 1) yield* choicesOf(all, i + 1, [...chosen, all[i] as KinCandidate]);
}

function splitOf(whole: KinCandidate, others: readonly KinCandidate[]): Kin | null {
  const total = amountOf(whole);
  const later = others.filter((part) => part.since >= whole.since && amountOf(part).lt(total));
  for (const parts of choicesOf(later)) {
    const sum = parts.reduce((all, part) => all.plus(amountOf(part)), new Decimal(0));
    if (sum.minus(total).abs().gt(total.times(slack))) continue;
    const figures = parts.map((part) => wan(amountOf(part))).join(' + ');
    return {
      kind: 'split',
      ids: [whole.id, ...parts.map(({ id }) => id)],
      grounds: [
        said('建设单位和地点相同，登记在后', 'same owner and place, recorded later'),
        said(`${figures} ≈ ${wan(total)} 万元`, `${figures} ≈ ${wan(total)} 万元`),
      ],
    };
  }
  return null;
}

/**
 * Projects of one owner in one place that look like one: the same sum under an unlike name (更名), or some whose sums make
 * up an earlier one (拆分). Only what is written down speaks: a project without owner, place or sum is never suspected.
 */
export function kinAmong(candidates: readonly KinCandidate[]): Kin[] {
  const told = candidates.filter(
    ({ ownerId, place, investment }) =>
      ownerId !== null && place !== null && investment !== null && Number(investment) > 0,
  );
  return [...Map.groupBy(told, ({ ownerId, place }) => `${ownerId} ${place}`).values()].flatMap((all) => {
    const own = all.toSorted((a, b) => amountOf(b).cmp(amountOf(a)) || a.id.localeCompare(b.id)).slice(0, mostOfOwner);
    const renamed = own.flatMap((one, i) => own.slice(i + 1).flatMap((other) => renamedOf(one, other) ?? []));
    const split = own.flatMap(
      (whole) =>
        splitOf(
          whole,
          own.filter((each) => each !== whole),
        ) ?? [],
    );
    return [...renamed, ...split];
  });
}
