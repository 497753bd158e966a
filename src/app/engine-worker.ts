/** Runs in a thread of its own: reading and checking never hold up the server. */
import { parentPort } from 'node:worker_threads';
import { Problem } from '../core/problem.ts';
import { readDocument } from '../modules/documents/reading/read.ts';
import type { ReadingStep } from '../modules/plans/engine.ts';
import { fingerprint } from '../modules/plans/fingerprint.ts';
import { lintReadings } from '../modules/plans/lint.ts';
import type { Answer, Job } from './engine.ts';
import { readAnyFile } from './read.ts';
import { render } from './render.ts';

const port = parentPort;
if (port === null) throw new Error('engine-worker.ts runs as a worker thread');

async function run(job: Job, onStep: (step: ReadingStep) => void): Promise<unknown> {
  if (job.do === 'render') return render(job.rendering);
  if (job.do === 'check') {
    // The words of the document are read again; the facts are those that people left standing.
    const readings = job.plans.map(({ document, facts }) => ({ ...readDocument(document, job.own), facts }));
    return lintReadings(readings).map((finding) => ({ ...finding, fingerprint: fingerprint(finding) }));
  }
  onStep('opening');
  const { document, facts, ...rest } = await readAnyFile(job.name, job.bytes, job.own);
  onStep('checking');
  const findings = lintReadings([{ document, facts, ...rest }]);
  return { document, facts, findings: findings.map((finding) => ({ ...finding, fingerprint: fingerprint(finding) })) };
}

port.on('message', ({ id, job }: { id: number; job: Job }) => {
  const say = (answer: Answer) => port.postMessage(answer);
  run(job, (step) => say({ id, step }))
    .then((result) => say({ id, result }))
    .catch((error: unknown) => {
      if (error instanceof Problem) say({ id, problem: { code: error.code, data: error.data } });
      else say({ id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    });
});
