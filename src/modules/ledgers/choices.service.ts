import { dueOf } from '../../core/ledger/entry.ts';
import type { Choice, Ledger } from '../../core/ledger/ledger.ts';
import { adoptionOf } from '../../core/ledger/measure.ts';
import { Problem } from '../../core/problem.ts';
import { unitTies } from '../parks/unit-ties.ts';
import { isWithin } from '../people/unit.ts';
import { answersIn, type Desks, type Reading, type Writing } from './desk.service.ts';
import * as store from './store.ts';

const lastYear = 2100;

/** What an office decides of a ledger: limits that the documents leave open, and which of their demands it follows. */
function decidable({ choices, measures }: Ledger): readonly (Choice & { readonly kind: 'limit' | 'adoption' })[] {
  return [
    ...choices.map((choice) => ({ ...choice, kind: 'limit' as const })),
    ...measures.flatMap(({ id, label, set }) => {
      if (set === undefined) return [];
      const said = (zh: string, en: string) => ({ zh: `“${label.zh}”${zh}`, en: `“${label.en}” ${en}` });
      const range = { unit: '年', least: set.years[0], most: lastYear };
      return [{ id: adoptionOf(id), label: said('执行到', 'followed until'), ...range, kind: 'adoption' as const }];
    }),
  ];
}

/** Every choice of the ledgers, with the decision that holds for the unit. */
export async function listChoices({ db, actor }: Reading, desks: Desks, only?: string, unitPath = actor.unitPath) {
  if (!isWithin(actor.scope, unitPath)) throw new Problem('not-found', { kind: '单位 unit', id: unitPath });
  const rows = await store.listAnswers(db, unitPath);
  const wanted = only === undefined ? desks.all : [desks.at(only)];
  const choices = wanted.flatMap(({ ledger }) =>
    decidable(ledger).map(({ id, label, unit, least, most, kind }) => {
      const row = rows.find((each) => each.ledger === ledger.id && each.choice === id);
      const answer =
        row === undefined
          ? null
          : { value: row.value, unitPath: row.unitPath, reason: row.reason, by: row.by, at: row.at };
      return { ledger: ledger.id, choice: id, kind, label, unit, least, most, answer };
    }),
  );
  return { choices };
}

interface Decision {
  readonly ledger: string;
  readonly choice: string;
  readonly value: number;
  readonly unitPath?: string | undefined;
  readonly reason: string;
}

const mostEntries = 100_000;

/** Decides, and sets the days of the open entries that follow the decision. */
export async function decide(context: Writing, desks: Desks, decision: Decision) {
  const { db, actor, now, today } = context;
  const { unitPath = actor.unitPath, choice: id, value, reason } = decision;
  const { ledger } = desks.at(decision.ledger);
  const choice = decidable(ledger).find((each) => each.id === id);
  if (choice === undefined) throw new Problem('not-found', { kind: '待定事项 choice', id });
  if (!isWithin(actor.scope, unitPath)) throw new Problem('not-found', { kind: '单位 unit', id: unitPath });
  if (value < choice.least || value > choice.most)
    throw new Problem('invalid-input', {
      count: 1,
      issues: `${choice.label.zh}: 须在 ${choice.least} 与 ${choice.most} 之间 (between ${choice.least} and ${choice.most})`,
    });
  const before = (await store.listAnswers(db, unitPath)).find(
    (row) => row.ledger === ledger.id && row.choice === id && row.unitPath === unitPath,
  );
  const tenantId = await unitTies.tenantOf(context, unitPath);
  const answer = { unitPath, ledger: ledger.id, choice: id, value, reason, at: now, by: actor.name };
  await store.saveAnswer(db, tenantId, answer);
  context.audit('ledger-choice', `${ledger.id} ${id} ${unitPath}`, before ?? null, answer);
  const open = await store.listEntries(
    db,
    actor.scope,
    { ledger: ledger.id, unitPath, only: 'open', today },
    { limit: mostEntries, order: 'newest' },
  );
  const answersAt = new Map<string, ReturnType<typeof answersIn>>();
  for (const path of new Set(open.map((row) => row.unitPath)))
    answersAt.set(path, answersIn(await store.listAnswers(db, path), ledger.id));
  const moved = open
    .map((row) => {
      const answers = answersAt.get(row.unitPath) ?? {};
      return { ...row, answers, dueOn: dueOf(ledger, row, answers) };
    })
    .filter((row, i) => row.dueOn !== open[i]?.dueOn)
    .map((row) => ({ ...row, revision: row.revision + 1, updatedAt: now, updatedBy: actor.name }));
  await store.saveEntries(db, moved);
  await store.addEvents(
    db,
    moved.map((entry) => ({
      entry,
      action: 'decided',
      from: entry.stage,
      to: entry.stage,
      on: today,
      reason: `${choice.label.zh}：${value}${choice.unit}`,
      changes: [],
      evidence: [],
      at: now,
      by: actor.name,
      byUnit: actor.unitPath,
    })),
  );
  return listChoices(context, desks, ledger.id, unitPath);
}
