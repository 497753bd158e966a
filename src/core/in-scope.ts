import { type RawBuilder, sql } from 'kysely';
import type { Scope } from './database.ts';

/** The operation's own filter, beside the policy of the database: either alone must hold. */
export const inScope = (path: string, scope: Scope): RawBuilder<boolean> =>
  sql<boolean>`${sql.ref(path)} operator(public.<@) ${`{${scope.join(',')}}`}::public.ltree[]`;
