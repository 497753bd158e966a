import type { Reader, Writer } from '../../core/database.ts';
import { differencesOf } from '../../core/difference.ts';
import type { Context } from '../../core/implement.ts';
import { type Answers, dueOf, lampOf } from '../../core/ledger/entry.ts';
import { frameFields, type Ledger } from '../../core/ledger/ledger.ts';
import { Problem } from '../../core/problem.ts';
import { type Kit, kitOf, type RegisterTies, type RegisterTools } from '../../core/register/kit.ts';
import type { RegisterData } from '../../core/register/register.ts';
import { enterpriseOperations } from '../enterprises/operations.ts';
import { parkOperations } from '../parks/operations.ts';
import { unitTies } from '../parks/unit-ties.ts';
import { unitOperations } from '../people/unit-operations.ts';
import { projectOperations } from '../projects/operations.ts';
import type { LedgerEntry } from './operations.ts';
import * as store from './store.ts';

export type Reading = Context<Reader>;
export type Writing = Context<Writer>;

/** Units as records that fields refer to, by their path; a matter may call a unit that stands beside the own ones. */
async function unitsKnown({ ask }: Reading, on: string) {
  const { units } = await ask(unitOperations['units.around'], { on });
  return units.map(({ unitPath, name, shortName }) => ({
    id: unitPath,
    name,
    code: null,
    aliases: shortName === null ? [] : [shortName],
    endedOn: null,
    mergedInto: null,
  }));
}

const ties: RegisterTies = {
  ...unitTies,
  neighbours: {
    units: (context, on) => unitsKnown(context, on),
    parks: async ({ ask }, on, ids) => (await ask(parkOperations['parks.names'], { on, ids: ids?.join(',') })).known,
    enterprises: async ({ ask }, on, ids) =>
      (await ask(enterpriseOperations['enterprises.names'], { on, ids: ids?.join(',') })).known,
    projects: async ({ ask }, on, ids) =>
      (await ask(projectOperations['projects.names'], { on, ids: ids?.join(',') })).known,
  },
};

/** A ledger with what it takes to work on it: the desk that a clerk sits at. */
export interface Desk {
  readonly ledger: Ledger;
  readonly kit: Kit;
}

export function desksOf(ledgers: readonly Ledger[], tools: RegisterTools) {
  const desks = new Map(
    ledgers.map((ledger): [string, Desk] => [ledger.id, { ledger, kit: kitOf(ledger.sheet, tools, ties) }]),
  );
  return {
    all: [...desks.values()],
    at: (id: string): Desk => {
      const desk = desks.get(id);
      if (desk === undefined) throw new Problem('not-found', { kind: '台账 ledger', id });
      return desk;
    },
  };
}
export type Desks = ReturnType<typeof desksOf>;

/** What a unit has decided, or a unit above it: the nearest decision holds. */
export function answersIn(rows: readonly store.AnswerRow[], ledger: string): Answers {
  const answers: Record<string, number> = {};
  for (const row of rows) if (row.ledger === ledger) answers[row.choice] ??= row.value;
  return answers;
}

export const answersOf = async ({ db }: Reading, ledger: Ledger, unitPath: string): Promise<Answers> =>
  ledger.choices.length === 0 ? {} : answersIn(await store.listAnswers(db, unitPath), ledger.id);

export const shownEntry = (ledger: Ledger, row: store.EntryRow, today: string): LedgerEntry => {
  const { tenantId: _, isFinal: __, answers: ___, ...entry } = row;
  return { ...entry, evidence: [...row.evidence], lamp: lampOf(ledger, row, row.dueOn, today) };
};

/** An entry as a row of its sheet: its fields with the name, number and stage that stand beside them. */
export const sheetData = ({ name, code, stage, data }: store.EntryRow): RegisterData => ({
  ...data,
  name,
  code,
  stage,
  aliases: [],
});

/** The fields of an entry, each of the kind that its ledger says; a mistake is refused by the field’s name. */
export function readData(ledger: Ledger, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const issues: string[] = [];
  const data: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(given)) {
    const field = ledger.fields.find((each) => each.id === id);
    if (field === undefined) {
      issues.push(`${id}: 没有这一栏 (no such field)`);
      continue;
    }
    const { success, data: read, error } = field.kind.schema.safeParse(value === '' ? field.kind.empty : value);
    if (success) data[id] = read;
    else issues.push(`${field.label.zh}: ${error.issues[0]?.message ?? ''}`);
  }
  if (issues.length > 0) throw new Problem('invalid-input', { count: issues.length, issues: issues.join('；') });
  return data;
}

/** Refuses a number that is of no record in reach: an entry never points to nothing. */
export async function needReferences(context: Reading, { ledger, kit }: Desk, data: Readonly<Record<string, unknown>>) {
  const referring = ledger.fields.filter(({ id, kind }) => kind.refersTo !== undefined && typeof data[id] === 'string');
  if (referring.length === 0) return;
  const names = await kit.namesIn(context, [{ name: '', code: null, aliases: [], ...data }], context.today);
  const lost = referring.filter(({ id }) => names[String(data[id])] === undefined);
  if (lost.length > 0)
    throw new Problem('invalid-input', {
      count: lost.length,
      issues: lost
        .map(({ label }) => `${label.zh}: 登记册中没有或不在您的范围内 (not in the register, or not yours)`)
        .join('；'),
    });
}

/** Completes an entry by what follows from its stage and fields. */
export function settled(ledger: Ledger, row: store.EntryRow): store.EntryRow {
  const called = ledger.called === undefined ? null : row.data[ledger.called];
  return {
    ...row,
    calledPath: typeof called === 'string' ? called : null,
    dueOn: dueOf(ledger, row, row.answers),
    isFinal: ledger.stages[row.stage]?.isFinal ?? false,
  };
}

export interface Story {
  readonly action: string;
  readonly reason: string | null;
  readonly evidence: store.EventRow['evidence'];
}

/** One event for one write: what it did, field by field. */
export function eventOf(
  { actor, today, now }: Writing,
  before: store.EntryRow | null,
  after: store.EntryRow,
  { action, reason, evidence }: Story,
): store.NewEvent {
  const was = before === null ? {} : { ...before.data, name: before.name };
  const changes = differencesOf(was, { ...after.data, name: after.name })
    .map(({ path, before: old, after: next }) => ({ field: path.join('.'), before: old ?? null, after: next ?? null }))
    .filter(({ before: old, after: next }) => old !== next);
  return {
    entry: after,
    action,
    from: before?.stage ?? null,
    to: after.stage,
    on: today,
    reason,
    changes,
    evidence,
    at: now,
    by: actor.name,
    byUnit: actor.unitPath,
  };
}

export const fieldsWithFrame = (ledger: Ledger) => [...frameFields(ledger), ...ledger.fields];
