/** Scores readings with the scorers that judge the seed documents; those lie beside the repository, if anywhere. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Finding } from '../../src/core/check.ts';
import type { Extraction } from '../../src/modules/documents/extraction.ts';
import type { Reading } from '../../src/modules/documents/reading/reading.ts';

export const shared = resolve(import.meta.dirname, '../../../shared');
export const sharedIsHere =
  existsSync(resolve(shared, 'tools/score-extraction.mjs')) && existsSync(resolve(shared, 'gold'));
export const whyAbsent = '../shared with its scorers is not here';

interface Share {
  readonly right: number;
  readonly of: number;
}
export interface KindScore {
  readonly gold: number;
  readonly output: number;
  readonly matched: number;
  readonly extras: number;
  readonly f1: number | null;
  readonly missed: readonly string[];
  readonly extra: readonly string[];
  readonly byOrigin?: Readonly<Record<string, Share>>;
  readonly fields?: Readonly<Record<string, Share>>;
  readonly leadsF1?: number | null;
  readonly cooperatorsF1?: number | null;
}
export interface ExtractionScore {
  readonly kinds: Readonly<Record<string, KindScore>>;
  readonly provenance: { readonly quotes: number; readonly found: number; readonly failures: readonly string[] } | null;
}
interface Recall {
  readonly of: number;
  readonly hit: number;
  readonly single: number;
}
export interface LintScore {
  readonly recall: Readonly<Record<string, Recall>>;
  readonly verdicts: Readonly<Record<string, number>>;
  readonly missed: readonly string[];
  readonly alarms: readonly { readonly verdict: string; readonly finding: string }[];
  readonly unjudged: readonly { readonly verdict: string; readonly finding: string }[];
}

export interface Scorers {
  readonly scoreExtraction: (gold: unknown, output: Extraction, options: { text: string }) => ExtractionScore;
  readonly scoreLint: (
    gold: unknown,
    output: { findings: readonly Finding[] },
    options: { seed: string; text: string },
  ) => LintScore;
}

export async function loadScorers(): Promise<Scorers> {
  const tool = (name: string): Promise<unknown> => import(resolve(shared, 'tools', name));
  const [{ scoreExtraction }, { scoreLint }] = (await Promise.all([
    tool('score-extraction.mjs'),
    tool('score-lint.mjs'),
  ])) as [Pick<Scorers, 'scoreExtraction'>, Pick<Scorers, 'scoreLint'>];
  return { scoreExtraction, scoreLint };
}

export interface SeedDocument {
  readonly seed: string;
  readonly file: string;
  readonly text: string;
  /** The hand-read facts; absent for documents that were not read by hand. */
  readonly gold: unknown;
}

export function seedDocuments(): SeedDocument[] {
  return readdirSync(resolve(shared, 'seeds'))
    .sort()
    .map((file) => {
      const seed = file.slice(0, 3);
      const gold = resolve(shared, 'gold', `${seed}.json`);
      return {
        seed,
        file,
        text: readFileSync(resolve(shared, 'seeds', file), 'utf8').replace(/^\ufeff/, ''),
        gold: existsSync(gold) ? JSON.parse(readFileSync(gold, 'utf8')) : null,
      };
    });
}

export const seedInconsistencies = (): unknown =>
  JSON.parse(readFileSync(resolve(shared, 'gold/inconsistencies.json'), 'utf8'));

/** Counts that can be added up over documents before a rate is taken of them (micro average). */
export class Tally {
  gold = 0;
  matched = 0;
  extras = 0;

  add({ gold, matched, extras }: Pick<KindScore, 'gold' | 'matched' | 'extras'>): this {
    this.gold += gold;
    this.matched += matched;
    this.extras += extras;
    return this;
  }
  get recall(): number {
    return this.gold === 0 ? 1 : this.matched / this.gold;
  }
  get precision(): number {
    return this.matched + this.extras === 0 ? 1 : this.matched / (this.matched + this.extras);
  }
  get f1(): number {
    const sum = this.recall + this.precision;
    return sum === 0 ? 0 : (2 * this.recall * this.precision) / sum;
  }
}

export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export interface Totals {
  readonly kinds: Map<string, Tally>;
  /** Table facts and text facts found; numeric cells right; deadlines, investments and the like right. */
  readonly shares: Map<string, { right: number; of: number }>;
  readonly lint: { of: number; single: number; falseAlarms: number; unjudgedErrors: number };
}

export const emptyTotals = (): Totals => ({
  kinds: new Map(),
  shares: new Map(),
  lint: { of: 0, single: 0, falseAlarms: 0, unjudgedErrors: 0 },
});

export function addExtraction(totals: Totals, score: ExtractionScore): void {
  const share = (name: string, { right, of }: Share): void => {
    const sum = totals.shares.get(name) ?? { right: 0, of: 0 };
    totals.shares.set(name, { right: sum.right + right, of: sum.of + of });
  };
  for (const [kind, result] of Object.entries(score.kinds)) {
    totals.kinds.set(kind, (totals.kinds.get(kind) ?? new Tally()).add(result));
    for (const [origin, found] of Object.entries(result.byOrigin ?? {})) share(`${kind} ${origin}`, found);
    for (const [field, found] of Object.entries(result.fields ?? {})) share(`${kind} ${field}`, found);
    if (result.matched > 0 && result.leadsF1 != null)
      share(`${kind} leads`, { right: result.leadsF1 * result.matched, of: result.matched });
    if (result.matched > 0 && result.cooperatorsF1 != null)
      share(`${kind} cooperators`, { right: result.cooperatorsF1 * result.matched, of: result.matched });
  }
  if (score.provenance) share('provenance', { right: score.provenance.found, of: score.provenance.quotes });
}

export function addLint(totals: Totals, score: LintScore): void {
  const certain = score.recall['certain/all'];
  totals.lint.of += certain?.of ?? 0;
  totals.lint.single += certain?.single ?? 0;
  totals.lint.falseAlarms += score.verdicts['false alarm'] ?? 0;
  totals.lint.unjudgedErrors += score.unjudged.filter(({ finding }) => finding.includes(' [error] ')).length;
}

export interface Tools {
  readonly readText: (name: string, text: string) => Reading;
  readonly lintReadings: (readings: readonly Reading[]) => Finding[];
}
