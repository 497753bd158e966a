import { stat } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Problem } from '../../core/problem.ts';

export interface Lock {
  release(): Promise<void>;
}

const listen = (name: string): Promise<Server | undefined> =>
  new Promise((resolve, reject) => {
    const server = createServer((caller) => caller.on('error', () => undefined).end(String(process.pid)));
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(name, () => resolve(server.unref()));
  });

const askHolder = (name: string): Promise<string | undefined> =>
  new Promise((resolve) => {
    let answer = '';
    const caller = connect(name);
    caller.setTimeout(2000, () => caller.destroy());
    caller.on('data', (data) => {
      answer += data;
    });
    caller.on('error', () => undefined);
    caller.on('close', () => resolve(answer || undefined));
  });

/**
 * One Lantu per directory. The lock is a listening socket in the kernel's abstract name space, called after the
 * directory itself (device and inode, whatever path leads there): taking it is atomic, and the kernel gives it back
 * when the process ends, however it ends. So there is no stale lock to judge and no process number to mistake.
 */
export async function lockDirectory(directory: string): Promise<Lock> {
  const { dev, ino } = await stat(directory);
  const name = `\0lantu/${dev}/${ino}`;
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const server = await listen(name);
    if (server !== undefined) return { release: () => new Promise((resolve) => server.close(() => resolve())) };
    const pid = await askHolder(name);
    if (pid !== undefined) throw new Problem('database-busy', { pid, directory });
    await sleep(100);
  }
  throw new Problem('database-busy', { pid: '?', directory });
}
