/** The order that a rule edition proposes: facts of the projects, its outcomes and working, and what it would give. */
import { Decimal } from 'decimal.js';
import { Problem } from '../../core/problem.ts';
import { amountOf, convert, units } from '../../core/quantity.ts';
import type { GivenFacts } from '../../core/rules/cases.ts';
import type { Shown } from '../../core/rules/fact.ts';
import type { Label } from '../../core/text.ts';
import { ruleOperations } from '../evaluation/operations.ts';
import { outcomeOperations } from '../evaluation/outcome-operations.ts';
import { isWithin } from '../people/unit.ts';
import type { PortfolioProject } from '../projects/portfolio-operations.ts';
import { promiseOperations } from '../promotion/promise-operations.ts';
import { reviewOperations } from '../promotion/review-operations.ts';
import { exact } from './amount.ts';
import { type Book, countedIn, type Pot } from './balance.ts';
import type { OrderAnswer, OrderLine } from './balance-operations.ts';
import { type Ledger, ledgerOf, lineOf, potIn, projectsBy, type Reading } from './desk.service.ts';
import { kindOf } from './kind.ts';
import { type Month, monthOf, monthOfDay, numberOf } from './month.ts';
import { type Merit, proposeFrom, type Wanted, wantedFrom } from './order.ts';
import { listQuotas } from './quota.store.ts';
import { quotaView } from './rows.service.ts';

export const priorityRule = { ruleId: 'element-priority', edition: '1' } as const;

/** So many projects show the working of the rule; the others show its outcome. */
const mostWorked = 40;

type Candidate = Merit & {
  readonly unitPath: string;
  readonly project: PortfolioProject;
  readonly wanted: Wanted;
  readonly outcome: Readonly<Record<string, Shown>>;
};

/** 承诺亩均税收 by project, in 万元/亩 as it was typed. */
async function taxesOf({ ask }: Reading): Promise<ReadonlyMap<string, string>> {
  const asked = { measure: 'tax-per-mu', all: 'true', limit: 2000 };
  const { promises } = await ask(promiseOperations['promises.due'], asked);
  const to = units.parse('万元/亩');
  const taxes = new Map<string, string>();
  for (const { project, typed, unit } of promises) {
    const amount = typed === null || unit === null ? null : amountOf(typed.replaceAll(',', ''), unit);
    const value = amount === null || to === null ? null : convert(amount, to);
    if (value !== null && !taxes.has(project.id)) taxes.set(project.id, value.value.toFixed());
  }
  return taxes;
}

/** Projects that the entry review has refused or let pass; others were never judged. */
async function verdictsOf({ ask }: Reading): Promise<ReadonlyMap<string, boolean>> {
  const { reviews } = await ask(reviewOperations['reviews.list'], { limit: 1000 });
  const verdicts = new Map<string, boolean>();
  // The newest comes first and holds.
  for (const { project, state } of reviews)
    if (!['open', 'returned'].includes(state) && !verdicts.has(project.id))
      verdicts.set(project.id, state === 'rejected');
  return verdicts;
}

/** What each project asks of land, in 亩. */
async function landOf(context: Reading, ledger: Ledger): Promise<(projectId: string, month: number) => string | null> {
  const { book } = ledger.kind.id === 'land' ? ledger : await ledgerOf(context, 'land');
  return (projectId, month) => {
    const own = book.demands.filter((each) => each.projectId === projectId);
    if (own.length === 0) return null;
    return own
      .reduce((sum, { span, amount }) => sum.plus(countedIn(book.rules, span, amount, month)), exact(0))
      .toFixed();
  };
}

async function factsOf(context: Reading, ledger: Ledger, projects: readonly PortfolioProject[], last: number) {
  const [taxes, verdicts, land] = [await taxesOf(context), await verdictsOf(context), await landOf(context, ledger)];
  const year = Number(context.today.slice(0, 4));
  return projects.map(({ id, lists, investment }): GivenFacts => {
    const area = land(id, last);
    return {
      listed: lists.some((each) => each.year === year),
      investment: investment === null ? null : new Decimal(investment).div(10_000).toFixed(),
      land: area === '0' ? null : area,
      'tax-per-mu': taxes.get(id) ?? null,
      refused: verdicts.get(id) ?? null,
    };
  });
}

const numberIn = (shown: Shown | undefined): Decimal | null =>
  shown !== undefined && 'number' in shown ? exact(shown.number) : null;
