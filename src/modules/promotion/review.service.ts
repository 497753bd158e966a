import type * as z from 'zod';
import { implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { needFiles } from '../documents/file-ties.ts';
import { ruleOperations } from '../evaluation/operations.ts';
import * as store from './case.store.ts';
import {
  changedMeanwhile,
  lineOf,
  ownedBy,
  projectOf,
  projectsBy,
  type Reading,
  refused,
  stampOf,
  type Writing,
} from './context.service.ts';
import { askedOf, evaluateCase, evaluationOf, formOf, mergedFacts } from './facts.service.ts';
import { fitsOf } from './fit.service.ts';
import * as promises from './promise.store.ts';
import type { PromiseView } from './promise.ts';
import { viewsOf } from './promise-desk.service.ts';
import { type ReviewDetail, type ReviewLine, reviewStates } from './review.ts';
import { attachConditions, checkDecision, recordInChecklist } from './review-decision.service.ts';
import { reviewOperations } from './review-operations.ts';
import { countVotes, unattached, verdictOf, vetoesOf } from './verdict.ts';

type Input<Id extends keyof typeof reviewOperations> = z.output<(typeof reviewOperations)[Id]['input']>;
type Row = Awaited<ReturnType<typeof store.listReviews>>[number];

const isAttached =
  (id: string) =>
  ({ source }: { source: PromiseView['source'] }) =>
    source.kind === 'review' && source.reviewId === id;
const isOpen = ({ status }: PromiseView) => !['kept', 'remedied', 'waived'].includes(status);

async function load(context: Reading, id: string): Promise<Row> {
  const [row] = await store.listReviews(context.db, context.actor.scope, { id });
  if (row === undefined) throw new Problem('not-found', { kind: '落户评审 entry review', id });
  return row;
}

/** Reviews with their projects and the conditions that hang on them. */
async function linesOf(context: Reading, rows: readonly Row[]) {
  const projects = await projectsBy(
    context,
    rows.map(({ projectId }) => projectId),
  );
  const { rules } = await context.ask(ruleOperations['rules.list'], {});
  const labels = new Map(rules.map(({ id, edition, label }) => [`${id}@${edition}`, label]));
  const kept = await promises.listPromises(context.db, context.actor.scope, { measure: 'condition' });
  const conditions = await viewsOf(
    context,
    kept,
    await projectsBy(
      context,
      kept.map(({ projectId }) => projectId),
    ),
  );
  return rows.map((row) => {
    const { id, ruleId, edition, state, openedOn, decidedOn, number, revision } = row;
    const attached = conditions.filter(isAttached(id));
    const line: ReviewLine = {
      id,
      project: lineOf(row.projectId, row.unitPath, projects),
      ruleId,
      edition,
      editionLabel: labels.get(`${ruleId}@${edition}`) ?? { zh: ruleId, en: ruleId },
      state,
      openedOn,
      decidedOn,
      number,
      conditions: attached.length,
      openConditions: attached.filter(isOpen).length,
      revision,
    };
    return { line, attached };
  });
}

async function show(context: Reading, id: string): Promise<ReviewDetail> {
  const row = await load(context, id);
  const [found] = await linesOf(context, [row]);
  const { line, attached } = found as NonNullable<typeof found>;
  const evaluation = await evaluationOf(context, row, row.projectId, row.evaluationId);
  const project = (await projectsBy(context, [row.projectId])).get(row.projectId);
  const isUnderWay = row.state === 'open' || row.state === 'returned';
  return {
    ...line,
    facts: [...row.facts],
    evaluationId: row.evaluationId,
    evaluation,
    vetoes: vetoesOf(evaluation),
    meeting: row.meeting,
    allowed: isUnderWay ? [...verdictOf(evaluation, row.meeting).allowed] : [],
    suggestedConditions: evaluation?.conditions ?? [],
    conditionsAttached: attached,
    fit: project === undefined ? [] : await fitsOf(context, project),
    reason: row.reason,
    decidedBy: row.decidedBy,
    createdBy: row.createdBy,
    updatedAt: row.updatedAt,
    updatedBy: row.updatedBy,
  };
}

/** A review that is still under way, as the caller saw it. */
async function underWay(context: Writing, id: string, revision: number, action: string): Promise<Row> {
  const row = await load(context, id);
  if (row.revision !== revision) throw changedMeanwhile('落户评审', row);
  if (row.state !== 'open' && row.state !== 'returned')
    throw new Problem('stage-not-reachable', { from: reviewStates[row.state].zh, action, possible: '—' });
  return row;
}

async function save(context: Writing, before: Row, after: Row) {
  if (!(await store.saveReview(context.db, after, stampOf(context)))) throw changedMeanwhile('落户评审', before);
  const { revision: _, updatedAt: __, updatedBy: ___, ...plain } = before;
  context.audit('entry-review', before.id, plain, { ...plain, ...after });
}

async function open(context: Writing, { projectId, ruleId, edition, on, facts }: Input<'reviews.open'>) {
  const { newId, today, db } = context;
  if (on !== undefined && on > today) throw refused('提交日期不能晚于今天', 'it cannot be opened later than today');
  const project = await projectOf(context, projectId);
  await askedOf(context, project, { ruleId, edition }, 'admission');
  const row: store.ReviewRow = {
    ...ownedBy(project),
    id: newId(),
    ruleId,
    edition,
    state: 'open',
    openedOn: on ?? today,
    facts,
    evaluationId: null,
    meeting: null,
    decidedOn: null,
    number: null,
    reason: null,
    decidedBy: null,
    revision: 1,
  };
  if (!(await store.addReview(db, row, stampOf(context))))
    throw new Problem('already-there', { kind: '进行中的落户评审 review under way', id: project.name });
  context.audit('entry-review', row.id, null, row);
  return show(context, row.id);
}

async function evaluated(context: Writing, row: Row) {
  const project = await projectOf(context, row.projectId);
  const asked = await askedOf(context, project, row, 'admission');
  return evaluateCase(context, project, row, asked, row.facts, countVotes(row.meeting) ?? {});
}

async function meet(context: Writing, { id, revision, on, chair, members, evidence }: Input<'reviews.meet'>) {
  const row = await underWay(context, id, revision, '登记评审会');
  await needFiles(context, evidence);
  if (on < row.openedOn || on > context.today)
    throw new Problem('event-day', {
      on,
      since: row.openedOn,
      today: context.today,
      stage: reviewStates[row.state].zh,
    });
  if (new Set(members.map(({ name, unit }) => `${name} ${unit}`)).size < members.length)
    throw refused('评审会成员有重复', 'a member stands twice');
  const next = { ...row, meeting: { on, chair, members, evidence } };
  const { id: evaluationId } = await evaluated(context, next);
  await save(context, row, { ...next, evaluationId });
  return show(context, id);
}

type Deciding = Input<'reviews.decide'> & { readonly on: string };

/** By the facts and decisions of this day, so that nothing passes by an old evaluation; gives the fresh one. */
async function passByEdition(context: Writing, row: Row, { decision, conditions }: Deciding): Promise<string | null> {
  const fresh = row.meeting === null ? null : await evaluated(context, row);
  const verdict = verdictOf(fresh?.evaluation ?? null, row.meeting);
  if (!verdict.allowed.includes(decision)) {
    const [found] = await linesOf(context, [row]);
    const { zh: edition = '', en: editionEn = '' } = found?.line.editionLabel ?? {};
    const { zh, en } = reviewStates[decision];
    const said = { verdict: verdict.said.zh, verdictEn: verdict.said.en, decision: zh, decisionEn: en };
    throw new Problem('review-verdict', { edition, editionEn, ...said, why: verdict.why.zh, whyEn: verdict.why.en });
  }
  const lacking = decision === 'conditional' ? unattached(fresh?.evaluation.conditions ?? [], conditions) : [];
  if (lacking.length > 0)
    throw new Problem('review-conditions', {
      count: lacking.length,
      issues: lacking.map(({ zh }) => zh).join('；'),
      issuesEn: lacking.map(({ en }) => en).join('; '),
    });
  return fresh?.id ?? null;
}

async function decide(context: Writing, input: Input<'reviews.decide'>) {
  const { id, revision, decision, on = context.today, number, reason, conditions, evidence } = input;
  const row = await underWay(context, id, revision, reviewStates[decision].zh);
  const deciding = { ...input, on };
  await needFiles(context, evidence);
  const isPass = decision === 'passed' || decision === 'conditional';
  const evaluationId = isPass ? await passByEdition(context, row, deciding) : row.evaluationId;
  checkDecision(deciding, row, context.today);
  const decidedBy = context.actor.name;
  await save(context, row, { ...row, state: decision, evaluationId, decidedOn: on, number, reason, decidedBy });
  await attachConditions(context, row, number, conditions);
  await recordInChecklist(context, row, { decision, on, number, reason, evidence });
  return show(context, id);
}

export const reviewService: Service = implement(reviewOperations, {
  'reviews.list': async (context, { unitPath, projectId, state, limit }) => {
    const rows = await store.listReviews(context.db, context.actor.scope, { unitPath, projectId, state, limit });
    return { reviews: (await linesOf(context, rows)).map(({ line }) => line) };
  },
  'reviews.show': (context, { id }) => show(context, id),
  'reviews.form': async (context, { projectId, ...which }) =>
    formOf(await askedOf(context, await projectOf(context, projectId), which, 'admission')),
  'reviews.fit': async (context, { projectId }) => ({
    parks: await fitsOf(context, await projectOf(context, projectId)),
  }),
  'reviews.open': open,
  'reviews.facts': async (context, { id, revision, facts }) => {
    const row = await underWay(context, id, revision, '填写评审事实');
    await save(context, row, { ...row, state: 'open', facts: mergedFacts(row.facts, facts), evaluationId: null });
    return show(context, id);
  },
  'reviews.evaluate': async (context, { id, revision }) => {
    const row = await underWay(context, id, revision, '评价');
    const { id: evaluationId } = await evaluated(context, row);
    await save(context, row, { ...row, evaluationId });
    return show(context, id);
  },
  'reviews.meet': meet,
  'reviews.decide': decide,
});
