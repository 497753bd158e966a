/**
 * So many clients, each asking again as soon as it is answered, over connections that stay open. In a process of its
 * own, so that what the server costs is the server's.
 *   node bench/load.ts '{"origin", "headers", "clients", "seconds", "requests": [{"method", "path", "body"?}]}'
 */
import { randomUUID } from 'node:crypto';
import http from 'node:http';

export interface Ask {
  readonly method: string;
  readonly path: string;
  /** “@@” stands for a new id in every request. */
  readonly body?: string;
}

export interface Load {
  readonly origin: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly clients: number;
  readonly seconds: number;
  readonly requests: readonly Ask[];
}

export interface Answered {
  readonly answered: number;
  readonly seconds: number;
  readonly failed: number;
  /** What the first refusal said. */
  readonly complaint: string | null;
}

const { origin, headers, clients, seconds, requests } = JSON.parse(process.argv[2] ?? '{}') as Load;
const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
let [answered, failed] = [0, 0];
let complaint: string | null = null;

const ask = ({ method, path, body }: Ask): Promise<void> =>
  new Promise((resolve, reject) => {
    const text = body?.replaceAll('@@', randomUUID());
    const about = text === undefined ? headers : { ...headers, 'content-type': 'application/json' };
    const request = http.request(`${origin}${path}`, { agent, method, headers: about }, (response) => {
      const isWell = response.statusCode === 200;
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => {
        if (!isWell) pieces.push(piece);
      });
      response.on('end', () => {
        answered++;
        if (!isWell) failed++;
        if (!isWell) complaint ??= Buffer.concat(pieces).toString();
        resolve();
      });
    });
    request.on('error', reject);
    request.end(text);
  });

const start = performance.now();
const end = start + seconds * 1000;
await Promise.all(
  Array.from({ length: clients }, async (_, client) => {
    for (let turn = client; performance.now() < end; turn += clients)
      await ask(requests[turn % requests.length] as Ask);
  }),
);
agent.destroy();
const result: Answered = { answered, seconds: (performance.now() - start) / 1000, failed, complaint };
console.log(JSON.stringify(result));
