/** Plants rows in every table that has a tenant, each with a secret that only its unit's scope may read. */
import { CompiledQuery, type Kysely, sql } from 'kysely';
import type { Tables } from '../../src/core/tables.ts';
import type { Dice } from '../generated/random.ts';
import type { Check, Column, TableShape } from './catalogue.ts';
import { at, contents, type Place, type Values } from './contents.ts';
import { randomTree, type Tree, type TreeUnit } from './tree.ts';

export interface PlantedRow {
  readonly table: string;
  readonly unitPath: string;
  readonly n: number;
  readonly values: Values;
}

/** Whose a secret or a number is. */
export interface Owner {
  readonly table: string;
  readonly class: TableShape['class'];
  readonly unitPath: string;
}

export interface World {
  readonly tree: Tree;
  readonly rows: readonly PlantedRow[];
  readonly secrets: ReadonlyMap<string, Owner>;
  readonly ids: ReadonlyMap<string, Owner>;
}

/** Any secret of any world. */
export const secretPattern = /sec[a-z]{9}/g;
export const idPattern = /[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/g;

const say = (owner: Kysely<Tables>, text: string) => owner.executeQuery(CompiledQuery.raw(text));

const letters = 'abcdefghijklmnopqrstuvwxyz';
const newSecret = (dice: Dice): string => `sec${Array.from({ length: 9 }, () => letters[dice.int(0, 25)]).join('')}`;
const hex = (dice: Dice, length: number): string => Array.from({ length }, () => dice.int(0, 15).toString(16)).join('');
export const newUuid = (dice: Dice): string =>
  `${hex(dice, 8)}-${hex(dice, 4)}-4${hex(dice, 3)}-8${hex(dice, 3)}-${hex(dice, 12)}`;

const isTenantTable = ({ columns }: TableShape): boolean =>
  ['tenant_id', 'unit_path'].every((name) => columns.some((column) => column.name === name));

/** Every table of a tenant's rows, and those others that the contents name. */
const isPlanted = (table: TableShape): boolean => table.class === 'D' || table.name in contents;

/** A value that the column's type takes, and the secret wherever there is room for it. */
function valueFor(
  { name, type, isNullable }: Column,
  { choices }: TableShape,
  { secret, n, unit }: Pick<Place, 'secret' | 'n' | 'unit'>,
): unknown {
  const choice = choices[name]?.[0];
  if (choice !== undefined) return choice;
  if (type === 'text') return `${secret}-${n}`;
  if (type.endsWith('ltree')) return unit.path;
  if (type === 'jsonb') return { secret };
  if (isNullable) return null;
  if (type === 'uuid') return undefined;
  if (type.startsWith('timestamp')) return at;
  if (type === 'date') return '2026-01-01';
  if (type === 'boolean') return false;
  if (type === 'bytea') return `\\x${Buffer.from(secret).toString('hex')}`;
  if (type.endsWith('[]')) return [];
  return /^(?:smallint|integer|bigint|numeric|double)/.test(type) ? 1 : null;
}

export function makeWorld(dice: Dice, shapes: readonly TableShape[]): World {
  const tree = randomTree(dice, () => newUuid(dice));
  const secrets = new Map<string, Owner>();
  const ids = new Map<string, Owner>();
  const numbers = new Map<string, string>();
  const counters = new Map<string, number>();
  const rows: PlantedRow[] = [];
  const near = new Map<string, PlantedRow[]>();
  const keys = new Set<string>();
  const id = (table: string, unitPath: string, n: number): string => {
    const key = `${table} ${unitPath} ${n}`;
    const known = numbers.get(key) ?? newUuid(dice);
    numbers.set(key, known);
    return known;
  };
  const next = (counter: string): number => {
    const value = (counters.get(counter) ?? 0) + 1;
    counters.set(counter, value);
    return value;
  };

  const referred = ({ references }: TableShape, unit: TreeUnit, n: number): Values => {
    const values: Record<string, unknown> = {};
    for (const { parent, columns, parentColumns } of references) {
      const there = near.get(`${parent} ${unit.path}`) ?? [];
      const row = there.find((each) => each.n === n) ?? there[0];
      for (const [i, column] of columns.entries()) values[column] ??= row?.values[parentColumns[i] as string];
    }
    return values;
  };

  const plant = (shape: TableShape, unit: TreeUnit): void => {
    const secret = newSecret(dice);
    const own = { table: shape.name, class: shape.class, unitPath: unit.path };
    secrets.set(secret, own);
    const rowCount = shape.class === 'D' ? 2 : 1;
    for (let n = 0; n < rowCount; n++) {
      const place: Place = { dice, tree, unit, n, secret, id, next };
      for (const special of contents[shape.name]?.(place) ?? [{}]) {
        const fixed: Values = {
          ...referred(shape, unit, n),
          unit_path: unit.path,
          tenant_id: unit.tenantId,
          ...special,
        };
        const entries = shape.columns.map((column) => [
          column.name,
          fixed[column.name] !== undefined
            ? fixed[column.name]
            : (valueFor(column, shape, place) ??
              (column.type === 'uuid' && !column.isNullable ? id(shape.name, unit.path, n) : null)),
        ]);
        const values: Values = Object.fromEntries(entries);
        const key = `${shape.name} ${JSON.stringify(shape.key.map((column) => values[column]))}`;
        if (keys.has(key)) continue;
        keys.add(key);
        const row = { ...own, n, values };
        rows.push(row);
        const spot = `${shape.name} ${unit.path}`;
        near.set(spot, [...(near.get(spot) ?? []), row]);
        for (const column of shape.key.map((name) => values[name])) {
          if (typeof column === 'string' && column.match(idPattern) !== null && !ids.has(column)) ids.set(column, own);
        }
      }
    }
  };

  for (const shape of shapes.filter(isPlanted))
    for (const unit of tree.units) {
      if (shape.name === 'tenant' && tree.units.find(({ tenantId }) => tenantId === unit.tenantId) !== unit) continue;
      plant(shape, unit);
    }
  return { tree, rows, secrets, ids };
}

/** What checks of new tables may ask for: a year, a period, a path of a page; and nothing where nothing is allowed. */
const attempts: readonly unknown[] = [
  null,
  2026,
  '2026-09',
  '2026',
  '/x',
  '2026-11-22',
  'a',
  0,
  2,
  '0'.repeat(64),
  'A',
];

/** Rows that a check refused, with other values in its columns. */
function amended(rows: readonly Values[], { columns }: Check, attempt: number): Values[] {
  return rows.map((row) => ({ ...row, ...Object.fromEntries(columns.map((column) => [column, attempts[attempt]])) }));
}

/** One statement for each table; a table that nobody has described yet is tried with several values. */
async function plantTable(owner: Kysely<Tables>, { name, checks }: TableShape, rows: readonly Values[]): Promise<void> {
  const table = sql.table(name);
  const plant = async (values: readonly Values[]) => {
    await say(owner, 'savepoint planting');
    await sql`insert into ${table} select * from jsonb_populate_recordset(null::${table}, ${JSON.stringify(values)}::jsonb)`.execute(
      owner,
    );
    await say(owner, 'release savepoint planting');
  };
  const tried = new Map<Check, number>();
  let check: Check | undefined;
  for (let values = rows; ; ) {
    const error = await plant(values).then(
      () => null,
      (reason: Error & { constraint?: string }) => reason,
    );
    if (error === null) return;
    await say(owner, 'rollback to savepoint planting');
    // A value that does not even fit the column is followed by the next one for the same check.
    check = checks.find((each) => each.name === error.constraint) ?? check;
    const attempt = check === undefined ? attempts.length : (tried.get(check) ?? 0);
    if (check === undefined || attempt >= attempts.length)
      throw new Error(
        `no row could be planted in ${name} (test/scope/contents.ts says what it needs): ${error.message}`,
      );
    tried.set(check, attempt + 1);
    values = amended(values, check, attempt);
  }
}

export async function plantWorld(owner: Kysely<Tables>, world: World, shapes: readonly TableShape[]): Promise<void> {
  for (const shape of shapes.filter(isPlanted)) {
    const rows = world.rows.filter(({ table }) => table === shape.name).map(({ values }) => values);
    if (rows.length > 0) await plantTable(owner, shape, rows);
  }
}

export const tenantTables = (shapes: readonly TableShape[]): TableShape[] =>
  shapes.filter((shape) => shape.class === 'D' && isTenantTable(shape));
