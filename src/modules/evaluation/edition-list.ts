import type { RuleCase } from '../../core/rules/cases.ts';
import { keyOfEdition, type RuleEdition } from '../../core/rules/edition.ts';

/** An edition that comes with the product, with its hand-worked cases and the SHA-256 of its content. */
export interface ShippedEdition {
  readonly edition: RuleEdition;
  readonly cases: readonly RuleCase[];
  readonly digest: string;
}

/** How often an edition was used, with the digest that it had then. */
export interface UsedEdition {
  readonly key: string;
  readonly digest: string;
  readonly count: number;
}

/** The first edition that was used and has changed since under the same name; undefined if none has. */
export function changedSinceUse(
  shipped: readonly ShippedEdition[],
  used: readonly UsedEdition[],
): { readonly was: UsedEdition; readonly is: string } | undefined {
  const digests = new Map(shipped.map(({ edition, digest }) => [keyOfEdition(edition), digest]));
  for (const was of used) {
    const is = digests.get(was.key);
    // An edition that is no longer shipped cannot be run; what it gave stays with its digest.
    if (is !== undefined && is !== was.digest) return { was, is };
  }
  return undefined;
}
