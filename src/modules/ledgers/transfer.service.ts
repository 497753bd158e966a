import { isFilled, lacksOf, needAnswers } from '../../core/ledger/entry.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { bySource, typedStages, whyNotTyped } from '../../core/ledger/typed.ts';
import { Problem } from '../../core/problem.ts';
import { type ImportStep, outcomes, planImport, sayTally, tallyOf } from '../../core/register/import-plan.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import type { Register } from '../../core/register/register.ts';
import { headingsOf, rowOf } from '../../core/register/sheet.ts';
import { neighboursIn } from '../../core/register/transfer.ts';
import { unitTies } from '../parks/unit-ties.ts';
import { answersIn, type Desk, eventOf, type Reading, settled, sheetData, type Writing } from './desk.service.ts';
import * as store from './store.ts';

const mostRows = 3000;
const mostEntries = 200_000;

const allEntries = ({ db, actor, today }: Reading, ledger: Ledger, unitPath?: string, stages?: readonly string[]) =>
  store.listEntries(
    db,
    actor.scope,
    { ledger: ledger.id, unitPath, stages, today },
    { limit: mostEntries, order: 'newest' },
  );

type Refuse = (field: string, label: { zh: string; en: string }, zh: string, en: string) => void;

/** A sheet types no entry that a source makes, no field that it fills, and no stage that only it leads to. */
function refuseUntyped(ledger: Ledger, { data }: ImportStep, refuse: Refuse): void {
  if (ledger.madeBy !== undefined) {
    const { zh, en } = bySource(ledger.madeBy);
    refuse('name', ledger.name, zh, en);
    return;
  }
  for (const field of ledger.fields) {
    const why = isFilled(data[field.id]) ? whyNotTyped(ledger, null, field) : null;
    if (why !== null) refuse(field.id, field.label, why.zh, why.en);
  }
  if (typeof data.stage === 'string' && !typedStages(ledger).has(data.stage))
    refuse(
      'stage',
      { zh: '状态', en: 'Stage' },
      '这一状态不能由导入得到',
      'a sheet cannot bring an entry to this stage',
    );
}

/** A step is refused too where an import would go around the stages or leave out what an entry has to have. */
function withLedgerRules(ledger: Ledger, step: ImportStep, stage: string | null): ImportStep {
  if (step.outcome === 'refused' || step.outcome === 'same') return step;
  const issues: ImportStep['issues'][number][] = [];
  const refuse = (field: string, label: { zh: string; en: string }, zh: string, en: string) =>
    issues.push({ field, label, cell: '', message: { zh, en } });
  for (const { id, label } of lacksOf(ledger, step.data)) refuse(id, label, '须填写', 'has to be filled');
  if (step.outcome === 'added') refuseUntyped(ledger, step, refuse);
  for (const { field: id } of step.outcome === 'changed' ? step.changes : []) {
    const field = ledger.fields.find((each) => each.id === id && each.isFrozen);
    const why = field === undefined ? null : whyNotTyped(ledger, stage, field);
    if (field !== undefined && why !== null) refuse(id, field.label, why.zh, why.en);
  }
  const moved = step.changes.find(({ field }) => field === 'stage');
  if (step.outcome === 'changed' && moved !== undefined)
    refuse(
      'stage',
      moved.label,
      '状态须按流程办理，不能由导入改变',
      'the stage moves by its actions, not by an import',
    );
  const isFinal = ledger.stages[String(step.data.stage)]?.isFinal ?? false;
  if (step.outcome === 'changed' && isFinal)
    refuse('name', ledger.name, '已办结，不再修改', 'it is finished and no longer changed');
  return issues.length === 0 ? step : { ...step, outcome: 'refused', issues: [...step.issues, ...issues] };
}

/** What a step would write, without the columns that are no fields. */
const fieldsIn = (ledger: Ledger, data: ImportStep['data']): Record<string, unknown> =>
  Object.fromEntries(ledger.fields.map(({ id, kind }) => [id, data[id] ?? kind.empty]));

