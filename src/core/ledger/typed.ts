import type { Label } from '../text.ts';
import { type Ledger, type LedgerField, type Source, sources } from './ledger.ts';

/** Why a field is not typed by hand in an entry at this stage (null: a new one); null where it is. */
export function whyNotTyped({ first }: Ledger, stage: string | null, { isFrozen, movesBy }: LedgerField): Label | null {
  if (movesBy !== undefined) return movesBy;
  return isFrozen && stage !== null && stage !== first
    ? { zh: '已冻结，不再改动', en: 'It is frozen and no longer changed' }
    : null;
}

/** Whoever makes entries of the ledger, or takes this step of it, other than a person; null where people do. */
export const sourceOf = ({ madeBy, actions }: Ledger, action: string | null): Source | null =>
  (action === null ? madeBy : actions[action]?.through) ?? null;

export const bySource = (source: Source): Label => ({
  zh: `由${sources[source].zh}产生`,
  en: `It comes from ${sources[source].en}`,
});

/** 手工可达. Stages that an entry may be brought to by hand: a sheet cannot claim another. */
export function typedStages(ledger: Ledger): ReadonlySet<string> {
  const reached = new Set(ledger.madeBy === undefined ? [ledger.first] : []);
  for (const stage of reached)
    for (const { from, to, through } of Object.values(ledger.actions))
      if (through === undefined && from.includes(stage)) reached.add(to);
  return reached;
}
