import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { type ServerType, serve } from '@hono/node-server';
import { pino } from 'pino';
import { type Call, createCall } from '../core/call.ts';
import type { Actor } from '../core/implement.ts';
import { Problem } from '../core/problem.ts';
import type { Label } from '../core/text.ts';
import { hasAccounts } from '../modules/people/accounts.store.ts';
import type { Gate } from '../modules/people/gate.service.ts';
import { createGate } from '../modules/people/gate.service.ts';
import { businessPermissions } from '../modules/people/roles.ts';
import type { PlanSummary } from '../modules/plans/plan.ts';
import { startKeeper } from '../platform/audit/keeper.ts';
import { backupFolder } from '../platform/db/backup-folder.ts';
import { keepAnswer, reserveAnswer, writeAudit } from '../platform/db/door.ts';
import { type OpenDatabase, openDatabase } from '../platform/db/open.ts';
import { createHttp } from '../platform/http/http.ts';
import { authenticateBy } from '../platform/http/session.ts';
import { serveStatic } from '../platform/http/static.ts';
import { type OidcDoor, oidcDoor } from '../platform/oidc.ts';
import { collectAtRest } from '../platform/rest.ts';
import { loadKeys } from '../platform/secret-key.ts';
import { secretsWith } from '../platform/secrets.ts';
import { operationsOf, servicesOf } from './app.ts';
import { type Config, packageFolder, version } from './config.ts';
import { demoHome } from './demo/home.ts';
import { startEngine } from './engine.ts';
import { ensureAdministrator } from './first-administrator.ts';
import { ensureUnits } from './first-units.ts';
import { jobsOf, startJobs } from './jobs.ts';
import { refuseChangedEditions } from './rule-editions.ts';
import { sealCodes } from './sealed-codes.ts';
import { startSums } from './sums.ts';

const clock = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const msPerMinute = 60_000;
let lastDay = { minute: 0, day: '' };

/** Asked for by every request; days begin on the minute everywhere. */
function today(): string {
  const minute = Math.floor(Date.now() / msPerMinute);
  if (minute !== lastDay.minute) lastDay = { minute, day: clock.format(minute * msPerMinute) };
  return lastDay.day;
}

/** The one person of a first look at this machine; plainly marked wherever the name shows. */
export const localOfficer: Actor = {
  id: 'local',
  name: '本机样例用户',
  tenantId: '1',
  unitPath: 'local',
  scope: ['local'],
  permissions: new Set([...businessPermissions, 'backup.read', 'backup.write']),
  isSample: true,
};

export interface Running {
  readonly url: string;
  readonly call: Call;
  close(): Promise<void>;
}

export type Tell = (step: Label) => void;

/** What stands in every database, and the keys of this instance. */
async function prepare({ owner, database }: OpenDatabase, config: Config, tell: Tell) {
  await ensureUnits(owner, new Date().toISOString());
  await refuseChangedEditions(owner);
  const secrets = secretsWith(await loadKeys(config));
  await sealCodes(database, secrets, tell);
  return secrets;
}

/** The system without its web server: database, engine and the door. */
export async function openSystem(config: Config, tell: Tell) {
  const opened = await openDatabase(config, tell);
  const secrets = await prepare(opened, config, tell).catch(async (error) => {
    await opened.close();
    throw error;
  });
  const engine = startEngine();
  const keeper = startKeeper(opened.owner, {
    now: () => new Date().toISOString(),
    onFailure: (error) => tell({ zh: `审计封存失败：${error}`, en: `The audit could not be sealed: ${error}` }),
  });
  const sums = startSums(opened.owner, (error) =>
    tell({ zh: `汇总之和未能更新：${error}`, en: `The sums of the roll-ups could not be made: ${error}` }),
  );
  const services = servicesOf(engine, {
    keeper,
    backups: backupFolder(config.home, opened.ownerConnection),
    secrets,
    evidence: config.evidence,
  });
  const surroundings = {
    database: opened.database,
    today,
    now: () => new Date().toISOString(),
    newId: randomUUID,
  };
  const gate = createGate({ ...surroundings, secrets, writeAudit });
  const callWith = (today: () => string) =>
    gate.watch(createCall(services, { ...surroundings, today, writeAudit, reserveAnswer, keepAnswer }));
  const call = callWith(surroundings.today);
  const close = async () => {
    await engine.close();
    // A database that is gone must not keep the rest from closing; what waits is sealed at the next start.
    await keeper.stop().catch(() => undefined);
    await sums.stop();
    await opened.close();
  };
  const hasPeople = () => opened.database.read([], hasAccounts);
  return {
    ...opened,
    surroundings,
    secrets,
    engine,
    services,
    gate,
    hasPeople,
    operations: operationsOf(services),
    call,
    /** What is told of an earlier day is done as on that day; the audit says when it was written. */
    callOn: (day: string) => callWith(() => day),
    close,
  };
}