export function transferOf(tools: RegisterTools) {
  const planOf = async (context: Reading, { ledger, kit }: Desk, name: string, bytes: Uint8Array) => {
    const rows = await allEntries(context, ledger);
    const tenants = await unitTies.tenants(context);
    const { steps, issues } = planImport(ledger.sheet, await tools.readRows(name, bytes), {
      standing: rows.map((row) => ({
        id: row.entryId,
        since: row.enteredOn,
        unitPath: row.unitPath,
        data: sheetData(row),
      })),
      since: context.today,
      unitPath: context.actor.unitPath,
      neighbours: neighboursIn(await kit.knownOn(context, context.today), context.today),
      mayOwn: (unitPath) => tenants.has(unitPath),
    });
    if (issues.length > 0)
      throw new Problem('invalid-input', {
        count: issues.length,
        issues: issues.map(({ zh, en }) => `${zh} (${en})`).join('; '),
      });
    const byId = new Map(rows.map((row) => [row.entryId, row]));
    const stageAt = (id: string | null) => byId.get(id ?? '')?.stage ?? null;
    return { steps: steps.map((step) => withLedgerRules(ledger, step, stageAt(step.id))), tenants, byId };
  };

  const apply = async (
    context: Writing,
    { ledger }: Desk,
    { steps, tenants, byId }: Awaited<ReturnType<typeof planOf>>,
    file: string,
  ) => {
    const { db, actor, now, today, newId } = context;
    const numbers = new Map<string, number>();
    const answersAt = new Map<string, ReturnType<typeof answersIn>>();
    const answers = async (unitPath: string) => {
      const known = answersAt.get(unitPath) ?? answersIn(await store.listAnswers(db, unitPath), ledger.id);
      answersAt.set(unitPath, known);
      return known;
    };
    const stamp = { updatedAt: now, updatedBy: actor.name };
    const added: store.EntryRow[] = [];
    const changed: [store.EntryRow, store.EntryRow][] = [];
    for (const { outcome, id, name, data, unitPath, since } of steps) {
      if (outcome === 'changed') {
        const before = byId.get(id ?? '') as store.EntryRow;
        const next = { ...before, ...stamp, name, data: fieldsIn(ledger, data), revision: before.revision + 1 };
        changed.push([before, settled(ledger, next)]);
      }
      if (outcome !== 'added') continue;
      const tenantId = tenants.get(unitPath) ?? actor.tenantId;
      const year = today.slice(0, 4);
      const number = (numbers.get(tenantId) ?? (await store.lastNumber(db, tenantId, ledger.id, year))) + 1;
      if (data.code === null) numbers.set(tenantId, number);
      const fresh = {
        ...stamp,
        tenantId,
        entryId: newId(),
        unitPath,
        calledPath: null,
        ledger: ledger.id,
        code: data.code ?? `${year}-${String(number).padStart(4, '0')}`,
        name,
        stage: typeof data.stage === 'string' ? data.stage : ledger.first,
        stageSince: since,
        dueOn: null,
        isFinal: false,
        enteredOn: since,
        data: fieldsIn(ledger, data),
        answers: await answers(unitPath),
        evidence: [],
        revision: 1,
      };
      needAnswers(ledger, fresh.answers);
      added.push(settled(ledger, fresh));
    }
    await store.addEntries(db, added);
    if (
      (await store.saveEntries(
        db,
        changed.map(([, next]) => next),
      )) !== changed.length
    )
      throw new Problem('changed-meanwhile', { name: file, actor: '—', revision: 0 });
    const story = { action: 'import', reason: file, evidence: [] };
    await store.addEvents(db, [
      ...added.map((row) => eventOf(context, null, row, story)),
      ...changed.map(([before, next]) => eventOf(context, before, next, story)),
    ]);
  };

  return {
    take: async (
      context: Writing,
      desk: Desk,
      input: { name: string; bytes: Uint8Array; apply: boolean; digest?: string | undefined },
    ) => {
      const digest = tools.digest(input.bytes);
      if (input.digest !== undefined && input.digest !== digest)
        throw new Problem('invalid-input', {
          count: 1,
          issues: 'digest: 文件与预览的不是同一个 (not the file previewed)',
        });
      const plan = await planOf(context, desk, input.name, input.bytes);
      const tally = tallyOf(plan.steps);
      if (input.apply) {
        await apply(context, desk, plan, input.name);
        context.audit('ledger-import', desk.ledger.id, null, { file: input.name, digest, ...tally });
      }
      const order = Object.keys(outcomes);
      const sorted = plan.steps.toSorted(
        (a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.row - b.row,
      );
      const rows = sorted.slice(0, mostRows).map(({ row, outcome, name, changes, issues }) => ({
        row,
        outcome,
        name,
        changes: [...changes],
        issues: [...issues],
      }));
      return {
        ...tally,
        message: sayTally(tally),
        digest,
        isApplied: input.apply,
        rows,
        unlisted: sorted.length - rows.length,
      };
    },

    give: async (
      context: Reading,
      { ledger, kit }: Desk,
      {
        format,
        version,
        unitPath,
      }: { format: 'xlsx' | 'csv'; version: 'all' | 'template' | 'public'; unitPath?: string | undefined },
    ) => {
      if (version === 'public' && ledger.publicStages.length === 0)
        throw new Problem('not-found', { kind: '公开版 public version', id: ledger.label.zh });
      const stages = version === 'public' ? ledger.publicStages : undefined;
      const rows = version === 'template' ? [] : await allEntries(context, ledger, unitPath, stages);
      const neighbours = neighboursIn(await kit.knownOn(context, context.today), context.today);
      const isShown = (id: string) =>
        ['name', 'code', 'stage'].includes(id) || ledger.fields.some((field) => field.id === id && field.isPublic);
      const sheet: Register =
        version === 'public'
          ? { ...ledger.sheet, fields: ledger.sheet.fields.filter(({ id }) => isShown(id)) }
          : ledger.sheet;
      const grid = [
        headingsOf(sheet),
        ...rows.map((row) =>
          rowOf(
            sheet,
            { id: row.entryId, since: row.enteredOn, unitPath: row.unitPath, data: sheetData(row) },
            neighbours,
          ),
        ),
      ];
      // Number, first day and path are for coming back; the public has no use for them.
      const shown = version === 'public' ? grid.map((row) => row.slice(1, -2)) : grid;
      const name = `${ledger.label.zh}${version === 'template' ? '-空表' : version === 'public' ? '-公开' : ''}`;
      return format === 'xlsx'
        ? {
            name: `${name}.xlsx`,
            mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
            bytes: await tools.writeXlsx(ledger.label.zh, shown),
          }
        : { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', bytes: tools.writeCsv(shown) };
    },
  };
}
