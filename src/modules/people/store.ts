import { type RawBuilder, sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import { Problem } from '../../core/problem.ts';
import type { Unit, UnitKind } from './unit.ts';

export interface Tenant {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly unitPath: string;
}

/** The unit that owns rows; made once, never changed here. */
export async function ensureTenant(
  db: Pick<Writer, 'insertInto'>,
  { id, code, name, unitPath }: Tenant,
  at: string,
): Promise<void> {
  await db
    .insertInto('tenant')
    .values({ tenant_id: id, code, name, unit_path: unitPath, created_at: at })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .execute();
}

/** Whether a path lies at or below one of a scope, by the same operator as the policies. */
export const within = (path: RawBuilder<unknown>, scope: Scope): RawBuilder<boolean> =>
  sql<boolean>`${path} operator(public.<@) ${`{${scope.join(',')}}`}::public.ltree[]`;

const unitColumns = [
  'unit.unit_path as unitPath',
  'unit.tenant_id as tenantId',
  'unit.kind',
  'unit.region_code as regionCode',
  'unit.since',
  'unit.until',
  'unit.successor',
  'unit_name.name',
  'unit_name.short_name as shortName',
] as const;

/** Units with the name they had on a day; a unit not yet founded shows its first name. */
const unitsOn = (db: Reader, day: string) =>
  db
    .selectFrom('unit')
    .innerJoin('unit_name', 'unit_name.unit_path', 'unit.unit_path')
    .select(unitColumns)
    .where(
      'unit_name.valid_from',
      '=',
      sql<string>`(select coalesce(max(n.valid_from) filter (where n.valid_from <= ${day}::date), min(n.valid_from))
        from unit_name n where n.unit_path = unit.unit_path)`,
    );

const unitOf = (row: { kind: string } & Omit<Unit, 'kind'>): Unit => ({ ...row, kind: row.kind as UnitKind });

export async function listUnits(db: Reader, scope: Scope, day: string): Promise<Unit[]> {
  const rows = await unitsOn(db, day)
    .where(within(sql.ref('unit.unit_path'), scope))
    .orderBy('unit.unit_path')
    .execute();
  return rows.map(unitOf);
}

/** Names and kinds of the units above are no secret: who is below has to know where things go. */
export async function listUnitsAbove(db: Reader, scope: Scope, day: string): Promise<Unit[]> {
  const rows = await unitsOn(db, day)
    .where(sql<boolean>`unit.unit_path operator(public.@>) ${`{${scope.join(',')}}`}::public.ltree[]`)
    .where((is) => is.not(within(sql.ref('unit.unit_path'), scope)))
    .orderBy('unit.unit_path')
    .execute();
  return rows.map(unitOf);
}

/** The own units, those above them, and those that stand directly below one of these: departments, neighbours. */
export async function listUnitsAround(db: Reader, scope: Scope, day: string): Promise<Unit[]> {
  const own = sql`${`{${scope.join(',')}}`}::public.ltree[]`;
  const rows = await unitsOn(db, day)
    .where(
      sql<boolean>`(${within(sql.ref('unit.unit_path'), scope)} or unit.unit_path operator(public.@>) ${own}
        or (public.nlevel(unit.unit_path) > 1
          and public.subpath(unit.unit_path, 0, -1) operator(public.@>) ${own}))`,
    )
    .orderBy('unit.unit_path')
    .execute();
  return rows.map(unitOf);
}

export async function findUnit(db: Reader, unitPath: string, day: string): Promise<Unit | null> {
  const row = await unitsOn(db, day).where('unit.unit_path', '=', unitPath).executeTakeFirst();
  return row === undefined ? null : unitOf(row);
}

export async function loadUnit(db: Reader, scope: Scope, unitPath: string, day: string): Promise<Unit> {
  const row = await unitsOn(db, day)
    .where('unit.unit_path', '=', unitPath)
    .where(within(sql.ref('unit.unit_path'), scope))
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', { kind: '单位 unit', id: unitPath });
  return unitOf(row);
}

/** The next surrogate: tenants are few, made one after the other. */
export async function addTenant(db: Writer, { code, name, unitPath }: Omit<Tenant, 'id'>, at: string): Promise<string> {
  await sql`select pg_advisory_xact_lock(7267002)`.execute(db);
  const { next } = await db
    .selectFrom('tenant')
    .select(sql<string>`coalesce(max(tenant_id), 0) + 1`.as('next'))
    .executeTakeFirstOrThrow();
  await ensureTenant(db, { id: next, code, name, unitPath }, at);
  return next;
}

type Inserter = Pick<Writer, 'insertInto'>;

export async function addUnit(db: Inserter, unit: Unit): Promise<void> {
  await db
    .insertInto('unit')
    .values({
      unit_path: unit.unitPath,
      tenant_id: unit.tenantId,
      kind: unit.kind,
      region_code: unit.regionCode,
      since: unit.since,
      until: unit.until,
      successor: unit.successor,
    })
    .onConflict((conflict) => conflict.column('unit_path').doNothing())
    .execute();
  await db
    .insertInto('unit_name')
    .values({
      unit_path: unit.unitPath,
      valid_from: unit.since,
      valid_to: null,
      name: unit.name,
      short_name: unit.shortName,
    })
    .onConflict((conflict) => conflict.columns(['unit_path', 'valid_from']).doNothing())
    .execute();
}

/** From a day on the unit has another name; said twice for one day, the second holds. */
export async function renameUnit(
  db: Writer,
  unitPath: string,
  from: string,
  { name, shortName }: Pick<Unit, 'name' | 'shortName'>,
): Promise<void> {
  await db
    .updateTable('unit_name')
    .set({ valid_to: from })
    .where('unit_path', '=', unitPath)
    .where('valid_from', '<', from)
    .where('valid_to', 'is', null)
    .execute();
  await db
    .insertInto('unit_name')
    .values({ unit_path: unitPath, valid_from: from, valid_to: null, name, short_name: shortName })
    .onConflict((conflict) =>
      conflict
        .columns(['unit_path', 'valid_from'])
        .doUpdateSet({ name: sql`excluded.name`, short_name: sql`excluded.short_name` }),
    )
    .execute();
}

export async function listUnitNames(db: Reader, unitPath: string) {
  return db
    .selectFrom('unit_name')
    .select(['name', 'short_name as shortName', 'valid_from as validFrom', 'valid_to as validTo'])
    .where('unit_path', '=', unitPath)
    .orderBy('valid_from')
    .execute();
}

export async function endUnit(db: Writer, unitPath: string, until: string, successor: string | null): Promise<void> {
  await db.updateTable('unit').set({ until, successor }).where('unit_path', '=', unitPath).execute();
}

/** Units directly or further below that still exist on a day. */
export async function listBelow(db: Reader, unitPath: string, day: string): Promise<string[]> {
  const rows = await db
    .selectFrom('unit')
    .select('unit_path')
    .where(within(sql.ref('unit_path'), [unitPath]))
    .where('unit_path', '<>', unitPath)
    .where((is) => is.or([is('until', 'is', null), is('until', '>', day)]))
    .orderBy('unit_path')
    .execute();
  return rows.map(({ unit_path }) => unit_path);
}
