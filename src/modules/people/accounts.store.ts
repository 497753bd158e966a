import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import { Problem } from '../../core/problem.ts';
import type { Account, Post } from './account.ts';
import type { RoleId } from './roles.ts';
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

/** What everybody's one-time codes are made of, as it is stored. */
export const listTotpSecrets = async (db: Reader): Promise<readonly { id: string; secret: string }[]> =>
  (await db.selectFrom('account').select(['account_id as id', 'totp_secret as secret']).execute()).flatMap(
    ({ id, secret }) => (secret === null ? [] : [{ id, secret }]),
  );

export async function saveTotpSecret(db: Writer, id: string, secret: string): Promise<void> {
  await db.updateTable('account').set({ totp_secret: secret }).where('account_id', '=', id).execute();
}

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

const nameOn = (path: string) =>
  sql<string>`(select n.name from unit_name n where n.unit_path = ${sql.ref(path)} order by n.valid_from desc limit 1)`;

const posts = (db: Reader) =>
  db
    .selectFrom('post')
    .innerJoin('account', 'account.account_id', 'post.account_id')
    .select([
      'post.post_id as id',
      'post.seat_id as seatId',
      'post.account_id as accountId',
      'account.name as accountName',
      'post.unit_path as unitPath',
      nameOn('post.unit_path').as('unitName'),
      'post.role',
      'post.kind',
      'post.from_on as fromOn',
      'post.until_on as untilOn',
      'post.given_by as givenBy',
      'post.given_at as givenAt',
      'post.reason',
    ])
    .orderBy('post.from_on')
    .orderBy('post.post_id');

const asPost = (row: Omit<Post, 'role' | 'kind'> & { role: string; kind: string }): Post => ({
  ...row,
  role: row.role as RoleId,
  kind: row.kind as Post['kind'],
});

export async function listPostsOf(db: Reader, accountIds: readonly string[]): Promise<Post[]> {
  if (accountIds.length === 0) return [];
  return (await posts(db).where('post.account_id', 'in', accountIds).execute()).map(asPost);
}

/** Everybody who ever held the seat, in order. */
export const listSeat = async (db: Reader, scope: Scope, seatId: string): Promise<Post[]> =>
  (
    await posts(db)
      .where('post.seat_id', '=', seatId)
      .where(within(sql.ref('post.unit_path'), scope))
      .execute()
  ).map(asPost);

export async function loadPost(db: Reader, id: string): Promise<Post> {
  const row = await posts(db).where('post.post_id', '=', id).executeTakeFirst();
  if (row === undefined) throw new Problem('not-found', { kind: '岗位 post', id });
  return asPost(row);
}

/** How many hold a role on a day, anywhere: the first of an administration are appointed differently. */
export async function countHolders(db: Reader, role: RoleId, day: string): Promise<number> {
  const { count } = await db
    .selectFrom('post')
    .innerJoin('account', 'account.account_id', 'post.account_id')
    .select(sql<string>`count(*)`.as('count'))
    .where('post.role', '=', role)
    .where('account.ended_at', 'is', null)
    .where('post.from_on', '<=', day)
    .where((is) => is.or([is('post.until_on', 'is', null), is('post.until_on', '>=', day)]))
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function addPost(db: Writer, post: Omit<Post, 'accountName' | 'unitName'>): Promise<void> {
  await db
    .insertInto('post')
    .values({
      post_id: post.id,
      seat_id: post.seatId,
      account_id: post.accountId,
      unit_path: post.unitPath,
      role: post.role,
      kind: post.kind,
      from_on: post.fromOn,
      until_on: post.untilOn,
      given_by: post.givenBy,
      given_at: post.givenAt,
      reason: post.reason,
    })
    .execute();
}

export async function endPost(db: Writer, id: string, untilOn: string): Promise<void> {
  await db.updateTable('post').set({ until_on: untilOn }).where('post_id', '=', id).execute();
}

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
