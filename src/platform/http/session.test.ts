import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Actor } from '../../core/implement.ts';
import { defineOperation } from '../../core/operation.ts';
import { Problem } from '../../core/problem.ts';
import { createHttp } from './http.ts';
import { authenticateBy, cookieFor, cookieOf, type SessionGate } from './session.ts';

const actor: Actor = { id: 'u', name: '王敏', tenantId: '1', unitPath: 'a', scope: ['a'], permissions: new Set() };
const operations = {
  'notes.add': defineOperation({
    summary: { zh: '示例', en: 'Example' },
    route: 'POST /notes',
    permission: 'note.write',
    input: z.object({}),
    output: z.object({ ok: z.boolean() }),
  }),
};

function server(options: { isSecure?: boolean; origin?: string } = {}) {
  const heard: unknown[] = [];
  const gate: SessionGate = {
    signIn: async (attempt) => {
      heard.push(attempt);
      if (attempt.password !== 'right') throw new Problem('sign-in-refused');
      return 'token-1';
    },
    signInAs: async (identity) => {
      heard.push(identity);
      return 'token-1';
    },
    noteUnconfirmed: async (why) => void heard.push(why),
    signOut: async (token) => void heard.push(token),
    actorOfSession: async (token, postId) => {
      heard.push([token, postId]);
      if (token !== 'token-1') throw new Problem('not-signed-in');
      return actor;
    },
    actorOfToken: async (token) => {
      heard.push(token);
      return actor;
    },
  };
  const { isSecure = false, origin } = options;
  const app = createHttp({
    operations,
    call: async () => ({ ok: true }),
    version: '0',
    log: { info: () => {}, error: () => {} },
    limits: { json: 200, file: 1000 },
    hosts: ['lantu.test'],
    origin: origin ?? null,
    session: { gate, isSecure, isProxied: origin !== undefined },
    authenticate: authenticateBy(gate),
    newId: () => 'r',
    isHealthy: async () => true,
  });
  const post = (path: string, body: object = {}, headers: Record<string, string> = {}) =>
    app.request(`/api${path}`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { host: 'lantu.test', ...headers },
    });
  return { post, heard };
}

test('signing in sets a cookie that scripts and other sites never see; signing out takes it away', async () => {
  const { post, heard } = server();
  const answer = await post('/session/sign-in', { login: ' WangMin ', password: 'right' });
  expect(answer.headers.get('set-cookie')).toBe(
    'lantu_session=token-1; Path=/; HttpOnly; SameSite=Strict; Max-Age=604800',
  );
  expect(await answer.text()).not.toContain('token-1');
  expect(heard[0]).toMatchObject({ login: 'wangmin', password: 'right', code: null });
  const left = await post('/session/sign-out', {}, { cookie: 'a=b; lantu_session=token-1' });
  expect(heard[1]).toBe('token-1');
  expect(left.headers.get('set-cookie')).toContain('Max-Age=0');
});

test('behind HTTPS the cookie travels by HTTPS only, and the proxy says where a reader comes from', async () => {
  const { post, heard } = server({ isSecure: true, origin: 'https://lantu.test' });
  const headers = { origin: 'https://lantu.test', 'x-forwarded-for': '9.9.9.9, 10.0.0.7' };
  const answer = await post('/session/sign-in', { login: 'a1', password: 'right' }, headers);
  expect(answer.headers.get('set-cookie')).toMatch(/; Secure$/);
  expect(heard[0]).toMatchObject({ address: '10.0.0.7' });
  const direct = server();
  await direct.post('/session/sign-in', { login: 'a1', password: 'right' }, { 'x-forwarded-for': '9.9.9.9' });
  expect(direct.heard[0]).toMatchObject({ address: null });
});

test('a refused sign-in sets no cookie, and a body that is none is refused the same way', async () => {
  const { post } = server();
  for (const body of [
    { login: 'a1', password: 'wrong' },
    {},
    { login: 7, password: [] },
    { login: 'x'.repeat(65), password: 'right' },
  ]) {
    const answer = await post('/session/sign-in', body);
    expect(answer.status).toBe(401);
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(await answer.json()).toMatchObject({ code: 'sign-in-refused' });
  }
  const large = await post('/session/sign-in', { login: 'a1', password: 'x'.repeat(5000) });
  expect(large.status).toBe(413);
});

test('a page of another site can neither sign a reader in nor write with the cookie', async () => {
  const { post, heard } = server();
  const cookie = 'lantu_session=token-1';
  for (const headers of [{ origin: 'https://evil.test' }, { 'sec-fetch-site': 'cross-site' }] as Record<
    string,
    string
  >[]) {
    expect((await post('/session/sign-in', { login: 'a1', password: 'right' }, headers)).status).toBe(403);
    expect((await post('/session/sign-out', {}, { ...headers, cookie })).status).toBe(403);
    expect((await post('/notes', {}, { ...headers, cookie })).status).toBe(403);
  }
  expect(heard).toEqual([]);
  expect((await post('/notes', {}, { cookie, origin: 'http://lantu.test' })).status).toBe(200);
});

test('without a session or with an old one the answer is 401; a token comes before a cookie; the post is passed on', async () => {
  const { post, heard } = server();
  expect((await post('/notes')).status).toBe(401);
  expect((await post('/notes', {}, { cookie: 'lantu_session=' })).status).toBe(401);
  expect((await post('/notes', {}, { cookie: 'lantu_session=old' })).status).toBe(401);
  heard.length = 0;
  await post('/notes', {}, { authorization: 'Bearer lantu_x', cookie: 'lantu_session=token-1' });
  await post('/notes', {}, { cookie: 'lantu_session=token-1', 'x-lantu-post': 'p2' });
  expect(heard).toEqual(['lantu_x', ['token-1', 'p2']]);
});

test('a cookie is found by its whole name', () => {
  expect(cookieOf('x_lantu_session=1; lantu_session=a=b')).toBe('a=b');
  expect(cookieOf('x=1')).toBeNull();
  expect(cookieOf(null)).toBeNull();
  expect(cookieFor('', false)).toContain('Max-Age=0');
});
