import type { Kysely } from 'kysely';
import { expect, test } from 'vitest';
import { peopleOn, strongPassword } from '../../../test/people.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import { operator } from '../../app/first-units.ts';
import { sealCodes } from '../../app/sealed-codes.ts';
import type { Tables } from '../../core/tables.ts';
import type { Label } from '../../core/text.ts';
import { newKey } from '../../platform/secret-key.ts';
import { secrets, secretsWith } from '../../platform/secrets.ts';
import { createGate } from './gate.service.ts';
import { stepAt } from './totp.ts';

const county = 'cn.99.9901.990101';
const refusal = (code: string) => expect.objectContaining({ code });
const visitor = { address: null, agent: null };

const storedSecret = async (owner: Kysely<Tables>): Promise<string> =>
  (await owner.selectFrom('account').select('totp_secret').where('login', '=', 'p1').executeTakeFirstOrThrow())
    .totp_secret ?? '';

/** A planner with one-time codes, whose secret the test knows. */
async function withCodes(people: Awaited<ReturnType<typeof peopleOn>>) {
  const { id, enter } = await people.person('p1', county, ['planner', county]);
  const actor = await enter();
  const { secret } = await people.act(actor, 'session.start-codes', {});
  const code = () => secrets.codeAt(secret, stepAt(people.now()));
  const confirmed = { secret, code: code(), password: strongPassword };
  const { recoveryCodes } = await people.act(actor, 'session.confirm-codes', confirmed);
  people.pass({ minutes: 1 });
  return { id, secret, code, recoveryCodes };
}

test(
  'the secret of the codes stands sealed in the database, and belongs to its account',
  rolledBack(async (database, owner) => {
    const key = newKey();
    const people = await peopleOn(database, owner, key);
    const { id, secret, code } = await withCodes(people);
    const stored = await storedSecret(owner);
    expect(stored).toMatch(new RegExp(`^v1\\.${key.id}\\.`));
    expect(stored).not.toContain(secret);
    expect(secretsWith([key]).open(stored, id)).toBe(secret);
    await people.signIn('p1', strongPassword, code());
    const everything = JSON.stringify(await owner.selectFrom('audit').selectAll().execute());
    expect(everything).not.toContain(secret);
  }),
);

test(
  'secrets that an earlier version left in clear are sealed at the next start, and their codes go on working',
  rolledBack(async (database, owner) => {
    const key = newKey();
    const people = await peopleOn(database, owner, key);
    const { id, secret, code } = await withCodes(people);
    await owner.updateTable('account').set({ totp_secret: secret }).where('account_id', '=', id).execute();
    const told: Label[] = [];
    await sealCodes(database, secretsWith([key]), (step) => told.push(step));
    const sealed = await storedSecret(owner);
    expect(sealed).not.toContain(secret);
    await sealCodes(database, secretsWith([key]), (step) => told.push(step));
    expect(await storedSecret(owner)).toBe(sealed);
    await people.signIn('p1', strongPassword, code());
    expect(told).toEqual([]);
  }),
);

test(
  'without the key the operator is told, the person hears what to do, and recovery code or administrator open the way',
  rolledBack(async (database, owner) => {
    const people = await peopleOn(database, owner);
    const { id, code, recoveryCodes } = await withCodes(people);
    const other = secretsWith([newKey()]);
    const told: Label[] = [];
    await sealCodes(database, other, (step) => told.push(step));
    expect(told[0]?.zh).toContain('有 1 个账号');
    const { today, now } = people;
    const gate = createGate({
      database,
      secrets: other,
      today,
      now,
      newId: () => crypto.randomUUID(),
      writeAudit: async () => {},
    });
    const signIn = (given: string | null) =>
      gate.signIn({ login: 'p1', password: strongPassword, code: given, ...visitor });
    await expect(signIn(null)).rejects.toEqual(refusal('code-needed'));
    await expect(signIn(code())).rejects.toEqual(refusal('codes-unreadable'));
    await signIn(recoveryCodes[0] ?? '');
    await expect(signIn(recoveryCodes[0] ?? '')).rejects.toEqual(refusal('codes-unreadable'));
    const { password } = await people.act(operator, 'accounts.reset-password', { accountId: id, dropCodes: true });
    await gate.signIn({ login: 'p1', password, code: null, ...visitor });
    const outcomes = await owner.selectFrom('sign_in').select('outcome').where('account_id', '=', id).execute();
    expect(outcomes.filter(({ outcome }) => outcome === 'code-unreadable')).toHaveLength(2);
  }),
);
