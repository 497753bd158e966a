import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Kysely } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import { client, type Jar, openProvider, step, walk } from '../../../test/identity-provider.ts';
import { peopleOn, strongPassword } from '../../../test/people.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import { operator } from '../../app/first-units.ts';
import type { Database } from '../../core/database.ts';
import type { Tables } from '../../core/tables.ts';
import { createHttp } from '../../platform/http/http.ts';
import { authenticateBy } from '../../platform/http/session.ts';
import { oidcDoor } from '../../platform/oidc.ts';
import { newKey } from '../../platform/secret-key.ts';
import { secretsWith } from '../../platform/secrets.ts';
import { peopleOperations } from './operations.ts';

const county = 'cn.99.9901.990101';

let closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
});

/** Our server and the provider, each on a port of loopback, on a test's database and clock. */
async function setUp(database: Database, owner: Kysely<Tables>, { claim = 'preferred_username' } = {}) {
  const people = await peopleOn(database, owner);
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = await openProvider(() => [`${url}/api/session/oidc/callback`]);
  const troubles: unknown[] = [];
  let skew = 0;
  const oidc = oidcDoor(
    {
      issuer: provider.issuer,
      clientId: client.id,
      clientSecret: client.secret,
      name: { zh: '统一身份认证', en: 'Single sign-on' },
      claim,
      scope: 'openid profile',
    },
    {
      secrets: secretsWith([newKey()]),
      now: () => new Date(Date.now() + skew).toISOString(),
      onTrouble: (error) => troubles.push(error),
    },
  );
  const app = createHttp({
    operations: peopleOperations,
    call: people.call,
    version: '0',
    log: { info: () => {}, error: () => {} },
    limits: { json: 10_000, file: 10_000 },
    hosts: ['127.0.0.1'],
    session: { gate: people.gate, isSecure: false, isProxied: false, oidc },
    authenticate: authenticateBy(people.gate),
    newId: () => 'r',
    isHealthy: async () => true,
  });
  server.on('request', getRequestListener(app.fetch));
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  closing = [close, provider.close];
  const start = `${url}/api/session/oidc/start`;
  const who = async (jar: Jar) => {
    const response = await step(jar, new URL(`${url}/api/session`));
    return (await response.json()) as { id?: string; code?: string; mustChange?: boolean };
  };
  /** All the way; where it ended, and as whom. */
  const enterAs = async (name: string, to = '') => {
    const { jar, back } = await walk(start + to, name);
    const response = await step(jar, back);
    return { ended: response.headers.get('location'), who: await who(jar), jar };
  };
  const log = async () =>
    (await owner.selectFrom('sign_in').select(['login', 'outcome', 'way']).orderBy('at').execute())
      .filter(({ way }) => way === 'oidc')
      .map(({ login, outcome }) => `${login} ${outcome}`);
  const passClock = (ms: number) => {
    skew += ms;
  };
  return { people, provider, url, start, enterAs, who, log, troubles, passClock };
}

test(
  'signing out leads to where the session at the provider ends too, and back home; without one it leads nowhere',
  rolledBack(async (database, owner) => {
    const { people, provider, url, enterAs, who } = await setUp(database, owner);
    await people.person('wangmin', county, ['planner', county]);
    const leave = async (jar: Jar) => {
      const place = new URL(`${url}/api/session/sign-out`);
      const headers = { cookie: jar.give(place), 'content-type': 'application/json' };
      const response = await fetch(place, { method: 'POST', body: '{}', headers });
      jar.take(place, response.headers);
      return ((await response.json()) as { leave: string | null }).leave;
    };
    const { jar } = await enterAs('wangmin');
    const end = new URL((await leave(jar)) ?? '');
    expect(end.origin).toBe(provider.issuer);
    expect(end.searchParams.get('post_logout_redirect_uri')).toBe(`${url}/`);
    expect(end.searchParams.get('id_token_hint')).toMatch(/^ey/);
    expect(await who(jar)).toMatchObject({ code: 'not-signed-in' });
    expect(await leave(jar)).toBeNull();
  }),
);

test(
  'whom the provider confirms enters the account of that login, which is linked, audited, and found by person from then on',
  rolledBack(async (database, owner) => {
    const { people, provider, enterAs, log } = await setUp(database, owner);
    const { id } = await people.person('wangmin', county, ['planner', county]);
    const first = await enterAs('wangmin', '?to=/reports');
    expect(first.ended).toBe('/reports');
    expect(first.who).toMatchObject({ id });
    // The provider gave the person another name since; the person is the same.
    provider.people.set('wangmin', { sub: 'wangmin', preferred_username: 'wang.min' });
    expect((await enterAs('wangmin')).who).toMatchObject({ id });
    expect(await log()).toEqual(['wangmin signed-in', 'wangmin signed-in']);
    const audited = await owner
      .selectFrom('audit')
      .select(['operation', 'after'])
      .where('entity_id', '=', id)
      .execute();
    const links = audited.filter(({ operation }) => operation === 'sign-in');
    expect(links.map(({ after }) => after)).toEqual([
      { linked: { issuer: provider.issuer, subject: 'wangmin', login: 'wangmin' } },
    ]);
    const { accounts } = await people.act(operator, 'accounts.list', { search: 'wangmin' });
    expect(accounts[0]).toMatchObject({ isLinked: true });
  }),
);

