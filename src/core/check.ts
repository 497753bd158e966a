import type { Source } from './document.ts';
import { type Data, fillLabel, type Label } from './text.ts';

export type Severity = 'error' | 'warning' | 'advice';

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: Label;
  /** The file of the first source, when several were checked together. */
  readonly file?: string;
  readonly sources: readonly Source[];
  /** The sum that decides, for a person to follow: “1800 × 1.12^5 = 3172 ≠ 2000”. */
  readonly arithmetic: string | null;
}

interface Particulars {
  readonly arithmetic?: string;
  /** Where the printed words decide (约, 以上) a rule may speak more softly than its own severity. */
  readonly severity?: Severity;
}
export type Report = (sources: readonly Source[], data: Data, particulars?: Particulars) => void;

/** One thing that can be wrong with a subject, why that matters, and proof that it works. */
export interface Check<Subject> {
  readonly id: `${string}/${string}`;
  readonly title: Label;
  readonly severity: Severity;
  readonly why: Label;
  readonly message: Label;
  readonly run: (subject: Subject, report: Report) => void;
  readonly examples: { readonly pass: readonly Subject[]; readonly fail: readonly Subject[] };
}

export const defineCheck = <Subject>(check: Check<Subject>): Check<Subject> => check;

const order: Record<Severity, number> = { error: 0, warning: 1, advice: 2 };

/** All findings, in reading order; at one place the more serious first. */
export function runChecks<Subject>(checks: readonly Check<Subject>[], subject: Subject): Finding[] {
  const findings: Finding[] = [];
  for (const { id, severity, message, run } of checks) {
    run(subject, (sources, data, particulars = {}) => {
      findings.push({
        rule: id,
        severity: particulars.severity ?? severity,
        message: fillLabel(message, data),
        ...(sources[0]?.file !== undefined && { file: sources[0].file }),
        sources,
        arithmetic: particulars.arithmetic ?? null,
      });
    });
  }
  const at = (finding: Finding) => finding.sources[0]?.start ?? 0;
  return findings.sort(
    (a, b) =>
      (a.file ?? '').localeCompare(b.file ?? '') ||
      at(a) - at(b) ||
      order[a.severity] - order[b.severity] ||
      a.rule.localeCompare(b.rule),
  );
}
