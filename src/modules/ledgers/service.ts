import { implement, type Service } from '../../core/implement.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { Problem } from '../../core/problem.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import { dayAfter } from '../../core/workday.ts';
import { decide, listChoices } from './choices.service.ts';
import { answersIn, desksOf, sheetData, shownEntry } from './desk.service.ts';
import { actOnEntry, addEntry, editEntry, loadEntry, showEntry } from './entries.service.ts';
import { ledgerOperations } from './operations.ts';
import { entriesBehind, reportOf, unmetOf } from './report.service.ts';
import * as store from './store.ts';
import { transferOf } from './transfer.service.ts';

const cursorOf = ({ enteredOn, entryId }: store.EntryRow): string => JSON.stringify([enteredOn, entryId]);

function readCursor(text: string): readonly [string, string] {
  try {
    const [day, id] = JSON.parse(text) as [unknown, unknown];
    if (typeof day === 'string' && typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id)) return [day, id];
  } catch {
    // Said below.
  }
  throw new Problem('invalid-input', { count: 1, issues: 'cursor: 须是上一页给出的 next (the `next` of a page)' });
}

export function ledgerService(ledgers: readonly Ledger[], tools: RegisterTools): Service {
  const desks = desksOf(ledgers, tools);
  const transfer = transferOf(tools);

  return implement(ledgerOperations, {
    'ledgers.catalog': async ({ db, actor, today }) => {
      const counts = Map.groupBy(await store.countEntries(db, actor.scope, { today }), ({ ledger }) => ledger);
      const answers = await store.listAnswers(db, actor.unitPath);
      const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
      return {
        ledgers: desks.all.map(({ ledger }) => {
          const rows = counts.get(ledger.id) ?? [];
          const decided = answersIn(answers, ledger.id);
          const { id, label, purpose, mechanisms } = ledger;
          return {
            id,
            label,
            purpose,
            mechanisms: [...mechanisms],
            open: sum(rows.filter(({ isFinal }) => !isFinal).map(({ total }) => total)),
            overdue: sum(rows.map(({ overdue }) => overdue)),
            total: sum(rows.map(({ total }) => total)),
            undecided: ledger.choices.filter((choice) => decided[choice.id] === undefined).length,
          };
        }),
      };
    },

    'ledgers.due': async (context, { ledger, unitPath, days, limit }) => {
      const { db, actor, today } = context;
      const wanted = ledger === undefined ? desks.all : [desks.at(ledger)];
      const ask = { ledger, unitPath, today, dueBy: dayAfter(today, days) };
      const rows = await store.listEntries(db, actor.scope, ask, { limit, order: 'due' });
      const byStage = await store.countEntries(db, actor.scope, ask);
      return {
        entries: rows.map((row) => shownEntry(desks.at(row.ledger).ledger, row, today)),
        measures: await unmetOf(context, wanted, { unitPath }),
        overdue: byStage.reduce((total, each) => total + each.overdue, 0),
        due: byStage.reduce((total, each) => total + each.total - each.overdue, 0),
      };
    },

    'ledgers.report': (context, { ledger, ...asked }) =>
      reportOf(context, ledger === undefined ? desks.all : [desks.at(ledger)], asked),

    'ledgers.list': async (context, { ledger: id, cursor, limit, measure, part, on, of, ...filter }) => {
      const desk = desks.at(id);
      const { ledger, kit } = desk;
      const { db, actor, today } = context;
      const asked = { unitPath: filter.unitPath, on, of, part };
      const ids = measure === undefined ? undefined : await entriesBehind(context, desk, { ...asked, measure });
      const ask = { ...filter, ids, ledger: id, today };
      const after = cursor === undefined ? undefined : readCursor(cursor);
      const found = await store.listEntries(db, actor.scope, ask, { after, limit: limit + 1, order: 'newest' });
      const rows = found.slice(0, limit);
      const last = rows.at(-1);
      const counts = await store.countEntries(db, actor.scope, { ...ask, stage: undefined, only: undefined });
      const shown =
        ask.stage === undefined && ask.only === undefined ? counts : await store.countEntries(db, actor.scope, ask);
      return {
        entries: rows.map((row) => shownEntry(ledger, row, today)),
        names: await kit.namesIn(context, rows.map(sheetData), today),
        total: shown.reduce((total, each) => total + each.total, 0),
        counts: Object.fromEntries(counts.map(({ stage, total }) => [stage, total])),
        next: found.length > limit && last !== undefined ? cursorOf(last) : null,
      };
    },

    'ledgers.show': async (context, { ledger, entryId }) => {
      const desk = desks.at(ledger);
      return showEntry(context, desk, await loadEntry(context, desk.ledger, entryId));
    },

    'ledgers.add': (context, { ledger, ...input }) => addEntry(context, desks.at(ledger), input),
    'ledgers.edit': (context, { ledger, ...input }) => editEntry(context, desks.at(ledger), input),
    'ledgers.act': (context, { ledger, ...input }) => actOnEntry(context, desks.at(ledger), input),
    'ledgers.choices': (context, { ledger, unitPath }) => listChoices(context, desks, ledger, unitPath),
    'ledgers.decide': (context, input) => decide(context, desks, input),
    'ledgers.import': (context, { ledger, ...input }) => transfer.take(context, desks.at(ledger), input),
    'ledgers.export': (context, { ledger, ...input }) => transfer.give(context, desks.at(ledger), input),
  });
}
