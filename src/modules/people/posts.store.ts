import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import { Problem } from '../../core/problem.ts';
import type { Post } from './account.ts';
import type { RoleId } from './roles.ts';
import { within } from './store.ts';

/** The name a unit has now, or had last. */
export const nameOn = (path: string) =>
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
