import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from '../../core/tables.ts';

/** A place in the schema that breaks a rule which Lantu's data must keep from the first day. */
export interface SchemaComplaint {
  readonly object: string;
  readonly problem: string;
}

export async function lintSchema(owner: Kysely<Tables>): Promise<readonly SchemaComplaint[]> {
  const sql = await readFile(join(import.meta.dirname, 'schema-lint.sql'), 'utf8');
  return (await owner.executeQuery<SchemaComplaint>(CompiledQuery.raw(sql))).rows;
}
