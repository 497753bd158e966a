import type { Reader } from '../../core/database.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { type Answers, isAnswer } from '../../core/rules/asks.ts';
import { backtest } from '../../core/rules/backtest.ts';
import { factsOf } from '../../core/rules/cases.ts';
import { compareEditions } from '../../core/rules/compare.ts';
import { keyOfEdition } from '../../core/rules/edition.ts';
import { evaluate, evaluateAll, prepare } from '../../core/rules/evaluate.ts';
import { isWithin } from '../people/unit.ts';
import { unitOperations } from '../people/unit-operations.ts';
import { answersFor, unitsDeciding } from './choices.ts';
import type { ShippedEdition } from './edition-list.ts';
import { ruleOperations } from './operations.ts';
import { outcomeOperations } from './outcome-operations.ts';
import { detailOf, sayBacktest, summaryOf } from './rule-description.ts';
import * as store from './store.ts';

type Reading = Context<Reader>;
interface Which {
  readonly ruleId: string;
  readonly edition: string;
}

/** The unit that is spoken of, which the actor must see, and the tenant that owns its rows. */
async function unitOf({ ask, actor, today }: Reading, path: string = actor.unitPath) {
  if (!isWithin(actor.scope, path)) throw new Problem('not-found', { kind: '单位 unit', id: path });
  if (path === actor.unitPath) return { path, tenantId: actor.tenantId };
  const { units } = await ask(unitOperations['units.list'], { on: today });
  const unit = units.find(({ unitPath }) => unitPath === path);
  if (unit === undefined) throw new Problem('not-found', { kind: '单位 unit', id: path });
  return { path, tenantId: unit.tenantId };
}

