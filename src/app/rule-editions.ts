import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod';
import { Problem } from '../core/problem.ts';
import { RuleCase } from '../core/rules/cases.ts';
import { keyOfEdition, RuleEdition } from '../core/rules/edition.ts';
import { changedSinceUse, type ShippedEdition } from '../modules/evaluation/edition-list.ts';
import { listUsedEditions } from '../modules/evaluation/store.ts';
import { sha256 } from '../platform/audit/digest.ts';

export const ruleFolder = join(import.meta.dirname, '../modules/evaluation/rule-sets');

/** The same text for the same content, however a file orders and comments it. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(',')}}`;
}

function readEdition(folder: string, file: string): ShippedEdition {
  const yaml = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'));
  const raw = yaml(file);
  const { data: edition, error } = RuleEdition.safeParse(raw);
  if (error)
    throw new Error(`${file}: ${error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`);
  if (file !== `${edition.id}-${edition.edition}.yaml`) throw new Error(`${file} holds ${keyOfEdition(edition)}`);
  // The file as written, not as read: a later version of the product may read more out of it.
  const cases = z.array(RuleCase).parse(yaml(file.replace('.yaml', '.cases.yaml')));
  return { edition, cases, digest: sha256(new TextEncoder().encode(canonical(raw))) };
}

/** The editions of a folder, each with its cases. */
export const editionsIn = (folder: string): readonly ShippedEdition[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml'))
    .sort()
    .map((file) => readEdition(folder, file));

let shipped: readonly ShippedEdition[] | undefined;

/** The editions of rules that are shipped, read once; one that breaks its own rules stops the start. */
export function ruleEditions(): readonly ShippedEdition[] {
  shipped ??= editionsIn(ruleFolder);
  return shipped;
}

/** Refuses to start while an edition that was used has another content under the same name. */
export async function refuseChangedEditions(
  owner: Parameters<typeof listUsedEditions>[0],
  editions: readonly ShippedEdition[] = ruleEditions(),
): Promise<void> {
  const changed = changedSinceUse(editions, await listUsedEditions(owner));
  if (changed === undefined) return;
  const { was, is } = changed;
  const short = (digest: string): string => digest.slice(0, 12);
  throw new Problem('rule-edition-changed', { key: was.key, count: was.count, was: short(was.digest), is: short(is) });
}
