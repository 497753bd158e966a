/**
 * Benches by name, each with its figures and the floors they must keep.
 *   npm run bench [-- NAME…] [--scale 0.1] [--seconds 60] [--turns 5] [--check]
 * The scale is that of the generated province (province.ts). With `--check` a floor that is not kept ends it with 1.
 */

import { auditBench } from './audit.bench.ts';
import { bulletinBench } from './bulletin.bench.ts';
import { crowdBench } from './crowd.bench.ts';
import { httpBench } from './http.bench.ts';
import { idleBench } from './idle.bench.ts';
import { observationsBench } from './observations.bench.ts';
import { isCheck, names } from './options.ts';
import { portfolioBench } from './portfolio.bench.ts';
import { publicationBench } from './publication.bench.ts';
import { readingBench } from './reading.bench.ts';

/** One measured figure, and the bound that it must keep, if there is one. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export interface Bench {
  readonly name: string;
  readonly run: () => Promise<readonly Measure[]> | readonly Measure[];
}

const benches: readonly Bench[] = [
  auditBench,
  readingBench,
  observationsBench,
  bulletinBench,
  httpBench,
  crowdBench,
  idleBench,
  publicationBench,
  portfolioBench,
];

const fails = ({ value, atLeast, atMost }: Measure): boolean =>
  (atLeast !== undefined && !(value >= atLeast)) || (atMost !== undefined && !(value <= atMost));

function bound({ atLeast, atMost }: Measure): string {
  if (atLeast !== undefined) return `≥ ${atLeast}`;
  return atMost === undefined ? '' : `≤ ${atMost}`;
}

const shown = (value: number) => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3));

function print(measures: readonly Measure[]): void {
  const width = Math.max(...measures.map(({ name }) => name.length));
  for (const measure of measures) {
    const { name, value, unit } = measure;
    const mark = fails(measure) ? '✗' : bound(measure) === '' ? ' ' : '✓';
    console.log(`  ${mark} ${name.padEnd(width)}  ${shown(value).padStart(8)} ${unit.padEnd(6)} ${bound(measure)}`);
  }
}

let failed = false;
for (const { name, run } of benches) {
  if (names.length > 0 && !names.includes(name)) continue;
  console.log(name);
  const measures = await run();
  print(measures);
  failed ||= measures.some(fails);
}
if (failed && isCheck) process.exitCode = 1;
