import type { Writer } from '../../core/database.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import type { Label } from '../../core/text.ts';
import type { Account } from './account.ts';
import { isValidOn } from './account.ts';
import { planAccountImport } from './account-import.ts';
import { accountOperations } from './account-operations.ts';
import * as store from './accounts.store.ts';
import * as identities from './identities.store.ts';
import * as posts from './posts.store.ts';
import { isAdministration } from './roles.ts';
import * as sessions from './sessions.store.ts';
import { listUnits, loadUnit } from './store.ts';
import type { PeopleTools } from './tools.ts';
import { tally } from './unit-import.ts';

type Writing = Context<Writer>;
type Person = Pick<Account, 'login' | 'name' | 'unitPath'> & { readonly email?: string | null | undefined };

const refuse = (zh: string, en: string) => new Problem('powers-apart', { reason: `${zh} (${en})` });

const invalid = (issues: readonly Label[]) =>
  new Problem('invalid-input', {
    count: issues.length,
    issues: issues.map(({ zh, en }) => `${zh} (${en})`).join('; '),
  });

/** An account that one administers, which is never one's own. */
async function lockOther({ db, actor }: Writing, accountId: string): Promise<store.AccountRow> {
  if (accountId === actor.id) throw refuse('不能管理自己的账号', 'nobody administers his own account');
  return store.lockAccount(db, actor.scope, accountId);
}

/** Accounts of the administration are reset by the security administrator: a reset password is a way in. */
async function mayReset({ db, actor, today }: Writing, accountId: string): Promise<void> {
  if (actor.permissions.has('post.write')) return;
  const held = await posts.listPostsOf(db, [accountId]);
  if (held.some((post) => isAdministration(post.role) && isValidOn(post, today)))
    throw refuse('管理员的口令由安全管理员重置', 'administrators are reset by the security administrator');
}