const truthIn = (shown: Shown | undefined): boolean | null =>
  shown !== undefined && 'truth' in shown ? shown.truth : null;

/** The outcomes of the rule, or the words of its refusal while the office has not settled what counts first. */
async function outcomesOf({ ask }: Reading, unitPath: string, subjects: GivenFacts[]) {
  try {
    const asked = { ...priorityRule, unitPath, subjects };
    return { ...(await ask(outcomeOperations['rules.outcomes'], asked)), refused: null };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'rule-undecided') throw error;
    return { outcomes: [], refused: error.label };
  }
}

async function workingOf({ ask }: Reading, unitPath: string, facts: GivenFacts): Promise<Label[]> {
  const given = Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null));
  const asked = { ...priorityRule, unitPath, facts: JSON.stringify(given) };
  const { evaluation } = await ask(ruleOperations['rules.try'], asked);
  return evaluation.steps.map(({ label, formula }) => ({
    zh: `${label.zh}：${formula.zh}`,
    en: `${label.en}: ${formula.en}`,
  }));
}

interface Asked {
  readonly ledger: Ledger;
  readonly pot: Pot;
  readonly from: number;
}

const span = ({ span: { from, to }, amount }: Wanted): OrderLine['wanted'] => ({
  from: monthOf(from),
  to: monthOf(to),
  quantity: amount.toFixed(),
});

/** Everybody whom a pot could serve and who still lacks, in the order of the rule. */
export async function orderOf(context: Reading, { ledger: { book, ...rest }, pot, from }: Asked) {
  const served: Book = { ...book, demands: book.demands.filter(({ unitPath }) => isWithin([pot.unitPath], unitPath)) };
  const given = Map.groupBy(book.grants, ({ projectId }) => projectId);
  const wanted = new Map<string, Wanted>();
  for (const [projectId, demands] of Map.groupBy(served.demands, (each) => each.projectId)) {
    const own = { ...served, demands, grants: given.get(projectId) ?? [] };
    const wants = wantedFrom(own, projectId, pot, from);
    if (wants !== null) wanted.set(projectId, wants);
  }
  const projects = [...(await projectsBy(context, [...wanted.keys()])).values()];
  const last = Math.min(pot.life.to, from + 11);
  const facts = await factsOf(context, { book, ...rest }, projects, last);
  const { outcomes, refused } = await outcomesOf(context, pot.unitPath, facts);
  const candidates = projects.map((project, i): Candidate => {
    const outcome = outcomes[i] ?? {};
    return {
      projectId: project.id,
      name: project.name,
      unitPath: project.unitPath,
      project,
      wanted: wanted.get(project.id) as Wanted,
      outcome,
      isVetoed: truthIn(outcome.vetoed),
      first: numberIn(outcome['first-key']),
      second: numberIn(outcome['second-key']),
    };
  });
  const lines: OrderLine[] = [];
  for (const { candidate, place, offer } of proposeFrom(served, pot, candidates)) {
    const own = facts[projects.indexOf(candidate.project)] ?? {};
    const isWorked = refused === null && lines.length < mostWorked;
    lines.push({
      project: lineOf(candidate.projectId, candidate.unitPath, new Map([[candidate.projectId, candidate.project]])),
      place: refused === null ? place : null,
      isVetoed: candidate.isVetoed,
      outcome: candidate.outcome,
      said: isWorked ? await workingOf(context, pot.unitPath, own) : [],
      wanted: span(candidate.wanted),
      offer: refused === null && offer !== null ? span(offer) : null,
    });
  }
  return { refused, lines };
}

const ruleLabel = { zh: '要素配置排序', en: 'Who is served first with elements' };

export async function order(context: Reading, { quotaId, month }: { quotaId: string; month?: Month | undefined }) {
  const [row] = await listQuotas(context.db, context.actor.scope, { id: quotaId });
  if (row === undefined) throw new Problem('not-found', { kind: '指标 quota', id: quotaId });
  const ledger = await ledgerOf(context, row.element);
  const now = monthOfDay(context.today);
  const pot = potIn(kindOf(row.element), row);
  const answer: OrderAnswer = {
    quota: quotaView(row, ledger.book, now),
    rule: { ...priorityRule, label: ruleLabel },
    ...(await orderOf(context, { ledger, pot, from: numberOf(month ?? now) })),
  };
  return answer;
}