test(
  'nobody without an account gets one, nobody whose account ended comes in, and each refusal is written down',
  rolledBack(async (database, owner) => {
    const { people, enterAs, log } = await setUp(database, owner);
    const { id } = await people.person('gone', county, ['planner', county]);
    await people.act(operator, 'accounts.end', { accountId: id });
    for (const name of ['stranger', 'gone']) {
      const { ended, who } = await enterAs(name);
      expect(ended).toBe('/#sign-in=oidc-no-account');
      expect(who).toMatchObject({ code: 'not-signed-in' });
    }
    expect(await log()).toEqual(['stranger unknown', 'gone ended']);
    expect(await owner.selectFrom('account').select('login').where('login', '=', 'stranger').execute()).toEqual([]);
  }),
);

test(
  'a login that the provider gave to somebody else does not open the account, until the administrator unlinks it',
  rolledBack(async (database, owner) => {
    const { people, provider, enterAs, log } = await setUp(database, owner);
    const { id } = await people.person('wangmin', county, ['planner', county]);
    await enterAs('wangmin');
    provider.people.set('successor', { sub: 'successor', preferred_username: 'wangmin' });
    expect((await enterAs('successor')).ended).toBe('/#sign-in=oidc-other-person');
    expect(await people.act(operator, 'accounts.unlink', { accountId: id })).toEqual({ unlinked: 1 });
    expect((await enterAs('successor')).who).toMatchObject({ id });
    expect(await log()).toEqual(['wangmin signed-in', 'wangmin other-person', 'wangmin signed-in']);
  }),
);

test(
  'a one-time password that was never used need not be changed for a session without passwords',
  rolledBack(async (database, owner) => {
    const { people, enterAs } = await setUp(database, owner);
    const { id, password } = await people.act(operator, 'accounts.add', { login: 'new', name: '新', unitPath: county });
    await people.act(operator, 'posts.give', {
      accountId: id,
      unitPath: county,
      role: 'planner',
      fromOn: '2026-01-01',
    });
    expect((await enterAs('new')).who).toMatchObject({ id, mustChange: false });
    expect((await people.enter('new', password)).signedIn?.mustChange).toBe(true);
  }),
);

test(
  'an answer that was forged, is replayed, belongs to another browser or comes too late opens nothing',
  rolledBack(async (database, owner) => {
    const { people, start, who, log, passClock, troubles } = await setUp(database, owner);
    await people.person('wangmin', county, ['planner', county]);
    const refused = '/#sign-in=oidc-refused';
    const one = await walk(start, 'wangmin');
    const another = await walk(start, 'wangmin');
    const endOf = async (jar: Jar, back: URL) => (await step(jar, back)).headers.get('location');

    const forged = new URL(one.back);
    forged.searchParams.set('state', 'x'.repeat(43));
    expect(await endOf(one.jar, forged)).toBe(refused);
    // The browser gave its memo up with the first answer, whatever it was.
    expect(await endOf(one.jar, one.back)).toBe(refused);
    expect(await endOf(another.jar, one.back)).toBe(refused);

    const replayed = await walk(start, 'wangmin');
    expect(await endOf(replayed.jar, replayed.back)).toBe('/');
    expect(await endOf(replayed.jar, replayed.back)).toBe(refused);

    const late = await walk(start, 'wangmin');
    passClock(11 * 60_000);
    expect(await endOf(late.jar, late.back)).toBe(refused);
    for (const { jar } of [one, another, late]) expect(await who(jar)).toMatchObject({ code: 'not-signed-in' });
    expect((await log()).filter((each) => each === ' not-confirmed')).toHaveLength(5);
    expect(troubles.length).toBeGreaterThan(0);
  }),
);

test(
  'another site can neither send a reader off to sign in nor choose where the way back leads',
  rolledBack(async (database, owner) => {
    const { people, start, url, enterAs } = await setUp(database, owner);
    await people.person('wangmin', county, ['planner', county]);
    const crossSite = await fetch(start, { redirect: 'manual', headers: { 'sec-fetch-site': 'cross-site' } });
    expect(crossSite.status).toBe(403);
    for (const to of ['//evil.test', 'https://evil.test', '/\\evil.test', 'javascript:alert(1)'])
      expect((await enterAs('wangmin', `?to=${encodeURIComponent(to)}`)).ended).toBe('/');
    const ways = await fetch(`${url}/api/session/ways`);
    expect(await ways.json()).toEqual({ oidc: { zh: '统一身份认证', en: 'Single sign-on' } });
  }),
);

test(
  'while the provider is down its button says so, and the password opens the door as ever',
  rolledBack(async (database, owner) => {
    const { people, provider, start, log } = await setUp(database, owner);
    await people.person('wangmin', county, ['planner', county]);
    await provider.close();
    const response = await fetch(start, { redirect: 'manual' });
    expect(response.headers.get('location')).toBe('/#sign-in=oidc-unreachable');
    expect(await log()).toEqual([' unreachable']);
    await people.signIn('wangmin', strongPassword);
  }),
);

test(
  'a provider that does not name the claim confirms nobody',
  rolledBack(async (database, owner) => {
    const { people, enterAs } = await setUp(database, owner, { claim: 'employee_number' });
    await people.person('wangmin', county, ['planner', county]);
    expect((await enterAs('wangmin')).ended).toBe('/#sign-in=oidc-refused');
  }),
);
