/** Replaced by `npm run generate` from the migrated database. */
export interface Tables {
  [table: string]: Record<string, unknown>;
}
