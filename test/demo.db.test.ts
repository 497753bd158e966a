import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoElements, inventElements } from '../src/app/demo/element-steps.ts';
import { enterEntries } from '../src/app/demo/entry-steps.ts';
import { demoDocuments, demoUnits } from '../src/app/demo/facts.ts';
import { canStand } from '../src/app/demo/figure-steps.ts';
import { demoHome } from '../src/app/demo/home.ts';
import { recordInvented } from '../src/app/demo/invented-steps.ts';
import { demoLedgers } from '../src/app/demo/ledger-facts.ts';
import { type Loaded, loadDemo } from '../src/app/demo/load.ts';
import { demoOffice } from '../src/app/demo/office.ts';
import { tellStories } from '../src/app/demo/story-steps.ts';
import type { Door } from '../src/app/demo/unit-steps.ts';
import { ensureUnits, operator } from '../src/app/first-units.ts';
import type { Actor } from '../src/core/implement.ts';
import type { AllocationView, DemandView, QuotaView } from '../src/modules/elements/shapes.ts';
import type { LedgerEntry, LedgerEntryShown } from '../src/modules/ledgers/operations.ts';
import { createGate } from '../src/modules/people/gate.service.ts';
import { businessPermissions } from '../src/modules/people/roles.ts';
import type { Delivery } from '../src/modules/projects/delivery-operations.ts';
import { actions, type ProjectAction } from '../src/modules/projects/lifecycle.ts';
import type { LateNode, ShownPlan } from '../src/modules/projects/nodes-operations.ts';
import type { PromiseView } from '../src/modules/promotion/promise.ts';
import type { ReviewLine } from '../src/modules/promotion/review.ts';
import { writeAudit } from '../src/platform/db/door.ts';
import { newKey } from '../src/platform/secret-key.ts';
import { secretsWith } from '../src/platform/secrets.ts';
import { doorsOn } from './app.ts';
import { copyMigrated, type MigratedCopy } from './migrated.ts';
import { strongPassword } from './people.ts';

const now = '2026-02-10T02:00:00Z';
const today = now.slice(0, 10);
const jidong = 'cn.23.2303.230321';
const at = (unitPath: string): Actor => ({
  id: 'reader',
  name: '读者',
  tenantId: '2',
  unitPath,
  scope: [unitPath],
  permissions: businessPermissions,
});

let copy: MigratedCopy;
let door: Door;
let loaded: Loaded;

beforeAll(async () => {
  copy = await copyMigrated();
  await ensureUnits(copy.owner, now);
  const on = await doorsOn(copy.database, copy.owner);
  const call = on(today);
  const parts = { database: copy.database, today: () => today, now: () => now, newId: () => crypto.randomUUID() };
  door = { call, on, gate: createGate({ ...parts, secrets: secretsWith([newKey()]), writeAudit }), today };
  loaded = await loadDemo(door, { invented: 'none', password: strongPassword }, () => {});
}, 120_000);
afterAll(() => copy.drop());

interface Listed {
  readonly total: number;
  readonly rows: readonly { id: string; unitPath: string; data: Record<string, unknown>; names?: unknown }[];
}
const list = async (register: string, unitPath: string, more = {}) =>
  (await door.call(`${register}.list`, { limit: 2000, ...more }, at(unitPath))) as Listed;

test('every park, enterprise and project of the documents stands in its register, with its document', async () => {
  const documents = demoDocuments();
  const [parks, projects] = [await list('parks', 'cn'), await list('projects', 'cn')];
  expect(parks.total).toBe(documents.flatMap((each) => each.parks).length);
  expect(projects.total).toBe(documents.flatMap((each) => each.projects).length);
  const enterprises = new Set(
    (await list('enterprises', 'cn')).rows.flatMap(({ data }) => [data.name, ...(data.aliases as string[])]),
  );
  expect(documents.flatMap((each) => each.enterprises).filter(({ name }) => !enterprises.has(name))).toEqual([]);
  const stated = documents.find(({ document }) => document.id === '001')?.projects[0];
  const first = projects.rows.find(({ data }) => data.name === stated?.name);
  const shown = await door.call('projects.show', { id: first?.id }, at('cn'));
  expect(shown).toMatchObject({
    provenance: [{ kind: 'document', line: stated?.line, quote: stated?.name }],
    versions: [
      {
        data: {
          investment: { value: '490000000', typed: '4.9', unit: '亿元' },
          startOn: '2020-01-01',
          finishOn: '2024-12-31',
        },
      },
    ],
  });
});

