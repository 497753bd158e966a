import type { Reader, Writer } from '../../core/database.ts';
import { daysBetween } from '../../core/day.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { isValidOn } from './account.ts';
import * as accounts from './accounts.store.ts';
import { inOrder } from './actor.ts';
import { passwordIssues } from './password.ts';
import { listPostsOf } from './posts.store.ts';
import { isLive } from './session-life.ts';
import { sessionOperations } from './session-operations.ts';
import * as sessions from './sessions.store.ts';
import { findUnit } from './store.ts';
import type { Secrets } from './tools.ts';
import { addressOf, stepOf } from './totp.ts';

type Writing = Context<Writer>;

/** A token lives at most so long; programs that go on get a new one. */
const longestTokenDays = 366;
const recoveryCodes = 8;

const wrong = (field: string, zh: string, en: string) =>
  new Problem('invalid-input', { count: 1, issues: `${field}: ${zh} (${en})` });

/** Whoever works at the machine itself has no account to mind. */
function requireAccount({ actor }: Context<Reader>): void {
  if (actor.signedIn === undefined) throw new Problem('not-found', { kind: '账号 account', id: actor.id });
}

export function sessionService(secrets: Secrets): Service {
  const lockMine = async (context: Writing, password: string): Promise<accounts.AccountRow> => {
    requireAccount(context);
    const account = await accounts.lockById(context.db, context.actor.id);
    if (!(await secrets.verifyPassword(account.passwordHash, password))) throw new Problem('password-wrong');
    return account;
  };

  return implement(sessionOperations, {
    'session.show': async ({ db, actor, today }) => {
      const unit = await findUnit(db, actor.unitPath, today);
      const posts = actor.signedIn === undefined ? [] : await listPostsOf(db, [actor.id]);
      return {
        id: actor.id,
        name: actor.name,
        unitPath: actor.unitPath,
        unitName: unit?.name ?? null,
        permissions: [...actor.permissions].sort(),
        isSample: actor.isSample === true,
        mustChange: actor.signedIn?.mustChange ?? false,
        postId: actor.signedIn?.postId ?? null,
        posts: [...inOrder(posts.filter((post) => isValidOn(post, today)))],
      };
    },

    'session.choose-post': async (context, { postId }) => {
      const { db, actor, today, audit } = context;
      requireAccount(context);
      const post = (await listPostsOf(db, [actor.id])).find(({ id }) => id === postId);
      if (post === undefined || !isValidOn(post, today))
        throw new Problem('not-found', { kind: '岗位 post', id: postId });
      const sessionId = actor.signedIn?.sessionId;
      if (sessionId != null) await sessions.choosePost(db, sessionId, postId);
      audit('session', sessionId ?? actor.id, { postId: actor.signedIn?.postId }, { postId });
      return { postId };
    },

    'session.change-password': async (context, { current, next }) => {
      const { db, actor, now, audit } = context;
      const account = await lockMine(context, current);
      const issues = [...passwordIssues(next, account.login)];
      if (next === current) issues.push({ zh: '与现用口令相同', en: 'the same as the present one' });
      if (issues.length > 0)
        throw new Problem('password-weak', { issues: issues.map(({ zh, en }) => `${zh} (${en})`).join('; ') });
      const passwordHash = await secrets.hashPassword(next);
      await accounts.saveAccount(db, { ...account, passwordHash, mustChange: false }, now);
      const ended = await sessions.endSessions(db, actor.id, now, { except: actor.signedIn?.sessionId ?? null });
      audit('account', actor.id, null, { changed: 'password', sessions: ended });
      return { ended };
    },

    'session.list': async (context) => {
      const { db, actor, now } = context;
      requireAccount(context);
      const account = await accounts.findById(db, actor.id);
      const rows = await sessions.listSessions(db, actor.id);
      return {
        hasTotp: account?.totpSecret != null,
        email: account?.email ?? null,
        sessions: rows
          .filter((row) => isLive(row, now))
          .map((row) => ({ ...row, isCurrent: row.id === actor.signedIn?.sessionId })),
      };
    },

    'session.change-email': async (context, { email }) => {
      const { db, actor, now, audit } = context;
      requireAccount(context);
      const account = await accounts.lockById(db, actor.id);
      await accounts.saveAccount(db, { ...account, email }, now);
      audit('account', actor.id, { email: account.email }, { email });
      return { email };
    },

    'session.end': async (context, { sessionId }) => {
      const { db, actor, now, audit } = context;
      requireAccount(context);
      const ended = await sessions.endSessions(db, actor.id, now, { only: sessionId });
      if (ended === 0) throw new Problem('not-found', { kind: '会话 session', id: sessionId });
      audit('session', sessionId, { endedAt: null }, { endedAt: now });
      return { ended };
    },

    'session.tokens': async (context) => {
      requireAccount(context);
      const tokens = await sessions.listTokens(context.db, context.actor.id);
      return { tokens: tokens.map((token) => ({ ...token, permissions: [...token.permissions] })) };
    },

    'session.add-token': async (context, { name, permissions, expiresOn }) => {
      const { db, actor, today, now, newId, audit } = context;
      requireAccount(context);
      const excess = permissions.filter((each) => !actor.permissions.has(each) || each === 'session.own');
      if (excess.length > 0)
        throw wrong('permissions', `不能超出本人权限：${excess.join('、')}`, 'more than one may give');
      const days = daysBetween(today, expiresOn);
      if (days < 0 || days > longestTokenDays)
        throw wrong('expiresOn', `须在今天起 ${longestTokenDays} 天内`, `within ${longestTokenDays} days from today`);
      const [id, token] = [newId(), `lantu_${secrets.newToken()}`];
      const row = { id, accountId: actor.id, name, permissions: [...new Set(permissions)], createdAt: now, expiresOn };
      await sessions.addToken(db, row, secrets.digest(token));
      audit('api-token', id, null, { name, permissions: row.permissions, expiresOn });
      return { id, token };
    },

    'session.end-token': async (context, { tokenId }) => {
      const { db, actor, now, audit } = context;
      requireAccount(context);
      const ended = await sessions.endTokens(db, actor.id, now, tokenId);
      if (ended === 0) throw new Problem('not-found', { kind: '令牌 token', id: tokenId });
      audit('api-token', tokenId, { endedAt: null }, { endedAt: now });
      return { ended };
    },

    'session.start-codes': async (context) => {
      requireAccount(context);
      const account = await accounts.lockById(context.db, context.actor.id);
      const secret = secrets.newTotpSecret();
      return { secret, address: addressOf(account.login, secret) };
    },

    'session.confirm-codes': async (context, { secret, code, password }) => {
      const { db, actor, now, audit } = context;
      const account = await lockMine(context, password);
      const codeAt = (step: number) => secrets.codeAt(secret, step);
      const step = stepOf(code.replaceAll(/\s/g, ''), { now, lastStep: null, codeAt });
      if (step === null) throw new Problem('code-wrong');
      await accounts.saveAccount(
        db,
        { ...account, totpSecret: secrets.seal(secret, account.id), totpStep: String(step) },
        now,
      );
      const codes = Array.from({ length: recoveryCodes }, () => secrets.newPassword());
      await sessions.replaceRecoveryCodes(db, actor.id, codes.map(secrets.digest));
      audit('account', actor.id, null, { changed: 'one-time codes on' });
      return { recoveryCodes: codes };
    },

    'session.stop-codes': async (context, { password }) => {
      const { db, actor, now, audit } = context;
      const account = await lockMine(context, password);
      await accounts.saveAccount(db, { ...account, totpSecret: null, totpStep: null }, now);
      await sessions.replaceRecoveryCodes(db, actor.id, []);
      audit('account', actor.id, null, { changed: 'one-time codes off' });
      return { hasTotp: false };
    },
  });
}
