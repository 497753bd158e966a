import type * as z from 'zod';
import type { Reader } from '../../core/database.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { type Answers, isAnswer, sayAnswer } from '../../core/rules/asks.ts';
import { factsOf } from '../../core/rules/cases.ts';
import { keyOfEdition, type RuleEdition } from '../../core/rules/edition.ts';
import { evaluateAll, prepare, type Ready } from '../../core/rules/evaluate.ts';
import type { Evaluation } from '../../core/rules/working.ts';
import { isWithin } from '../people/unit.ts';
import { inForce, unitsDeciding } from './choices.ts';
import type { ShippedEdition } from './edition-list.ts';
import { type Decided, type DecisionSet, type Judged, judgementOperations } from './judgement-operations.ts';
import type { Choice } from './rule-views.ts';
import * as store from './store.ts';

type Asked = z.output<(typeof judgementOperations)['rules.judgements']['input']>;
type Subject = Asked['subjects'][number];

/** What holds for a unit, with who decided it; of a trial nobody. */
function decisionsFor({ asks }: RuleEdition, choices: readonly Choice[], unitPath: string, trial: Answers) {
  const near = inForce(choices, unitPath);
  const answers: Record<string, string> = {};
  const decided = asks.flatMap((ask): Decided[] => {
    const tried = trial[ask.id];
    const choice = near.find(({ question }) => question === ask.id);
    const answer = tried ?? choice?.answer;
    if (answer === undefined || !isAnswer(ask, answer)) return [];
    answers[ask.id] = answer;
    const said = { question: ask.question, answer: sayAnswer(ask, answer) };
    return tried !== undefined || choice === undefined
      ? [{ ...said, unitPath: null, byName: null, at: null }]
      : [{ ...said, unitPath: choice.unitPath, byName: choice.byName, at: choice.at }];
  });
  return { answers, decided };
}

function readyOrRefused(edition: RuleEdition, answers: Answers, digest: string): Ready | Problem {
  try {
    return prepare(edition, answers, digest);
  } catch (error) {
    if (error instanceof Problem && error.code === 'rule-undecided') return error;
    throw error;
  }
}

/** Evaluations in the order of the subjects; equal facts are worked out once where no rule looks at its neighbours. */
function evaluated(ready: Ready, subjects: readonly Subject[], today: string): readonly Evaluation[] {
  const isAlone = ready.rules.every(({ kind, params }) => (kind.columns?.(params) ?? []).length === 0);
  const keyOf = ({ facts, origins }: Subject, i: number) => (isAlone ? JSON.stringify([facts, origins]) : String(i));
  const places = new Map<string, number>();
  const read: { id: string; facts: ReturnType<typeof factsOf> }[] = [];
  const own = subjects.map((subject, i) => {
    const key = keyOf(subject, i);
    const place = places.get(key) ?? read.length;
    if (place === read.length) {
      places.set(key, place);
      const { facts, origins } = subject;
      read.push({ id: '', facts: factsOf(ready.edition, facts, { today, origins }) });
    }
    return place;
  });
  const answers = evaluateAll(ready, read);
  return own.map((place) => answers[place] as Evaluation);
}

interface Group {
  readonly set: number;
  readonly ready: Ready | null;
  readonly places: number[];
}

async function judge({ db, actor, today }: Context<Reader>, { edition, digest }: ShippedEdition, asked: Asked) {
  const { subjects, trial, withWorking } = asked;
  const units = [...new Set(subjects.map(({ unitPath }) => unitPath))];
  for (const path of units)
    if (!isWithin(actor.scope, path)) throw new Problem('not-found', { kind: '单位 unit', id: path });
  const meant = units.length > 0 ? units : [actor.unitPath];
  const key = keyOfEdition(edition);
  const choices =
    edition.asks.length === 0
      ? []
      : ((await store.listChoices(db, [...new Set(meant.flatMap(unitsDeciding))], key)).get(key) ?? []);
  const sets: DecisionSet[] = [];
  const groups = new Map<string, Group>();
  const groupOf = new Map<string, Group>();
  for (const unit of meant) {
    const { answers, decided } = decisionsFor(edition, choices, unit, trial);
    const same = JSON.stringify(decided);
    let group = groups.get(same);
    if (group === undefined) {
      const ready = readyOrRefused(edition, answers, digest);
      const refused = ready instanceof Problem ? ready.label : null;
      group = { set: sets.push({ decided, refused }) - 1, ready: ready instanceof Problem ? null : ready, places: [] };
      groups.set(same, group);
    }
    groupOf.set(unit, group);
  }
  for (const [i, { unitPath }] of subjects.entries()) groupOf.get(unitPath)?.places.push(i);
  const judged: Judged[] = subjects.map(() => ({ set: 0, values: {}, evaluation: null }));
  for (const { set, ready, places } of groups.values()) {
    const own = places.map((place) => subjects[place] as Subject);
    const answers = ready === null ? [] : evaluated(ready, own, today);
    for (const [i, place] of places.entries()) {
      const evaluation = answers[i];
      const values = Object.fromEntries((evaluation?.outcome ?? []).map(({ id, value }) => [id, value]));
      judged[place] = { set, values, evaluation: withWorking ? (evaluation ?? null) : null };
    }
  }
  return { theme: edition.theme, sets, subjects: judged };
}

/** Judges many subjects by the decisions of the units that own them, not of whoever asks. */
export function judgementService(shipped: readonly ShippedEdition[]): Service {
  const byKey = new Map(shipped.map((each) => [keyOfEdition(each.edition), each]));
  return implement(judgementOperations, {
    'rules.judgements': async (context, asked) => {
      const key = keyOfEdition({ id: asked.ruleId, edition: asked.edition });
      const found = byKey.get(key);
      if (found === undefined) throw new Problem('not-found', { kind: '规则 rule', id: key });
      return judge(context, found, asked);
    },
  });
}