test('every figure of a project is a promise with document and line, and what is due by now is listed', async () => {
  const documents = demoDocuments();
  const [named, first] = [
    documents.flatMap(({ projects }) => projects),
    documents.find(({ document }) => document.id === '001'),
  ];
  expect(loaded.promises).toBeGreaterThanOrEqual(named.flatMap(({ promises }) => promises).length);
  const due = (more: object) =>
    door.call('promises.due', { limit: 2000, ...more }, at('cn')) as Promise<{ promises: PromiseView[] }>;
  const { promises } = await due({ all: 'true' });
  expect(promises).toHaveLength(loaded.promises);
  const project = first?.projects[0];
  const own = promises.filter((promise) => promise.project.name === project?.name);
  expect(own.map(({ measure, said, dueOn, source }) => [measure, said.zh, dueOn, source])).toContainEqual([
    'investment',
    '总投资 不少于 4.9 亿元',
    '2024-12-31',
    {
      kind: 'document',
      document: first?.document.title,
      line: 536,
      planId: null,
      factId: null,
      until: '2025-12-31',
    },
  ]);
  // Nobody has reported on them: past their day they are not broken, only not verified.
  const { promises: overdue } = await due({ by: '2024-12-31' });
  const dated = overdue.filter(({ dueOn }) => dueOn !== null);
  expect(new Set(dated.map(({ status }) => status))).toEqual(new Set(['unproven']));
  expect(dated.map(({ dueOn }) => dueOn ?? '').every((day) => day <= '2024-12-31')).toBe(true);
  // What names no day is asked for when the plan is over: that of 2011 to 2013 is, that of 2021 to 2025 was not then.
  const without = overdue.filter(({ dueOn }) => dueOn === null);
  const titles = new Set(without.map(({ source }) => (source.kind === 'document' ? source.document : '')));
  expect([...titles]).toEqual([documents.find(({ document }) => document.id === '002')?.document.title]);
});

test('the ledger holds each figure of the forty projects and of those of 2011, with its value, unit and line', async () => {
  const { promises } = (await door.call('promises.due', { limit: 2000, all: 'true' }, at('cn'))) as {
    promises: PromiseView[];
  };
  const plain = (figure: string) => Number(figure).toString();
  for (const { document, projects } of demoDocuments().filter(({ document: { id } }) => ['001', '002'].includes(id)))
    for (const { name, promises: facts } of projects) {
      const own = promises.filter(
        ({ project, source }) =>
          project.name === name && source.kind === 'document' && source.document === document.title,
      );
      const figures = facts.filter(({ measure }) => measure !== 'start' && measure !== 'completion');
      const stated = figures.map(({ value, unit, line }) => `${plain(value)} ${unit} ${line}`);
      const kept = own.flatMap(({ typed, unit, source }) =>
        typed === null || source.kind !== 'document' ? [] : [`${plain(typed)} ${unit} ${source.line}`],
      );
      expect(kept.sort(), name).toEqual(stated.sort());
    }
});

test('what a document names stands in its ledger with document and line, and without inventing there is nothing else', async () => {
  expect(loaded.office.entries).toBe(demoLedgers().stated.length);
  const { entries } = (await door.call('ledgers.list', { ledger: 'cooperations' }, at('cn.23.2303'))) as {
    entries: LedgerEntry[];
  };
  expect(entries.map(({ name }) => name)).toContain('与肇庆市对口合作');
  const input = { ledger: 'cooperations', entryId: entries.find(({ name }) => name.includes('肇庆'))?.entryId };
  const shown = (await door.call('ledgers.show', input, at('cn.23.2303'))) as LedgerEntryShown;
  expect(shown.events[0]?.reason).toMatch(/^《鸡西市“十四五”生物经济发展规划》第 497 行；/);
  expect(shown.entry.enteredOn < today).toBe(true);
  const { entries: due } = (await door.call('ledgers.due', { days: 30 }, at('cn'))) as { entries: LedgerEntry[] };
  expect(new Set(due.map(({ lamp }) => lamp))).toContain('red');
});