export function ruleService(shipped: readonly ShippedEdition[]): Service {
  const byKey = new Map(shipped.map((each) => [keyOfEdition(each.edition), each]));
  const editionOf = ({ ruleId, edition }: Which): ShippedEdition => {
    const key = keyOfEdition({ id: ruleId, edition });
    const found = byKey.get(key);
    if (found === undefined) throw new Problem('not-found', { kind: '规则 rule', id: key });
    return found;
  };
  const answersOf = async ({ db }: Reading, unitPath: string, key: string): Promise<Answers> =>
    answersFor((await store.listChoices(db, unitsDeciding(unitPath), key)).get(key) ?? [], unitPath);
  /** The edition with the decisions that hold for the unit, and with those of a trial in their place. */
  const readyFor = async (context: Reading, which: Which, unitPath: string, trial: Answers = {}) => {
    const { edition, digest } = editionOf(which);
    const decided = await answersOf(context, unitPath, keyOfEdition(edition));
    return prepare(edition, { ...decided, ...trial }, digest);
  };

  return implement(
    { ...ruleOperations, ...outcomeOperations },
    {
      'rules.list': async (context, { unitPath }) => {
        const { path } = await unitOf(context, unitPath);
        const choices = await store.listChoices(context.db, unitsDeciding(path));
        const rules = shipped.map((each) =>
          summaryOf(each, answersFor(choices.get(keyOfEdition(each.edition)) ?? [], path), context.today),
        );
        return { rules };
      },

      'rules.show': async (context, { unitPath, ...which }) => {
        const found = editionOf(which);
        const { path } = await unitOf(context, unitPath);
        const key = keyOfEdition(found.edition);
        const choices = (await store.listChoices(context.db, unitsDeciding(path), key)).get(key) ?? [];
        return detailOf(found, choices, answersFor(choices, path), path, context.today);
      },

      'rules.try': async (context, { unitPath, facts, answers, ...which }) => {
        const { path } = await unitOf(context, unitPath);
        const ready = await readyFor(context, which, path, answers);
        const subject = { id: '', facts: factsOf(ready.edition, facts, { today: context.today }) };
        return { evaluation: evaluate(ready, subject), isTrial: Object.keys(answers).length > 0 };
      },

      'rules.outcomes': async (context, { unitPath, subjects, ...which }) => {
        const { path } = await unitOf(context, unitPath);
        const ready = await readyFor(context, which, path);
        // Among thousands of subjects many say the same; where each is measured against all, they may not be put together.
        const isAlone = ready.rules.every(({ kind, params }) => (kind.columns?.(params) ?? []).length === 0);
        const keys = subjects.map((facts, i) => (isAlone ? JSON.stringify(facts) : String(i)));
        const different = new Map(keys.map((key, i) => [key, subjects[i] ?? {}]));
        const places = new Map([...different.keys()].map((key, place) => [key, place]));
        const read = [...different.values()].map((facts) => ({
          id: '',
          facts: factsOf(ready.edition, facts, { today: context.today }),
        }));
        const outcomes = evaluateAll(ready, read).map(({ outcome }) =>
          Object.fromEntries(outcome.map(({ id, value }) => [id, value])),
        );
        return { outcomes: keys.map((key) => outcomes[places.get(key) ?? 0] ?? {}) };
      },

      'rules.compare': async (context, { unitPath, first, second, subjects }) => {
        const { path } = await unitOf(context, unitPath);
        const [a, b] = [await readyFor(context, first, path), await readyFor(context, second, path)];
        // Facts that only one of the two knows are left out for the other.
        const known = (edition: typeof a.edition, facts: (typeof subjects)[number]['facts']) =>
          Object.fromEntries(Object.entries(facts).filter(([id]) => edition.inputs.some((input) => input.id === id)));
        const read = subjects.map(({ id, facts }) => ({
          id,
          facts: new Map([
            ...factsOf(a.edition, known(a.edition, facts), { today: context.today }),
            ...factsOf(b.edition, known(b.edition, facts), { today: context.today }),
          ]),
        }));
        const differences = compareEditions(a, b, read);
        context.audit('rule-comparison', `${first.edition} ${second.edition}`, null, { subjects: subjects.length });
        const differing = new Set(differences.map(({ subject }) => subject)).size;
        return { subjects: subjects.length, differing, differences };
      },

      'rules.backtest': async (context, { unitPath, histories, ...which }) => {
        const { path } = await unitOf(context, unitPath);
        const ready = await readyFor(context, which, path);
        if (ready.edition.theme !== 'lamp')
          throw new Problem('rule-no-lamp', { name: ready.edition.label.zh, nameEn: ready.edition.label.en });
        const result = backtest(
          ready,
          histories.map(({ months, ...rest }) => ({
            ...rest,
            months: months.map(({ period, facts }) => ({ period, facts: factsOf(ready.edition, facts) })),
          })),
        );
        context.audit('rule-backtest', keyOfEdition(ready.edition), null, { subjects: histories.length });
        return {
          ...result,
          subjects: result.subjects.map(({ levels, ...told }) => ({ ...told, levels: [...levels] })),
          summary: sayBacktest(result),
        };
      },

      'rules.decide': async (context, { unitPath, question, answer, reason, ...which }) => {
        const { edition } = editionOf(which);
        const key = keyOfEdition(edition);
        const { path, tenantId } = await unitOf(context, unitPath);
        const ask = edition.asks.find(({ id }) => id === question);
        if (ask === undefined) throw new Problem('not-found', { kind: '问题 question', id: question });
        if (!isAnswer(ask, answer))
          throw new Problem('rule-answer', { question: ask.question.zh, questionEn: ask.question.en, answer });
        const earlier = (await store.listChoices(context.db, [path], key)).get(key) ?? [];
        const [before] = earlier.filter((each) => each.question === question);
        const { id: by, name: byName } = context.actor;
        const choice = {
          question,
          answer,
          reason,
          unitPath: path,
          number: (before?.number ?? 0) + 1,
          at: context.now,
          by,
          byName,
        };
        await store.addChoice(context.db, tenantId, key, choice);
        context.audit('rule-choice', `${key} ${question}`, before ?? null, choice);
        return choice;
      },

      'rules.evaluate': async (context, { unitPath, subjectId, period, facts, origins, ...which }) => {
        const { path, tenantId } = await unitOf(context, unitPath);
        const ready = await readyFor(context, which, path);
        const known = factsOf(ready.edition, facts, { today: context.today, origins });
        const evaluation = evaluate(ready, { id: subjectId, facts: known });
        const stored = {
          id: context.newId(),
          unitPath: path,
          edition: keyOfEdition(ready.edition),
          digest: ready.digest,
          subjectKind: ready.edition.subject,
          subjectId,
          period: period ?? null,
          at: context.now,
          by: context.actor.id,
          evaluation,
        };
        await store.addEvaluation(context.db, { ...stored, tenantId, facts, answers: ready.answers });
        context.audit('rule-evaluation', stored.id, null, {
          edition: stored.edition,
          subjectId,
          outcome: evaluation.outcome,
        });
        return { id: stored.id, evaluation, marks: evaluation.marks };
      },

      'rules.evaluations': async ({ db, actor }, { ruleId, edition, subjectId, limit }) => {
        const key = ruleId === undefined || edition === undefined ? undefined : keyOfEdition({ id: ruleId, edition });
        return { evaluations: await store.listEvaluations(db, { scope: actor.scope, edition: key, subjectId, limit }) };
      },
    },
  );
}