/** The sample plan, once, into an empty database. */
export async function loadSample(call: Call, tell: Tell, officer: Actor): Promise<void> {
  const { plans } = (await call('plans.list', {}, officer)) as { plans: PlanSummary[] };
  if (plans.length > 0) return;
  tell({ zh: '读取样例规划', en: 'Reading the sample plan' });
  const name = '青澜经济开发区“十五五”产业发展规划（样例）.txt';
  const bytes = new Uint8Array(await readFile(join(packageFolder, 'samples/sample-plan.txt')));
  await call('plans.read-file', { name, bytes, isSample: 'true' }, officer);
}

/** Nobody comes in without signing in where there are accounts, unless they are those of the demo alone. */
async function sampleOfficer({ call, hasPeople }: Awaited<ReturnType<typeof openSystem>>): Promise<Actor> {
  if (!(await hasPeople())) return localOfficer;
  const home = await demoHome(call);
  if (home === null) throw new Problem('accounts-exist');
  return { ...localOfficer, name: '演示·本机用户', ...home };
}

const isLoopback = (host: string) => host === '127.0.0.1' || host === '::1' || host === 'localhost';

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/** On this machine only its own names are answered; elsewhere the address that was configured, or any. */
function hostsOf({ host, origin }: Config): readonly string[] | null {
  const own = host.includes(':') ? `[${host}]` : host;
  if (origin !== undefined) return [new URL(origin).hostname, own, ...loopbackNames];
  return isLoopback(host) ? loopbackNames : null;
}

/** Whoever asks is the person of the session or the token. */
function signedIn(gate: Gate, { origin }: Config, oidc: OidcDoor | undefined) {
  const isSecure = origin?.startsWith('https:') ?? false;
  return { authenticate: authenticateBy(gate), session: { gate, isSecure, isProxied: origin !== undefined, oidc } };
}

const plainWarning: Label = {
  zh: '注意：本服务不加密。对外提供请放在带 TLS 的反向代理之后，并设置 LANTU_ORIGIN',
  en: 'Note: this is not encrypted. Put a reverse proxy with TLS in front and set LANTU_ORIGIN',
};

/** With what lay behind it: “fetch failed” alone helps nobody. */
const reasonOf = (error: unknown): string => {
  const { cause } = error as { cause?: unknown };
  return cause === undefined ? String(error) : `${error}: ${reasonOf(cause)}`;
};

async function listen(server: ServerType): Promise<AddressInfo> {
  if (!server.listening)
    await new Promise((resolve, reject) => {
      server.once('listening', resolve);
      server.once('error', reject);
    });
  return server.address() as AddressInfo;
}

export async function startServer(config: Config, { sample, tell }: { sample: boolean; tell: Tell }): Promise<Running> {
  if (sample && !isLoopback(config.host)) throw new Problem('loopback-only', { host: config.host });
  const web = join(packageFolder, 'dist/web');
  if (!existsSync(join(web, 'index.html'))) throw new Problem('pages-not-built', {});
  const system = await openSystem(config, tell);
  try {
    const officer = sample ? await sampleOfficer(system) : localOfficer;
    if (sample) await loadSample(system.call, tell, officer);
    else await ensureAdministrator(system, config, tell);
    if (!isLoopback(config.host) && config.origin === undefined) tell(plainWarning);
    const log = pino({ level: config.logLevel === 'info' ? 'warn' : config.logLevel });
    const { surroundings, secrets } = system;
    const oidc =
      config.oidc &&
      oidcDoor(config.oidc, {
        ...surroundings,
        secrets,
        onTrouble: (error) => log.warn({ error: reasonOf(error) }, 'identity provider'),
      });
    const app = createHttp({
      operations: system.operations,
      call: system.call,
      version,
      log,
      limits: { json: 4 * 1024 * 1024, file: 50 * 1024 * 1024 },
      hosts: hostsOf(config),
      origin: config.origin ?? null,
      ...(sample ? { authenticate: async () => officer } : signedIn(system.gate, config, oidc)),
      newId: randomUUID,
      isHealthy: system.isHealthy,
    });
    serveStatic(app as never, web);
    const rest = collectAtRest();
    const server = serve({ fetch: app.fetch, hostname: config.host, port: config.port });
    server.on('request', rest.noteWork);
    // Longer than pages and proxies keep a connection that nobody uses: whoever ends it first must not be us.
    if ('keepAliveTimeout' in server) server.keepAliveTimeout = 65_000;
    const { port } = await listen(server).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') throw new Problem('port-taken', { port: config.port });
      throw error;
    });
    const jobs = startJobs({
      ...surroundings,
      owner: system.owner,
      operations: system.operations,
      call: system.call,
      jobs: jobsOf(config),
      onFailure: (job, error) => log.error({ job, error: reasonOf(error) }, 'job'),
    });
    const url = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`;
    const note = join(config.home, 'server.json');
    await writeFile(note, JSON.stringify({ url, pid: process.pid }));
    const close = async () => {
      rest.stop();
      await rm(note, { force: true });
      await new Promise((resolve) => {
        server.close(resolve);
        if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 2000).unref();
      });
      await jobs.stop();
      await system.close();
    };
    return { url, call: system.call, close };
  } catch (error) {
    await system.close();
    throw error;
  }
}
