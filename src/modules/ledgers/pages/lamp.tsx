import { lamps } from '../../../core/ledger/ledger.ts';
import { useLanguage } from '../../../web/language.tsx';
import type { LedgerEntry } from '../operations.ts';
import { lampClass } from './show.ts';

/** The lamp with its word: colour alone says nothing to some. */
export function Lamp({ entry }: { entry: Pick<LedgerEntry, 'lamp'> }) {
  const { say } = useLanguage();
  return <span className={lampClass(entry)}>{say(lamps[entry.lamp])}</span>;
}
