import * as z from 'zod';
import { missingReasons } from '../../core/missing.ts';
import { Period } from '../../core/period.ts';
import type { Label } from '../../core/text.ts';
import { parentOf, UnitPath } from '../people/unit.ts';

export const subjectKinds = {
  unit: { zh: '单位', en: 'Unit' },
  park: { zh: '园区', en: 'Park' },
  enterprise: { zh: '企业', en: 'Enterprise' },
  project: { zh: '项目', en: 'Project' },
} as const satisfies Record<string, Label>;
export type SubjectKindId = keyof typeof subjectKinds;

export const accumulations = {
  single: { zh: '当期', en: 'Single' },
  cumulative: { zh: '累计', en: 'Cumulative' },
} as const satisfies Record<string, Label>;

export const scenarios = {
  actual: { zh: '实际', en: 'Actual' },
  plan: { zh: '计划', en: 'Plan' },
} as const satisfies Record<string, Label>;

export const statuses = {
  draft: { zh: '草稿', en: 'Draft' },
  submitted: { zh: '已报', en: 'Submitted' },
  approved: { zh: '已审', en: 'Approved' },
  published: { zh: '已发布', en: 'Published' },
} as const satisfies Record<string, Label>;

const oneOf = <T extends string>(labels: Record<T, Label>) => z.enum(Object.keys(labels) as [T, ...T[]]);
export const SubjectKind = oneOf(subjectKinds);
export const Accumulated = oneOf(accumulations);
export const Scenario = oneOf(scenarios);
export const Status = oneOf(statuses);
export type Status = z.infer<typeof Status>;
export const MissingReason = oneOf(missingReasons);

/** Code of GB/T 4754: a section letter, or two to four digits. */
export const Industry = z.string().regex(/^([A-T]|\d{2,4})$/, {
  error: '行业代码为门类字母或 2—4 位数字 (a code of GB/T 4754 is a letter or 2–4 digits)',
});

export const SubjectId = z.string().min(1).max(500);

/** Where a figure comes from, small enough to stand beside every one of them. */
export const Provenance = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed') }),
  z.object({
    kind: z.literal('form'),
    form: z.string().max(100),
    submission: z.string().max(100),
    cell: z.string().max(300),
  }),
  z.object({ kind: z.literal('import'), import: z.string().max(100), file: z.string().max(255), row: z.int() }),
  z.object({
    kind: z.literal('document'),
    plan: z.string().max(100),
    line: z.int(),
    quote: z.string().max(500),
  }),
  z.object({ kind: z.literal('formula'), formula: z.string().max(300) }),
  /** Nobody measured it: it fills a demonstration, and says so wherever it shows. */
  z.object({ kind: z.literal('invented'), by: z.string().max(40) }),
]);
export type Provenance = z.infer<typeof Provenance>;

export const provenanceLabels: Readonly<Record<Provenance['kind'], Label>> = {
  typed: { zh: '直接填写', en: 'Typed' },
  form: { zh: '报表', en: 'Form' },
  import: { zh: '文件导入', en: 'Import' },
  document: { zh: '文件原句', en: 'Sentence of a document' },
  formula: { zh: '公式推算', en: 'Formula' },
  invented: { zh: '演示虚构', en: 'Invented for the demo' },
};

export const Observation = z.object({
  unitPath: UnitPath,
  subjectKind: SubjectKind,
  subjectId: SubjectId,
  industry: z.string().nullable(),
  indicatorId: z.string(),
  period: Period,
  accumulation: Accumulated,
  scenario: Scenario,
  /** Exact decimal text in the base unit of the indicator; null where there is a hole. */
  value: z.string().nullable(),
  missing: MissingReason.nullable(),
  typed: z.string(),
  typedUnit: z.string(),
  status: Status,
  revision: z.int(),
  approvedRevision: z.int().nullable(),
  approvedAt: z.string().nullable(),
  approvedBy: z.string().nullable(),
  provenance: Provenance,
  at: z.string(),
  by: z.string(),
});
export type Observation = z.infer<typeof Observation>;

export const isApproved = (status: Status): boolean => status === 'approved' || status === 'published';

/** A figure that was corrected after its approval is marked wherever it shows. */
export const isCorrected = ({
  revision,
  approvedRevision,
}: Pick<Observation, 'revision' | 'approvedRevision'>): boolean =>
  approvedRevision !== null && approvedRevision < revision;

/** A unit speaks for itself, and a department (its code begins with d_) for the government it belongs to. */
export const maySpeakFor = (unitPath: string, subject: string): boolean =>
  subject === unitPath || (/(^|\.)d_[a-z0-9_]+$/.test(unitPath) && parentOf(unitPath) === subject);
