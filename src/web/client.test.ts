import { expect, test, vi } from 'vitest';

vi.mock('./connection.ts', () => ({ connectionLost: () => undefined }));
const { addressOf, requestOf } = await import('./client.ts');

test('path, revision and body each go to their own place', () => {
  const input = { planId: 'p 1', factId: 'f', revision: 3, state: 'accepted' };
  const { method, url, headers, body } = requestOf({ route: 'PUT /plans/:planId/facts/:factId' }, input);
  expect([method, url]).toEqual(['PUT', '/api/plans/p%201/facts/f']);
  expect(headers['if-match']).toBe('"3"');
  expect(JSON.parse(body as string)).toEqual({ state: 'accepted' });
});

test('a file is the body, its name goes in the query', () => {
  const bytes = new Uint8Array([1, 2]);
  const { url, body, headers } = requestOf({ route: 'POST /plans', takes: 'bytes' }, { name: '规划.docx', bytes });
  expect(url).toBe(`/api/plans?name=${encodeURIComponent('规划.docx')}`);
  expect(body).toBe(bytes);
  expect(headers['content-type']).toBe('application/octet-stream');
});

test('a create carries a key of its own, so that a repeated one is answered once', () => {
  const key = () => requestOf({ route: 'POST /plans/:planId/save' }, { planId: 'p' }).headers['idempotency-key'];
  expect(key()).toMatch(/.{8,}/);
  expect(key()).not.toBe(key());
});

test('a reading asks by query and sends nothing', () => {
  expect(requestOf({ route: 'GET /comparison' }, { left: 'a', right: 'b' })).toMatchObject({
    method: 'GET',
    url: '/api/comparison?left=a&right=b',
    body: undefined,
  });
  const operation = { route: 'GET /plans/:planId/original' } as never;
  expect(addressOf(operation, { planId: 'p' } as never)).toBe('/api/plans/p/original');
});
