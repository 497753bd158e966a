import type * as z from 'zod';
import { isSame } from '../../core/difference.ts';
import { isFilled, lacksOf, moved, needAnswers } from '../../core/ledger/entry.ts';
import { type Ledger, type Source, sources } from '../../core/ledger/ledger.ts';
import { bySource, sourceOf, whyNotTyped } from '../../core/ledger/typed.ts';
import { Problem } from '../../core/problem.ts';
import { possibleActions } from '../../core/stage-machine.ts';
import { needFiles, showFiles } from '../documents/file-ties.ts';
import { unitTies } from '../parks/unit-ties.ts';
import { isWithin } from '../people/unit.ts';
import {
  answersOf,
  type Desk,
  eventOf,
  needReferences,
  type Reading,
  readData,
  type Story,
  settled,
  sheetData,
  shownEntry,
  type Writing,
} from './desk.service.ts';
import type { Evidence, ledgerOperations } from './operations.ts';
import * as store from './store.ts';

type Input<Id extends keyof typeof ledgerOperations> = Omit<z.output<(typeof ledgerOperations)[Id]['input']>, 'ledger'>;
type NewEntry = Input<'ledgers.add'>;
type Edit = Input<'ledgers.edit'>;
type Act = Input<'ledgers.act'>;

const merged = (before: readonly Evidence[], added: readonly Evidence[]): Evidence[] => [
  ...new Map([...before, ...added].map((each) => [each.fileId, each])).values(),
];

/** Refuses what is not left to people who type: an entry or step of a source, a field that is frozen. */
function needByHand(ledger: Ledger, what: string, by: Source | null, source: Source | null): void {
  if (by === source || by === null) return;
  const { zh, en } = bySource(by);
  throw new Problem('not-by-hand', { what: `${ledger.label.zh} · ${what}`, why: zh, whyEn: en, where: sources[by].zh });
}

