import { daysBetween } from '../../core/day.ts';
import { implement, type Service } from '../../core/implement.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { measuresOf } from '../../core/ledger/measure.ts';
import { Problem } from '../../core/problem.ts';
import type { OfficialDocument } from '../../core/publication/document.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import { portfolioOperations } from '../projects/portfolio-operations.ts';
import { projectStages } from '../projects/register.ts';
import { answersOf, type Desk, desksOf, type Reading, sheetData } from './desk.service.ts';
import { actOnEntry, editEntry, loadEntry, showEntry } from './entries.service.ts';
import { type AgendaItem, sessionOperations } from './session-operations.ts';
import { packOf } from './session-pack.ts';
import * as store from './store.ts';

/** Sets the pack on paper; handed in by the app, since modules do not write files. */
export interface PackWriter {
  docx(document: OfficialDocument): Promise<Uint8Array>;
  pdf(document: OfficialDocument): Promise<Uint8Array>;
}

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const;
const mostListed = 1000;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** The stage of each project that is in reach. */
async function stagesOf({ ask }: Reading, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, null>();
  const { projects } = await ask(portfolioOperations['projects.portfolio'], { ids: [...new Set(ids)] });
  return new Map(projects.map(({ id, stage }) => [id, stage === null ? null : projectStages[stage]]));
}

async function itemsOf(
  context: Reading,
  { ledger, kit }: Desk,
  rows: readonly store.EntryRow[],
): Promise<AgendaItem[]> {
  const names = await kit.namesIn(context, rows.map(sheetData), context.today);
  const stages = await stagesOf(
    context,
    rows.map(({ data }) => textOf(data.project) ?? '').filter((id) => id !== ''),
  );
  const words = ledger.fields.find(({ id }) => id === 'category')?.kind.choices ?? {};
  return rows.map(({ entryId, revision, code, name, stage, unitPath, data }) => {
    const projectId = textOf(data.project);
    const assigned = textOf(data.assigned);
    const raisedOn = textOf(data.raised);
    const category = textOf(data.category);
    return {
      ...{ entryId, revision, code, name, stage, unitPath, projectId, raisedOn },
      category: category === null ? null : (words[category]?.zh ?? category),
      content: textOf(data.content),
      request: textOf(data.request),
      decision: textOf(data.session),
      project: projectId === null ? null : (names[projectId] ?? null),
      projectStage: projectId === null ? null : (stages.get(projectId) ?? null),
      assigned: assigned === null ? null : (names[assigned] ?? assigned),
      daysOpen: raisedOn === null ? null : daysBetween(raisedOn, context.today),
    };
  });
}

export function sessionService(ledgers: readonly Ledger[], tools: RegisterTools, writer: PackWriter): Service {
  const desks = desksOf(ledgers, tools);
  const [sessions, problems] = [desks.at('sessions'), desks.at('problems')];

  const countOf = async (context: Reading, unitPath = context.actor.unitPath) => {
    const { db, actor, today } = context;
    const ask = { ledger: sessions.ledger.id, unitPath, today };
    const held = await store.listEntries(db, actor.scope, ask, { limit: mostListed, order: 'newest' });
    const answers = await answersOf(context, sessions.ledger, unitPath);
    const [standing] = measuresOf(sessions.ledger, held, { today, answers });
    const { period = '', value = '0', target = 0, state = 'plain' } = standing ?? {};
    return { period, done: Number(value), times: target ?? 0, state };
  };

  const problemsIn = async (context: Reading, ids: readonly string[]) => {
    const rows: store.EntryRow[] = [];
    for (const id of ids) rows.push(await loadEntry(context, problems.ledger, id));
    return rows;
  };

  /** A session with its problems; one that is out of reach by now is left out. */
  const agendaOf = async (context: Reading, entryId: string) => {
    const session = await loadEntry(context, sessions.ledger, entryId);
    const rows: store.EntryRow[] = [];
    for (const id of (session.data.agenda ?? []) as readonly string[]) {
      const row = await store.findEntry(context.db, context.actor.scope, problems.ledger.id, id);
      if (row !== undefined) rows.push(row);
    }
    return { session, items: await itemsOf(context, problems, rows) };
  };

  return implement(sessionOperations, {
    'meetings.candidates': async (context, { unitPath }) => {
      const ask = { ledger: problems.ledger.id, stage: 'escalated', unitPath, today: context.today };
      const page = { limit: mostListed, order: 'newest' } as const;
      const rows = await store.listEntries(context.db, context.actor.scope, ask, page);
      return { items: await itemsOf(context, problems, rows), count: await countOf(context, unitPath) };
    },

    'meetings.show': async (context, { entryId }) => {
      const { session, items } = await agendaOf(context, entryId);
      return {
        ...(await showEntry(context, sessions, session)),
        items,
        count: await countOf(context, session.unitPath),
      };
    },

    'meetings.agenda': async (context, { entryId, revision, problems: ids }) => {
      const rows = await problemsIn(context, ids);
      const others = rows.filter(({ stage }) => stage !== 'escalated' && stage !== 'decided');
      if (others.length > 0)
        throw new Problem('invalid-input', {
          count: others.length,
          issues: `${others.map(({ code, name }) => `${code} ${name}`).join('、')}: 尚未提请会办 (not taken to a session)`,
        });
      const agenda = [...new Set(ids)];
      return editEntry(context, sessions, { entryId, revision, data: { agenda }, reason: null }, 'session');
    },

    'meetings.pack': async (context, { entryId, format }) => {
      const { session, items } = await agendaOf(context, entryId);
      const { name, data } = session;
      const [on, place, chair, present] = ['on', 'place', 'chair', 'present'].map((field) => textOf(data[field]));
      const document = packOf(
        { name, on: on ?? null, place: place ?? null, chair: chair ?? null, present: present ?? null },
        items,
      );
      return {
        name: `${document.title}.${format}`,
        mediaType: mediaTypes[format],
        bytes: await writer[format](document),
      };
    },

    'meetings.decide': async (context, { entryId, decisions, evidence }) => {
      const session = await loadEntry(context, sessions.ledger, entryId);
      const agenda = new Set((session.data.agenda ?? []) as readonly string[]);
      const strange = decisions.filter(({ problem }) => !agenda.has(problem));
      if (strange.length > 0)
        throw new Problem('invalid-input', {
          count: strange.length,
          issues: strange.map(({ problem }) => `${problem}: 不在议题中 (not on the agenda)`).join('；'),
        });
      for (const { problem, seen, decision, assigned } of decisions)
        await actOnEntry(context, problems, {
          entryId: problem,
          revision: seen,
          action: 'decide',
          data: { session: decision, ...(assigned !== undefined && { assigned }) },
          reason: `${session.name}（${session.code}）`,
          evidence,
        });
      const decided = await problemsIn(
        context,
        decisions.map(({ problem }) => problem),
      );
      return { items: await itemsOf(context, problems, decided) };
    },
  });
}