test('a zone holds its parks with their bounds, and a county sees nothing of another', async () => {
  const { rows } = await list('parks', jidong);
  const bounds = demoDocuments()
    .find(({ document }) => document.id === '000')
    ?.parks.filter(({ south }) => south !== undefined);
  expect(bounds).toHaveLength(3);
  for (const { name, south } of bounds ?? [])
    expect(rows.find(({ data }) => data.name === name)?.data.south).toBe(south);
  expect((await list('parks', 'cn.37')).rows.some(({ unitPath }) => unitPath.startsWith('cn.23'))).toBe(false);
});

test('what was measured is approved as actual, what is aimed at as plan, each with document and line', async () => {
  const figures = demoDocuments().flatMap((each) => each.figures);
  expect(loaded.stated).toBeGreaterThan(150);
  expect(loaded.stated).toBeLessThanOrEqual(figures.filter(canStand).length);
  expect(loaded.approved).toBe(loaded.stated);
  const { observations } = (await door.call(
    'observations.list',
    { unitPath: jidong, period: '2019', indicatorId: 'industry.output' },
    at(jidong),
  )) as { observations: unknown[] };
  expect(observations).toMatchObject([
    {
      value: '3980000000',
      typed: '39.8',
      typedUnit: '亿元',
      status: 'approved',
      scenario: 'actual',
      provenance: { kind: 'document', line: 53, quote: '39.8亿元' },
    },
  ]);
});

test('the ten fields of a programme have their plans as its table says, and these add up', async () => {
  const { observations } = (await door.call(
    'observations.list',
    { unitPath: demoUnits().fieldsUnder, period: '2013', indicatorId: 'industry.revenue', scenario: 'plan' },
    at('cn.23'),
  )) as { observations: { unitPath: string; value: string }[] };
  const total = observations.find(({ unitPath }) => unitPath === demoUnits().fieldsUnder);
  const parts = observations.filter((each) => each !== total);
  expect(total?.value).toBe('1017300000000');
  // The tenth, services, states no revenue.
  expect(parts).toHaveLength(9);
  expect(parts.reduce((sum, { value }) => sum + Number(value), 0)).toBe(Number(total?.value));
});

test('what documents state of area and jobs is asked for, each demand with document and line, and no quota is made up', async () => {
  const { demands } = (await door.call('element-demands.list', {}, at('cn'))) as { demands: DemandView[] };
  expect(demands).toHaveLength(loaded.demands);
  expect(loaded.demands).toBe(demoElements().stated.length);
  for (const { source } of demands)
    expect(source).toMatchObject({ kind: 'promise', said: { zh: expect.stringMatching(/第 \d+ 行/) } });
  expect(await door.call('element-quotas.list', {}, at('cn'))).toEqual({ quotas: [] });
});

test('an account of the demo is plainly one, and comes in with the password that was given', async () => {
  expect(loaded.accounts.every(({ name }) => name.startsWith('演示·'))).toBe(true);
  const attempt = { password: strongPassword, code: null, address: '127.0.0.1', agent: 'test' };
  const clerk = await door.gate.actorOfSession(await door.gate.signIn({ login: 'demo-clerk', ...attempt }), null);
  expect(clerk).toMatchObject({ unitPath: jidong, scope: [jidong] });
  expect(clerk.permissions.has('observation.approve')).toBe(false);
});

test('a second demo is refused, and says what to do', async () => {
  await expect(loadDemo(door, { invented: 'none' }, () => {})).rejects.toMatchObject({ code: 'demo-not-empty' });
});