const filledIn = (data: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(data).filter((id) => isFilled(data[id]));

/** Fields that a person typed; what a source fills is its own affair. */
function needTyped(ledger: Ledger, stage: string | null, typed: readonly string[]): void {
  const refused = ledger.fields.flatMap((field) => {
    const why = typed.includes(field.id) ? whyNotTyped(ledger, stage, field) : null;
    return why === null ? [] : [`${field.label.zh}: ${why.zh} (${why.en})`];
  });
  if (refused.length > 0) throw new Problem('invalid-input', { count: refused.length, issues: refused.join('；') });
}

/** Of what was sent, the fields that would differ. */
const changesTo = ({ data }: store.EntryRow, given: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(given).filter(([id, value]) => !isSame(data[id] ?? null, value ?? null)));

/** The next number of the year: `2026-0012`. */
async function nextCode({ db, today }: Writing, tenantId: string, ledger: string): Promise<string> {
  const year = today.slice(0, 4);
  return `${year}-${String((await store.lastNumber(db, tenantId, ledger, year)) + 1).padStart(4, '0')}`;
}

export async function loadEntry({ db, actor }: Reading, ledger: Ledger, entryId: string): Promise<store.EntryRow> {
  const row = await store.findEntry(db, actor.scope, ledger.id, entryId);
  if (row === undefined) throw new Problem('not-found', { kind: ledger.name.zh, id: entryId });
  return row;
}

/** Those who keep a ledger act on what their units keep; a called unit on what it was called for; deciders decide. */
function mayAct({ actor }: Reading, ledger: Ledger, row: store.EntryRow, action: string): boolean {
  const by = ledger.actions[action]?.by ?? 'keeper';
  if (by === 'decider' && !actor.permissions.has('ledger.decide')) return false;
  if (by === 'called') return row.calledPath !== null && isWithin(actor.scope, row.calledPath);
  return isWithin(actor.scope, row.unitPath);
}

export async function showEntry(context: Reading, { ledger, kit }: Desk, row: store.EntryRow) {
  const actions = possibleActions(ledger.machine, row.stage)
    .filter((action) => sourceOf(ledger, action) === null && mayAct(context, ledger, row, action))
    .map((id) => ({
      id,
      needs: (ledger.machine.actions[id]?.needs ?? []).filter((fact) =>
        fact === 'evidence' ? row.evidence.length === 0 : !isFilled(row.data[fact]),
      ),
    }));
  return {
    entry: shownEntry(ledger, row, context.today),
    names: await kit.namesIn(context, [sheetData(row)], context.today),
    events: (await store.listEvents(context.db, row)).map((event) => ({
      ...event,
      changes: event.changes.map(({ field, before, after }) => ({
        field,
        before: before ?? null,
        after: after ?? null,
      })),
      evidence: [...event.evidence],
    })),
    actions,
  };
}

async function write(context: Writing, desk: Desk, before: store.EntryRow, next: store.EntryRow, story: Story) {
  const { now, actor } = context;
  const row = settled(desk.ledger, { ...next, revision: before.revision + 1, updatedAt: now, updatedBy: actor.name });
  if ((await store.saveEntries(context.db, [row])) !== 1)
    throw new Problem('changed-meanwhile', { name: before.name, actor: before.updatedBy, revision: before.revision });
  await store.addEvents(context.db, [eventOf(context, before, row, story)]);
  await showFiles(context, row.evidence, [row.unitPath, row.calledPath]);
  context.audit('ledger-entry', row.entryId, before, row);
  return showEntry(context, desk, row);
}

const expectRevision = (row: store.EntryRow, revision: number): void => {
  if (row.revision === revision) return;
  throw new Problem('changed-meanwhile', { name: row.name, actor: row.updatedBy, revision: row.revision });
};

export async function addEntry(context: Writing, desk: Desk, input: NewEntry, source: Source | null = null) {
  const { name, unitPath = context.actor.unitPath, code, data, reason, evidence } = input;
  const { ledger } = desk;
  needByHand(ledger, ledger.name.zh, sourceOf(ledger, null), source);
  if (source === null) needTyped(ledger, null, filledIn(data));
  const { db, actor, now, today, newId } = context;
  const tenantId = await unitTies.tenantOf(context, unitPath);
  const answers = await answersOf(context, ledger, unitPath);
  needAnswers(ledger, answers);
  const empty = Object.fromEntries(ledger.fields.map((field) => [field.id, field.kind.empty]));
  const filled = { ...empty, ...readData(ledger, data) };
  const lacks = lacksOf(ledger, filled);
  if (lacks.length > 0)
    throw new Problem('facts-missing', {
      action: '登记 add',
      facts: lacks.map(({ label }) => label.zh).join('、'),
    });
  await needReferences(context, desk, filled);
  await needFiles(context, evidence);
  const taken = code === undefined ? [] : [...(await store.codesTaken(db, [tenantId], ledger.id, [code]))];
  if (taken.length > 0) throw new Problem('already-there', { kind: `${ledger.label.zh} ledger`, id: taken.join() });
  const row = settled(ledger, {
    tenantId,
    entryId: newId(),
    unitPath,
    calledPath: null,
    ledger: ledger.id,
    code: code ?? (await nextCode(context, tenantId, ledger.id)),
    name,
    stage: ledger.first,
    stageSince: today,
    dueOn: null,
    isFinal: false,
    enteredOn: today,
    data: filled,
    answers,
    evidence,
    revision: 1,
    updatedAt: now,
    updatedBy: actor.name,
  });
  await store.addEntries(db, [row]);
  await store.addEvents(db, [eventOf(context, null, row, { action: 'add', reason, evidence })]);
  await showFiles(context, row.evidence, [row.unitPath, row.calledPath]);
  context.audit('ledger-entry', row.entryId, null, row);
  return showEntry(context, desk, row);
}

export async function editEntry(context: Writing, desk: Desk, input: Edit, source: Source | null = null) {
  const { entryId, revision, name, data, reason } = input;
  const before = await loadEntry(context, desk.ledger, entryId);
  expectRevision(before, revision);
  if (before.isFinal)
    throw new Problem('stage-not-reachable', {
      from: desk.ledger.stages[before.stage]?.label.zh ?? before.stage,
      action: '修改 edit',
      possible: '—',
    });
  if (!isWithin(context.actor.scope, before.unitPath))
    throw new Problem('not-found', { kind: '事项 entry', id: entryId });
  const changes = changesTo(before, readData(desk.ledger, data));
  if (source === null) needTyped(desk.ledger, before.stage, Object.keys(changes));
  await needReferences(context, desk, changes);
  const next = { ...before, name: name ?? before.name, data: { ...before.data, ...changes } };
  return write(context, desk, before, next, { action: 'edit', reason, evidence: [] });
}

export async function actOnEntry(context: Writing, desk: Desk, input: Act, source: Source | null = null) {
  const { entryId, revision, action, data, reason, evidence } = input;
  const { ledger } = desk;
  const before = await loadEntry(context, ledger, entryId);
  expectRevision(before, revision);
  needAnswers(ledger, before.answers);
  if (ledger.actions[action] !== undefined && !mayAct(context, ledger, before, action))
    throw new Problem('not-allowed', { permission: `${ledger.label.zh} · ${ledger.actions[action]?.label.zh}` });
  needByHand(ledger, ledger.actions[action]?.label.zh ?? action, sourceOf(ledger, action), source);
  const changes = changesTo(before, readData(ledger, data));
  if (source === null) needTyped(ledger, before.stage, Object.keys(changes));
  await needReferences(context, desk, changes);
  await needFiles(context, evidence);
  const all = merged(before.evidence, evidence);
  const hasEvidence = all.length > 0;
  const standing = moved(ledger, before, { action, reason, hasEvidence, changes }, context.today);
  return write(context, desk, before, { ...before, ...standing, evidence: all }, { action, reason, evidence });
}
