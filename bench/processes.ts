/** What processes cost, from /proc: the benches of a running system need Linux. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..');
const ticksPerSecond = 100;

/** The numbers of /proc/PID/stat behind the name, which may hold anything; null if the process has ended. */
function stat(pid: number): readonly number[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text
      .slice(text.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
  } catch {
    return null;
  }
}

const parentAt = 1;

/** A process and all that it started. */
export function familyOf(pid: number): readonly number[] {
  const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const parents = new Map(all.map((name) => [Number(name), stat(Number(name))?.[parentAt]]));
  const family = [pid];
  for (const each of family) for (const [child, parent] of parents) if (parent === each) family.push(child);
  return family;
}

/** Seconds of processor time that processes have taken so far, with those of their children that have ended. */
export const processorSeconds = (pids: readonly number[]): number =>
  pids
    .map((each) => (stat(each) ?? []).slice(11, 15).reduce((sum, ticks) => sum + ticks, 0))
    .reduce((sum, each) => sum + each, 0) / ticksPerSecond;

/** Megabytes of processes, what they share counted once (PSS). */
export const megabytesOf = (pids: readonly number[]): number =>
  pids
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0))
    .reduce((sum, each) => sum + each, 0) / 1024;

export const megabytes = (pid: number): number => megabytesOf(familyOf(pid));

export interface Program {
  readonly process: ChildProcess;
  readonly pid: number;
  /** The first line of its output that is JSON. */
  readonly said: Readonly<Record<string, unknown>>;
  end(): Promise<void>;
}

/** A program of ours on the Node that runs this, once it has said in JSON that it is ready. */
export async function startProgram(file: string, argument: unknown): Promise<Program> {
  const child = spawn(process.execPath, [join(root, file), JSON.stringify(argument)], {
    // As bin/lantu.js does.
    env: { ...process.env, NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/lantu') },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = await new Promise<Readonly<Record<string, unknown>>>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve(JSON.parse(line));
    });
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)));
  });
  const end = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return { process: child, pid: child.pid as number, said, end };
}

/** What a program prints, as JSON. */
export async function runProgram<T>(file: string, argument: unknown): Promise<T> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(root, file), JSON.stringify(argument)], {
    maxBuffer: 1e8,
  });
  return JSON.parse(stdout) as T;
}
