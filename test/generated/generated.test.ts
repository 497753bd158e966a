/**
 * Plans that nobody has tuned anything to are read about as well as the hand-read documents.
 * LANTU_LONG=1 reads 200 of them, otherwise 40.
 */
import { beforeAll, describe, expect, test } from 'vitest';
import { readText } from '../../src/modules/documents/reading/read.ts';
import { lintReadings } from '../../src/modules/plans/lint.ts';
import { generatePlan } from './generate.ts';
import {
  addExtraction,
  addLint,
  emptyTotals,
  loadScorers,
  percent,
  seedDocuments,
  seedInconsistencies,
  sharedIsHere,
  type Totals,
  whyAbsent,
} from './scoring.ts';

const count = process.env.LANTU_LONG ? 200 : 40;
const tolerance = 0.05;

const f1 =
  (kind: string) =>
  ({ kinds }: Totals): number =>
    kinds.get(kind)?.f1 ?? 0;
const share =
  (name: string) =>
  ({ shares }: Totals): number => {
    const { right, of } = shares.get(name) ?? { right: 0, of: 0 };
    return of === 0 ? 0 : right / of;
  };

const compared: readonly (readonly [string, (totals: Totals) => number])[] = [
  ['indicators F1', f1('indicators')],
  ['table facts found', share('indicators table')],
  ['text facts found', share('indicators text')],
  ['numeric cells', share('tables cells')],
  ['projects F1', f1('projects')],
  ['parks F1', f1('parks')],
  ['enterprises F1', f1('enterprises')],
  ['tasks found', ({ kinds }) => kinds.get('assigned_task')?.recall ?? 0],
  ['tasks: leads', share('assigned_task leads')],
  ['tasks: cooperators', share('assigned_task cooperators')],
  ['tasks: deadlines', share('assigned_task deadline')],
  ['provenance', share('provenance')],
  ['lint 1:1', ({ lint }) => (lint.of === 0 ? 0 : lint.single / lint.of)],
];

const suite = sharedIsHere ? describe : describe.skip;

suite(`${count} generated plans against the seed documents${sharedIsHere ? '' : ` (${whyAbsent})`}`, () => {
  const seeds = emptyTotals();
  const plans = emptyTotals();

  beforeAll(async () => {
    const { scoreExtraction, scoreLint } = await loadScorers();
    const inconsistencies = seedInconsistencies();
    for (const { seed, file, text, gold } of seedDocuments()) {
      if (gold === null) continue;
      const reading = readText(file, text);
      addExtraction(seeds, scoreExtraction(gold, reading.facts, { text }));
      addLint(seeds, scoreLint(inconsistencies, { findings: lintReadings([reading]) }, { seed, text }));
    }
    for (let seed = 1; seed <= count; seed++) {
      const { file, text, gold, lint } = generatePlan(seed);
      const reading = readText(file, text);
      addExtraction(plans, scoreExtraction(gold, reading.facts, { text }));
      addLint(plans, scoreLint(lint, { findings: lintReadings([reading]) }, { seed: file.slice(0, 5), text }));
    }
    console.log(
      [
        '                      seeds    plans',
        ...compared.map(
          ([name, of]) => `${name.padEnd(20)} ${percent(of(seeds)).padStart(8)} ${percent(of(plans)).padStart(8)}`,
        ),
        `false alarms: ${plans.lint.falseAlarms}, other errors: ${plans.lint.unjudgedErrors}, in ${count} plans`,
      ].join('\n'),
    );
  }, 300_000);

  test.each(compared)('%s stays within 5 points', (_, of) => {
    expect(of(seeds)).toBeGreaterThan(0);
    expect(of(plans)).toBeGreaterThanOrEqual(of(seeds) - tolerance);
  });

  test('what is right is not called wrong', () => {
    expect.soft(plans.lint.falseAlarms).toBeLessThanOrEqual(count * tolerance);
    expect.soft(plans.lint.unjudgedErrors).toBeLessThanOrEqual(count * tolerance);
  });
});
