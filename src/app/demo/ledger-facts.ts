/** What samples/demo/ledgers.yaml holds: entries that documents name, and entries that are made up. Read when asked. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { UnitPath } from '../../modules/people/unit.ts';
import { packageFolder } from '../config.ts';

const words = z.string().min(1).max(60);
/** Days from the day of loading. */
const on = z.int().max(0);
const Data = z.record(z.string(), z.unknown());

const Decision = z.strictObject({
  ledger: z.string(),
  at: UnitPath,
  choices: z.record(z.string(), z.number()).default({}),
  /** Measures of documents that the unit follows, until the next year. */
  follow: z.array(z.string()).default([]),
});

const Act = z.strictObject({
  do: z.string(),
  on,
  data: Data.default({}),
  reason: words.optional(),
  /** What the file is that stands as evidence. */
  evidence: words.optional(),
  seed: words.optional(),
});
export type LedgerAct = z.infer<typeof Act>;

const entry = { ledger: z.string(), at: UnitPath, name: words, on, data: Data };
const Invented = z.strictObject({ ...entry, acts: z.array(Act).default([]) });
const Stated = z.strictObject({
  ...entry,
  document: z.string(),
  line: z.int().min(1),
  /** The words of the document that it is taken from. */
  says: words,
});
export type InventedEntry = z.infer<typeof Invented>;
export type StatedEntry = z.infer<typeof Stated>;

const DemoLedgers = z.strictObject({
  mark: words,
  decisions: z.array(Decision),
  stated: z.array(Stated),
  invented: z.array(Invented),
});
export type DemoLedgers = z.infer<typeof DemoLedgers>;

let read: DemoLedgers | undefined;
export function demoLedgers(): DemoLedgers {
  read ??= DemoLedgers.parse(parse(readFileSync(join(packageFolder, 'samples/demo/ledgers.yaml'), 'utf8')));
  return read;
}