test('invented months are marked as invented, and the county of the clerk has yet to report the last', async () => {
  const { rows } = await list('projects', jidong);
  const facts = demoDocuments().flatMap((each) => each.projects);
  const building = rows.filter(({ data }) => data.stage !== 'producing').slice(0, 2);
  const projects = building.map(({ id, unitPath, data }) => {
    const fact = facts.find(({ name }) => name === data.name);
    if (fact === undefined) throw new Error(`no fact of ${data.name}`);
    return { id, unitPath, fact };
  });
  const { units } = (await door.call('units.list', {}, operator)) as {
    units: { unitPath: string; tenantId: string }[];
  };
  const tenantId = units.find(({ unitPath }) => unitPath === jidong)?.tenantId ?? '';
  const reporting = { counties: [jidong], zones: [], behind: jidong };
  const { recorded, periods } = await recordInvented(door, reporting, projects, (unitPath) => ({
    ...at(unitPath),
    tenantId,
  }));
  expect(recorded).toBeGreaterThan(100);
  expect(
    [...periods]
      .filter((period) => period.length === 7)
      .sort()
      .at(-1),
  ).toBe('2025-12');
  const { observations } = (await door.call(
    'observations.list',
    { unitPath: jidong, period: '2025-12' },
    at(jidong),
  )) as {
    observations: { provenance: unknown; status: string }[];
  };
  expect(observations.length).toBeGreaterThan(5);
  for (const { provenance } of observations) expect(provenance).toEqual({ kind: 'invented', by: 'demo' });
});

