import type { Reader, Writer } from '../../core/database.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { isWithin } from '../people/unit.ts';
import { type Holder, holderOf } from './held.service.ts';
import { lockMonths, recompute } from './rollup.store.ts';
import { weighted } from './rollups.ts';
import { listTenants, tenantFinder } from './store.ts';
import * as store from './submission.store.ts';
import { submissionOperations } from './submission-operations.ts';
import { type Comparison, compareSubmission, figureKey } from './submitted.ts';

const weights = { indicators: weighted.map(({ id }) => id), by: weighted.map(({ weight }) => weight ?? '') };

const noUnit = (id: string) => new Problem('not-found', { kind: '单位 unit', id });

/** Asked before the database, which would refuse it too. */
function refuseOutside({ actor }: Context<Reader>, unitPaths: readonly string[]): void {
  const outside = unitPaths.find((path) => !isWithin(actor.scope, path));
  if (outside !== undefined) throw noUnit(outside);
}

async function tenantsOf({ db }: Context<Reader>, unitPaths: readonly string[]): Promise<string[]> {
  const tenantOf = await tenantFinder(db);
  return unitPaths.map((path) => {
    const id = tenantOf(path);
    if (id === null) throw noUnit(path);
    return id;
  });
}

const submissionOf = async (
  context: Context<Writer>,
  input: { submission: string; unitPath: string; period: string; form?: string },
): Promise<store.Submission> => {
  const { submission, unitPath, period, form = '' } = input;
  refuseOutside(context, [unitPath]);
  const [tenantId = ''] = await tenantsOf(context, [unitPath]);
  return { id: submission, tenantId, unitPath, period, form, scope: context.actor.scope };
};

/** With who holds each: of a report, mostly the same few. */
async function named(context: Context<Reader>, refused: Comparison['refused']) {
  const holders = new Map<string, Promise<Holder>>();
  const known = ({ held }: Comparison['refused'][number]) => {
    const key = [held.unitPath, held.by, held.at].join('\n');
    const found = holders.get(key) ?? holderOf(context, held);
    holders.set(key, found);
    return found;
  };
  return Promise.all(refused.map(async (each) => ({ cell: each.figure.cell, ...(await known(each)) })));
}

export const submissionService: Service = implement(submissionOperations, {
  'observations.beside': async (context, { unitPath, periods, indicatorIds }) => {
    refuseOutside(context, [unitPath]);
    const tenantIds = await listTenants(context.db, unitPath);
    return { observations: await store.listBeside(context.db, tenantIds, unitPath, periods, indicatorIds) };
  },

  'observations.submit': async (context, { figures, correction, ...input }) => {
    const { db, actor, now, audit } = context;
    const report = await submissionOf(context, input);
    const isCorrection = correction !== null;
    if (new Set(figures.map(figureKey)).size < figures.length)
      throw new Error(`form ${input.form} has two cells for one figure`);
    if (isCorrection) await lockMonths(db, [report.tenantId], report.period);
    const kept = await store.findKept(db, report, figures);
    const { fresh, changed, same, refused } = compareSubmission(figures, kept, report, isCorrection);
    if (refused.length > 0) return { written: [], refused: await named(context, refused) };
    const stamp = { at: now, by: actor.name };
    const added = await store.addFigures(db, report, fresh, isCorrection, stamp);
    const replaced = await store.replaceFigures(db, report, changed, correction, stamp);
    // What is there and was not seen belongs to a unit outside of the scope, or came this very moment.
    const taken = fresh.length + changed.length - added - replaced;
    if (taken > 0) throw new Problem('figures-taken', { count: taken });
    await store.restateFigures(db, report, same);
    if (isCorrection)
      await recompute(db, weights, {
        tenantIds: [report.tenantId],
        unitPaths: [report.unitPath],
        period: report.period,
      });
    const counts = { added, replaced, same: same.length, reason: correction };
    audit('observations', `${report.unitPath} ${report.period} ${report.id}`, null, counts);
    return { written: [...fresh, ...changed.map(({ figure }) => figure)].map(({ cell }) => cell), refused: [] };
  },

  'observations.release': async (context, input) => {
    const report = await submissionOf(context, input);
    const figures = await store.releaseFigures(context.db, report);
    context.audit('observations', `${report.unitPath} ${report.period} ${report.id}`, null, { released: figures });
    return { figures };
  },

  'observations.settle': async (context, { submissions, unitPaths, period, to, reason }) => {
    const { db, actor, now, audit } = context;
    refuseOutside(context, unitPaths);
    const tenantIds = [...new Set(await tenantsOf(context, unitPaths))];
    await lockMonths(db, tenantIds, period);
    const settling: store.Settling = { tenantIds, unitPaths, period, submissions };
    const stamp = { at: now, by: actor.name };
    if (to === 'draft' && (await store.hasPublished(db, settling)))
      throw new Problem('figures-published', { unit: unitPaths.join('、'), period });
    const figures =
      to === 'approved'
        ? await store.approveFigures(db, settling, stamp)
        : await store.withdrawApproval(db, settling, reason, stamp);
    await recompute(db, weights, { tenantIds, unitPaths, period });
    audit('observations', `${unitPaths.join(' ')} ${period}`, null, { to, figures, reason, submissions });
    return { figures };
  },
});
