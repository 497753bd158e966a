/** What a call let out, and whether anything of it was not for the caller. */
import { type Kysely, sql } from 'kysely';
import { Problem } from '../../src/core/problem.ts';
import type { Tables } from '../../src/core/tables.ts';
import { isWithin } from '../../src/modules/people/unit.ts';
import { defaultLimits } from '../../src/platform/files/limits.ts';
import { openPackage } from '../../src/platform/files/zip.ts';
import type { TableShape } from './catalogue.ts';
import { idPattern, type Owner, secretPattern, type World } from './world.ts';

/** Everything that came back: the answer with files unpacked, the refusal, or the code of an error that is neither. */
export interface Outcome {
  readonly kind: 'answered' | 'refused' | 'broken';
  readonly text: string;
}

async function textOfBytes(bytes: Uint8Array): Promise<string> {
  const plain = Buffer.from(bytes);
  if (plain.subarray(0, 2).toString('latin1') !== 'PK')
    return plain.subarray(0, 5).toString('latin1') === '%PDF-' ? 'PDF' : plain.toString('utf8');
  const parts = await openPackage('answer', bytes, defaultLimits);
  const texts = parts.paths
    .filter((path) => /\.(?:xml|rels)$/.test(path) && !path.includes('docProps'))
    .map((path) => parts.text(path));
  return (await Promise.all(texts)).join('\n');
}

