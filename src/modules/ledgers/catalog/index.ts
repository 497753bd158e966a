import type { Ledger } from '../../../core/ledger/ledger.ts';
import { complaints } from './complaints.ts';
import { problems } from './problems.ts';
import { whistles } from './whistles.ts';

/** Every ledger of the system, in the order of the menu: one file each. */
export const ledgers: readonly Ledger[] = [problems, whistles, complaints];
