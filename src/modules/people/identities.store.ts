import type { Reader, Writer } from '../../core/database.ts';

/** Whom an issuer of identities vouches for. */
export interface Identity {
  readonly issuer: string;
  /** What the issuer calls the person for ever. */
  readonly subject: string;
  readonly login: string;
}

export const findLinked = async (db: Reader, { issuer, subject }: Identity): Promise<string | null> =>
  (
    await db
      .selectFrom('account_identity')
      .select('account_id')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst()
  )?.account_id ?? null;

export const isLinkedAt = async (db: Reader, accountId: string, issuer: string): Promise<boolean> =>
  (await db
    .selectFrom('account_identity')
    .select('subject')
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .executeTakeFirst()) !== undefined;

export async function addLink(
  db: Writer,
  accountId: string,
  { issuer, subject, login }: Identity,
  at: string,
): Promise<void> {
  await db
    .insertInto('account_identity')
    .values({ issuer, subject, account_id: accountId, login, linked_at: at })
    .execute();
}

/** The links that were. */
export async function dropLinks(db: Writer, accountId: string): Promise<Identity[]> {
  return db
    .deleteFrom('account_identity')
    .where('account_id', '=', accountId)
    .returning(['issuer', 'subject', 'login'])
    .execute();
}
