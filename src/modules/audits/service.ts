import { type Actor, implement, type Service } from '../../core/implement.ts';
import type { Operations } from '../../core/operation.ts';
import { Problem } from '../../core/problem.ts';
import { isWithin } from '../people/unit.ts';
import { type AuditKeeper, type AuditRow, chainEntity, type Verification } from './audit.ts';
import { auditCsv, closingLine } from './csv.ts';
import { auditOperations } from './operations.ts';
import * as store from './store.ts';

interface Parts {
  readonly keeper: AuditKeeper;
  /** What the system can do: it names the rows, and says who may read about what. */
  readonly operations: () => Operations;
  sha256(bytes: Uint8Array): string;
}

const mostExported = 100_000;
const mostOfOne = 200;

function placeOf(cursor: string | undefined): store.Place | null {
  if (cursor === undefined) return null;
  const [, at, id] = /^(\d{4}-\d\d-\d\dT[\d:.]+Z)_([0-9a-f-]{36})$/.exec(cursor) ?? [];
  if (at !== undefined && id !== undefined) return { at, id };
  throw new Problem('invalid-input', { count: 1, issues: 'cursor: 须是上一页给出的 next (is the `next` of a page)' });
}

/** Rows of units outside the scope are counted and keep their place in the chain, but are not described. */
const withinScope = ({ scope }: Actor, { breaks, ...rest }: Verification): Verification => ({
  ...rest,
  breaks: breaks.map((each) =>
    each.unitPath !== null && isWithin(scope, each.unitPath)
      ? each
      : { ...each, auditId: null, unitPath: null, at: null },
  ),
});

export function auditService({ keeper, operations, sha256 }: Parts): Service {
  const rowOf = ({ exactAt: _, seq, ...row }: store.StoredAudit): AuditRow => ({
    ...row,
    summary: operations()[row.operation]?.summary ?? null,
    seq: seq === null ? null : Number(seq),
  });

  /** Who may read plans may read who changed them; nobody reads about accounts who may not read accounts. */
  const mayRead = ({ id, permissions }: Actor, { operation, actor }: store.StoredAudit): boolean => {
    if (permissions.has('audit.read') || actor === id) return true;
    const noun = operations()[operation]?.permission.split('.')[0];
    // Everybody has sessions, and nobody those of others.
    return noun !== undefined && noun !== 'session' && permissions.has(`${noun}.read`);
  };

  return implement(auditOperations, {
    'audits.search': async ({ db, actor }, { cursor, limit, ...filter }) => {
      const found = await store.searchAudit(db, actor.scope, filter, { limit: limit + 1, before: placeOf(cursor) });
      const last = found.length > limit ? found[limit - 1] : undefined;
      return {
        rows: found.slice(0, limit).map(rowOf),
        next: last === undefined ? null : `${last.exactAt}_${last.id}`,
      };
    },

    'audits.of': async ({ db, actor }, { entity, id }) => {
      const found = await store.searchAudit(db, actor.scope, { entity, id }, { limit: mostOfOne, before: null });
      return { rows: found.filter((row) => mayRead(actor, row)).map(rowOf) };
    },

    'audits.verify': async ({ db, actor, audit }) => {
      const verification = await keeper.verify(await store.listTenants(db, actor.scope));
      const { breaks, ...rest } = withinScope(actor, verification);
      audit(chainEntity, actor.tenantId, null, { ...rest, breaks: breaks.slice(0, 10) });
      return { ...rest, breaks };
    },

    'audits.last-check': async ({ db, actor }) => {
      const [row] = await store.searchAudit(
        db,
        actor.scope,
        { entity: chainEntity, operation: 'audits.verify' },
        { limit: 1, before: null },
      );
      if (row === undefined) return { check: null };
      const { rows, broken } = row.after as Verification;
      return { check: { at: row.at, by: row.actorName ?? row.actor, rows, broken } };
    },

    'audits.export': async ({ db, actor, today }, filter) => {
      const rows = await store.exportAudit(db, actor.scope, filter, mostExported);
      if (rows.length > mostExported) throw new Problem('too-many-rows', { limit: mostExported });
      const body = new TextEncoder().encode(auditCsv(rows));
      const closing = new TextEncoder().encode(closingLine(rows.length, sha256(body)));
      const bytes = new Uint8Array(body.length + closing.length);
      bytes.set(body);
      bytes.set(closing, body.length);
      return { name: `审计记录-${today}.csv`, mediaType: 'text/csv; charset=utf-8', bytes };
    },
  });
}
