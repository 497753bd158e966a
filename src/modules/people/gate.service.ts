/** Where a request becomes a person: sign-in, sessions and tokens. It stands before the door, which needs an actor. */
import type { AuditEntry, Call } from '../../core/call.ts';
import type { Database, Writer } from '../../core/database.ts';
import type { Actor } from '../../core/implement.ts';
import { isRead, type Operations } from '../../core/operation.ts';
import { Problem } from '../../core/problem.ts';
import * as accounts from './accounts.store.ts';
import { actorOf } from './actor.ts';
import { admitIdentity, type Refused } from './gate-identity.service.ts';
import { createMemory, takeTurns } from './gate-memory.ts';
import type { Identity } from './identities.store.ts';
import { afterFailure, isLocked } from './lock-out.ts';
import { peopleOperations } from './operations.ts';
import { listPostsOf } from './posts.store.ts';
import { isLive, needsNotice } from './session-life.ts';
import * as sessions from './sessions.store.ts';
import type { Secrets } from './tools.ts';
import { stepOf } from './totp.ts';

export interface Visitor {
  readonly address: string | null;
  readonly agent: string | null;
}

export interface Attempt extends Visitor {
  readonly login: string;
  readonly password: string;
  readonly code: string | null;
}

export interface Gate {
  /** The token of a new session. */
  signIn(attempt: Attempt): Promise<string>;
  /** The same for whomever an identity provider vouches. */
  signInAs(identity: Identity, visitor: Visitor): Promise<string>;
  /** Writes down that an identity provider did not vouch for somebody, or did not answer. */
  noteUnconfirmed(why: 'not-confirmed' | 'unreachable', visitor: Visitor): Promise<void>;
  signOut(token: string, visitor: Visitor): Promise<void>;
  actorOfSession(token: string, postId: string | null): Promise<Actor>;
  actorOfToken(token: string, postId: string | null): Promise<Actor>;
  /** The door, after whose changes to accounts, posts and sessions nobody is taken for who they were. */
  watch(call: Call): Call;
}

/** Who somebody is holds so long without asking again: a page asks for several things at once. */
const rememberedMs = 5_000;
const rememberedMost = 5_000;

interface Parts {
  readonly database: Database;
  readonly secrets: Secrets;
  today(): string;
  now(): string;
  newId(): string;
  /** Standing before the door, the gate writes its own audit rows. */
  writeAudit(db: Writer, entry: AuditEntry): Promise<void>;
}

type Outcome =
  | 'signed-in'
  | 'signed-out'
  | 'unknown'
  | 'wrong-password'
  | 'wrong-code'
  | 'code-asked'
  | 'code-unreadable'
  | 'locked'
  | 'not-confirmed'
  | 'unreachable'
  | Refused;

