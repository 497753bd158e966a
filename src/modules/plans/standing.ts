import type { Extraction, IndicatorFact } from '../documents/extraction.ts';
import type { Correction } from '../documents/reading/corrected.ts';
import type { Dismissal } from './dismissals.store.ts';
import type { DocumentRow } from './documents.store.ts';
import type { FactCount } from './facts.store.ts';
import type { KeptFinding } from './finding.ts';
import type { FactKind, PlanFact, PlanFinding, PlanSummary } from './plan.ts';
import type { PlanRow } from './store.ts';

/** The extraction as people left it: corrected facts as corrected, rejected ones out. */
export function standingFacts(
  { about, tables }: Pick<DocumentRow, 'about' | 'tables'>,
  facts: readonly PlanFact[],
): Extraction {
  const standing = <K extends FactKind>(kind: K) =>
    facts.flatMap((fact) => (fact.kind === kind && fact.state !== 'rejected' ? [fact.data] : []));
  return {
    schema: 'lantu.extraction/1',
    document: about,
    indicators: standing('indicator') as Extraction['indicators'],
    projects: standing('project') as Extraction['projects'],
    tasks: standing('task') as Extraction['tasks'],
    parks: standing('park') as Extraction['parks'],
    enterprises: standing('enterprise') as Extraction['enterprises'],
    tables: [...tables],
  };
}

/** The figures among the facts that a person set right. */
export const correctionsOf = (facts: readonly PlanFact[]): Correction[] =>
  facts.flatMap(({ kind, data, original, state }) => {
    if (kind !== 'indicator' || original === null || state === 'rejected') return [];
    const { printed, unit } = data as IndicatorFact;
    const { printed: was, unit: unitWas } = original as IndicatorFact;
    const { start, end } = data.source;
    return printed === was && unit === unitWas ? [] : [{ start, end, was, printed, unit }];
  });

export function withDismissals(findings: readonly KeptFinding[], dismissals: readonly Dismissal[]): PlanFinding[] {
  const dismissed = new Map(dismissals.map(({ fingerprint, reason, by, at }) => [fingerprint, { reason, by, at }]));
  return findings.map(({ fingerprint, rule, severity, message, sources, arithmetic }) => ({
    fingerprint,
    rule,
    severity,
    message: { ...message },
    sources: sources.map((source) => ({ ...source })),
    arithmetic,
    dismissed: dismissed.get(fingerprint) ?? null,
  }));
}

export function summaryOf(
  plan: PlanRow,
  document: Pick<DocumentRow, 'version' | 'name' | 'format' | 'size' | 'findings'>,
  counts: readonly FactCount[],
  dismissals: readonly Dismissal[],
): PlanSummary {
  const { id, title, stage, isSample, revision, updatedAt, updatedBy } = plan;
  const { name, format, size, version } = document;
  const mine = counts.filter((each) => each.planId === id && each.version === version && each.state !== 'rejected');
  const total = (which: (each: FactCount) => boolean) => mine.filter(which).reduce((sum, { count }) => sum + count, 0);
  const dismissed = new Set(dismissals.map(({ fingerprint }) => fingerprint));
  const open = document.findings.filter(({ fingerprint }) => !dismissed.has(fingerprint));
  const ofSeverity = (severity: string) => open.filter((finding) => finding.severity === severity).length;
  return {
    id,
    title,
    stage,
    isSample,
    revision,
    updatedAt,
    updatedBy,
    file: { name, format, size, version },
    counts: {
      indicators: total(({ kind }) => kind === 'indicator'),
      projects: total(({ kind }) => kind === 'project'),
      tasks: total(({ kind }) => kind === 'task'),
      parks: total(({ kind }) => kind === 'park'),
      enterprises: total(({ kind }) => kind === 'enterprise'),
      proposed: total(({ state }) => state === 'proposed'),
      errors: ofSeverity('error'),
      warnings: ofSeverity('warning'),
      advice: ofSeverity('advice'),
    },
  };
}
