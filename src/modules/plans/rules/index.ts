import type { Check } from '../../../core/check.ts';
import type { Dossier } from '../dossier.ts';

/** Every rule, one file each, in the order of the list below. */
export const planRules: readonly Check<Dossier>[] = [];
