import { expect, test } from 'vitest';
import * as z from 'zod';
import { type AuditEntry, createCall } from './call.ts';
import type { Database } from './database.ts';
import { type Actor, implement, prepared } from './implement.ts';
import { defineOperation } from './operation.ts';

const operations = {
  'notes.list': defineOperation({
    summary: { zh: '列表', en: 'List' },
    route: 'GET /notes',
    permission: 'note.read',
    input: z.object({}),
    output: z.object({ notes: z.array(z.string()) }),
  }),
  'notes.write': defineOperation({
    summary: { zh: '写', en: 'Write' },
    route: 'POST /notes',
    permission: 'note.write',
    input: z.object({ text: z.string().min(1) }),
    output: z.object({ id: z.string() }),
  }),
  'notes.count': defineOperation({
    summary: { zh: '数', en: 'Count' },
    route: 'GET /notes/count',
    permission: 'note.read',
    input: z.object({}),
    output: z.object({ count: z.number() }),
  }),
  'notes.inner': defineOperation({
    summary: { zh: '内部', en: 'For other operations' },
    route: 'POST /notes/inner',
    permission: 'note.write',
    isInner: true,
    input: z.object({ text: z.string() }),
    output: z.object({ id: z.string() }),
  }),
  'notes.outer': defineOperation({
    summary: { zh: '对外', en: 'Tells the inner one' },
    route: 'POST /notes/outer',
    permission: 'note.write',
    input: z.object({ text: z.string() }),
    output: z.object({ id: z.string() }),
  }),
  'notes.sneak': defineOperation({
    summary: { zh: '偷写', en: 'Write while reading' },
    route: 'GET /notes/sneak',
    permission: 'note.read',
    input: z.object({}),
    output: z.object({ id: z.string() }),
  }),
};

const actor = (...permissions: string[]): Actor => ({
  id: 'u1',
  name: '张敏',
  tenantId: '1',
  unitPath: 'a.b',
  scope: ['a.b'],
  permissions: new Set(permissions),
});

function system() {
  const audit: AuditEntry[] = [];
  const scopes: unknown[] = [];
  const notes: string[] = [];
  const database = {
    read: (scope: unknown, work: (db: never) => unknown) => {
      scopes.push(scope);
      return work({} as never);
    },
    write: (scope: unknown, work: (db: never) => unknown) => {
      scopes.push(scope);
      return work({} as never);
    },
  } as unknown as Database;
  const service = implement(operations, {
    'notes.list': async () => ({ notes }),
    'notes.write': async ({ newId, audit: note }, { text }) => {
      const id = newId();
      notes.push(text);
      note('note', id, null, { text });
      return { id };
    },
    'notes.inner': async (_, { text }) => {
      notes.push(text);
      return { id: text };
    },
    'notes.outer': async ({ tell }, input) => tell(operations['notes.inner'], input),
    'notes.count': async ({ ask }) => ({ count: (await ask(operations['notes.list'], {})).notes.length }),
    'notes.sneak': async ({ tell }) => tell(operations['notes.write'], { text: 'x' }),
  });
  const call = createCall([service], {
    database,
    today: () => '2026-11-22',
    now: () => '2026-11-22T02:00:00.000Z',
    newId: () => 'id-1',
    writeAudit: async (_, entry) => void audit.push(entry),
    reserveAnswer: async (_, __, ___, key) => (key === 'seen' ? { answer: { id: 'first' } } : null),
    keepAnswer: async () => {},
  });
  return { call, audit, scopes, notes };
}

test('a write leaves one audit row with who, where, before and after', async () => {
  const { call, audit, scopes } = system();
  await call('notes.write', { text: '开工' }, actor('note.write'));
  expect(scopes).toEqual([['a.b']]);
  expect(audit).toEqual([
    {
      tenantId: '1',
      unitPath: 'a.b',
      id: 'id-1',
      at: '2026-11-22T02:00:00.000Z',
      actor: 'u1',
      operation: 'notes.write',
      entity: 'note',
      entityId: 'id-1',
      before: null,
      after: { text: '开工' },
    },
  ]);
});

test('without the permission nothing runs and the refusal names what is lacking', async () => {
  const { call, notes } = system();
  await expect(call('notes.write', { text: '开工' }, actor('note.read'))).rejects.toMatchObject({
    code: 'not-allowed',
    data: { permission: 'note.write' },
  });
  expect(notes).toEqual([]);
});

test('wrong input is refused with the field that is wrong', async () => {
  const { call } = system();
  await expect(call('notes.write', { text: '' }, actor('note.write'))).rejects.toThrow(/text/);
});

test('a zero character, which no database keeps, is refused with what to do about it', async () => {
  const { call, notes } = system();
  await expect(call('notes.write', { text: 'a\0b' }, actor('note.write'))).rejects.toMatchObject({
    code: 'invalid-input',
    message: expect.stringContaining('U+0000'),
  });
  expect(notes).toEqual([]);
});

test('a read asks another read as the same actor, but may not tell it to write', async () => {
  const { call } = system();
  expect(await call('notes.count', {}, actor('note.read'))).toEqual({ count: 0 });
  await expect(call('notes.sneak', {}, actor('note.read', 'note.write'))).rejects.toThrow(/may not tell/);
});

