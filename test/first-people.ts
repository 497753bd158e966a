/** People of a server that has just been started with its first administrator in the environment, over HTTP. */
export const environment = { LANTU_ADMIN: 'admin', LANTU_ADMIN_PASSWORD: 'blue-river-7781' };

const strongPassword = 'seven green boats';

export type Ask = <T = Record<string, unknown>>(path: string, body?: object) => Promise<T>;

/** Whoever signs in: asks with the cookie, writes when there is a body. */
export async function enter(url: string, login: string, password: string): Promise<Ask> {
  const signIn = await fetch(`${url}/api/session/sign-in`, {
    method: 'POST',
    body: JSON.stringify({ login, password }),
  });
  if (!signIn.ok) throw new Error(await signIn.text());
  const cookie = signIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  return async (path, body) => {
    const init = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
    const answer = await fetch(`${url}/api${path}`, { ...init, headers: { cookie } });
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return (await answer.json()) as never;
  };
}

async function enterFirst(url: string, login: string, current: string): Promise<Ask> {
  await (await enter(url, login, current))('/session/password', { current, next: strongPassword });
  return enter(url, login, strongPassword);
}

/** A planner of the whole country, made and appointed as it is done in an office: by two administrators. */
export async function firstPlanner(url: string, { login, email = null }: { login: string; email?: string | null }) {
  const admin = await enterFirst(url, environment.LANTU_ADMIN, environment.LANTU_ADMIN_PASSWORD);
  const add = (name: string, address: string | null) =>
    admin<{ id: string; password: string }>('/accounts', {
      login: name,
      name: `人员${name}`,
      unitPath: 'cn',
      email: address,
    });
  const [safe, planner] = [await add('safe', null), await add(login, email)];
  await admin('/posts/appoint', { accountId: safe.id, role: 'security-administrator' });
  const officer = await enterFirst(url, 'safe', safe.password);
  await officer('/posts', { accountId: planner.id, unitPath: 'cn', role: 'planner', fromOn: '2026-01-01' });
  return { id: planner.id, ask: await enterFirst(url, login, planner.password), password: strongPassword };
}

/** A notice of the planner to himself. */
export const noticeTo = (accountId: string) => ({
  about: 'cn',
  to: { accountIds: [accountId] },
  kind: 'report-returned',
  once: 'returned 2026-10',
  subject: { zh: '10月月报被退回', en: 'The report of October was returned' },
  text: { zh: '“完成投资”比上月少，请说明原因后重报。', en: 'The investment went down: say why and send it again.' },
  path: '/units',
});