export function accountService({ secrets, readRows }: PeopleTools): Service {
  const make = async (context: Writing, person: Person, id: string) => {
    const { db, actor, now, audit } = context;
    const password = secrets.newPassword();
    const passwordHash = await secrets.hashPassword(password);
    await store.addAccount(db, { ...person, id, passwordHash, mustChange: true }, now, actor.id);
    audit('account', id, null, person);
    return { login: person.login, name: person.name, password };
  };

  return implement(accountOperations, {
    'accounts.list': ({ db, actor }, wanted) => store.listAccounts(db, actor.scope, wanted),

    'accounts.add': async (context, { login, name, unitPath, email }) => {
      const { db, actor, today, newId } = context;
      await loadUnit(db, actor.scope, unitPath, today);
      if (await store.findByLogin(db, login)) throw new Problem('already-there', { kind: '登录名 login', id: login });
      const id = newId();
      return { id, ...(await make(context, { login, name, unitPath, email }, id)) };
    },

    'accounts.change': async (context, { accountId, name, unitPath, email }) => {
      const { db, actor, today, now, audit } = context;
      const account = await lockOther(context, accountId);
      await loadUnit(db, actor.scope, unitPath, today);
      const next = { name, unitPath, email: email === undefined ? account.email : email };
      await store.saveAccount(db, { ...account, ...next }, now);
      const { name: oldName, unitPath: oldUnit, email: oldEmail } = account;
      audit('account', accountId, { name: oldName, unitPath: oldUnit, email: oldEmail }, next);
      return { id: accountId };
    },

    'accounts.end': async (context, { accountId }) => {
      const { db, now, audit } = context;
      const account = await lockOther(context, accountId);
      await store.saveAccount(db, { ...account, endedAt: now }, now);
      const ended = {
        sessions: await sessions.endSessions(db, accountId, now),
        tokens: await sessions.endTokens(db, accountId, now),
      };
      audit('account', accountId, { endedAt: account.endedAt }, { endedAt: now, ...ended });
      return ended;
    },

    'accounts.resume': async (context, { accountId }) => {
      const { db, now, audit } = context;
      const account = await lockOther(context, accountId);
      await store.saveAccount(db, { ...account, endedAt: null }, now);
      audit('account', accountId, { endedAt: account.endedAt }, { endedAt: null });
      return { id: accountId };
    },

    'accounts.reset-password': async (context, { accountId, dropCodes }) => {
      const { db, now, audit } = context;
      const account = await lockOther(context, accountId);
      await mayReset(context, accountId);
      const password = secrets.newPassword();
      const codes = dropCodes ? { totpSecret: null, totpStep: null } : {};
      const passwordHash = await secrets.hashPassword(password);
      await store.saveAccount(
        db,
        { ...account, passwordHash, mustChange: true, failures: 0, lockedUntil: null, ...codes },
        now,
      );
      const ended = await sessions.endSessions(db, accountId, now);
      await sessions.endTokens(db, accountId, now);
      audit('account', accountId, null, { reset: 'password', dropCodes, sessions: ended });
      return { login: account.login, name: account.name, password };
    },

    'accounts.unlock': async (context, { accountId }) => {
      const { db, now, audit } = context;
      const account = await lockOther(context, accountId);
      await store.saveAccount(db, { ...account, failures: 0, lockedUntil: null }, now);
      audit('account', accountId, { lockedUntil: account.lockedUntil }, { lockedUntil: null });
      return { id: accountId };
    },

    'accounts.unlink': async (context, { accountId }) => {
      const { db, now, audit } = context;
      await lockOther(context, accountId);
      const links = await identities.dropLinks(db, accountId);
      await sessions.endSessions(db, accountId, now);
      audit('account', accountId, { links }, { links: [] });
      return { unlinked: links.length };
    },

    'accounts.import': async (context, { name, bytes, apply }) => {
      const { db, actor, today, now, newId, audit } = context;
      const rows = await readRows(name, bytes);
      const known = await store.listAccounts(db, actor.scope, { search: '', limit: 100_000 });
      const mine = new Set(known.accounts.map(({ login }) => login));
      const { steps, issues } = planAccountImport(rows, {
        today,
        giverId: actor.id,
        mayCreate: actor.permissions.has('account.write'),
        mayGive: actor.permissions.has('post.write'),
        units: await listUnits(db, actor.scope, today),
        accounts: new Map(known.accounts.map((account) => [account.login, account])),
        taken: new Set((await store.listLogins(db)).filter((login) => !mine.has(login))),
      });
      if (issues.length > 0) throw invalid(issues);
      const shown = steps.map(({ row }) => row);
      const counts = tally(shown);
      if (!apply) return { ...counts, isApplied: false, rows: shown, passwords: [] };
      const ids = new Map(known.accounts.map(({ login, id }) => [login, id]));
      for (const { login, add } of steps) if (add !== undefined) ids.set(login, newId());
      const idOf = (login: string) => ids.get(login) as string;
      // Each password costs its argon2 time; they are made beside each other.
      const passwords = await Promise.all(
        steps.flatMap(({ login, add }) => (add === undefined ? [] : [make(context, add, idOf(login))])),
      );
      for (const { login, change, post } of steps) {
        if (change !== undefined) {
          const account = await store.lockAccount(db, actor.scope, change.id);
          const { name: newName, unitPath, email } = change;
          await store.saveAccount(db, { ...account, name: newName, unitPath, email }, now);
        }
        if (post === undefined) continue;
        const given = { id: newId(), seatId: newId(), accountId: idOf(login), kind: 'own', reason: name } as const;
        await posts.addPost(db, { ...given, ...post, givenBy: actor.name, givenAt: now });
      }
      audit('account-import', name, null, { ...counts, rows: shown.filter(({ outcome }) => outcome !== 'same') });
      return { ...counts, isApplied: true, rows: shown, passwords };
    },

    'accounts.colleagues': async ({ db, actor }) => {
      const colleagues = await store.listColleagues(db, actor.unitPath);
      return { colleagues: colleagues.filter(({ id }) => id !== actor.id) };
    },

    'sign-ins.list': async ({ db, actor }, { before, limit }) => ({
      signIns: await sessions.listSignIns(db, actor.scope, { before: before ?? null, limit }),
    }),
  });
}
