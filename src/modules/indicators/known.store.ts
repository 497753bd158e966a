import { sql } from 'kysely';
import type * as z from 'zod';
import type { Reader, Scope } from '../../core/database.ts';
import { inScope } from '../../core/in-scope.ts';
import type { KnownFigure, knownFigureOperations } from './known-operations.ts';

type Asked = z.output<(typeof knownFigureOperations)['observations.known']['input']>;

const approved = sql`('approved', 'published')`;
/** The day where the users are. */
const dayOf = (instant: string) => sql`((${sql.ref(instant)} at time zone 'Asia/Shanghai')::date)::text`;

/** Figures that stand and those that were corrected, each as approved. */
export async function listKnown(db: Reader, scope: Scope, asked: Asked): Promise<KnownFigure[]> {
  const { unitPath, subjectKind, indicatorId, accumulation, scenario, from, to } = asked;
  const meant = (table: string) => sql`${sql.ref(`${table}.period`)} between ${from} and ${to}
    and length(${sql.ref(`${table}.period`)}) = ${from.length}
    and ${sql.ref(`${table}.subject_kind`)} = ${subjectKind} and ${sql.ref(`${table}.indicator_id`)} = ${indicatorId}
    and ${sql.ref(`${table}.accumulation`)} = ${accumulation} and ${sql.ref(`${table}.scenario`)} = ${scenario}
    and ${inScope(`${table}.unit_path`, scope)}
    ${unitPath === undefined ? sql`` : sql`and ${sql.ref(`${table}.unit_path`)} operator(public.<@) ${unitPath}::public.ltree`}`;
  const { rows } = await sql<KnownFigure>`
    select o.subject_id as "subjectId", o.period, o.value::text as value,
      greatest(${dayOf('o.at')}, coalesce(${dayOf('o.approved_at')}, '')) as since, null as until
    from observation o where o.status in ${approved} and ${meant('o')}
    union all
    select r.subject_id, r.period, r.value::text,
      greatest(${dayOf('r.at')}, coalesce(case when o.approved_revision = r.revision then ${dayOf('o.approved_at')} end, '')),
      ${dayOf('r.replaced_at')}
    from observation_revision r join observation o
      using (tenant_id, period, subject_kind, subject_id, indicator_id, accumulation, scenario)
    where r.status in ${approved} and ${meant('r')}
    order by 4, 1, 2`.execute(db);
  return rows;
}
