import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import { within } from './store.ts';

/** By password, or by an identity provider. */
export type Way = 'password' | 'oidc';

export interface SessionRow {
  readonly id: string;
  readonly accountId: string;
  readonly postId: string | null;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly endedAt: string | null;
  readonly way: Way;
  readonly address: string | null;
  readonly agent: string | null;
}

const sessions = (db: Reader) =>
  db
    .selectFrom('session')
    .select([
      'session_id as id',
      'account_id as accountId',
      'post_id as postId',
      'created_at as createdAt',
      'seen_at as seenAt',
      'ended_at as endedAt',
      sql<Way>`way`.as('way'),
      'address',
      'agent',
    ]);

export const findSession = async (db: Reader, tokenHash: string): Promise<SessionRow | null> =>
  (await sessions(db).where('token_hash', '=', tokenHash).executeTakeFirst()) ?? null;

export const listSessions = (db: Reader, accountId: string): Promise<SessionRow[]> =>
  sessions(db)
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null)
    .orderBy('created_at', 'desc')
    .execute();

export async function addSession(
  db: Writer,
  session: Omit<SessionRow, 'endedAt' | 'seenAt' | 'way'> & { readonly way?: Way },
  tokenHash: string,
): Promise<void> {
  await db
    .insertInto('session')
    .values({
      session_id: session.id,
      token_hash: tokenHash,
      account_id: session.accountId,
      post_id: session.postId,
      created_at: session.createdAt,
      seen_at: session.createdAt,
      ended_at: null,
      way: session.way ?? 'password',
      address: session.address,
      agent: session.agent,
    })
    .execute();
}

export async function noticeSession(db: Writer, id: string, at: string): Promise<void> {
  await db.updateTable('session').set({ seen_at: at }).where('session_id', '=', id).execute();
}

export async function choosePost(db: Writer, id: string, postId: string): Promise<void> {
  await db.updateTable('session').set({ post_id: postId }).where('session_id', '=', id).execute();
}

/** Ends one session of an account, or all but one. */
export async function endSessions(
  db: Writer,
  accountId: string,
  at: string,
  { only, except }: { only?: string; except?: string | null } = {},
): Promise<number> {
  let query = db
    .updateTable('session')
    .set({ ended_at: at })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null);
  if (only !== undefined) query = query.where('session_id', '=', only);
  if (except != null) query = query.where('session_id', '<>', except);
  return (await query.returning('session_id').execute()).length;
}

export interface TokenRow {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
  readonly permissions: readonly string[];
  readonly createdAt: string;
  readonly expiresOn: string;
  readonly usedAt: string | null;
  readonly endedAt: string | null;
}

const tokens = (db: Reader) =>
  db
    .selectFrom('api_token')
    .select([
      'token_id as id',
      'account_id as accountId',
      'name',
      'permissions',
      'created_at as createdAt',
      'expires_on as expiresOn',
      'used_at as usedAt',
      'ended_at as endedAt',
    ]);

export const findToken = async (db: Reader, tokenHash: string): Promise<TokenRow | null> =>
  (await tokens(db).where('token_hash', '=', tokenHash).executeTakeFirst()) ?? null;

export const listTokens = (db: Reader, accountId: string): Promise<TokenRow[]> =>
  tokens(db).where('account_id', '=', accountId).where('ended_at', 'is', null).orderBy('created_at', 'desc').execute();

export async function addToken(
  db: Writer,
  token: Omit<TokenRow, 'usedAt' | 'endedAt'>,
  tokenHash: string,
): Promise<void> {
  await db
    .insertInto('api_token')
    .values({
      token_id: token.id,
      token_hash: tokenHash,
      account_id: token.accountId,
      name: token.name,
      permissions: [...token.permissions],
      created_at: token.createdAt,
      expires_on: token.expiresOn,
    })
    .execute();
}

export async function noticeToken(db: Writer, id: string, at: string): Promise<void> {
  await db.updateTable('api_token').set({ used_at: at }).where('token_id', '=', id).execute();
}

/** Revokes one token of an account, or all of them. */
export async function endTokens(db: Writer, accountId: string, at: string, only?: string): Promise<number> {
  let query = db
    .updateTable('api_token')
    .set({ ended_at: at })
    .where('account_id', '=', accountId)
    .where('ended_at', 'is', null);
  if (only !== undefined) query = query.where('token_id', '=', only);
  return (await query.returning('token_id').execute()).length;
}

export async function replaceRecoveryCodes(db: Writer, accountId: string, hashes: readonly string[]): Promise<void> {
  await db.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
  for (const hash of hashes)
    await db.insertInto('recovery_code').values({ account_id: accountId, code_hash: hash, used_at: null }).execute();
}

/** Whether the code was there and unused; it is used up by asking. */
export async function spendRecoveryCode(db: Writer, accountId: string, hash: string, at: string): Promise<boolean> {
  const used = await db
    .updateTable('recovery_code')
    .set({ used_at: at })
    .where('account_id', '=', accountId)
    .where('code_hash', '=', hash)
    .where('used_at', 'is', null)
    .returning('code_hash')
    .execute();
  return used.length === 1;
}

export interface SignInRow {
  readonly id: string;
  readonly at: string;
  readonly login: string;
  readonly accountId: string | null;
  readonly outcome: string;
  readonly way: Way;
  readonly address: string | null;
  readonly agent: string | null;
}

export async function addSignIn(db: Writer, row: SignInRow): Promise<void> {
  await db
    .insertInto('sign_in')
    .values({
      sign_in_id: row.id,
      at: row.at,
      login: row.login,
      account_id: row.accountId,
      outcome: row.outcome,
      way: row.way,
      address: row.address,
      agent: row.agent,
    })
    .execute();
}

/** Newest first; attempts on logins that nobody has are seen by those who see the whole system. */
export async function listSignIns(
  db: Reader,
  scope: Scope,
  { before, limit }: { before: string | null; limit: number },
): Promise<SignInRow[]> {
  let query = db
    .selectFrom('sign_in')
    .leftJoin('account', 'account.account_id', 'sign_in.account_id')
    .select([
      'sign_in.sign_in_id as id',
      'sign_in.at',
      'sign_in.login',
      'sign_in.account_id as accountId',
      'sign_in.outcome',
      sql<Way>`sign_in.way`.as('way'),
      'sign_in.address',
      'sign_in.agent',
    ])
    .where((is) =>
      is.or([
        within(sql.ref('account.unit_path'), scope),
        ...(scope.some((path) => !path.includes('.')) ? [is('sign_in.account_id', 'is', null)] : []),
      ]),
    )
    .orderBy('sign_in.at', 'desc')
    .orderBy('sign_in.sign_in_id')
    .limit(limit);
  if (before !== null) query = query.where('sign_in.at', '<', before);
  return query.execute();
}
