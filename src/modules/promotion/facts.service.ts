/** What editions ask of a project, and what registers, promises, events and figures say of it already. */
import { Decimal } from 'decimal.js';
import { Problem } from '../../core/problem.ts';
import { convert, units } from '../../core/quantity.ts';
import type { Input } from '../../core/rules/edition.ts';
import type { Evaluation } from '../../core/rules/working.ts';
import type { Label } from '../../core/text.ts';
import { ruleOperations } from '../evaluation/operations.ts';
import type { PortfolioProject } from '../projects/portfolio-operations.ts';
import { grownOf } from './actuals.service.ts';
import type { Reading, Writing } from './context.service.ts';
import declared from './known-facts.json' with { type: 'json' };
import * as store from './promise.store.ts';
import type { PromiseView } from './promise.ts';
import { viewsOf } from './promise-desk.service.ts';
import type { EditionForm, FactValue, FormInput, GivenFact } from './shapes.ts';

export interface Which {
  readonly ruleId: string;
  readonly edition: string;
}

interface Known {
  readonly value: FactValue;
  readonly from: Label;
  /** Found by the system itself: nobody types something else over it. */
  readonly isFirm: boolean;
}

type Source = { from: string; measure?: string; event?: string; stages?: readonly string[] };
const sources: Readonly<Record<string, Source>> = declared.facts;
const ofMeeting = new Set(Object.keys(declared.meeting));

/** A figure in base units as the input asks for it, exact. */
function inUnit(value: string, dimension: string, unit: string): string | null {
  const to = units.parse(unit);
  if (to === null || to.dimension !== dimension) return null;
  const base = { name: '', dimension, above: new Decimal(1), below: new Decimal(1) };
  return convert({ value: new Decimal(value), unit: base }, to)?.value.toFixed() ?? null;
}

const register = (zh: string, en: string): Label => ({ zh: `项目名录：${zh}`, en: `register of projects: ${en}` });

function ofRegister(project: PortfolioProject, { from, unit }: Input): Known | null {
  if (typeof from === 'string' || !('register' in from) || from.register !== 'projects') return null;
  const money = { investment: project.investment, annualPlan: project.planned }[from.field];
  if (money) return { value: inUnit(money, 'CNY', unit), from: register(from.field, from.field), isFirm: false };
  const text = { industry: project.industry, startOn: project.startOn, finishOn: project.finishOn }[from.field];
  return text ? { value: text, from: register(from.field, from.field), isFirm: false } : null;
}

const dayWords = { 'started-on': 'startedOn', 'completed-on': 'completedOn', 'producing-on': 'producingOn' } as const;

function ofEvent(project: PortfolioProject, { event, stages = [] }: Source): Known | null {
  const day = project[dayWords[event as keyof typeof dayWords]];
  if (day !== null)
    return { value: true, from: { zh: `项目推进：${day}`, en: `steps of the project: ${day}` }, isFirm: true };
  if (project.stage !== null && stages.includes(project.stage))
    return { value: true, from: { zh: '项目阶段', en: 'stage of the project' }, isFirm: true };
  return project.isFollowed
    ? { value: false, from: { zh: '项目推进：尚未办理', en: 'steps of the project: not yet' }, isFirm: true }
    : null;
}

/** 在约定期限内: kept is yes, broken or late is no, and a promise that is neither says nothing. */
function ofPromise(promises: readonly PromiseView[], { measure }: Source): Known | null {
  const meant = promises.filter((promise) => promise.measure === measure && promise.status !== 'waived');
  const [first] = meant;
  if (first === undefined) return null;
  const says = (...statuses: readonly PromiseView['status'][]) => meant.some(({ status }) => statuses.includes(status));
  const from = { zh: `承诺台账：${first.said.zh}`, en: `promises: ${first.said.en}` };
  if (says('breached', 'remedied')) return { value: false, from, isFirm: true };
  return meant.every(({ status }) => status === 'kept') ? { value: true, from, isFirm: true } : null;
}

async function investedSoFar(context: Reading, project: PortfolioProject, unit: string): Promise<Known | null> {
  const { points = [], holes = [] } = (await grownOf(context, [project], context.today)).get(project.id) ?? {};
  if (points.length === 0 || holes.length > 0) return null;
  const sum = points.reduce((total, { value }) => total.plus(value), new Decimal(project.opening ?? 0));
  return {
    value: inUnit(sum.toFixed(), 'CNY', unit),
    from: { zh: '已审定的累计完成投资', en: 'approved figures of completed investment' },
    isFirm: false,
  };
}

async function knownOf(
  context: Reading,
  project: PortfolioProject,
  promises: readonly PromiseView[],
  input: Input,
): Promise<Known | null> {
  const source = sources[input.id];
  if (source?.from === 'event') return ofEvent(project, source);
  if (source?.from === 'promise') return ofPromise(promises, source);
  if (source?.from === 'invested') return investedSoFar(context, project, input.unit);
  if (source?.from === 'officer')
    return { value: project.hasOfficer, from: { zh: '责任人', en: 'posts of the project' }, isFirm: true };
  if (source?.from === 'enrolment')
    return {
      value: project.enrolment === 'entered',
      from: { zh: '入库纳统', en: 'entry in the statistics' },
      isFirm: true,
    };
  const ofBooks = ofRegister(project, input);
  if (ofBooks !== null) return ofBooks;
  const promise = promises.find(({ measure, value }) => measure === input.id && value !== null);
  if (promise?.value == null || promise.dimension === null) return null;
  const value = inUnit(promise.value, promise.dimension.replace(/\/year$/, ''), input.unit);
  return value === null
    ? null
    : { value, from: { zh: `承诺台账：${promise.said.zh}`, en: `promises: ${promise.said.en}` }, isFirm: false };
}

