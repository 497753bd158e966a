import type { AuditEntry } from '../../core/call.ts';
import type { Database, Writer } from '../../core/database.ts';
import { Problem } from '../../core/problem.ts';
import * as accounts from './accounts.store.ts';
import * as identities from './identities.store.ts';

export type Refused = 'unknown' | 'ended' | 'other-person';

interface Parts {
  readonly database: Database;
  now(): string;
  newId(): string;
  writeAudit(db: Writer, entry: AuditEntry): Promise<void>;
  /** Begins a session; answers its token. */
  enter(db: Writer, account: accounts.AccountRow): Promise<string>;
  /** Writes the refusal down. */
  refuse(db: Writer, why: Refused, accountId: string | null): Promise<void>;
}

const problemOf = (why: Refused): Problem =>
  new Problem(why === 'other-person' ? 'oidc-other-person' : 'oidc-no-account');

/**
 * For whomever an issuer vouches, if there is an account: the one linked to the person, or at first use the one of that
 * login, which is then linked. No account is made here and none gets a post. A lock for wrong passwords does not hold:
 * no password is guessed.
 */
export async function admitIdentity(parts: Parts, identity: identities.Identity): Promise<string> {
  const { database, now, newId, writeAudit, enter, refuse } = parts;
  const found = await database.read([], async (db) => {
    const linked = await identities.findLinked(db, identity);
    return linked === null ? accounts.findByLogin(db, identity.login) : accounts.findById(db, linked);
  });

  async function admit(db: Writer): Promise<string | Problem> {
    const no = async (why: Refused): Promise<Problem> => {
      await refuse(db, why, found?.id ?? null);
      return problemOf(why);
    };
    if (found === null) return no('unknown');
    // Read once more: of two first sign-ins at once, one links.
    const account = await accounts.lockById(db, found.id);
    if (account.endedAt !== null) return no('ended');
    const linked = await identities.findLinked(db, identity);
    if (linked !== null && linked !== account.id) return no('other-person');
    if (linked === null) {
      if (await identities.isLinkedAt(db, account.id, identity.issuer)) return no('other-person');
      await link(db, account);
    }
    return enter(db, account);
  }

  async function link(db: Writer, { id, unitPath }: accounts.AccountRow): Promise<void> {
    await identities.addLink(db, id, identity, now());
    const tenants = await accounts.tenantsOf(db, [unitPath]);
    await writeAudit(db, {
      tenantId: tenants.get(unitPath) ?? '',
      unitPath,
      id: newId(),
      at: now(),
      actor: id,
      operation: 'sign-in',
      entity: 'account',
      entityId: id,
      before: null,
      after: { linked: identity },
    });
  }

  // The refusal is returned, not thrown: what was logged must be committed.
  const admitted = await database.write(found === null ? [] : [found.unitPath], admit);
  if (typeof admitted === 'string') return admitted;
  throw admitted;
}
