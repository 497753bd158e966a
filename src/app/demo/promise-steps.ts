/** What the documents hold the projects to, in the promise ledger, each with document and line. */
import { type Figure, promiseOf } from '../../modules/promotion/adoption.ts';
import type { DemoDocument, DemoProject } from './facts.ts';
import { type ActAt, type Adopted, dayIn } from './register-steps.ts';
import type { Door } from './unit-steps.ts';

/** Figures as the document gives them; a start and a finish count even where they stand in the heading only. */
export function figuresOfProject({ promises, start, finish, line }: DemoProject): Figure[] {
  const figures = promises.map(({ measure, what = null, value, unit, is, due, line: own }): Figure => {
    const isDay = measure === 'start' || measure === 'completion';
    // Money is in place when the works are; capacity, sales and tax follow at a day that documents rarely name.
    const dueOn = dayIn(due ?? (isDay ? value : measure === 'investment' ? finish : undefined), 'last');
    return { measure, what, value, unit, dueOn, line: own, ...(is === undefined ? {} : { comparator: is }) };
  });
  const days = [
    ['start', start],
    ['completion', finish],
  ] as const;
  const further = days.flatMap(([measure, when]) =>
    when === undefined || promises.some((promise) => promise.measure === measure)
      ? []
      : [{ measure, what: null, value: '', unit: '', dueOn: dayIn(when, 'last'), line }],
  );
  return [...figures, ...further];
}

/** Enters them all; the count says how many stand in the ledger. */
export async function enterPromises(
  { call }: Door,
  documents: readonly DemoDocument[],
  { projects }: Adopted,
  at: ActAt,
): Promise<number> {
  const homes = new Map(documents.flatMap(({ document, projects: own }) => own.map((fact) => [fact, document])));
  let entered = 0;
  for (const { id, unitPath, fact } of projects) {
    const promises = figuresOfProject(fact).map((figure) => {
      const { title = '', until } = homes.get(fact) ?? {};
      const stands = { kind: 'document', document: title, line: figure.line, planId: null, factId: null } as const;
      // What is built after the plan is over was not promised for its end.
      const last = [dayIn(until, 'last'), dayIn(fact.finish, 'last')]
        .filter((day) => day !== null)
        .sort()
        .at(-1);
      const promise = promiseOf(figure, { ...stands, ...(until !== undefined && { until: last }) });
      if (promise === null) throw new Error(`${fact.name}: nobody knows the unit ${figure.unit}`);
      return promise;
    });
    if (promises.length === 0) continue;
    await call('promises.add', { projectId: id, promises }, at(unitPath));
    entered += promises.length;
  }
  return entered;
}
