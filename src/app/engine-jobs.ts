import { withCorrections } from '../modules/documents/reading/corrected.ts';
import { readDocument } from '../modules/documents/reading/read.ts';
import type { Engine, ReadingStep } from '../modules/plans/engine.ts';
import { fingerprint } from '../modules/plans/fingerprint.ts';
import { lintReadings } from '../modules/plans/lint.ts';
import type { Job } from './engine.ts';
import { readAnyFile } from './read.ts';
import { render } from './render.ts';

const kept = (readings: Parameters<typeof lintReadings>[0]) =>
  lintReadings(readings).map((finding) => ({ ...finding, fingerprint: fingerprint(finding) }));

/** What the worker thread does with a job. */
export async function runJob(job: Job, onStep: (step: ReadingStep) => void): Promise<unknown> {
  if (job.do === 'render') return render(job.rendering);
  // The words of the document are read again; the facts are those that people left standing.
  if (job.do === 'check')
    return kept(
      job.plans.map(({ document, facts, corrections }) =>
        withCorrections({ ...readDocument(document, job.own), facts }, corrections),
      ),
    );
  onStep('opening');
  const reading = await readAnyFile(job.name, job.bytes, job.own);
  onStep('checking');
  return { document: reading.document, facts: reading.facts, findings: kept([reading]) };
}

/** The engine on the caller's own thread, for tests and one-off commands. */
export const inlineEngine: Engine = {
  read: (name, bytes, own, onStep) => runJob({ do: 'read', name, bytes, own }, onStep) as never,
  check: (plans, own) => runJob({ do: 'check', plans, own }, () => {}) as never,
  render: (rendering) => runJob({ do: 'render', rendering }, () => {}) as never,
};
