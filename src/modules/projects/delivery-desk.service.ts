import type * as z from 'zod';
import type { Reader, Writer } from '../../core/database.ts';
import type { Day } from '../../core/day.ts';
import type { Context } from '../../core/implement.ts';
import { versionOn, withVersion } from '../../core/register/history.ts';
import type { Kit } from '../../core/register/kit.ts';
import { lastOf, type Records, recordsOf } from '../../core/register/records.ts';
import type { RegisterData, Version } from '../../core/register/register.ts';
import { factsOfItems, items, lateOf, untouched } from './checklist.ts';
import * as store from './delivery.store.ts';
import { type Fund, gapsOf, isExpress, isOpenPost } from './delivery.ts';
import type { Delivery, deliveryOperations } from './delivery-operations.ts';
import {
  type Enrolment,
  type Known,
  type LifeEvent,
  lackingFor,
  type ProjectStage,
  possibleOf,
  stateOf,
  statisticsOf,
} from './lifecycle.ts';

export type Reading = Context<Reader>;
export type Writing = Context<Writer>;
export type Input<Id extends keyof typeof deliveryOperations> = z.output<(typeof deliveryOperations)[Id]['input']>;

type Entry = Awaited<ReturnType<Records['load']>>['entry'];
export const ownedOf = ({ tenantId, unitPath, id }: Entry): store.Owned => ({ tenantId, unitPath, projectId: id });

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const amount = (value: unknown): string | null => textOf((value as { value?: unknown } | null)?.value);
const stageOf = (data: RegisterData): ProjectStage => (textOf(data.stage) as ProjectStage | null) ?? 'idea';

/** A project that nobody has moved yet was recorded in its stage: that is its first event. */
function lifeOf(events: readonly store.EventRow[], versions: readonly Version[]): LifeEvent[] {
  const life = events.filter(({ track }) => track === 'life') as readonly LifeEvent[];
  if (life.length > 0) return [...life];
  const first = versions.find(({ data }) => stageOf(data) === stageOf(lastOf(versions).data)) ?? lastOf(versions);
  return [{ action: 'open', from: null, to: stageOf(lastOf(versions).data), on: first.validFrom }];
}

export const enrolmentOf = (events: readonly store.EventRow[]) => {
  const last = events.findLast(({ track }) => track === 'statistics');
  return { enrolment: (last?.to ?? 'none') as Enrolment, enrolmentReason: last?.reason ?? null };
};

interface Loaded {
  readonly entry: Entry;
  readonly versions: readonly Version[];
  readonly events: readonly store.EventRow[];
  readonly life: readonly LifeEvent[];
  readonly items: Awaited<ReturnType<typeof store.listItems>>;
  readonly posts: Awaited<ReturnType<typeof store.listPosts>>;
  readonly listings: Awaited<ReturnType<typeof store.listListings>>;
}

/** What the register, the checklist and the posts say of a project, as the facts that actions ask for. */
export function knownFacts({ versions, items: records, posts }: Loaded, today: Day): Known {
  const data = (versionOn(versions, today) ?? lastOf(versions)).data;
  const has = (id: string) => textOf(data[id]) !== null;
  return {
    content: has('content'),
    investment: amount(data.investment) !== null,
    site: has('parkId') || has('address'),
    owner: has('ownerId'),
    'lead-unit': posts.some((post) => post.role === 'lead-unit' && isOpenPost(post, today)),
    ...factsOfItems(records),
  };
}

function shown(
  { entry, versions, events, life, items: records, posts, listings }: Loaded,
  funds: Fund[],
  today: Day,
): Delivery {
  const { id, unitPath, revision } = entry;
  const { data } = versionOn(versions, today) ?? lastOf(versions);
  const state = stateOf(life);
  const stage = state?.stage ?? stageOf(data);
  const known = knownFacts({ entry, versions, events, life, items: records, posts, listings }, today);
  return {
    card: {
      id,
      name: data.name,
      code: data.code,
      unitPath,
      stage,
      since: state?.since ?? null,
      parkId: textOf(data.parkId),
      ownerId: textOf(data.ownerId),
      industry: textOf(data.industry),
      investment: amount(data.investment),
      startOn: textOf(data.startOn),
      finishOn: textOf(data.finishOn),
    },
    revision,
    pausedFrom: state?.pausedFrom ?? null,
    actions: possibleOf(stage).map((action) => ({ id: action, lacks: [...lackingFor(action, known)] })),
    statistics: { ...statisticsOf(life) },
    ...enrolmentOf(events),
    items: items.map((item) => records.find((record) => record.item === item.id) ?? untouched(item.id)),
    late: lateOf(records, today),
    posts,
    listings,
    isExpress: isExpress(listings, today),
    gaps: [...gapsOf(posts, listings, today)],
    funds,
    events: events.map((event) => ({ ...event, stated: { ...event.stated }, evidence: [...event.evidence] })),
  };
}

/** The history with a stage from a day on; states that were known to come later keep everything but their stage. */
export const withStage = (
  versions: readonly Version[],
  stage: ProjectStage,
  on: Day,
  stamp: Pick<Version, 'reason' | 'at' | 'by'>,
) => {
  const present = (versionOn(versions, on) ?? lastOf(versions)).data;
  return withVersion(versions, { ...stamp, data: { ...present, stage } }, on).map((version) =>
    version.validFrom > on ? { ...version, data: { ...version.data, stage } } : version,
  );
};

export function deskOf(kit: Kit) {
  const records = recordsOf(kit);

  const load = async (context: Reading, id: string): Promise<Loaded> => {
    const { entry, versions } = await records.load(context, id);
    const owned = ownedOf(entry);
    const events = await store.listEvents(context.db, owned);
    return {
      entry,
      versions,
      events,
      life: lifeOf(events, versions),
      items: await store.listItems(context.db, owned),
      posts: await store.listPosts(context.db, owned),
      listings: await store.listListings(context.db, owned),
    };
  };

  const show = async (context: Reading, id: string): Promise<Delivery> => {
    const loaded = await load(context, id);
    return shown(loaded, await store.listFunds(context.db, ownedOf(loaded.entry)), context.today);
  };

  /** A new event, after the first one of a project that had none. */
  const addEvent = async (
    context: Writing,
    { entry, events, life }: Loaded,
    event: Omit<store.EventRow, 'seq' | 'at' | 'by' | 'byUnit'>,
  ) => {
    const { now, actor } = context;
    const stamp = { at: now, by: actor.name, byUnit: actor.unitPath };
    const [opening] = life;
    const first: store.EventRow[] =
      events.some(({ track }) => track === 'life') || opening === undefined
        ? []
        : [{ ...opening, ...stamp, seq: events.length + 1, track: 'life', reason: null, stated: {}, evidence: [] }];
    const next = { ...event, ...stamp, seq: events.length + first.length + 1 };
    await store.addEvents(context.db, ownedOf(entry), [...first, next]);
    context.audit('project-event', `${entry.id} ${next.seq}`, null, next);
  };

  return { records, load, show, addEvent };
}
export type Desk = ReturnType<typeof deskOf>;
