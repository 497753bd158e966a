import { Worker } from 'node:worker_threads';
import { Problem, type ProblemCode } from '../core/problem.ts';
import type { Data } from '../core/text.ts';
import type { OwnVocabulary } from '../modules/documents/own-vocabulary.ts';
import type { Checked, Engine, ReadingStep, Rendering } from '../modules/plans/engine.ts';

export type Job =
  | { readonly do: 'read'; readonly name: string; readonly bytes: Uint8Array; readonly own: OwnVocabulary }
  | { readonly do: 'check'; readonly plans: readonly Checked[]; readonly own: OwnVocabulary }
  | { readonly do: 'render'; readonly rendering: Rendering };

export type Answer = { readonly id: number } & (
  | { readonly step: ReadingStep }
  | { readonly result: unknown }
  | { readonly problem: { readonly code: ProblemCode; readonly data: Data } }
  | { readonly error: string }
);

interface Waiting {
  readonly name: string;
  readonly timer: NodeJS.Timeout;
  onStep(step: ReadingStep): void;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** A file that takes longer than this is not a plan; it is refused and the thread is started afresh. */
const patienceMs = 120_000;
/** A file that unfolds beyond this ends its thread, not the server. */
const memoryMb = 2048;

/** The engine on a worker thread: started when first needed, started afresh when a file has killed it. */
export function startEngine(): Engine & { close(): Promise<void> } {
  let worker: Worker | null = null;
  let next = 1;
  const waiting = new Map<number, Waiting>();

  const giveUp = (reason: string) => {
    for (const { name, timer, reject } of waiting.values()) {
      clearTimeout(timer);
      reject(new Problem('file-damaged', { name, reason }));
    }
    waiting.clear();
    void worker?.terminate();
    worker = null;
  };

  function thread(): Worker {
    if (worker !== null) return worker;
    const started = new Worker(new URL('./engine-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    });
    started.unref();
    started.on('message', (answer: Answer) => {
      const job = waiting.get(answer.id);
      if (job === undefined) return;
      if ('step' in answer) return job.onStep(answer.step);
      waiting.delete(answer.id);
      clearTimeout(job.timer);
      if ('result' in answer) job.resolve(answer.result);
      else if ('problem' in answer) job.reject(new Problem(answer.problem.code, answer.problem.data));
      else job.reject(new Error(answer.error));
    });
    started.on('error', (error) => {
      if (worker === started) giveUp(error.message);
    });
    worker = started;
    return started;
  }

  const post = (job: Job, name: string, onStep: (step: ReadingStep) => void = () => {}) =>
    new Promise<never>((resolve, reject) => {
      const id = next++;
      const timer = setTimeout(() => giveUp(`超过 ${patienceMs / 1000} 秒 (took too long)`), patienceMs);
      timer.unref();
      waiting.set(id, { name, timer, onStep, resolve: resolve as (result: unknown) => void, reject });
      thread().postMessage({ id, job });
    });

  return {
    read: (name, bytes, own, onStep) => post({ do: 'read', name, bytes, own }, name, onStep),
    check: (plans, own) => post({ do: 'check', plans, own }, plans[0]?.document.name ?? ''),
    render: (rendering) => post({ do: 'render', rendering }, rendering.title),
    close: async () => {
      await worker?.terminate();
      worker = null;
    },
  };
}