export interface Asked {
  readonly detail: Awaited<ReturnType<typeof editionOf>>;
  readonly known: ReadonlyMap<string, Known>;
}

const editionOf = (context: Reading, which: Which, unitPath: string) =>
  context.ask(ruleOperations['rules.show'], { ...which, unitPath });

/** The edition with everything that is known for it; refused where it is no edition of the kind. */
export async function askedOf(
  context: Reading,
  project: PortfolioProject,
  which: Which,
  theme: 'admission' | 'incentive',
): Promise<Asked> {
  const detail = await editionOf(context, which, project.unitPath);
  if (detail.theme !== theme || detail.subject !== 'project')
    throw new Problem('not-found', {
      kind: theme === 'admission' ? '准入规则 admission rule' : '奖励规则 incentive rule',
      id: `${which.ruleId}@${which.edition}`,
    });
  const rows = await store.listPromises(context.db, context.actor.scope, { projectId: project.id });
  const promises = await viewsOf(context, rows, new Map([[project.id, project]]));
  const known = new Map<string, Known>();
  for (const input of detail.inputs) {
    const found = await knownOf(context, project, promises, input);
    if (found !== null && found.value !== null) known.set(input.id, found);
  }
  return { detail, known };
}

export function formOf({ detail, known }: Asked): EditionForm {
  const { id, edition, label, source, inputs, asks, answers } = detail;
  return {
    ruleId: id,
    edition,
    label,
    source: `${source.document} ${source.clause}`,
    open: asks
      .filter((ask) => answers[ask.id] === undefined)
      .map(({ id: question, question: words, why, options = [], amount }) => ({
        id: question,
        question: words,
        why,
        options: options.map((option) => ({ id: option.id, label: option.label })),
        amount: amount === undefined ? null : { ...amount, most: amount.most ?? null },
      })),
    inputs: inputs
      .filter(({ from }) => from !== 'today')
      .map(({ id: input, label: name, kind, unit, hint, words }): FormInput => {
        const found = known.get(input);
        return {
          id: input,
          label: name,
          kind,
          unit,
          hint: hint ?? null,
          words: words ?? null,
          known: found === undefined ? null : { value: found.value, from: found.from },
          isOfMeeting: ofMeeting.has(input),
        };
      }),
  };
}

/** Facts that were given, over those that stood; names that the edition does not ask for are refused when it runs. */
export const mergedFacts = (before: readonly GivenFact[], given: readonly GivenFact[]): GivenFact[] => [
  ...new Map([...before, ...given].map((fact) => [fact.id, fact])).values(),
];

/** Evaluates with what is known, what was given over it, and what the meeting counted; the working says which is which. */
export async function evaluateCase(
  context: Writing,
  project: PortfolioProject,
  which: Which,
  { known, detail }: Asked,
  given: readonly GivenFact[],
  counted: Readonly<Record<string, number>> = {},
): Promise<{ id: string; evaluation: Evaluation }> {
  const asksFor = new Set(detail.inputs.map(({ id }) => id));
  const facts: Record<string, FactValue> = {};
  const origins: Record<string, Label> = {};
  const put = (id: string, value: FactValue, from: Label) => {
    facts[id] = value;
    origins[id] = from;
  };
  for (const [id, { value, from }] of known) put(id, value, from);
  for (const { id, value, source } of given) {
    if (known.get(id)?.isFirm) continue;
    if (value === null) continue;
    put(id, value, source === null ? { zh: '填写', en: 'typed' } : { zh: source, en: source });
  }
  for (const [id, value] of Object.entries(counted))
    if (asksFor.has(id)) put(id, value, { zh: '评审会', en: 'the meeting' });
  const { id, evaluation } = await context.tell(ruleOperations['rules.evaluate'], {
    ...which,
    unitPath: project.unitPath,
    subjectId: project.id,
    facts,
    origins,
  });
  return { id, evaluation };
}

/** A kept evaluation, with its working. */
export async function evaluationOf(
  { ask }: Reading,
  which: Which,
  subjectId: string,
  id: string | null,
): Promise<Evaluation | null> {
  if (id === null) return null;
  const { evaluations } = await ask(ruleOperations['rules.evaluations'], { ...which, subjectId, limit: 500 });
  return evaluations.find((each) => each.id === id)?.evaluation ?? null;
}

/** Preconditions of an edition that promises and events answer; typed only where those say nothing. */
export function preconditionsOf({ detail, known }: Asked, given: readonly GivenFact[]) {
  return detail.inputs
    .filter(({ id, kind }) => kind === 'truth' && sources[id] !== undefined)
    .map(({ id, label }) => {
      const found = known.get(id);
      const typed = given.find((fact) => fact.id === id);
      const value = found?.value ?? typed?.value ?? null;
      const from = found?.from ?? { zh: typed?.source ?? '填写', en: typed?.source ?? 'typed' };
      const nothing = { zh: '没有记录，须登记承诺或阶段', en: 'no record; enter the promise or the step' };
      return { id, label, holds: typeof value === 'boolean' ? value : null, from: value === null ? nothing : from };
    });
}
