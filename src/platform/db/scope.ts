import type { Scope } from '../../core/database.ts';

/** A string constant of SQL that means exactly `text`, whatever standard_conforming_strings says. */
export function quoteLiteral(text: string): string {
  if (text.includes('\0')) throw new Error('PostgreSQL text cannot hold a zero character');
  const doubled = text.replaceAll("'", "''");
  return text.includes('\\') ? `E'${doubled.replaceAll('\\', '\\\\')}'` : `'${doubled}'`;
}

/** Labels of ltree at the level of PostgreSQL 15: no hyphen. */
const unitPath = /^[A-Za-z0-9_]{1,255}(\.[A-Za-z0-9_]{1,255})*$/;

/**
 * Literal SET LOCAL, not set_config(): only that reaches the workers of a distributed database (house/database.md
 * §2.3). A path that is none is refused here already; the quoting holds without this, too.
 */
export function setScope(scope: Scope): string {
  const wrong = scope.find((path) => !unitPath.test(path));
  if (wrong !== undefined) throw new Error(`not a unit path: ${JSON.stringify(wrong)}`);
  return `set local lantu.scope = ${quoteLiteral(scope.length === 0 ? '' : `{${scope.join(',')}}`)}`;
}
