import { expect, test } from 'vitest';
import * as z from 'zod';
import type { Actor } from '../../core/implement.ts';
import { Bytes, defineOperation, FileAnswer } from '../../core/operation.ts';
import { Problem } from '../../core/problem.ts';
import { createHttp } from './http.ts';

const summary = { zh: '示例', en: 'Example' };
const operations = {
  'notes.show': defineOperation({
    summary,
    route: 'GET /notes/:noteId',
    permission: 'note.read',
    input: z.object({ noteId: z.string(), page: z.coerce.number().default(1) }),
    output: z.object({ revision: z.int(), text: z.string() }),
  }),
  'notes.change': defineOperation({
    summary,
    route: 'PUT /notes/:noteId',
    permission: 'note.write',
    input: z.object({ noteId: z.string(), text: z.string(), revision: z.coerce.number() }),
    output: z.object({ revision: z.int() }),
  }),
  'notes.import': defineOperation({
    summary,
    route: 'POST /notes',
    permission: 'note.write',
    takes: 'bytes',
    input: z.object({ name: z.string(), bytes: Bytes }),
    output: z.object({ size: z.int() }),
  }),
  'notes.original': defineOperation({
    summary,
    route: 'GET /notes/:noteId/original',
    permission: 'note.read',
    gives: 'file',
    input: z.object({ noteId: z.string() }),
    output: FileAnswer,
  }),
};

const officer: Actor = { id: 'u', name: '张敏', tenantId: '1', unitPath: 'a', scope: ['a'], permissions: new Set() };

function server() {
  const calls: { id: string; input: Record<string, unknown>; key: string | undefined }[] = [];
  const errors: object[] = [];
  const app = createHttp({
    operations,
    call: async (id, input, _, options) => {
      calls.push({ id, input: input as Record<string, unknown>, key: options?.key });
      if (id === 'notes.show' && (input as { noteId: string }).noteId === 'bug') throw new Error('secret detail');
      if (id === 'notes.show' && (input as { noteId: string }).noteId === 'none')
        throw new Problem('not-found', { kind: '便签', id: 'none' });
      if (id === 'notes.original')
        return { name: '规划 附件.txt', mediaType: 'text/html', bytes: new Uint8Array([104, 105]) };
      return { revision: 4, text: '正文', size: (input as { bytes?: Uint8Array }).bytes?.length ?? 0 };
    },
    version: '0',
    log: { info: () => {}, error: (data) => errors.push(data) },
    limits: { json: 200, file: 1000 },
    hosts: ['127.0.0.1'],
    authenticate: async () => officer,
    newId: () => 'request-1',
    isHealthy: async () => false,
  });
  const ask = (path: string, init: RequestInit = {}) =>
    app.request(`http://127.0.0.1:8080${path}`, { ...init, headers: { host: '127.0.0.1:8080', ...init.headers } });
  return { ask, calls, errors };
}

test('path, query and If-Match become one input, and the answer carries its revision', async () => {
  const { ask, calls } = server();
  const answer = await ask('/api/notes/n1?page=2');
  expect(answer.headers.get('etag')).toBe('"4"');
  await ask('/api/notes/n1', { method: 'PUT', headers: { 'if-match': '"3"' }, body: '{"text":"新","noteId":"other"}' });
  expect(calls.map(({ input }) => input)).toEqual([
    { page: '2', noteId: 'n1' },
    { text: '新', revision: '3', noteId: 'n1' },
  ]);
});

test('a refusal is problem+json in both languages with the request id', async () => {
  const answer = await server().ask('/api/notes/none');
  expect(answer.status).toBe(404);
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  expect(await answer.json()).toMatchObject({
    code: 'not-found',
    title: { zh: '没有找到 便签 none', en: 'There is no 便签 none' },
    requestId: 'request-1',
  });
});

test('a bug is logged and says nothing of its inside', async () => {
  const { ask, errors } = server();
  const answer = await ask('/api/notes/bug');
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('secret');
  expect(JSON.stringify(errors)).toContain('secret detail');
});

test.each([
  ['a page of another site', { origin: 'http://evil.example' }],
  ['a browser that says cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['a name that points at this machine', { host: 'evil.example' }],
])('%s is refused', async (_, headers) => {
  const { ask, calls } = server();
  const answer = await ask('/api/notes/n1', { headers: headers as unknown as Record<string, string> });
  expect(answer.status).toBe(403);
  expect(calls).toEqual([]);
});

test('bodies over the limit are refused before anything runs, chunked ones too', async () => {
  const { ask, calls } = server();
  const tooLong = JSON.stringify({ text: '长'.repeat(200) });
  expect((await ask('/api/notes/n1', { method: 'PUT', body: tooLong })).status).toBe(413);
  const stream = new ReadableStream({
    start(controller) {
      for (let i = 0; i < 4; i++) controller.enqueue(new Uint8Array(400));
      controller.close();
    },
  });
  const chunked = await ask('/api/notes?name=a', { method: 'POST', body: stream, duplex: 'half' } as RequestInit);
  expect(chunked.status).toBe(413);
  expect(calls).toEqual([]);
});

test('a file arrives as bytes with its name, and its idempotency key', async () => {
  const { ask, calls } = server();
  await ask('/api/notes?name=%E8%A7%84.txt', { method: 'POST', body: 'abc', headers: { 'idempotency-key': 'k1' } });
  expect(calls[0]).toMatchObject({ id: 'notes.import', key: 'k1', input: { name: '规.txt' } });
  expect(calls[0]?.input.bytes).toEqual(new Uint8Array([97, 98, 99]));
});

test('a file answers as a download that cannot run as a page', async () => {
  const answer = await server().ask('/api/notes/n1/original');
  expect(answer.headers.get('content-disposition')).toContain(
    "filename*=UTF-8''%E8%A7%84%E5%88%92%20%E9%99%84%E4%BB%B6.txt",
  );
  expect(answer.headers.get('content-security-policy')).toContain('sandbox');
  expect(await answer.text()).toBe('hi');
});

test.each(['nonsense', '[1]', '"text"'])('the body %s is refused with what is expected', async (body) => {
  const answer = await server().ask('/api/notes/n1', { method: 'PUT', body });
  expect(answer.status).toBe(400);
  expect(JSON.stringify(await answer.json())).toContain('JSON 对象');
});

test('every answer carries the security headers; health says when the database is away', async () => {
  const answer = await server().ask('/health');
  expect(answer.status).toBe(503);
  expect(answer.headers.get('content-security-policy')).toContain("script-src 'self'");
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  expect(answer.headers.get('x-frame-options')).toBe('DENY');
});

test('OpenAPI 3.1 describes every operation with its parameters', async () => {
  const document = (await (await server().ask('/api/openapi.json')).json()) as {
    openapi: string;
    paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[] }>>;
  };
  expect(document.openapi).toBe('3.1.0');
  const all = Object.values(document.paths).flatMap((methods) => Object.values(methods));
  expect(all.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(operations).sort());
  expect(document.paths['/notes/{noteId}']?.put?.parameters.map(({ name, in: where }) => `${where} ${name}`)).toEqual([
    'path noteId',
    'header If-Match',
  ]);
});
