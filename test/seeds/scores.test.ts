import { beforeAll, describe, expect, test } from 'vitest';
import { readText } from '../../src/modules/documents/reading/read.ts';
import { lintReadings } from '../../src/modules/plans/lint.ts';
import {
  type ExtractionScore,
  type LintScore,
  loadScorers,
  percent,
  type SeedDocument,
  seedDocuments,
  seedInconsistencies,
  sharedIsHere,
  Tally,
  whyAbsent,
} from '../generated/scoring.ts';

/**
 * What reading the hand-read documents must reach: two or three points below what it reached when this was written.
 * (Asked for: indicators 85, 88, 80; facts of the text 70, 75, 75; projects 65, 90, 82; enterprises 70, 92, 72 %.)
 */
const floors = {
  '000': { indicators: 0.93, textFacts: 0.8, projects: 0.78, enterprises: 0.9 },
  '002': { indicators: 0.95, textFacts: 0.88, projects: 0.97, enterprises: 0.96 },
  '004': { indicators: 0.93, textFacts: 0.88, projects: 0.94, enterprises: 0.78 },
} as const;
type Seed = keyof typeof floors;
const seeds = Object.keys(floors) as Seed[];

const suite = sharedIsHere ? describe : describe.skip;

suite(`the documents read by hand${sharedIsHere ? '' : ` (${whyAbsent})`}`, () => {
  const documents = new Map<string, SeedDocument>();
  const scores = new Map<string, ExtractionScore>();
  const lints: LintScore[] = [];
  const score = (seed: string): ExtractionScore => scores.get(seed) as ExtractionScore;
  const share = (seed: string, kind: string, of: string): number => {
    const { byOrigin, fields } = score(seed).kinds[kind] ?? {};
    const found = byOrigin?.[of] ?? fields?.[of];
    return found === undefined || found.of === 0 ? 0 : found.right / found.of;
  };
  const pooled = (kind: string): Tally =>
    seeds.reduce((sum, seed) => {
      const result = score(seed).kinds[kind];
      return result === undefined ? sum : sum.add(result);
    }, new Tally());

  beforeAll(async () => {
    const { scoreExtraction, scoreLint } = await loadScorers();
    const inconsistencies = seedInconsistencies();
    for (const document of seedDocuments()) {
      documents.set(document.seed, document);
      if (document.gold === null) continue;
      const { seed, file, text, gold } = document;
      const reading = readText(file, text);
      scores.set(seed, scoreExtraction(gold, reading.facts, { text }));
      lints.push(scoreLint(inconsistencies, { findings: lintReadings([reading]) }, { seed, text }));
    }
    for (const seed of seeds) {
      const { kinds } = score(seed);
      console.log(
        `${seed}: ${Object.entries(kinds)
          .map(([kind, { f1 }]) => `${kind} ${f1 === null ? '—' : percent(f1)}`)
          .join(
            ' · ',
          )}; table facts ${percent(share(seed, 'indicators', 'table'))}, text facts ${percent(share(seed, 'indicators', 'text'))}`,
      );
    }
  }, 120_000);

  test.each(seeds)('%s: indicators, projects and enterprises stay above their floors', (seed) => {
    const { kinds } = score(seed);
    expect.soft(kinds.indicators?.f1).toBeGreaterThanOrEqual(floors[seed].indicators);
    expect.soft(kinds.projects?.f1).toBeGreaterThanOrEqual(floors[seed].projects);
    expect.soft(kinds.enterprises?.f1).toBeGreaterThanOrEqual(floors[seed].enterprises);
  });

  test.each(seeds)('%s: facts of tables and of the text are found', (seed) => {
    expect.soft(share(seed, 'indicators', 'table')).toBeGreaterThanOrEqual(0.97);
    expect.soft(share(seed, 'indicators', 'text')).toBeGreaterThanOrEqual(floors[seed].textFacts);
  });

  test.each(seeds)('%s: every source quotes the document', (seed) => {
    const { provenance } = score(seed);
    expect(provenance?.quotes).toBeGreaterThan(0);
    expect(provenance?.failures).toEqual([]);
  });

  test('numeric cells of tables land in their columns', () => {
    const cells = seeds.map((seed) => score(seed).kinds.tables?.fields?.cells ?? { right: 0, of: 0 });
    const [right, of] = [
      cells.reduce((sum, each) => sum + each.right, 0),
      cells.reduce((sum, each) => sum + each.of, 0),
    ];
    expect(of).toBeGreaterThan(100);
    expect(right / of).toBeGreaterThanOrEqual(0.98);
  });

  test('projects and parks, pooled over the documents', () => {
    expect.soft(pooled('projects').f1).toBeGreaterThanOrEqual(0.94);
    expect.soft(pooled('parks').f1).toBeGreaterThanOrEqual(0.94);
  });

  test('002: all 33 assigned tasks with their leads, cooperators and deadlines', () => {
    const tasks = score('002').kinds.assigned_task;
    expect.soft(tasks?.matched).toBe(33);
    expect.soft(tasks?.leadsF1).toBe(1);
    expect.soft(tasks?.cooperatorsF1).toBe(1);
    expect.soft(tasks?.fields?.deadline).toEqual({ right: 33, of: 33 });
  });

  test('the documents without hand-read facts are read and checked without error', () => {
    for (const seed of ['001', '003']) {
      const { file, text } = documents.get(seed) as SeedDocument;
      const reading = readText(file, text);
      expect(reading.facts.indicators.length).toBeGreaterThan(20);
      expect(() => lintReadings([reading])).not.toThrow();
    }
  });

  test('inconsistencies: every grave certain one, nearly all of the certain ones, no false alarm', () => {
    const sum = (group: string, what: 'single' | 'of'): number =>
      lints.reduce((total, { recall }) => total + (recall[group]?.[what] ?? 0), 0);
    const alarms = lints.flatMap((lint) => lint.alarms);
    console.log(
      `lint 1:1: certain/high ${sum('certain/high', 'single')}/${sum('certain/high', 'of')}, ` +
        `certain ${sum('certain/all', 'single')}/${sum('certain/all', 'of')}, possible ${alarms.length}`,
    );
    expect.soft(sum('certain/high', 'single')).toBe(10);
    // 30 are asked for.
    expect.soft(sum('certain/all', 'single')).toBeGreaterThanOrEqual(38);
    expect.soft(alarms.filter(({ verdict }) => verdict === 'false alarm')).toEqual([]);
  });
});
