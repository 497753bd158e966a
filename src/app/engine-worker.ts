/** Runs in a thread of its own: reading and checking never hold up the server. */
import { parentPort } from 'node:worker_threads';
import { Problem } from '../core/problem.ts';
import type { Answer, Job } from './engine.ts';
import { runJob } from './engine-jobs.ts';

const port = parentPort;
if (port === null) throw new Error('engine-worker.ts runs as a worker thread');

port.on('message', ({ id, job }: { id: number; job: Job }) => {
  const say = (answer: Answer) => port.postMessage(answer);
  runJob(job, (step) => say({ id, step }))
    .then((result) => say({ id, result }))
    .catch((error: unknown) => {
      if (error instanceof Problem) say({ id, problem: { code: error.code, data: error.data } });
      else say({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    });
});
