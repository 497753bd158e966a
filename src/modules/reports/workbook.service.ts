import type { RawSheet } from './raw-sheet.ts';
import type { Digest, Prefilled, ReportingUnit, TemplateSheet } from './template.ts';
import { fill, type Work } from './work.service.ts';

/** What reports need of the outside: workbooks written and read as stored, and a digest. */
export interface Workbooks {
  write(sheets: readonly TemplateSheet[]): Promise<Uint8Array>;
  read(name: string, bytes: Uint8Array): Promise<readonly RawSheet[]>;
  readonly digest: Digest;
}

/** What a template is filled with: what was saved, what is known from elsewhere, and earlier figures beside. */
export function prefilledOf(work: Work): Prefilled {
  const { report, rows, lastPeriod, lastYear } = work;
  const { asked } = fill(work, report?.typed ?? {}, report?.explanations ?? {});
  return {
    rows,
    lastPeriod,
    lastYear,
    figures: asked,
    explanations: new Map(Object.entries(report?.explanations ?? {})),
  };
}

export const reportingUnit = ({ unit }: Pick<Work, 'unit'>): ReportingUnit => ({
  path: unit.unitPath,
  name: unit.name,
});

/** Whether a file was known for the template of this report; else nothing was read from it. */
export const isIdentified = (findings: readonly { readonly rule: string }[]): boolean =>
  !findings.some(({ rule }) => /^file\/(not-ours|mark|other|old|wrong)/.test(rule));
