import type { Database } from '../core/database.ts';
import type { Label } from '../core/text.ts';
import { listTotpSecrets, saveTotpSecret } from '../modules/people/codes.store.ts';
import type { Secrets } from '../modules/people/tools.ts';

/**
 * At every start: secrets of one-time codes that an earlier version left in clear are sealed, and whoever starts the
 * server hears of those that its key does not open, as after a restore without the key.
 */
export async function sealCodes(
  database: Database,
  secrets: Pick<Secrets, 'seal' | 'open' | 'isSealed'>,
  tell: (step: Label) => void,
): Promise<void> {
  const stored = await database.read([], listTotpSecrets);
  const clear = stored.filter(({ secret }) => !secrets.isSealed(secret));
  if (clear.length > 0)
    await database.write([], async (db) => {
      for (const { id, secret } of clear) await saveTotpSecret(db, id, secrets.seal(secret, id));
    });
  const lost = stored.filter(({ id, secret }) => secrets.isSealed(secret) && secrets.open(secret, id) === null);
  if (lost.length > 0)
    tell({
      zh: `有 ${lost.length} 个账号的动态口令不能用现在的密钥核对：请放回原来的密钥（secret.key 或 LANTU_SECRET_KEY），或为他们重置口令并停用动态口令`,
      en: `The one-time codes of ${lost.length} accounts were sealed with another key: put it back (secret.key or LANTU_SECRET_KEY), or reset password and codes of these people`,
    });
}
