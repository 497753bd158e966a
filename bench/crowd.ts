/**
 * People who each ask once every two seconds, not all at once, whatever the answer takes. In a process of its own.
 *   node bench/crowd.ts '{"origin", "people": [{"cookie", "kind", "requests"}], "seconds"}'
 */
import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Ask } from './load.ts';

interface Person {
  readonly kind: string;
  readonly cookie: string;
  readonly requests: readonly Ask[];
}

export interface Crowd {
  readonly origin: string;
  readonly seconds: number;
  readonly people: readonly Person[];
}

export interface Answers {
  /** Milliseconds of every answer, by kind of person. */
  readonly times: Readonly<Record<string, readonly number[]>>;
  readonly failed: number;
  readonly complaint: string | null;
}

const pace = 2000;
const { origin, seconds, people } = JSON.parse(process.argv[2] ?? '{}') as Crowd;
const agent = new http.Agent({ keepAlive: true, maxSockets: people.length });
const times: Record<string, number[]> = {};
let failed = 0;
let complaint: string | null = null;

function ask({ method, path, body }: Ask, cookie: string): Promise<void> {
  return new Promise((resolve) => {
    const fail = (text: string) => {
      failed++;
      complaint ??= text;
      resolve();
    };
    const headers = { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const request = http.request(`${origin}${path}`, { agent, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => (response.statusCode === 200 ? resolve() : fail(Buffer.concat(pieces).toString())));
    });
    request.on('error', (error) => fail(error.message));
    request.end(body?.replaceAll('@@', randomUUID()));
  });
}

const start = performance.now();
await Promise.all(
  people.map(async ({ kind, cookie, requests }, place) => {
    const first = start + (pace * place) / people.length;
    for (let turn = 0; first + turn * pace < start + seconds * 1000; turn++) {
      await sleep(Math.max(0, first + turn * pace - performance.now()));
      const asked = performance.now();
      await ask(requests[turn % requests.length] as Ask, cookie);
      times[kind] ??= [];
      times[kind].push(performance.now() - asked);
    }
  }),
);
agent.destroy();
console.log(JSON.stringify({ times, failed, complaint } satisfies Answers));
