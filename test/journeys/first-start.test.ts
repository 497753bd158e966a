/** The first start of a server: no default password, no half-open door. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const cli = join(root, 'src/app/cli.ts');
const homes: string[] = [];
const running = new Set<ChildProcess>();

afterAll(async () => {
  for (const child of running) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  for (const home of homes) await rm(home, { recursive: true, force: true });
});

async function newHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'lantu-first-'));
  // As root the database runs under another account, which must be able to enter.
  await chmod(home, 0o755);
  homes.push(home);
  return home;
}

interface Run {
  readonly child: ChildProcess;
  said(): string;
  /** Until the words were said, or the process ended: its exit code then. */
  until(words: RegExp): Promise<number | null>;
}

function run(home: string, command: string, env: Record<string, string> = {}, program = [process.execPath, cli]): Run {
  const [file = '', ...args] = program;
  const whole = program.length === 2 ? [...args, command, '--port', '0'] : args;
  const child = spawn(file, whole, {
    env: { ...process.env, LANTU_ADMIN: '', LANTU_HOME: home, LANTU_LOG: 'silent', ...env },
    stdio: [program.length === 2 ? 'ignore' : 'pipe', 'pipe', 'pipe'],
  });
  running.add(child);
  let said = '';
  child.stdout?.on('data', (piece) => {
    said += piece;
  });
  child.stderr?.on('data', (piece) => {
    said += piece;
  });
  const ended = new Promise<number | null>((done) =>
    child.once('close', (code) => {
      running.delete(child);
      done(code ?? -1);
    }),
  );
  const until = (words: RegExp) =>
    Promise.race([
      ended,
      new Promise<null>((found) => {
        const timer = setInterval(() => {
          if (!words.test(said)) return;
          clearInterval(timer);
          found(null);
        }, 50);
        void ended.then(() => clearInterval(timer));
      }),
    ]);
  return { child, said: () => said, until };
}

async function stop({ child, until }: Run): Promise<void> {
  child.kill('SIGTERM');
  await until(/^\0$/);
}

const enter = (url: string, login: string, password: string) =>
  fetch(`${url}/api/session/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });

const addressIn = (said: string): string => said.match(/http:\/\/127\.0\.0\.1:\d+/)?.[0] ?? '';

test('without terminal and environment it refuses; a weak password is refused; a good one makes the administrator', async () => {
  const home = await newHome();
  const bare = run(home, 'serve');
  expect(await bare.until(/^\0$/)).toBe(2);
  expect(bare.said()).toContain('LANTU_ADMIN_PASSWORD');
  expect(bare.said()).toMatch(/还没有管理员账号.*There is no administrator yet/s);

  const weak = run(home, 'serve', { LANTU_ADMIN: 'admin', LANTU_ADMIN_PASSWORD: 'admin' });
  expect(await weak.until(/^\0$/)).toBe(2);
  expect(weak.said()).toContain('至少 10 个字符');

  const good = run(home, 'serve', { LANTU_ADMIN: 'admin', LANTU_ADMIN_PASSWORD: 'blue-river-7781' });
  expect(await good.until(/http:\/\//)).toBeNull();
  expect(good.said()).not.toContain('blue-river-7781');
  const url = addressIn(good.said());
  expect((await enter(url, 'admin', 'blue-river-7780')).status).toBe(401);
  const answer = await enter(url, 'admin', 'blue-river-7781');
  expect(answer.status).toBe(200);
  const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
  const session = await (await fetch(`${url}/api/session`, { headers: { cookie } })).json();
  expect(session).toMatchObject({ mustChange: true, unitPath: 'cn', isSample: false });
  await stop(good);

  const sample = run(home, 'start');
  expect(await sample.until(/^\0$/)).toBe(2);
  expect(sample.said()).toContain('lantu serve');
});

test.skipIf(!existsSync('/usr/bin/script'))(
  'in a terminal it asks for the administrator, shows no password and wants it twice',
  async () => {
    const home = await newHome();
    const line = `${process.execPath} ${cli} serve --port 0`;
    const asked = run(home, '', {}, ['/usr/bin/script', '-qfec', line, '/dev/null']);
    const answer = async (question: RegExp, text: string) => {
      expect(await asked.until(question)).toBeNull();
      asked.child.stdin?.write(`${text}\r`);
    };
    const times = (question: string, count: number) => new RegExp(`(${question}[\\s\\S]*){${count}}`);
    await answer(times('/ login:', 1), 'admin');
    await answer(times('/ password:', 1), 'seven green boats');
    await answer(times('/ once more:', 1), 'seven green boots');
    await answer(times('/ login:', 2), 'admin');
    await answer(times('/ password:', 2), 'seven green boats');
    await answer(times('/ once more:', 2), 'seven green boats');
    expect(await asked.until(/http:\/\//)).toBeNull();
    expect(asked.said()).not.toMatch(/seven|green|boots|\*/);
    expect((await enter(addressIn(asked.said()), 'admin', 'seven green boats')).status).toBe(200);
    asked.child.stdin?.write('\u0003');
    await asked.until(/^\0$/);
  },
  60_000,
);
