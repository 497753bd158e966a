/** People who submit all the time, and what must be found of it when the server comes back. */

/** No answer came, or the server said that its database is away. */
class Gone extends Error {}

export type Ask = <T>(path: string, body?: unknown, method?: string) => Promise<T>;

export function askAt(url: string): Ask {
  return async <T>(path: string, body?: unknown, method = body === undefined ? 'GET' : 'POST'): Promise<T> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }).catch((error: Error) => {
      throw new Gone(String(error.cause ?? error));
    });
    const text = await answer.text().catch((error: Error) => {
      throw new Gone(String(error.cause ?? error));
    });
    if (answer.status === 503) throw new Gone(text);
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  };
}

const unit = 'local';
const form = 'investment-promotion-monthly';
const typed = { signed: '3', amount: '12.5', started: '2', landed: '4.25', 'foreign-capital': '80' };
/** Those typed, and the sums of the year of all but the last: what a submitted report has written. */
const reported = 2 * Object.keys(typed).length - 1;
const figures = [
  'economy.gdp',
  'economy.retail-sales',
  'economy.budget-revenue',
  'investment.fixed-assets',
  'trade.total',
];

/** Something begun: how far its answers say that it came. */
export interface Attempt {
  readonly kind: 'report' | 'figures' | 'park';
  /** The period of a report or of figures, the name of a park. */
  readonly key: string;
  acknowledged: 'nothing' | 'saved' | 'done';
}

interface Sheet {
  readonly summary: { readonly reportId: string | null; readonly revision: number; readonly stage: string | null };
  readonly typed: Record<string, string>;
}
interface Observed {
  readonly status: string;
  readonly provenance: { readonly kind: string; readonly submission?: string };
}

async function submitReport(ask: Ask, attempt: Attempt): Promise<void> {
  const place = { formId: form, unitPath: unit, period: attempt.key };
  const changes = Object.entries(typed).map(([address, to]) => ({ address, from: null, to }));
  const { summary } = await ask<Sheet>('/reports/sheet', { ...place, changes }, 'PUT');
  attempt.acknowledged = 'saved';
  await ask(`/reports/${summary.reportId}/submit`, { reportId: summary.reportId, revision: summary.revision });
}

async function approveFigures(ask: Ask, attempt: Attempt): Promise<void> {
  const values = figures.map((indicatorId) => ({ indicatorId, typed: '7' }));
  await ask('/observations', { unitPath: unit, period: attempt.key, status: 'submitted', values });
  attempt.acknowledged = 'saved';
  await ask('/observations/approve', { unitPath: unit, period: attempt.key });
}

const addPark = (ask: Ask, { key }: Attempt): Promise<unknown> =>
  ask('/parks', { data: { name: key }, since: '2026-01-01', unitPath: unit, reason: null });

const work = { report: submitReport, figures: approveFigures, park: addPark };

/** Years that no other moment uses: three who report months, one who approves years, one who adds parks. */
const keysOf = {
  report: (year: number, n: number) => `${year}-${String(n).padStart(2, '0')}`,
  figures: (year: number, n: number) => `${year}-H${n}`,
  park: (year: number, n: number) => `园区 ${year}-${String(n).padStart(2, '0')}`,
};
const workers = [
  { kind: 'report', from: 1200, most: 12 },
  { kind: 'report', from: 1500, most: 12 },
  { kind: 'report', from: 1800, most: 12 },
  { kind: 'figures', from: 2100, most: 2 },
  { kind: 'park', from: 2400, most: 50 },
] as const;

/** Works until the server is gone; everything else that goes wrong is an error. */
async function workOn(ask: Ask, { kind, from, most }: (typeof workers)[number], moment: number, attempts: Attempt[]) {
  for (let n = 1; n <= most; n++) {
    const attempt: Attempt = { kind, key: keysOf[kind](from + moment, n), acknowledged: 'nothing' };
    attempts.push(attempt);
    await work[kind](ask, attempt);
    attempt.acknowledged = 'done';
  }
}

/** Everybody at once, until nobody is served any more; what else went wrong. */
export async function submitAll(ask: Ask, moment: number, attempts: Attempt[]): Promise<string[]> {
  const ends = await Promise.allSettled(workers.map((worker) => workOn(ask, worker, moment, attempts)));
  return ends.flatMap((end) =>
    end.status === 'rejected' && !(end.reason instanceof Gone) ? [String(end.reason)] : [],
  );
}

async function observed(ask: Ask, period: string): Promise<Observed[]> {
  const { observations } = await ask<{ observations: Observed[] }>(`/observations?unitPath=${unit}&period=${period}`);
  return observations;
}

/** What is wrong with it now: something acknowledged that is not there, or a half of anything. */
async function faultsOf(ask: Ask, { kind, key, acknowledged }: Attempt): Promise<string[]> {
  const told = (what: string) => [`${kind} ${key} (acknowledged: ${acknowledged}): ${what}`];
  if (kind === 'park') {
    const { rows } = await ask<{ rows: { id: string }[] }>(`/parks?search=${encodeURIComponent(key)}`);
    if (rows.length === 0) return acknowledged === 'done' ? told('lost') : [];
    const { versions } = await ask<{ versions: unknown[] }>(`/parks/records/${rows[0]?.id}`);
    return rows.length === 1 && versions.length === 1 ? [] : told('not one record with one version');
  }
  const rows = await observed(ask, key);
  if (kind === 'figures') {
    const approved = rows.filter(({ status }) => status === 'approved').length;
    if (rows.length === 0) return acknowledged === 'nothing' ? [] : told('lost');
    if (rows.length !== figures.length || (approved !== 0 && approved !== rows.length))
      return told(`${rows.length} figures, ${approved} of them approved`);
    return acknowledged === 'done' && approved === 0 ? told('the approval is lost') : [];
  }
  const { summary, typed: kept } = await ask<Sheet>(`/reports/sheet?formId=${form}&unitPath=${unit}&period=${key}`);
  const own = rows.filter(({ provenance }) => provenance.submission === summary.reportId);
  const cells = Object.keys(kept).length;
  if (summary.stage === null) return acknowledged === 'nothing' && rows.length === 0 ? [] : told('lost');
  if (cells !== Object.keys(typed).length) return told(`${cells} cells`);
  if (summary.stage === 'draft')
    return acknowledged === 'done' || own.length > 0 ? told(`a draft with ${own.length} figures`) : [];
  const isWhole = own.length === reported && own.every(({ status }) => status === 'submitted');
  return summary.stage === 'submitted' && isWhole ? [] : told(`${summary.stage} with ${own.length} figures`);
}

export async function faults(ask: Ask, attempts: readonly Attempt[]): Promise<string[]> {
  const found: string[] = [];
  for (const attempt of attempts) found.push(...(await faultsOf(ask, attempt)));
  return found;
}