describe('an office at work, invented', () => {
  const { mark, stories, entries } = demoOffice();
  const tenants = new Map<string, string>();
  const idOf = new Map<string, string>();

  beforeAll(async () => {
    const { units } = (await door.call('units.list', {}, operator)) as {
      units: { unitPath: string; tenantId: string }[];
    };
    for (const { unitPath, tenantId } of units) tenants.set(unitPath, tenantId);
    const { rows } = await list('projects', 'cn');
    const facts = new Map(demoDocuments().flatMap((each) => each.projects.map((fact) => [fact.name, fact])));
    const projects = rows.flatMap(({ id, unitPath, data }) => {
      const fact = facts.get(data.name as string);
      idOf.set(data.name as string, id);
      return fact === undefined ? [] : [{ id, unitPath, fact }];
    });
    const adopted = { parks: new Map(), enterprises: new Map(), projects };
    const actAt = (unitPath: string): Actor => ({
      ...at(unitPath),
      scope: ['cn'],
      tenantId: tenants.get(unitPath) ?? '',
    });
    await inventElements(door, adopted, actAt);
    await tellStories(door, adopted, actAt);
    await enterEntries(door, adopted, actAt);
  }, 120_000);

  const shown = async (name: string) =>
    (await door.call('delivery.show', { id: idOf.get(name) }, at('cn'))) as Delivery;

  test('each told project stands where its last step led, and every step, person and sum says that it is made up', async () => {
    for (const { project, steps } of stories) {
      const { card, events, posts, funds, items } = await shown(project);
      const last = (Object.keys(steps) as ProjectAction[]).at(-1);
      if (last !== undefined) expect(card.stage, project).toBe(actions[last].to);
      expect(
        events.filter(({ by }) => by !== mark),
        project,
      ).toEqual([]);
      expect(posts.length, project).toBeGreaterThan(2);
      expect(
        posts.filter(({ person }) => !person.startsWith('演示')),
        project,
      ).toEqual([]);
      expect(
        [
          ...funds.map(({ note }) => note),
          ...items.flatMap(({ state, reason, number }) => (state === 'todo' ? [] : [reason ?? number])),
        ].filter((each) => each !== mark),
        project,
      ).toEqual([]);
      const files = events.flatMap(({ evidence }) => evidence.map(({ name }) => name));
      expect(files.filter((name) => !name.startsWith(mark))).toEqual([]);
    }
  });

  test('quotas, further demands and the one decision say that they are made up, and land is short', async () => {
    const { quotas } = (await door.call('element-quotas.list', {}, at('cn'))) as { quotas: QuotaView[] };
    const { allocations } = (await door.call('element-allocations.list', {}, at('cn'))) as {
      allocations: AllocationView[];
    };
    const { demands } = (await door.call('element-demands.list', {}, at('cn'))) as { demands: DemandView[] };
    const said = [
      ...quotas.map(({ number }) => number),
      ...allocations.map(({ basis }) => basis),
      ...demands.filter(({ source }) => source.kind !== 'promise').map(({ note }) => note ?? ''),
    ];
    expect(said.filter((each) => !each.startsWith(mark))).toEqual([]);
    expect([quotas.length, allocations.length]).toEqual([demoElements().quotas.length, demoElements().grants.length]);
    const { short } = (await door.call('elements.short', {}, at('cn'))) as { short: { element: string }[] };
    expect(short.map(({ element }) => element)).toContain('land');
  });

  test('a plan goes back from the finish that the document states, and nothing in it happened after today', async () => {
    const id = [...idOf].find(([name]) => name.endsWith('综合制剂三期项目'))?.[1];
    const stated = (await door.call('nodes.show', { id }, at('cn'))) as ShownPlan;
    expect(stated).toMatchObject({ template: 'industrial', targetOn: '2027-12-31' });
    expect(stated.nodes).toHaveLength(32);
    const { nodes, total } = (await door.call('nodes.late', {}, at('cn'))) as { nodes: LateNode[]; total: number };
    expect(total).toBeGreaterThan(0);
    expect(nodes.every(({ owner }) => owner?.startsWith('演示'))).toBe(true);
    const happened = stated.nodes.flatMap(({ actualStart, actualFinish }) => [actualStart, actualFinish]);
    expect(happened.filter((day) => day !== null && day > today)).toEqual([]);
  });

  test('an entry review passed with conditions, and one of them is broken for want of a finding', async () => {
    const { reviews } = (await door.call('reviews.list', {}, at('cn.23'))) as { reviews: ReviewLine[] };
    expect(reviews).toMatchObject([{ state: 'conditional', conditions: 3, openConditions: 3 }]);
    const { promises } = (await door.call('promises.due', { status: 'breached' }, at('cn.23'))) as {
      promises: PromiseView[];
    };
    expect(promises.map(({ measure, owner, what }) => [measure, owner, what?.endsWith(`（${mark}）`)])).toEqual([
      ['condition', '演示·项目单位', true],
    ]);
  });

  test('a session decided two problems, and each has its decision; the next one has its agenda', async () => {
    const rows = async (ledger: string) =>
      ((await door.call('ledgers.list', { ledger }, at('cn.23'))) as { entries: LedgerEntry[] }).entries;
    const problems = await rows('problems');
    const decided = problems.filter(({ data }) => data.session !== null);
    expect(decided.map(({ stage }) => stage).sort()).toEqual(['decided', 'solved']);
    expect(new Set(problems.map(({ stage }) => stage)).size).toBeGreaterThanOrEqual(5);
    expect(problems.some(({ lamp }) => lamp === 'red')).toBe(true);
    const { items } = (await door.call('meetings.candidates', {}, at('cn.23'))) as { items: unknown[] };
    expect(items).toHaveLength(2);
    const sessions = await rows('sessions');
    expect(sessions.map(({ stage }) => stage).sort()).toEqual(['closed', 'planned']);
    const planned = sessions.find(({ stage }) => stage === 'planned');
    const pack = await door.call('meetings.pack', { entryId: planned?.entryId, format: 'docx' }, at('cn.23'));
    expect((pack as { bytes: Uint8Array }).bytes.length).toBeGreaterThan(1000);
    const all = [...problems, ...sessions, ...(await rows('whistles')), ...(await rows('inspections'))];
    expect(all).toHaveLength(entries.length);
    expect(all.filter(({ name }) => !name.endsWith(`（${mark}）`))).toEqual([]);
  });
});

test('a first look stands on the demo as long as its people are the only ones', async () => {
  expect(await demoHome(door.call)).toMatchObject({ unitPath: demoUnits().lookFrom, scope: ['local', 'cn'] });
  await door.call('accounts.add', { login: 'wang.min', name: '王敏', unitPath: jidong }, operator);
  expect(await demoHome(door.call)).toBeNull();
});
