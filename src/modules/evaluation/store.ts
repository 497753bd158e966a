import { sql } from 'kysely';
import type { Reader, Scope, Writer } from '../../core/database.ts';
import { inScope } from '../../core/in-scope.ts';
import type { Evaluation } from '../../core/rules/working.ts';
import type { UsedEdition } from './edition-list.ts';
import type { Choice, StoredEvaluation } from './rule-views.ts';

/** Decisions that the reader may see, made by any of the units, of one edition or of all; by edition. */
export async function listChoices(
  db: Reader,
  units: readonly string[],
  edition?: string,
): Promise<Map<string, Choice[]>> {
  const rows = await db
    .selectFrom('rule_choice')
    .select(['edition', 'question', 'answer', 'reason', 'unit_path', 'number', 'at', 'by', 'by_name'])
    .where('unit_path', 'in', [...units])
    .$if(edition !== undefined, (query) => query.where('edition', '=', edition as string))
    .orderBy('number', 'desc')
    .execute();
  const byEdition = new Map<string, Choice[]>();
  for (const { edition: key, unit_path: unitPath, by_name: byName, ...rest } of rows)
    byEdition.set(key, [...(byEdition.get(key) ?? []), { ...rest, unitPath, byName }]);
  return byEdition;
}

export async function addChoice(db: Writer, tenantId: string, edition: string, choice: Choice): Promise<void> {
  const { unitPath, byName, ...rest } = choice;
  await db
    .insertInto('rule_choice')
    .values({ tenant_id: tenantId, unit_path: unitPath, edition, by_name: byName, ...rest })
    .execute();
}

interface NewEvaluation extends Omit<StoredEvaluation, 'evaluation'> {
  readonly tenantId: string;
  readonly facts: unknown;
  readonly answers: unknown;
  readonly evaluation: Evaluation;
}

export async function addEvaluation(db: Writer, each: NewEvaluation): Promise<void> {
  await db
    .insertInto('rule_evaluation')
    .values({
      tenant_id: each.tenantId,
      evaluation_id: each.id,
      unit_path: each.unitPath,
      edition: each.edition,
      digest: each.digest,
      subject_kind: each.subjectKind,
      subject_id: each.subjectId,
      period: each.period,
      facts: JSON.stringify(each.facts),
      answers: JSON.stringify(each.answers),
      result: JSON.stringify(each.evaluation),
      at: each.at,
      by: each.by,
    })
    .execute();
}

interface Wanted {
  readonly scope: Scope;
  readonly edition?: string | undefined;
  readonly subjectId?: string | undefined;
  readonly limit: number;
}

export async function listEvaluations(
  db: Reader,
  { scope, edition, subjectId, limit }: Wanted,
): Promise<StoredEvaluation[]> {
  const rows = await db
    .selectFrom('rule_evaluation')
    .select([
      'evaluation_id',
      'unit_path',
      'edition',
      'digest',
      'subject_kind',
      'subject_id',
      'period',
      'at',
      'by',
      'result',
    ])
    .where(inScope('unit_path', scope))
    .$if(edition !== undefined, (query) => query.where('edition', '=', edition as string))
    .$if(subjectId !== undefined, (query) => query.where('subject_id', '=', subjectId as string))
    .orderBy('at', 'desc')
    .orderBy('evaluation_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.evaluation_id,
    unitPath: row.unit_path,
    edition: row.edition,
    digest: row.digest,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    period: row.period,
    at: row.at,
    by: row.by,
    evaluation: row.result as Evaluation,
  }));
}

/** Every edition that was ever used, with each digest it had; read as the owner at the start, over all tenants. */
export async function listUsedEditions(db: Pick<Reader, 'selectFrom'>): Promise<UsedEdition[]> {
  const rows = await db
    .selectFrom('rule_evaluation')
    .select(['edition', 'digest', sql<number>`count(*)::int`.as('count')])
    .groupBy(['edition', 'digest'])
    .orderBy('edition')
    .execute();
  return rows.map(({ edition, digest, count }) => ({ key: edition, digest, count }));
}
