/**
 * People who each ask once every two seconds, not all at once, whatever the answer takes. In a process of its own.
 *   node bench/crowd.ts '{"origin", "people": [{"cookie", "unitPath", "from"} | {"cookie", "reads"}], "seconds"}'
 */
import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** Sends reports of the own unit, month after month. */
interface Clerk {
  readonly cookie: string;
  readonly unitPath: string;
  /** The year of the first report. */
  readonly from: number;
}

/** Reads one page after another. */
interface Reader {
  readonly cookie: string;
  readonly reads: readonly { readonly step: string; readonly path: string }[];
}

export interface Crowd {
  readonly origin: string;
  readonly seconds: number;
  readonly people: readonly (Clerk | Reader)[];
}

export interface Answers {
  /** Milliseconds of every answer, by what was asked. */
  readonly times: Readonly<Record<string, readonly number[]>>;
  readonly failed: number;
  readonly complaint: string | null;
}

interface Step {
  /** What is done, for the times. */
  readonly step: string;
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

interface Saved {
  readonly summary: { readonly reportId: string; readonly revision: number };
}

const form = 'investment-promotion-monthly';
/** As a clerk goes through the sheet, saved as it is typed. */
const typed = [
  { signed: '3', amount: '12.5' },
  { started: '2', landed: '4.25', 'foreign-capital': '80' },
];

/** One report: the sheet is opened, filled in two goes, looked at again, and sent. */
function* sendReport(unitPath: string, period: string): Generator<Step, void, Saved> {
  const place = { formId: form, unitPath, period };
  const open: Step = { step: 'open', method: 'GET', path: `/reports/sheet?${new URLSearchParams(place)}` };
  yield open;
  let last: Saved | undefined;
  for (const cells of typed) {
    const changes = Object.entries(cells).map(([address, to]) => ({ address, from: null, to }));
    last = yield { step: 'save', method: 'PUT', path: '/reports/sheet', body: { ...place, changes } };
  }
  yield open;
  const { reportId, revision } = (last as Saved).summary;
  yield { step: 'submit', method: 'POST', path: `/reports/${reportId}/submit`, body: { revision } };
}

function* sendReports({ unitPath, from }: Clerk): Generator<Step, void, Saved> {
  for (let month = 0; ; month++) {
    const period = `${from + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    yield* sendReport(unitPath, period);
  }
}

function* readOn({ reads }: Reader): Generator<Step, void, Saved> {
  for (;;) for (const { step, path } of reads) yield { step, method: 'GET', path };
}

const pace = 2000;
const { origin, seconds, people } = JSON.parse(process.argv[2] ?? '{}') as Crowd;
const agent = new http.Agent({ keepAlive: true, maxSockets: people.length });
const times: Record<string, number[]> = {};
let failed = 0;
let complaint: string | null = null;

/** What was answered; null where nothing of use was. */
function ask({ method, path, body }: Step, cookie: string): Promise<Saved | null> {
  return new Promise((resolve) => {
    const fail = (text: string) => {
      failed++;
      complaint ??= `${method} ${path}: ${text}`;
      resolve(null);
    };
    const headers = { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const request = http.request(`${origin}/api${path}`, { agent, method, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        const text = Buffer.concat(pieces).toString();
        if (response.statusCode === 200) resolve(JSON.parse(text) as Saved);
        else fail(text);
      });
    });
    request.on('error', (error) => fail(error.message));
    request.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

/** Asks on at the pace, until refused. */
async function work(person: Clerk | Reader, first: number, end: number): Promise<void> {
  const steps = 'reads' in person ? readOn(person) : sendReports(person);
  let next = steps.next();
  for (let turn = 0; first + turn * pace < end && next.done !== true; turn++) {
    await sleep(Math.max(0, first + turn * pace - performance.now()));
    const asked = performance.now();
    const answer = await ask(next.value, person.cookie);
    times[next.value.step] ??= [];
    times[next.value.step]?.push(performance.now() - asked);
    if (answer === null) return;
    next = steps.next(answer);
  }
}

const start = performance.now();
await Promise.all(
  people.map((person, place) => work(person, start + (pace * place) / people.length, start + seconds * 1000)),
);
agent.destroy();
console.log(JSON.stringify({ times, failed, complaint } satisfies Answers));
