import { randomUUID } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Database } from '../core/database.ts';
import { Problem } from '../core/problem.ts';
import type { Tables } from '../core/tables.ts';
import type { Label } from '../core/text.ts';
import { Login } from '../modules/people/account.ts';
import { addAccount } from '../modules/people/accounts.store.ts';
import { passwordIssues } from '../modules/people/password.ts';
import { addPost } from '../modules/people/posts.store.ts';
import { secrets } from '../platform/secrets.ts';
import type { Config } from './config.ts';
import { root } from './first-units.ts';
import { askHidden, askPlain, isTerminal } from './terminal.ts';

interface System {
  readonly database: Database;
  readonly owner: Kysely<Tables>;
  hasPeople(): Promise<boolean>;
}

interface Chosen {
  readonly login: string;
  readonly password: string;
  /** What stands in an environment is known to more than one. */
  readonly mustChange: boolean;
}

const weak = (issues: readonly Label[]) =>
  new Problem('password-weak', { issues: issues.map(({ zh, en }) => `${zh} (${en})`).join('; ') });

function fromEnvironment({ login, password }: { login: string; password: string }): Chosen {
  const parsed = Login.safeParse(login);
  if (!parsed.success)
    throw new Problem('invalid-input', { count: 1, issues: `LANTU_ADMIN: ${parsed.error.issues[0]?.message}` });
  const issues = passwordIssues(password, parsed.data);
  if (issues.length > 0) throw weak(issues);
  return { login: parsed.data, password, mustChange: true };
}

async function fromTerminal(tell: (step: Label) => void): Promise<Chosen> {
  tell({ zh: '还没有账号：现在建立系统管理员', en: 'There are no accounts yet: make the system administrator now' });
  for (;;) {
    const login = Login.safeParse(await askPlain('登录名 / login: '));
    if (!login.success) {
      tell({
        zh: '登录名须为 2–64 个小写字母、数字或 . _ @ -',
        en: 'a login has 2–64 small letters, digits or . _ @ -',
      });
      continue;
    }
    const password = await askHidden('口令 / password: ');
    const issues = passwordIssues(password, login.data);
    if (issues.length > 0) tell(weak(issues).label);
    else if ((await askHidden('再输一次 / once more: ')) === password)
      return { login: login.data, password, mustChange: false };
    else tell({ zh: '两次输入不同，请重来', en: 'the two differ, please begin again' });
  }
}

/** There is never a default password: the first administrator comes from a terminal or from the environment. */
export async function ensureAdministrator(system: System, config: Config, tell: (step: Label) => void): Promise<void> {
  if (await system.hasPeople()) return;
  if (config.admin === undefined && !isTerminal()) throw new Problem('administrator-needed');
  const { login, password, mustChange } =
    config.admin === undefined ? await fromTerminal(tell) : fromEnvironment(config.admin);
  const [id, now] = [randomUUID(), new Date().toISOString()];
  const passwordHash = await secrets.hashPassword(password);
  const { unitPath } = root;
  await system.database.write([unitPath], async (db) => {
    await addAccount(db, { id, login, name: '系统管理员', unitPath, passwordHash, mustChange }, now, 'first start');
    await addPost(db, {
      id: randomUUID(),
      seatId: randomUUID(),
      accountId: id,
      unitPath,
      role: 'system-administrator',
      kind: 'own',
      fromOn: now.slice(0, 10),
      untilOn: null,
      givenBy: '首次启动',
      givenAt: now,
      reason: null,
    });
  });
  tell({ zh: `已建立系统管理员 ${login}`, en: `Made the system administrator ${login}` });
}
