import type { Reader } from '../../core/database.ts';
import { implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import { stampOf } from '../../core/register/records.ts';
import { dayAfter } from '../../core/workday.ts';
import { needFiles } from '../documents/file-ties.ts';
import * as board from './board.store.ts';
import type { BoardCard, ProjectCard } from './board-operations.ts';
import { type ChecklistItem, checkItem, dueOfItem, items, untouched } from './checklist.ts';
import * as store from './delivery.store.ts';
import { isExpress } from './delivery.ts';
import { assign, enterList, leaveList, recordFunds, release } from './delivery-books.service.ts';
import {
  type Desk,
  deskOf,
  enrolmentOf,
  type Input,
  knownFacts,
  ownedOf,
  type Reading,
  type Writing,
  withStage,
} from './delivery-desk.service.ts';
import { deliveryOperations } from './delivery-operations.ts';
import { enrol, type Fact, type Known, step } from './lifecycle.ts';
import { nextStep } from './next-step.ts';
import { projectKit } from './ties.service.ts';

async function act(context: Writing, { records, load, show, addEvent }: Desk, input: Input<'delivery.act'>) {
  const { id, revision, action, on = context.today, reason, stated, evidence } = input;
  const loaded = await load(context, id);
  const { entry, versions } = loaded;
  records.expect({ entry, versions }, revision);
  const said = Object.fromEntries(Object.keys(stated).map((fact) => [fact, true])) as Partial<Record<Fact, boolean>>;
  const known: Known = {
    ...knownFacts(loaded, context.today),
    ...said,
    evidence: evidence.length > 0,
    reason: (reason ?? '') !== '',
  };
  const event = step(loaded.life, action, on, known, context.today);
  await needFiles(context, evidence);
  // Before the event, so that a first one is written with the state that went before.
  await addEvent(context, loaded, { ...event, track: 'life', reason, stated, evidence });
  const next = withStage(versions, event.to, on, { reason, ...stampOf(context) });
  await records.save(context, entry, versions, entry, next);
  return show(context, id);
}

async function move(context: Writing, { records, load, show, addEvent }: Desk, input: Input<'delivery.enrol'>) {
  const { id, revision, to, on = context.today, reason, evidence } = input;
  const loaded = await load(context, id);
  records.expect(loaded, revision);
  const { enrolment } = enrolmentOf(loaded.events);
  if (to === 'refused' && (reason ?? '') === '')
    throw new Problem('facts-missing', { action: '未通过 refused', facts: '理由 reason' });
  await needFiles(context, evidence);
  const event = { action: to, from: enrolment, to: enrol(enrolment, to), on, reason, stated: {}, evidence };
  await addEvent(context, loaded, { ...event, track: 'statistics' });
  await records.save(context, loaded.entry, loaded.versions, loaded.entry, loaded.versions);
  return show(context, id);
}

async function recordItem(context: Writing, { records, load, show }: Desk, input: Input<'delivery.item'>) {
  const { id, revision, officeDays, ...given } = input;
  const loaded = await load(context, id);
  records.expect(loaded, revision);
  const { entry, listings } = loaded;
  const declared = items.find((item) => item.id === given.item) as ChecklistItem;
  const before = loaded.items.find((record) => record.item === given.item) ?? untouched(given.item);
  const files = new Map([...before.evidence, ...given.evidence].map((each) => [each.fileId, each]));
  const limit = { isExpress: isExpress(listings, context.today), officeDays };
  const isSame = before.submittedOn === given.submittedOn && officeDays === null;
  const dueOn = isSame ? before.dueOn : dueOfItem(declared, given.submittedOn, limit);
  const record = { ...given, dueOn, evidence: [...files.values()] };
  checkItem(declared, record);
  await needFiles(context, given.evidence);
  await store.saveItem(context.db, ownedOf(entry), record, stampOf(context));
  await records.save(context, entry, loaded.versions, entry, loaded.versions);
  context.audit('project-item', `${id} ${given.item}`, before, record);
  return show(context, id);
}

async function workload({ db, actor, today }: Reading, { person, unitPath }: Input<'delivery.workload'>) {
  const rows = await store.listWork(db, { scope: actor.scope, today, unitPath }, person);
  const people = Map.groupBy(rows, (row) => JSON.stringify([row.person, row.personUnit]));
  return {
    people: [...people.values()].map((own) => ({
      person: own[0]?.person ?? '',
      personUnit: own[0]?.personUnit ?? null,
      projects: own.map(({ person: _, personUnit: __, ...project }) => project),
    })),
  };
}

/** Cards that say what their next step still needs. */
async function withNextStep(db: Reader, ask: board.BoardQuestion, cards: readonly ProjectCard[]): Promise<BoardCard[]> {
  const ids = cards.map(({ id }) => id);
  const recorded = await board.listRecorded(db, ask, ids);
  return cards.map((card) => {
    const own = recorded.get(card.id);
    const { next, lacks } = own === undefined ? { next: null, lacks: [] } : nextStep(own);
    return { ...card, next, lacks: [...lacks] };
  });
}

/** What moves projects on; the register itself is the service beside it. */
export function deliveryService(tools: RegisterTools): Service {
  const desk = deskOf(projectKit(tools));
  return implement(deliveryOperations, {
    'delivery.board': async ({ db, actor, today }, { limit, ...filter }) => {
      const ask = { ...filter, scope: actor.scope, today };
      const cards = await board.listLargest(db, ask, limit);
      return { stages: await board.countByStage(db, ask), cards: await withNextStep(db, ask, cards) };
    },
    'delivery.cards': async ({ db, actor, today }, { offset, limit, ...filter }) => {
      const ask = { ...filter, scope: actor.scope, today };
      return { cards: await withNextStep(db, ask, await board.listCards(db, ask, { offset, limit })) };
    },
    'delivery.due': async ({ db, actor, today }, { days, unitPath }) => ({
      today,
      due: await board.listDue(db, { scope: actor.scope, today, until: dayAfter(today, days), unitPath }),
    }),
    'delivery.show': (context, { id }) => desk.show(context, id),
    'delivery.act': (context, input) => act(context, desk, input),
    'delivery.enrol': (context, input) => move(context, desk, input),
    'delivery.item': (context, input) => recordItem(context, desk, input),
    'delivery.assign': (context, input) => assign(context, desk, input),
    'delivery.release': (context, input) => release(context, desk, input),
    'delivery.list': (context, input) => enterList(context, desk, input),
    'delivery.unlist': (context, input) => leaveList(context, desk, input),
    'delivery.fund': (context, input) => recordFunds(context, desk, input),
    'delivery.workload': workload,
  });
}
