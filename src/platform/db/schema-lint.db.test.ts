import { CompiledQuery } from 'kysely';
import { expect, test } from 'vitest';
import { rolledBack } from '../../../test/rolled-back.ts';
import { lintSchema } from './schema-lint.ts';

test(
  'the migrated schema keeps every rule',
  rolledBack(async (_, owner) => {
    expect(await lintSchema(owner)).toEqual([]);
  }),
);

const scoped = "(unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[])";
const bad = (columns: string, comment = '[D] 试 / trial') =>
  `create table bad (${columns}); comment on table bad is '${comment}'`;
const row = 'tenant_id bigint not null, unit_path public.ltree not null, id bigint not null';
const partitioned = `
  create table bad (${row}, on_day text not null, primary key (tenant_id, id, on_day)) partition by list (on_day);
  comment on table bad is '[D] 试 / trial';`;

const mistakes: readonly (readonly [what: string, sql: string, problem: string])[] = [
  ['a table without a class', bad('id bigint primary key', '试 / trial'), 'no class: the comment begins with'],
  ['a table without a comment', 'create table bad (id bigint primary key)', 'no class: the comment begins with'],
  ['a column without a comment', bad('id bigint primary key', '[L] 试 / trial'), 'column without a comment'],
  ['a distributed table without tenant', bad('id bigint primary key'), '[D] needs tenant_id bigint not null'],
  ['a tenant that is text', bad('tenant_id text primary key'), '[D] needs tenant_id bigint not null'],
  ['a table without a key', bad(row), 'no primary key'],
  ['a unique index without tenant', 'create unique index on plan (plan_id)', 'indexes of [D] begin with tenant_id'],
  [
    'an exclusion without tenant',
    'alter table plan add exclude using btree (title with =)',
    'indexes of [D] begin with tenant_id',
  ],
  [
    'a key from distributed to local',
    'alter table audit add column migration text references schema_migration',
    'foreign key from [D] to [L]',
  ],
  [
    'a key from reference to distributed',
    'alter table tenant add column plan_id uuid, add foreign key (tenant_id, plan_id) references plan',
    'foreign key from [R] to [D]',
  ],
  [
    'a key that crosses tenants',
    `alter table vocabulary add column other bigint, add column plan_id uuid,
      add foreign key (other, plan_id) references plan`,
    'foreign key between [D] must pair tenant_id',
  ],
  [
    'a key that sets null',
    `alter table vocabulary add column plan_id uuid,
      add foreign key (tenant_id, plan_id) references plan on delete set null`,
    'set null, set default or on update cascade',
  ],
  [
    'a trigger on distributed data',
    `create function noop() returns trigger language plpgsql as 'begin return new; end';
      create trigger bad before insert on plan for each row execute function noop()`,
    'trigger on a [D] table',
  ],
  ['a small sequence', 'alter table audit add column n int generated always as identity', 'small sequence'],
  ['a table without row-level security', bad(`${row}, primary key (tenant_id, id)`), 'row-level security is off'],
  ['row-level security switched off', 'alter table plan disable row level security', 'row-level security is off'],
  ['a distributed table without unit', bad('tenant_id bigint primary key'), '[D] needs unit_path ltree not null'],
  [
    'a policy that checks no writing',
    `drop policy scope on plan; create policy scope on plan using ${scoped}`,
    'no policy with using and with check',
  ],
  ['a policy that lets everybody in', 'create policy open on plan using (true)', 'permissive policy that does not ask'],
  [
    'a policy that asks another table',
    'create policy bad on plan as restrictive using (tenant_id in (select tenant_id from tenant))',
    'sub-select inside a policy',
  ],
  ['an extension of its own place', 'create extension pg_trgm schema lantu', 'extension outside of public'],
  [
    'a partition open by its own name',
    `${partitioned} create table bad_1 partition of bad for values in ('2026-01-01')`,
    "lantu_app reaches a partition past its parent's policy",
  ],
  [
    'a partition of a partition',
    `${partitioned} create table bad_1 partition of bad for values in ('2026-01-01') partition by list (on_day)`,
    'partition of a partition',
  ],
  ['a view with its owner’s rights', 'create view bad as select * from plan', 'view without security_invoker'],
  [
    'a materialized view in the open',
    'create materialized view bad as select * from plan',
    'materialized view, which has no policies',
  ],
  [
    'a function with its owner’s rights',
    "create function bad() returns bigint language sql security definer as 'select count(*) from lantu.plan'",
    'security definer goes past',
  ],
  ['the right to truncate', 'grant truncate on plan to lantu_app', 'may truncate'],
  ['a mighty application role', 'alter role lantu_app bypassrls', 'has a power'],
  [
    'an application role that may become the owner',
    "do $$begin execute format('create role other_owner; alter table plan owner to other_owner; grant other_owner to lantu_app'); end$$",
    'is a member of the role that owns plan',
  ],
  ['a table of the application role', 'alter table vocabulary owner to lantu_app', 'owns 1 objects'],
];

test.each(mistakes)(
  '%s is found',
  async (_, sql, problem) =>
    await rolledBack(async (__, owner) => {
      await owner.executeQuery(CompiledQuery.raw(sql));
      const found = (await lintSchema(owner)).map((complaint) => complaint.problem);
      expect(found.join('\n')).toContain(problem);
    })(),
);
