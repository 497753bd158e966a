import { type Finding, runChecks } from '../../core/check.ts';
import type { Reading } from '../documents/reading/reading.ts';
import { planRules } from './rules/index.ts';

/** Everything that can be said against the documents, alone and against each other. */
export const lintReadings = (readings: readonly Reading[]): Finding[] => runChecks(planRules, { readings });
