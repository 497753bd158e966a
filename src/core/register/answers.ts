import * as z from 'zod';
import { Day } from '../day.ts';
import { outcomes } from './import-plan.ts';
import { endings } from './register.ts';

export const Label = z.object({ zh: z.string(), en: z.string() });

/** Where a record comes from: typed by a person, a row of a file, a sentence of a document. */
export const Provenance = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('typed'), at: z.string(), by: z.string() }),
  z.object({ kind: z.literal('import'), file: z.string(), digest: z.string(), row: z.int(), at: z.string() }),
  z.object({
    kind: z.literal('document'),
    document: z.string(),
    line: z.int(),
    quote: z.string(),
    planId: z.uuid().nullable().default(null),
    factId: z.uuid().nullable().default(null),
    at: z.string(),
    by: z.string(),
  }),
]);
export type Provenance = z.infer<typeof Provenance>;

export const RegisterItem = z.looseObject({
  name: z.string(),
  code: z.string().nullable(),
  aliases: z.array(z.string()),
});

export const ListedRow = z.object({
  id: z.string(),
  unitPath: z.string(),
  begunOn: Day,
  endedOn: Day.nullable(),
  validFrom: Day,
  revision: z.int(),
  data: RegisterItem,
});
export type ListedRow = z.infer<typeof ListedRow>;

/** Names of the records that others refer to, by number, as they stand on the day. */
export const Names = z.record(z.string(), z.string());

export const ShownRecord = z.object({
  id: z.string(),
  unitPath: z.string(),
  begunOn: Day,
  endedOn: Day.nullable(),
  ending: z.enum(Object.keys(endings) as [keyof typeof endings, ...(keyof typeof endings)[]]).nullable(),
  revision: z.int(),
  updatedAt: z.string(),
  updatedBy: z.string(),
  provenance: z.array(Provenance),
  versions: z.array(
    z.object({
      validFrom: Day,
      validTo: Day.nullable(),
      data: RegisterItem,
      reason: z.string().nullable(),
      at: z.string(),
      by: z.string(),
    }),
  ),
  successions: z.array(z.object({ fromId: z.string(), toId: z.string(), on: Day, kind: z.enum(['merged', 'split']) })),
  names: Names,
});
export type ShownRecord = z.infer<typeof ShownRecord>;

export const ImportAnswer = z.object({
  message: Label,
  digest: z.string(),
  isApplied: z.boolean(),
  read: z.int(),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
  /** Refused rows first, then changed, added, the same. */
  rows: z.array(
    z.object({
      row: z.int(),
      outcome: z.enum(Object.keys(outcomes) as [keyof typeof outcomes, ...(keyof typeof outcomes)[]]),
      name: z.string(),
      changes: z.array(z.object({ field: z.string(), label: Label, before: z.string(), after: z.string() })),
      issues: z.array(z.object({ field: z.string(), label: Label, cell: z.string(), message: Label })),
    }),
  ),
  /** Rows that are counted above and not listed here, because the answer would be too long. */
  unlisted: z.int(),
});
export type ImportAnswer = z.infer<typeof ImportAnswer>;
