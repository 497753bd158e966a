/** What the server does by itself: once a minute it looks which jobs have their turn. */
import { type Kysely, sql } from 'kysely';
import type { Call } from '../core/call.ts';
import type { Actor } from '../core/implement.ts';
import { isDue, type Job, type JobCall, type LastTurn } from '../core/job.ts';
import type { Operation, Operations } from '../core/operation.ts';
import type { Tables } from '../core/tables.ts';
import { ledgers } from '../modules/ledgers/catalog/index.ts';
import { ledgerReminderJob } from '../modules/ledgers/remind.jobs.ts';
import { mailJob } from '../modules/people/notices.jobs.ts';
import { reminderJob } from '../modules/reports/remind.jobs.ts';
import { smtpMailer } from '../platform/mail/smtp.ts';
import type { Config } from './config.ts';
import { firstUnits, root } from './first-units.ts';

/** The jobs of the system. */
export const jobsOf = ({ smtp, origin }: Pick<Config, 'smtp' | 'origin'>): readonly Job[] => [
  mailJob({ mailer: smtp === undefined ? null : smtpMailer(smtp), origin: origin ?? null }),
  reminderJob,
  ledgerReminderJob(ledgers),
];

/** Any number, but always the same: of several servers on one database, one does the jobs. */
const lockNumber = 7_267_004;

interface Parts {
  readonly owner: Kysely<Tables>;
  readonly operations: Operations;
  readonly call: Call;
  readonly jobs: readonly Job[];
  now(): string;
  today(): string;
  /** Told when a job fails; it is tried again later. */
  onFailure(id: string, error: unknown): void;
}

/** Nobody's account: sees every unit, and may do what the job declares. */
const actorOf = ({ id, permissions }: Job): Actor => ({
  id: `job ${id}`,
  name: '系统',
  tenantId: root.tenantId,
  unitPath: root.unitPath,
  scope: firstUnits.map(({ unitPath }) => unitPath),
  permissions: new Set(permissions),
});

const lastTurn = async (db: Kysely<Tables>, id: string): Promise<LastTurn | null> =>
  (await db
    .selectFrom('job')
    .select(['done_at as doneAt', 'tried_at as triedAt'])
    .where('job_id', '=', id)
    .executeTakeFirst()) ?? null;

async function noteTurn(
  db: Kysely<Tables>,
  id: string,
  turn: { tried_at: string; done_at?: string; error: string | null },
): Promise<void> {
  await db
    .insertInto('job')
    .values({ job_id: id, ...turn })
    .onConflict((conflict) => conflict.column('job_id').doUpdateSet(turn))
    .execute();
}

/** Every job that has its turn, one after the other. Answers which came through. */
export async function takeTurn({ owner, operations, call, jobs, now, today, onFailure }: Parts): Promise<string[]> {
  const ids = new Map<Operation, string>(Object.entries(operations).map(([id, operation]) => [operation, id]));
  const callAs =
    (actor: Actor): JobCall =>
    async (operation, input) => {
      const id = ids.get(operation);
      if (id === undefined) throw new Error(`${operation.route} is not offered by the system`);
      return call(id, input, actor) as never;
    };

  async function run(db: Kysely<Tables>, job: Job): Promise<boolean> {
    const last = await lastTurn(db, job.id);
    const turn = { now: now(), today: today(), since: last?.doneAt ?? null };
    if (!isDue(job.every, last, turn)) return false;
    await noteTurn(db, job.id, { tried_at: turn.now, error: null });
    try {
      await job.run(callAs(actorOf(job)), turn);
      await noteTurn(db, job.id, { tried_at: turn.now, done_at: turn.now, error: null });
      return true;
    } catch (error) {
      await noteTurn(db, job.id, { tried_at: turn.now, error: String(error).slice(0, 1000) });
      onFailure(job.id, error);
      return false;
    }
  }

  const done: string[] = [];
  for (const job of jobs) if (await run(owner, job)) done.push(job.id);
  return done;
}

/** Does the work unless another server on the same database is at it. */
export const exclusively = (owner: Kysely<Tables>, work: (db: Kysely<Tables>) => Promise<unknown>): Promise<boolean> =>
  owner.connection().execute(async (db) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_lock(${lockNumber}) as mine`.execute(db);
    if (rows[0]?.mine !== true) return false;
    try {
      await work(db);
      return true;
    } finally {
      await sql`select pg_advisory_unlock(${lockNumber})`.execute(db);
    }
  });

export interface JobRunner {
  stop(): Promise<void>;
}

interface Rhythm {
  /** Milliseconds between two looks. */
  readonly every?: number;
  /** Milliseconds until the first: what was missed while the server was down is caught up then. */
  readonly first?: number;
}

export function startJobs(parts: Parts, { every = 60_000, first = 3_000 }: Rhythm = {}): JobRunner {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const look = () => {
    last = exclusively(parts.owner, (owner) => takeTurn({ ...parts, owner })).catch((error) =>
      parts.onFailure('jobs', error),
    );
    void last.finally(() => plan(every));
  };
  const plan = (ms: number) => {
    if (!isStopped) timer = setTimeout(look, ms).unref();
  };
  plan(first);
  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(timer);
      await last;
    },
  };
}
