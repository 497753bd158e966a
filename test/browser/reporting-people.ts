/** A province with a county, and the people who report there, each signed in with a window of their own. */
import type { APIRequestContext, Browser, Page } from 'playwright-core';
import { type Lantu, visit } from './lantu.ts';

const administrator = { login: 'admin', password: 'blue-river-7781' };
export const environment = { LANTU_ADMIN: administrator.login, LANTU_ADMIN_PASSWORD: administrator.password };

const since = '2020-01-01';
const province = 'cn.99';
export const county = 'cn.99.990101';

export interface Person {
  readonly page: Page;
  readonly complaints: readonly string[];
  /** Asks the server as this person. */
  readonly ask: (method: 'GET' | 'POST' | 'PUT', path: string, data?: object) => Promise<Record<string, unknown>>;
}

const asker =
  (request: APIRequestContext, url: string): Person['ask'] =>
  async (method, path, data) => {
    const headers = { origin: url, 'idempotency-key': crypto.randomUUID() };
    const answer = await request.fetch(`${url}/api${path}`, { method, headers, ...(data && { data }) });
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as Record<string, unknown>;
  };

/** Path of the unit above, code, kind and name. */
export type NewUnit = readonly [string, string, string, string];
const smallProvince: readonly NewUnit[] = [
  ['cn', '99', 'province', '云河省'],
  [province, '990101', 'county', '临江县'],
];

export async function peopleOn(lantu: Lantu, browser: Browser, units: readonly NewUnit[] = smallProvince) {
  const enter = async (login: string, password: string, next: string): Promise<Person> => {
    const { page, complaints } = await visit(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
    const ask = asker(page.request, lantu.url);
    await ask('POST', '/session/sign-in', { login, password });
    await ask('POST', '/session/password', { current: password, next });
    return { page, complaints, ask };
  };
  const admin = await enter(administrator.login, administrator.password, 'seven green boats');
  for (const [parentPath, code, kind, name] of units)
    await admin.ask('POST', '/units', { parentPath, code, kind, name, shortName: null, since });
  const addAccount = async (login: string, name: string, unitPath: string) =>
    (await admin.ask('POST', '/accounts', { login, name, unitPath })) as { id: string; password: string };

  const safe = await addAccount('safe', '安全员', 'cn');
  await admin.ask('POST', '/posts/appoint', { accountId: safe.id, role: 'security-administrator' });
  const officer = await enter('safe', safe.password, 'three old bridges');
  const person = async (login: string, name: string, unitPath: string, ...roles: string[]): Promise<Person> => {
    const { id: accountId, password } = await addAccount(login, name, unitPath);
    for (const role of roles) await officer.ask('POST', '/posts', { accountId, unitPath, role, fromOn: since });
    return enter(login, password, `a hill over lake ${name}`);
  };
  return { person };
}

/** Projects on the county’s register, as its dispatcher adds them. */
export async function addProjects({ ask }: Person, names: readonly string[], year: number): Promise<void> {
  const money = (wan: string) => ({ value: `${wan}0000`, typed: wan, unit: '万元' });
  for (const [i, name] of names.entries()) {
    const code = `2601-990101-04-01-${100_001 + i}`;
    const data = { name, code, investment: money('50000'), annualPlan: { [String(year)]: money('10000') } };
    await ask('POST', '/projects', { since: `${year}-01-01`, data });
  }
}
