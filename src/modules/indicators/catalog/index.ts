import type { Indicator } from '../indicator.ts';
import { economy } from './economy.ts';
import { green } from './green.ts';
import { industry } from './industry.ts';
import { innovation } from './innovation.ts';
import { investment } from './investment.ts';
import { land } from './land.ts';
import { people } from './people.ts';
import { programme } from './programme.ts';
import { trade } from './trade.ts';

/** Every indicator, in the order of the dictionary. */
export const catalog: readonly Indicator[] = [
  ...economy,
  ...industry,
  ...investment,
  ...trade,
  ...land,
  ...innovation,
  ...green,
  ...people,
  ...programme,
];

export const indicatorById: ReadonlyMap<string, Indicator> = new Map(catalog.map((each) => [each.id, each]));
