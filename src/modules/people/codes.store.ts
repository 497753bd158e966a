import type { Reader, Writer } from '../../core/database.ts';

/** What everybody's one-time codes are made of, as it is stored. */
export const listTotpSecrets = async (db: Reader): Promise<readonly { id: string; secret: string }[]> =>
  (await db.selectFrom('account').select(['account_id as id', 'totp_secret as secret']).execute()).flatMap(
    ({ id, secret }) => (secret === null ? [] : [{ id, secret }]),
  );

export async function saveTotpSecret(db: Writer, id: string, secret: string): Promise<void> {
  await db.updateTable('account').set({ totp_secret: secret }).where('account_id', '=', id).execute();
}
