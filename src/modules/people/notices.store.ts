import { type RawBuilder, sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import { inScope } from '../../core/in-scope.ts';
import type { Label } from '../../core/text.ts';
import type { AfterTry, Mailing, Notice } from './notice.ts';
import type { RoleId } from './roles.ts';

export interface NewNotice {
  readonly tenantId: string;
  readonly unitPath: string;
  readonly kind: string;
  readonly once: string | null;
  readonly subject: Label;
  readonly text: Label;
  readonly path: string;
  readonly createdAt: string;
  readonly createdBy: string;
}

interface Days {
  readonly about: string;
  readonly today: string;
}

const holdsOn = (today: string): RawBuilder<boolean> =>
  sql<boolean>`post.from_on <= ${today}::date and (post.until_on is null or post.until_on >= ${today}::date)`;

const covers = (path: string, about: string): RawBuilder<boolean> =>
  sql<boolean>`${about}::text::public.ltree operator(public.<@) ${sql.ref(path)}`;

/** Whoever has the unit in their scope today: by a post, or without any post by their home. */
const sees = ({ about, today }: Days): RawBuilder<boolean> => sql<boolean>`(
  exists (select from post where post.account_id = account.account_id and ${holdsOn(today)} and ${covers('post.unit_path', about)})
  or (${covers('account.unit_path', about)}
    and not exists (select from post where post.account_id = account.account_id and ${holdsOn(today)})))`;

const readers = (db: Reader, days: Days) =>
  db.selectFrom('account').select('account.account_id as id').where('account.ended_at', 'is', null).where(sees(days));

export const readersOf = async (db: Reader, accountIds: readonly string[], days: Days): Promise<string[]> =>
  (await readers(db, days).where('account.account_id', 'in', accountIds).execute()).map(({ id }) => id);

/** Whoever holds one of the roles at the unit today. */
export const holdersOf = async (
  db: Reader,
  { unitPath, roles }: { unitPath: string; roles: readonly RoleId[] },
  days: Days,
): Promise<string[]> =>
  (
    await readers(db, days)
      .where((is) =>
        is.exists(
          is
            .selectFrom('post')
            .select('post.post_id')
            .whereRef('post.account_id', '=', 'account.account_id')
            .where('post.unit_path', '=', unitPath)
            .where('post.role', 'in', roles)
            .where(holdsOn(days.today)),
        ),
      )
      .orderBy('account.account_id')
      .execute()
  ).map(({ id }) => id);

/** Whether it was new to this person. */
export async function addNotice(db: Writer, id: string, accountId: string, notice: NewNotice): Promise<boolean> {
  const added = await db
    .insertInto('notice')
    .values({
      tenant_id: notice.tenantId,
      notice_id: id,
      unit_path: notice.unitPath,
      account_id: accountId,
      kind: notice.kind,
      once: notice.once,
      subject: JSON.stringify(notice.subject),
      text: JSON.stringify(notice.text),
      path: notice.path,
      created_at: notice.createdAt,
      created_by: notice.createdBy,
      mail_state: 'pending',
      next_try_at: notice.createdAt,
    })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'account_id', 'once']).doNothing())
    .returning('notice_id')
    .execute();
  return added.length === 1;
}

/** What came while one had another post stays with that unit. */
interface Receiver {
  readonly id: string;
  readonly scope: Scope;
}

export async function listNotices(
  db: Reader,
  { id, scope }: Receiver,
  limit: number,
): Promise<{ unread: number; notices: Notice[] }> {
  const rows = await db
    .selectFrom('notice')
    .select([
      'notice_id as id',
      'kind',
      'subject',
      'text',
      'path',
      'created_at as createdAt',
      'created_by as createdBy',
      'read_at as readAt',
      sql<string>`count(*) filter (where read_at is null) over ()`.as('unread'),
    ])
    .where('account_id', '=', id)
    .where(inScope('unit_path', scope))
    .orderBy(sql`read_at is not null`)
    .orderBy('created_at', 'desc')
    .orderBy('notice_id')
    .limit(limit)
    .execute();
  return {
    unread: Number(rows[0]?.unread ?? 0),
    notices: rows.map(({ unread, subject, text, ...row }) => ({
      ...row,
      subject: subject as Label,
      text: text as Label,
    })),
  };
}

/** Their numbers, as far as they were one's own and unread. */
export async function markRead(
  db: Writer,
  { id, scope }: Receiver,
  ids: readonly string[] | undefined,
  at: string,
): Promise<string[]> {
  let query = db
    .updateTable('notice')
    .set({ read_at: at })
    .where('account_id', '=', id)
    .where(inScope('unit_path', scope))
    .where('read_at', 'is', null);
  if (ids !== undefined) query = query.where('notice_id', 'in', ids);
  return (await query.returning('notice_id').execute()).map(({ notice_id }) => notice_id);
}

export const listDue = async (db: Reader, scope: Scope, now: string, limit: number) => {
  const rows = await db
    .selectFrom('notice')
    .innerJoin('account', 'account.account_id', 'notice.account_id')
    .select([
      'notice.tenant_id as tenantId',
      'notice.notice_id as id',
      'notice.subject',
      'notice.text',
      'notice.path',
      'notice.read_at as readAt',
      'account.name',
      sql<string | null>`case when account.ended_at is null then account.email end`.as('email'),
    ])
    .where('notice.mail_state', '=', 'pending')
    .where(inScope('notice.unit_path', scope))
    .where('notice.next_try_at', '<=', now)
    .orderBy('notice.next_try_at')
    .orderBy('notice.notice_id')
    .limit(limit)
    .execute();
  return rows.map(({ subject, text, ...row }) => ({ ...row, subject: subject as Label, text: text as Label }));
};

/** A mail that is still to be sent; null when that is settled. */
export const lockMailing = async (db: Writer, scope: Scope, tenantId: string, id: string): Promise<Mailing | null> =>
  (await db
    .selectFrom('notice')
    .select(['attempts', 'created_at as createdAt'])
    .where('tenant_id', '=', tenantId)
    .where('notice_id', '=', id)
    .where(inScope('unit_path', scope))
    .where('mail_state', '=', 'pending')
    .forUpdate()
    .executeTakeFirst()) ?? null;

export async function saveMailing(
  db: Writer,
  { tenantId, id, error }: { tenantId: string; id: string; error: string | null },
  { state, attempts, nextTryAt }: AfterTry,
): Promise<void> {
  await db
    .updateTable('notice')
    .set({ mail_state: state, attempts, next_try_at: nextTryAt, mail_error: error })
    .where('tenant_id', '=', tenantId)
    .where('notice_id', '=', id)
    .execute();
}