test('a create repeated with its key gives the first answer and writes nothing again', async () => {
  const { call, notes, audit } = system();
  expect(await call('notes.write', { text: '开工' }, actor('note.write'), { key: 'seen' })).toEqual({ id: 'first' });
  expect(notes).toEqual([]);
  expect(audit).toEqual([]);
});

test('an inner operation is told by others and called by nobody', async () => {
  const { call, notes } = system();
  await expect(call('notes.inner', { text: '开工' }, actor('note.write'))).rejects.toMatchObject({ code: 'not-found' });
  expect(notes).toEqual([]);
  expect(await call('notes.outer', { text: '开工' }, actor('note.write'))).toEqual({ id: '开工' });
  expect(notes).toEqual(['开工']);
});

const undone = (code: string) => Object.assign(new Error('taken back'), { code });

/** A door whose transactions fail so many times before they succeed. */
function disturbed(times: number, code: string) {
  let left = times;
  const database = {
    write: async (_: unknown, work: (db: never) => Promise<unknown>) => {
      const output = await work({} as never);
      if (left-- > 0) throw undone(code);
      return output;
    },
  } as unknown as Database;
  const operation = operations['notes.write'];
  const service = implement(
    { 'notes.write': operation },
    {
      'notes.write': async ({ audit: note }, { text }) => {
        note('note', text, null, { text });
        return { id: text };
      },
    },
  );
  const written: string[] = [];
  const call = createCall([service], {
    database,
    today: () => '2026-11-22',
    now: () => '2026-11-22T02:00:00.000Z',
    newId: () => 'id-1',
    writeAudit: async (_, entry) => void written.push(String(entry.entityId)),
    reserveAnswer: async () => null,
    keepAnswer: async () => {},
  });
  return { call, written };
}

test('a write that PostgreSQL took back for another’s sake is made again from the start; its audit is not doubled', async () => {
  const { call, written } = disturbed(2, '40P01');
  expect(await call('notes.write', { text: '开工' }, actor('note.write'))).toEqual({ id: '开工' });
  // One row for each attempt, of which the failed ones were rolled back.
  expect(written).toEqual(['开工', '开工', '开工']);
});

test('after four attempts, and at once for any other error, the error is the answer', async () => {
  const often = disturbed(9, '40001');
  await expect(often.call('notes.write', { text: '开工' }, actor('note.write'))).rejects.toMatchObject({
    code: '40001',
  });
  expect(often.written).toHaveLength(4);
  const other = disturbed(1, '23505');
  await expect(other.call('notes.write', { text: '开工' }, actor('note.write'))).rejects.toMatchObject({
    code: '23505',
  });
  expect(other.written).toHaveLength(1);
});

test('why a last write failed is the answer, not that the commit did', async () => {
  const service = implement(
    { 'notes.write': operations['notes.write'] },
    {
      'notes.write': async ({ finish }, { text }) => {
        finish(Promise.reject(undone('23505')));
        return { id: text };
      },
    },
  );
  const call = createCall([service], {
    database: {
      write: async (_: unknown, work: (db: never) => Promise<unknown>) => {
        await work({} as never);
        throw new Error('the transaction had failed before its commit');
      },
    } as unknown as Database,
    today: () => '2026-11-22',
    now: () => '2026-11-22T02:00:00.000Z',
    newId: () => 'id-1',
    writeAudit: async () => {},
    reserveAnswer: async () => null,
    keepAnswer: async () => {},
  });
  await expect(call('notes.write', { text: '开工' }, actor('note.write'))).rejects.toMatchObject({ code: '23505' });
});

test('what a write prepares is done before its transaction opens, and once, however often the write is tried', async () => {
  const log: string[] = [];
  let collisions = 1;
  const logged =
    (name: string) =>
    async (_: unknown, work: (db: never) => Promise<unknown>): Promise<unknown> => {
      log.push(`${name} opens`);
      const answer = await work({} as never);
      log.push(`${name} closes`);
      return answer;
    };
  const operation = { 'files.read': { ...operations['notes.write'], route: 'POST /files' as const } };
  const service = implement(operation, {
    'files.read': prepared(
      async ({ read }, { text }) => {
        const word = await read(async () => 'read');
        log.push('prepares');
        return `${word} ${text}`;
      },
      async (_, __, ready) => {
        if (collisions-- > 0) throw Object.assign(new Error('deadlock'), { code: '40P01' });
        return { id: ready };
      },
    ),
  });
  const call = createCall([service], {
    database: { read: logged('reading'), write: logged('writing') } as unknown as Database,
    today: () => '2026-11-22',
    now: () => '2026-11-22T02:00:00.000Z',
    newId: () => 'id-1',
    writeAudit: async () => {},
    reserveAnswer: async () => null,
    keepAnswer: async () => {},
  });
  expect(await call('files.read', { text: 'a plan' }, actor('note.write'))).toEqual({ id: 'read a plan' });
  expect(log).toEqual([
    'reading opens',
    'reading closes',
    'prepares',
    'writing opens',
    'writing opens',
    'writing closes',
  ]);
});
