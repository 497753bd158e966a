import { type Data, fillLabel } from '../../core/text.ts';
import type { CellFinding } from './check-report.ts';
import { type FileRule, fileRules } from './file-rules.ts';
import type { Address, Content } from './report.ts';

/** A finding with its cell in the report and its place in the file, such as “主表!D7”. */
export interface FileFinding extends Omit<CellFinding, 'cell'> {
  readonly cell: Address | null;
  readonly place: string | null;
}

/** Collects while the sheets are gone through. */
export interface Notes {
  readonly findings: FileFinding[];
  readonly places: Map<Address, string>;
  readonly figures: Map<Address, Content>;
  readonly explanations: Map<Address, string>;
  /** Cells with an error of reading: they are not reported missing on top of it. */
  readonly unread: Set<Address>;
}

export const say = (
  notes: Notes,
  rule: FileRule,
  place: string | null,
  data: Data,
  cell: Address | null = null,
): void => {
  const { severity, message } = fileRules[rule];
  notes.findings.push({ rule, severity, message: fillLabel(message, data), arithmetic: null, cell, place });
};
