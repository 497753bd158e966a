/** What was corrected survives a restart and `kill -9`; the original comes back byte for byte. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { PlanDetail, PlanFact, PlanSummary } from '../../src/modules/plans/plan.ts';

const root = resolve(import.meta.dirname, '../..');
const home = await mkdtemp(join(tmpdir(), 'lantu-restart-'));
// As root the database runs under another account, which must be able to enter.
await chmod(home, 0o755);
const running = new Set<ChildProcess>();

afterAll(async () => {
  for (const child of running) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  await rm(home, { recursive: true, force: true });
});

async function start(): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [join(root, 'src/app/cli.ts'), 'start', '--port', '0'], {
    env: { ...process.env, LANTU_HOME: home, LANTU_LOG: 'error' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  child.on('exit', () => running.delete(child));
  let said = '';
  const url = await new Promise<string>((found, failed) => {
    child.stderr?.on('data', (piece) => {
      said += piece;
      const [match] = said.match(/http:\/\/127\.0\.0\.1:\d+/) ?? [];
      if (match) found(match);
    });
    child.on('exit', (code) => failed(new Error(`the server ended with ${code}: ${said}`)));
  });
  return { child, url };
}

async function ask<T>(url: string, path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(`${url}/api${path}`, {
    ...init,
    headers: { 'content-type': 'application/json', ...init.headers },
  });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** CRLF and a stray space: a reader normalises them, the original must keep them. */
const original = Buffer.concat([
  Buffer.from('云河市高新区产业规划\r\n\r\n到2030年，规模以上工业增加值达到96亿元 。\r\n', 'utf8'),
]);

async function killedHard(
  { child, url }: { child: ChildProcess; url: string },
  planId: string,
  fact: PlanFact,
): Promise<void> {
  const { data } = fact;
  await ask(url, `/plans/${planId}/facts/${fact.id}`, {
    method: 'PUT',
    headers: { 'if-match': `"${fact.revision}"` },
    body: JSON.stringify({
      state: 'corrected',
      fact: { kind: fact.kind, data: { ...data, value: 98, printed: '98' } },
    }),
  });
  child.kill('SIGKILL');
  await once(child, 'exit');
}

test('a correction survives kill -9 and a clean restart, and the original downloads byte-identical', async () => {
  const first = await start();
  const plan = await ask<PlanSummary>(first.url, `/plans?name=${encodeURIComponent('规划.txt')}`, {
    method: 'POST',
    body: original,
  });
  const { facts } = await ask<PlanDetail>(first.url, `/plans/${plan.id}`);
  const fact = facts.find((each) => each.kind === 'indicator' && each.data.value === 96);
  if (fact === undefined) throw new Error('the figure was not read');
  await killedHard(first, plan.id, fact);

  const second = await start();
  const after = await ask<PlanDetail>(second.url, `/plans/${plan.id}`);
  expect(after.facts.find(({ id }) => id === fact.id)).toMatchObject({
    state: 'corrected',
    data: { value: 98 },
    original: { value: 96 },
  });
  second.child.kill('SIGTERM');
  const [code] = await once(second.child, 'exit');
  expect(code).toBe(0);

  const third = await start();
  const downloaded = await fetch(`${third.url}/api/plans/${plan.id}/original`);
  expect(Buffer.from(await downloaded.arrayBuffer()).equals(original)).toBe(true);
}, 90_000);