async function unpacked(value: unknown): Promise<unknown> {
  if (value instanceof Uint8Array) return textOfBytes(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return Promise.all(value.map(unpacked));
  return Object.fromEntries(
    await Promise.all(Object.entries(value).map(async ([key, each]) => [key, await unpacked(each)])),
  );
}

export const textOf = async (value: unknown): Promise<string> => JSON.stringify(await unpacked(value)) ?? '';

export async function outcomeOf(attempt: Promise<unknown>): Promise<Outcome> {
  try {
    return { kind: 'answered', text: await textOf(await attempt) };
  } catch (error) {
    if (error instanceof Problem) return { kind: 'refused', text: `${error.code} ${JSON.stringify(error.data)}` };
    const { code, name, message } = error as Error & { code?: string };
    // Over HTTP no more than “unexpected” is said of it.
    return { kind: 'broken', text: code ?? `${name}: ${message.slice(0, 60)}` };
  }
}

/** What a unit above has decided holds for those below, which read it, too. */
const heldAbove: ReadonlySet<string> = new Set(['rule_choice', 'ledger_answer']);

/** Whose rows are whose: a row lies in the scope of its unit; a person knows himself. */
export function seenBy(world: World, scope: readonly string[], actorId: string): (owner: Owner) => boolean {
  const people = new Map(world.tree.people.map((person) => [person.unitPath, person]));
  return ({ table, unitPath, class: kind }) => {
    if (isWithin(scope, unitPath)) return true;
    if (kind === 'D') return heldAbove.has(table) && scope.some((path) => isWithin([unitPath], path));
    // Whoever holds a post in reach is known with it, and a post of somebody in reach with its unit.
    const person = people.get(unitPath);
    if (person?.id === actorId) return true;
    if (table === 'account' || table === 'post')
      return person?.posts.some((post) => isWithin(scope, post.unitPath)) ?? false;
    // Everybody knows the units above his own, and those beside his own and them, by name: they can be called upon.
    const around = [unitPath, unitPath.slice(0, Math.max(0, unitPath.lastIndexOf('.')))].filter(Boolean);
    if (
      ['unit_name', 'tenant', 'unit'].includes(table) &&
      scope.some((path) => around.some((each) => isWithin([each], path)))
    )
      return true;
    if (table === 'unit_name')
      return world.tree.people.some(
        ({ id, unitPath: home, posts }) =>
          (id === actorId || isWithin(scope, home)) && posts.some((post) => post.unitPath === unitPath),
      );
    return false;
  };
}

/** Numbers that rows in reach hold of rows out of reach: they refer to them, and say no more. */
export function referredIds(world: World, sees: (owner: Owner) => boolean): ReadonlySet<string> {
  const seen = world.rows.filter(({ table, unitPath }) => sees({ table, unitPath, class: 'D' }));
  return new Set(seen.flatMap(({ values }) => JSON.stringify(values).match(idPattern) ?? []));
}

interface Looking {
  readonly world: World;
  readonly sees: (owner: Owner) => boolean;
  readonly referred: ReadonlySet<string>;
  /** Rows of tables without policies are the filter's alone to keep. */
  readonly onlyTenantRows: boolean;
}

/** Secrets and numbers in the outcome that the caller neither may see nor has said himself. */
export function revealed(
  { text }: Outcome,
  said: string,
  { world, sees, referred, onlyTenantRows }: Looking,
): string[] {
  const isForbidden = (owner: Owner | undefined): owner is Owner =>
    owner !== undefined && !sees(owner) && !(onlyTenantRows && owner.class !== 'D');
  const found = (pattern: RegExp, of: ReadonlyMap<string, Owner>, what: string) =>
    [...new Set(text.match(pattern) ?? [])].flatMap((each) => {
      const owner = of.get(each);
      return isForbidden(owner) && !said.includes(each) && !referred.has(each)
        ? [`${what} of ${owner.table} at ${owner.unitPath}`]
        : [];
    });
  return [...found(secretPattern, world.secrets, 'secret'), ...found(idPattern, world.ids, 'number')];
}

const outOf = (scope: readonly string[]) =>
  sql`not (unit_path operator(public.<@) ${sql.lit(`{${scope.join(',')}}`)}::public.ltree[])`;

const notAbove = (scope: readonly string[]) =>
  sql`and not (unit_path operator(public.@>) ${sql.lit(`{${scope.join(',')}}`)}::public.ltree[])`;

/** All rows outside of the scope, as numbers that change with them. */
export interface Digest {
  take(): Promise<string>;
  forget(): Promise<void>;
}

interface Outside {
  readonly scope: readonly string[];
  readonly actorId: string;
  /** Otherwise people and units, too. A person may change himself. */
  readonly onlyTenantRows: boolean;
}

/** Prepared, for it is taken after every write and takes longer to plan than to run. */
export async function digestOutside(
  owner: Kysely<Tables>,
  shapes: readonly TableShape[],
  { scope, actorId, onlyTenantRows }: Outside,
): Promise<Digest> {
  const has = ({ columns }: TableShape, column: string) => columns.some(({ name }) => name === column);
  const tables = shapes.filter(
    (shape) => shape.class === 'D' || (!onlyTenantRows && (has(shape, 'unit_path') || has(shape, 'account_id'))),
  );
  const digests = tables.map((shape) => {
    const isOutside = has(shape, 'unit_path')
      ? outOf(scope)
      : sql`account_id in (select account_id from account where ${outOf(scope)})`;
    const notMine = has(shape, 'account_id') ? sql`and account_id::text <> ${sql.lit(actorId)}` : sql``;
    return sql`select ${sql.lit(shape.name)} || count(*) || coalesce(sum(hashtextextended(t::text, 0)), 0) as digest
      from ${sql.table(shape.name)} t where ${isOutside} ${notMine}`;
  });
  await sql`prepare digest as ${sql.join(digests, sql` union all `)}`.execute(owner);
  const query = sql<{ digest: string }>`execute digest`;
  return {
    take: async () => (await query.execute(owner)).rows.map(({ digest }) => digest).join('\n'),
    forget: async () => void (await sql`deallocate digest`.execute(owner)),
  };
}

/** The world as it would be if nothing of a tenant lay outside of the scope. */
export async function removeOutside(
  owner: Kysely<Tables>,
  shapes: readonly TableShape[],
  scope: readonly string[],
): Promise<void> {
  for (const { name } of shapes.filter((shape) => shape.class === 'D').toReversed())
    await sql`delete from ${sql.table(name)} where ${outOf(scope)} ${heldAbove.has(name) ? notAbove(scope) : sql``}`.execute(
      owner,
    );
}
