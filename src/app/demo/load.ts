/** 演示数据: the five documents’ facts in an empty database, through the same operations as anybody’s work. */
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import type { Label } from '../../core/text.ts';
import { businessPermissions } from '../../modules/people/roles.ts';
import type { Unit } from '../../modules/people/unit.ts';
import { operator, root } from '../first-units.ts';
import { acceptStated, inventElements } from './element-steps.ts';
import { enterEntries } from './entry-steps.ts';
import { demoDocuments, demoUnits } from './facts.ts';
import { canStand, recordStated } from './figure-steps.ts';
import { planProjects, type Reporting, recordInvented } from './invented-steps.ts';
import { enterLedgers } from './ledger-steps.ts';
import { enterLists } from './list-steps.ts';
import { enterPromises } from './promise-steps.ts';
import { type ActAt, adoptRegisters } from './register-steps.ts';
import { tellStories } from './story-steps.ts';
import { addAccounts, addUnits, checkPassword, type DemoAccount, type Door } from './unit-steps.ts';

interface Wish {
  readonly invented: 'months' | 'none';
  readonly password?: string | undefined;
}

export interface Loaded {
  readonly units: number;
  readonly accounts: readonly DemoAccount[];
  readonly documents: readonly {
    readonly title: string;
    readonly parks: number;
    readonly enterprises: number;
    readonly projects: number;
    readonly promises: number;
    readonly figures: number;
    readonly tasks: number;
  }[];
  /** Promises in the ledger, days of start and completion included. */
  readonly promises: number;
  /** Projects on lists as the documents have them. */
  readonly listed: number;
  /** Demands of elements that follow from stated facts. */
  readonly demands: number;
  /** Projects whose steps are made up, and entries of ledgers. */
  readonly office: { readonly stories: number; readonly entries: number };
  readonly stated: number;
  readonly invented: number;
  readonly approved: number;
}

/** Whoever loads a demo: all business, no administration. */
const loader = { id: 'demo', name: '演示装载', permissions: businessPermissions } as const;

/** Of the units that are there, only the two that every database begins with. */
async function refuseFilled(call: Call, units: readonly Unit[]): Promise<void> {
  const reader: Actor = {
    ...loader,
    tenantId: root.tenantId,
    unitPath: root.unitPath,
    scope: [root.unitPath, 'local'],
  };
  const found = units.filter(({ unitPath }) => unitPath !== root.unitPath).map(({ name }) => name);
  for (const register of ['parks', 'enterprises', 'projects']) {
    const { rows } = (await call(`${register}.list`, { limit: 1 }, reader)) as { rows: { data: { name: string } }[] };
    found.push(...rows.map(({ data }) => data.name));
  }
  const { observations } = (await call('observations.list', { limit: 1 }, reader)) as {
    observations: { by: string }[];
  };
  found.push(...observations.map(({ by }) => by));
  if (found.length > 0) throw new Problem('demo-not-empty', { found: found.slice(0, 3).join('、') });
}

const listUnits = async (call: Call): Promise<readonly Unit[]> =>
  ((await call('units.list', {}, operator)) as { units: readonly Unit[] }).units;

/** Whoever writes for a unit writes into the rows of its tenant. */
function actAt(units: readonly Unit[]): ActAt {
  const tenants = new Map(units.map(({ unitPath, tenantId }) => [unitPath, tenantId]));
  return (unitPath) => {
    const tenantId = tenants.get(unitPath);
    if (tenantId === undefined) throw new Error(`the demo has no unit ${unitPath}`);
    return { ...loader, tenantId, unitPath, scope: [root.unitPath] };
  };
}

/** Every county reports its months, every zone its quarters. */
function reportingOf(units: readonly Unit[], behind: string): Reporting {
  const paths = (kind: string) => units.filter((unit) => unit.kind === kind).map(({ unitPath }) => unitPath);
  return { counties: paths('county'), zones: paths('zone'), behind };
}

export async function loadDemo(door: Door, wish: Wish, tell: (step: Label) => void): Promise<Loaded> {
  const { call } = door;
  await refuseFilled(call, await listUnits(call));
  if (wish.password !== undefined) checkPassword(wish.password);
  const documents = demoDocuments();
  const first: Actor = { ...loader, tenantId: root.tenantId, unitPath: root.unitPath, scope: [root.unitPath] };
  tell({ zh: '建立单位与账号', en: 'Making units and accounts' });
  const added = await addUnits(door, first, documents);
  const accounts = await addAccounts(door, wish.password);
  const units = await listUnits(call);
  const at = actAt(units);
  tell({ zh: '登记园区、企业、项目', en: 'Entering parks, enterprises and projects' });
  const adopted = await adoptRegisters(door, documents, at);
  tell({ zh: '登记项目承诺', en: 'Entering what the projects promise' });
  const promises = await enterPromises(door, documents, adopted, at);
  const listed = await enterLists(door, documents, adopted, at);
  tell({ zh: '录入文件所列指标', en: 'Recording the figures of the documents' });
  const names = new Map(units.map(({ unitPath, name }) => [unitPath, name]));
  const stated = await recordStated(door, documents, names, adopted, at);
  const periods = new Set(stated.periods);
  let made = 0;
  let office = { stories: 0, entries: 0 };
  if (wish.invented === 'months') {
    tell({ zh: '生成演示用的虚构月度数（均有标记）', en: 'Making up months for the demo, each marked as invented' });
    const reporting = reportingOf(units, demoUnits().clerksAt);
    await planProjects(door, reporting.counties, adopted.projects, at);
    const { recorded, periods: months } = await recordInvented(door, reporting, adopted.projects, at);
    for (const period of months) periods.add(period);
    tell({ zh: '编排项目推进的演示（责任人、步骤、节点、问题，均为虚构）', en: 'Making up an office at work, marked' });
    const told = await tellStories(door, adopted, at);
    for (const period of told.periods) periods.add(period);
    made = recorded + told.recorded;
    office = { stories: told.stories, entries: await enterEntries(door, adopted, at) };
  }
  tell({ zh: '登记要素需求与指标', en: 'Entering demands and quotas of elements' });
  const demands = await acceptStated(door, adopted, at);
  if (wish.invented === 'months') await inventElements(door, adopted, at);
  tell({ zh: '登记台账', en: 'Entering ledgers' });
  const kept = await enterLedgers(door, adopted, at, { isInventing: wish.invented === 'months' });
  office = { ...office, entries: office.entries + kept };
  tell({ zh: '审定', en: 'Approving' });
  let approved = 0;
  for (const period of [...periods].sort()) {
    const answer = await call('observations.approve', { unitPath: root.unitPath, period, below: true }, first);
    approved += (answer as { approved: number }).approved;
  }
  return {
    units: added,
    accounts,
    documents: documents.map(({ document, parks, enterprises, projects, figures, tasks }) => ({
      title: document.title,
      parks: parks.length,
      enterprises: enterprises.length,
      projects: projects.length,
      promises: projects.reduce((sum, { promises }) => sum + promises.length, 0),
      figures: figures.filter(canStand).length,
      tasks: tasks.length,
    })),
    promises,
    listed,
    demands,
    office,
    stated: stated.recorded,
    invented: made,
    approved,
  };
}