export function createGate({ database, secrets, today, now, newId, writeAudit }: Parts): Gate {
  /** A login that nobody has costs as much time as a wrong password. */
  const nobody = secrets.hashPassword(secrets.newToken());
  /** Attempts on one login come one after the other: many at once must not pass the count. */
  const inTurn = takeTurns();
  const { recall, forget } = createMemory<Actor>({ now, ms: rememberedMs, most: rememberedMost });

  const note = (
    db: Writer,
    { login, address, agent }: Omit<Attempt, 'password' | 'code'>,
    outcome: Outcome,
    accountId: string | null,
    way: sessions.Way = 'password',
  ) => {
    const known = { login: login.slice(0, 100), accountId, outcome, way, address, agent };
    return sessions.addSignIn(db, { id: newId(), at: now(), ...known });
  };

  /** The token of a session that begins now. */
  async function enter(
    db: Writer,
    { id: accountId, login }: accounts.AccountRow,
    { address, agent }: Visitor,
    way: sessions.Way,
  ): Promise<string> {
    const token = secrets.newToken();
    const session = { id: newId(), accountId, postId: null, createdAt: now(), way, address, agent };
    await sessions.addSession(db, session, secrets.digest(token));
    await note(db, { login, address, agent }, 'signed-in', accountId, way);
    return token;
  }

  /** The time step of a right code, or whether a recovery code was; it is used up by asking. */
  async function passesCode(
    db: Writer,
    { id, totpSecret, totpStep }: accounts.AccountRow,
    code: string,
  ): Promise<number | boolean | 'unreadable'> {
    if (totpSecret === null) return true;
    const secret = secrets.open(totpSecret, id);
    const step =
      secret === null
        ? null
        : stepOf(code.replaceAll(/\s/g, ''), {
            now: now(),
            lastStep: totpStep === null ? null : Number(totpStep),
            codeAt: (each) => secrets.codeAt(secret, each),
          });
    if (step !== null) return step;
    const isSpare = await sessions.spendRecoveryCode(db, id, secrets.digest(code.trim().toLowerCase()), now());
    return isSpare || secret !== null ? isSpare : 'unreadable';
  }

  /** The refusal is returned, not thrown: what was counted and logged must be committed. */
  async function admit(db: Writer, attempt: Attempt, isRight: boolean): Promise<string | Problem> {
    const refused = new Problem('sign-in-refused');
    const found = await accounts.findByLogin(db, attempt.login);
    if (found === null) {
      await note(db, attempt, 'unknown', null);
      return refused;
    }
    const account = await accounts.lockById(db, found.id);
    if (account.endedAt !== null || isLocked(account.lockedUntil, now())) {
      await note(db, attempt, account.endedAt === null ? 'locked' : 'ended', account.id);
      return refused;
    }
    const fail = async (outcome: Outcome) => {
      await accounts.saveAccount(db, { ...account, ...afterFailure(account.failures, now()) }, now());
      await note(db, attempt, outcome, account.id);
      return refused;
    };
    if (!isRight) return fail('wrong-password');
    if (account.totpSecret !== null && attempt.code === null) {
      await note(db, attempt, 'code-asked', account.id);
      return new Problem('code-needed');
    }
    const passed = await passesCode(db, account, attempt.code ?? '');
    if (passed === false) return fail('wrong-code');
    if (passed === 'unreadable') {
      await fail('code-unreadable');
      return new Problem('codes-unreadable');
    }
    const totpStep = typeof passed === 'number' ? String(passed) : account.totpStep;
    await accounts.saveAccount(db, { ...account, failures: 0, lockedUntil: null, totpStep }, now());
    return enter(db, account, attempt, 'password');
  }

  async function actorFor(
    accountId: string,
    choice: { chosen: string | null; sessionId: string | null; only?: readonly string[]; way?: sessions.Way },
  ): Promise<Actor> {
    return database.read([], async (db) => {
      const account = await accounts.findById(db, accountId);
      if (account === null || account.endedAt !== null) throw new Problem('not-signed-in');
      const posts = await listPostsOf(db, [accountId]);
      const tenants = await accounts.tenantsOf(db, [account.unitPath, ...posts.map(({ unitPath }) => unitPath)]);
      // A password that was not used need not be changed.
      const person = { ...account, mustChange: account.mustChange && choice.way !== 'oidc' };
      return actorOf(person, posts, (path) => tenants.get(path) ?? '', { ...choice, today: today() });
    });
  }

  return {
    signIn: (attempt) =>
      inTurn(attempt.login, async () => {
        const account = await database.read([], (db) => accounts.findByLogin(db, attempt.login));
        const isRight = await secrets.verifyPassword(account?.passwordHash ?? (await nobody), attempt.password);
        const admitted = await database.write([], (db) => admit(db, attempt, account !== null && isRight));
        if (typeof admitted === 'string') return admitted;
        throw admitted;
      }),

    signInAs: (identity, visitor) => {
      const attempt = { ...visitor, login: identity.login };
      return admitIdentity(
        {
          ...{ database, now, newId, writeAudit },
          enter: (db, account) => enter(db, account, visitor, 'oidc'),
          refuse: (db, why, accountId) => note(db, attempt, why, accountId, 'oidc'),
        },
        identity,
      );
    },

    noteUnconfirmed: (why, visitor) =>
      database.write([], (db) => note(db, { ...visitor, login: '' }, why, null, 'oidc')),

    signOut: async (token, visitor) => {
      await database.write([], async (db) => {
        const session = await sessions.findSession(db, secrets.digest(token));
        const account = session === null ? null : await accounts.findById(db, session.accountId);
        if (session === null || session.endedAt !== null || account === null) return;
        await sessions.endSessions(db, session.accountId, now(), { only: session.id });
        await note(db, { ...visitor, login: account.login }, 'signed-out', account.id);
      });
      forget();
    },

    actorOfSession: (token, postId) => {
      const hash = secrets.digest(token);
      return recall(`session ${hash} ${postId}`, async () => {
        const session = await database.read([], (db) => sessions.findSession(db, hash));
        if (session === null || !isLive(session, now())) throw new Problem('not-signed-in');
        if (needsNotice(session.seenAt, now()))
          await database.write([], (db) => sessions.noticeSession(db, session.id, now()));
        return actorFor(session.accountId, {
          chosen: postId ?? session.postId,
          sessionId: session.id,
          way: session.way,
        });
      });
    },

    actorOfToken: (secret, postId) => {
      const hash = secrets.digest(secret);
      return recall(`token ${hash} ${postId}`, async () => {
        const token = await database.read([], (db) => sessions.findToken(db, hash));
        if (token === null || token.endedAt !== null || token.expiresOn < today()) throw new Problem('not-signed-in');
        if (token.usedAt === null || needsNotice(token.usedAt, now()))
          await database.write([], (db) => sessions.noticeToken(db, token.id, now()));
        return actorFor(token.accountId, { chosen: postId, sessionId: null, only: token.permissions });
      });
    },

    watch: (call) => async (id, input, actor, options) => {
      const operation = (peopleOperations as Operations)[id];
      try {
        return await call(id, input, actor, options);
      } finally {
        if (operation !== undefined && !isRead(operation)) forget();
      }
    },
  };
}
