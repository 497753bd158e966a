import { Decimal } from 'decimal.js';
import * as z from 'zod';

/** Where a statement stands; `quote` is the exact source text, `line` counts from 1, `start`/`end` are offsets. */
export const Source = z.object({
  file: z.string().optional(),
  line: z.int().positive(),
  quote: z.string(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

export const Amount = z.object({ value: z.number(), unit: z.string() });
export type Amount = z.infer<typeof Amount>;

export const Comparator = z.enum(['=', '>=', '>', '<=', '<', '~', 'range']);
export type Comparator = z.infer<typeof Comparator>;

/** baseline: what is; target: what shall be; growth_rate; share of a whole; cumulative over a span of years. */
export const IndicatorKind = z.enum(['baseline', 'target', 'growth_rate', 'share', 'cumulative']);
export type IndicatorKind = z.infer<typeof IndicatorKind>;

/** One stated figure: indicator × subject × period → value. */
export const IndicatorFact = z.object({
  name: z.string(),
  /** Whose figure: region, park, industry, enterprise; 全国 or 全球 for context. */
  subject: z.string().nullable(),
  value: z.union([z.number(), z.tuple([z.number(), z.number()])]),
  unit: z.string(),
  comparator: Comparator,
  /** “2025”, “2016/2020” or “2026-03”. */
  period: z.string().nullable(),
  kind: IndicatorKind,
  attribute: z.enum(['预期性', '约束性']).nullable(),
  source: Source,
  /** The digits as an exact decimal (“4.70”, or “3/5” for a range): rounding tolerance follows them. */
  printed: z.string(),
  /** Whether a share, growth or cumulative figure is aimed at rather than reached. */
  isTarget: z.boolean(),
  /** For a growth or multiple: what it grows from (“2020” or a name), if the sentence says so. */
  from: z.string().nullable(),
  /** Title of the table, when it stands in one. */
  table: z.string().nullable(),
});
export type IndicatorFact = z.infer<typeof IndicatorFact>;

export const ProjectFact = z.object({
  name: z.string(),
  owner: z.string().nullable(),
  location: z.string().nullable(),
  industry: z.string().nullable(),
  investment: Amount.nullable(),
  start: z.string().nullable(),
  finish: z.string().nullable(),
  /** Capacity, revenue, profit, tax, jobs, land …, each as the document names it. */
  quantities: z.array(z.object({ name: z.string(), value: z.number(), unit: z.string(), source: Source.optional() })),
  status: z.string().nullable(),
  /** The list or 专栏 that the project comes from. */
  list: z.string().nullable(),
  source: Source,
});
export type ProjectFact = z.infer<typeof ProjectFact>;

export const Recurrence = z.object({
  every: z.enum(['month', 'quarter', 'half', 'year', 'continuous']),
  times: z.int().nullable(),
  /** 1–12, for “每年2月”. */
  month: z.int().nullable(),
});

export const TaskFact = z.object({
  number: z.string().nullable(),
  text: z.string(),
  /** Units with a prefix that the document leaves out restored (省发改委、财政厅 → 省财政厅). */
  leads: z.array(z.string()),
  cooperators: z.array(z.string()),
  deadline: z.string().nullable(),
  recurrence: Recurrence.nullable(),
  source: Source,
});
export type TaskFact = z.infer<typeof TaskFact>;

export const ParkFact = z.object({
  name: z.string(),
  aliases: z.array(z.string()),
  level: z.string().nullable(),
  parent: z.string().nullable(),
  functionalAreas: z.array(z.string()),
  area: Amount.nullable(),
  /** 四至. */
  bounds: z
    .object({
      east: z.string().nullable(),
      south: z.string().nullable(),
      west: z.string().nullable(),
      north: z.string().nullable(),
    })
    .nullable(),
  industries: z.array(z.string()),
  source: Source,
});
export type ParkFact = z.infer<typeof ParkFact>;

export const EnterpriseFact = z.object({ name: z.string(), aliases: z.array(z.string()), source: Source });
export type EnterpriseFact = z.infer<typeof EnterpriseFact>;

export const TableFact = z.object({
  title: z.string().nullable(),
  columns: z.array(z.string()),
  rows: z.array(z.array(z.union([z.string(), z.number(), z.null()]))),
  source: Source,
});
export type TableFact = z.infer<typeof TableFact>;

export const DocumentFacts = z.object({
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  /** 发文字号, as “某政发〔2022〕7号”. */
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  period: z.object({ start: z.string(), end: z.string() }).nullable(),
  baseYear: z.string().nullable(),
  /** From the widest region to the zone. */
  regions: z.array(z.string()),
});
export type DocumentFacts = z.infer<typeof DocumentFacts>;

/** What `lantu extract --format json` prints. */
export const Extraction = z.object({
  schema: z.literal('lantu.extraction/1'),
  document: DocumentFacts,
  indicators: z.array(IndicatorFact),
  projects: z.array(ProjectFact),
  tasks: z.array(TaskFact),
  parks: z.array(ParkFact),
  enterprises: z.array(EnterpriseFact),
  tables: z.array(TableFact),
});
export type Extraction = z.infer<typeof Extraction>;

/** The value or bounds exactly as printed, for arithmetic that must not lose a digit. */
export const exact = ({ printed }: Pick<IndicatorFact, 'printed'>): Decimal[] =>
  printed.split('/').map((digits) => new Decimal(digits));
