import type { RuleKind } from '../kind.ts';
import { decide, first, lamp } from './choosing.ts';
import { formula } from './formula.ts';
import { all, any, eligible, exempt, is, not, veto, within } from './logic.ts';
import { count, quota, rank } from './ranks.ts';
import { cap, linear, points, progressive, steps, weighted } from './scores.ts';
import { threshold } from './threshold.ts';
import { tiers } from './tiers.ts';

/** Every way of deciding that an edition can use. */
export const ruleKinds: Readonly<Record<string, RuleKind>> = {
  formula,
  threshold,
  tiers,
  points,
  steps,
  linear,
  progressive,
  weighted,
  cap,
  rank,
  quota,
  count,
  all,
  any,
  not,
  first,
  is,
  within,
  eligible,
  veto,
  exempt,
  decide,
  lamp,
} as unknown as Readonly<Record<string, RuleKind>>;
