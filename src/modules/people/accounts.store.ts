import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import { Problem } from '../../core/problem.ts';
import type { Account } from './account.ts';
import { listPostsOf, nameOn } from './posts.store.ts';
import { within } from './store.ts';

/** An account with what only the sign-in may know. */
export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly name: string;
  readonly unitPath: string;
  readonly email: string | null;
  readonly passwordHash: string;
  readonly mustChange: boolean;
  readonly failures: number;
  readonly lockedUntil: string | null;
  readonly totpSecret: string | null;
  readonly totpStep: string | null;
  readonly endedAt: string | null;
}

const columns = [
  'account_id as id',
  'login',
  'name',
  'unit_path as unitPath',
  'email',
  'password_hash as passwordHash',
  'must_change as mustChange',
  'failures',
  'locked_until as lockedUntil',
  'totp_secret as totpSecret',
  'totp_step as totpStep',
  'ended_at as endedAt',
] as const;

const accounts = (db: Reader) => db.selectFrom('account').select(columns);

export const hasAccounts = async (db: Reader): Promise<boolean> =>
  (await db.selectFrom('account').select('account_id').limit(1).execute()).length > 0;

export const findByLogin = async (db: Reader, login: string): Promise<AccountRow | null> =>
  (await accounts(db).where('login', '=', login).executeTakeFirst()) ?? null;

export const findById = async (db: Reader, id: string): Promise<AccountRow | null> =>
  (await accounts(db).where('account_id', '=', id).executeTakeFirst()) ?? null;

/** An account that the actor administers: its home unit lies within the scope. */
export async function lockAccount(db: Writer, scope: Scope, id: string): Promise<AccountRow> {
  const row = await accounts(db)
    .where('account_id', '=', id)
    .where(within(sql.ref('account.unit_path'), scope))
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', { kind: '账号 account', id });
  return row;
}

/** One's own account, or one that is read once more before it changes. */
export async function lockById(db: Writer, id: string): Promise<AccountRow> {
  const row = await accounts(db).where('account_id', '=', id).forUpdate().executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', { kind: '账号 account', id });
  return row;
}

export interface NewAccount extends Pick<AccountRow, 'id' | 'login' | 'name' | 'unitPath' | 'passwordHash'> {
  readonly email?: string | null | undefined;
  readonly mustChange: boolean;
}

export async function addAccount(db: Writer, account: NewAccount, at: string, by: string): Promise<void> {
  await db
    .insertInto('account')
    .values({
      account_id: account.id,
      login: account.login,
      name: account.name,
      unit_path: account.unitPath,
      email: account.email ?? null,
      password_hash: account.passwordHash,
      must_change: account.mustChange,
      created_at: at,
      created_by: by,
      updated_at: at,
    })
    .execute();
}

/** Writes the account back as it now is. */
export async function saveAccount(db: Writer, account: AccountRow, at: string): Promise<void> {
  await db
    .updateTable('account')
    .set({
      name: account.name,
      unit_path: account.unitPath,
      email: account.email,
      password_hash: account.passwordHash,
      must_change: account.mustChange,
      failures: account.failures,
      locked_until: account.lockedUntil,
      totp_secret: account.totpSecret,
      totp_step: account.totpStep,
      ended_at: account.endedAt,
      updated_at: at,
    })
    .where('account_id', '=', account.id)
    .execute();
}

const isLinked = sql<boolean>`exists (select from account_identity i where i.account_id = account.account_id)`.as(
  'isLinked',
);

interface Search {
  readonly search: string;
  readonly limit: number;
}

/** Accounts of the units within scope, with every post they hold or held. */
export async function listAccounts(
  db: Reader,
  scope: Scope,
  { search, limit }: Search,
): Promise<{ accounts: Account[]; total: number }> {
  const wanted = `%${search.replaceAll(/[\\%_]/g, (each) => `\\${each}`)}%`;
  const rows = await accounts(db)
    .select([nameOn('account.unit_path').as('unitName'), sql<string>`count(*) over ()`.as('total'), isLinked])
    .where(within(sql.ref('account.unit_path'), scope))
    .where((is) => is.or([is('login', 'ilike', wanted), is('name', 'ilike', wanted)]))
    .orderBy('account.unit_path')
    .orderBy('login')
    .limit(limit)
    .execute();
  const held = Map.groupBy(
    await listPostsOf(
      db,
      rows.map(({ id }) => id),
    ),
    ({ accountId }) => accountId,
  );
  return {
    total: Number(rows[0]?.total ?? 0),
    accounts: rows.map(
      ({
        id,
        login,
        name,
        unitPath,
        unitName,
        email,
        mustChange,
        lockedUntil,
        totpSecret,
        isLinked: linked,
        endedAt,
      }) => ({
        id,
        login,
        name,
        unitPath,
        unitName,
        email,
        mustChange,
        lockedUntil,
        hasTotp: totpSecret !== null,
        isLinked: linked,
        endedAt,
        posts: held.get(id) ?? [],
      }),
    ),
  };
}

/** People one may ask to stand in: whose home lies at or below a unit. */
export async function listColleagues(db: Reader, unitPath: string) {
  return db
    .selectFrom('account')
    .select(['account_id as id', 'name', nameOn('account.unit_path').as('unitName')])
    .where(within(sql.ref('account.unit_path'), [unitPath]))
    .where('ended_at', 'is', null)
    .orderBy('name')
    .limit(500)
    .execute();
}

export async function tenantsOf(db: Reader, unitPaths: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (unitPaths.length === 0) return new Map();
  const rows = await db
    .selectFrom('unit')
    .select(['unit_path', 'tenant_id'])
    .where('unit_path', 'in', unitPaths)
    .execute();
  return new Map(rows.map((row) => [row.unit_path, row.tenant_id]));
}

export const listLogins = async (db: Reader): Promise<string[]> =>
  (await db.selectFrom('account').select('login').execute()).map(({ login }) => login);
