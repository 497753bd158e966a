-- The rules of house/database.md §3 and of row-level security, read from the catalogue of any PostgreSQL 15 or later.
-- A table's class is the letter before its comment: [R] reference, [D] distributed, [L] local. No rows: all is well.
with t as (
  select c.oid, c.relname, c.relowner, c.relrowsecurity,
    substring(obj_description(c.oid, 'pg_class') from '^\[([RDL])\] \S') as class
  from pg_class c
  where c.relnamespace = 'lantu'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
), d as (
  select t.*, a.attnum as dk, a.attnotnull, a.atttypid
  from t left join pg_attribute a on a.attrelid = t.oid and a.attname = 'tenant_id' and not a.attisdropped
  where class = 'D'
), app as (
  select oid, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as is_mighty
  from pg_roles where rolname = 'lantu_app'
), policy as (
  select t.relname, t.class, y.polrelid, y.polname, y.polcmd, y.polpermissive,
    y.polqual is not null and y.polwithcheck is not null as is_whole,
    coalesce(y.polqual::text, '') || coalesce(y.polwithcheck::text, '') as tree,
    coalesce(pg_get_expr(y.polqual, y.polrelid), '') as reading,
    coalesce(pg_get_expr(y.polwithcheck, y.polrelid), '') as writing
  from pg_policy y join t on t.oid = y.polrelid
)
select relname as object, 'no class: the comment begins with [R], [D] or [L]' as problem from t where class is null
union all
select t.relname || '.' || a.attname, 'column without a comment'
  from t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  where coalesce(col_description(t.oid, a.attnum), '') = ''
union all
select relname, '[D] needs tenant_id bigint not null' from d
  where dk is null or not attnotnull or atttypid <> 'int8'::regtype
union all
select relname, 'no primary key' from t
  where not exists (select from pg_constraint k where k.conrelid = t.oid and k.contype = 'p')
union all
select d.relname || '.' || ic.relname, 'unique and exclusion indexes of [D] begin with tenant_id'
  from d join pg_index i on i.indrelid = d.oid join pg_class ic on ic.oid = i.indexrelid
  where (i.indisunique or i.indisexclusion) and i.indkey[0] is distinct from d.dk
union all
select s.relname || '.' || k.conname, 'foreign key from [' || s.class || '] to [' || r.class || ']'
  from pg_constraint k join t s on s.oid = k.conrelid join t r on r.oid = k.confrelid
  where k.contype = 'f' and ((s.class = 'D' and r.class = 'L') or (s.class in ('R', 'L') and r.class = 'D'))
union all
select s.relname || '.' || k.conname, 'foreign key between [D] must pair tenant_id with tenant_id, first'
  from pg_constraint k join d s on s.oid = k.conrelid join d r on r.oid = k.confrelid
  where k.contype = 'f' and (k.conkey[1] is distinct from s.dk or k.confkey[1] is distinct from r.dk)
union all
select d.relname || '.' || k.conname, 'set null, set default or on update cascade with tenant_id in the key'
  from pg_constraint k join d on d.oid = k.conrelid
  where k.contype = 'f' and d.dk = any (k.conkey)
    and (k.confdeltype in ('n', 'd') or k.confupdtype in ('n', 'd', 'c'))
union all
select d.relname || '.' || g.tgname, 'trigger on a [D] table' from pg_trigger g join d on d.oid = g.tgrelid
  where not g.tgisinternal
union all
select d.relname || '.' || a.attname, 'small sequence: use bigint or an id of the application'
  from d join pg_attribute a on a.attrelid = d.oid and a.atttypid in ('int4'::regtype, 'int2'::regtype)
  left join pg_attrdef f on f.adrelid = d.oid and f.adnum = a.attnum
  where a.attidentity <> '' or pg_get_expr(f.adbin, f.adrelid) like 'nextval(%'
union all
select relname, '[D] needs unit_path ltree not null' from d
  where not exists (select from pg_attribute a join pg_type y on y.oid = a.atttypid
    where a.attrelid = d.oid and a.attname = 'unit_path' and a.attnotnull and y.typname = 'ltree')
union all
select relname, 'row-level security is off' from d where not relrowsecurity
union all
select relname, 'no policy with using and with check for all commands' from d
  where not exists (select from policy where polrelid = d.oid and polcmd = '*' and polpermissive and is_whole)
union all
select relname || '.' || polname, 'permissive policy that does not ask lantu.scope' from policy
  where class = 'D' and polpermissive and (reading not in ('') and reading not like '%lantu.scope%'
    or writing not in ('') and writing not like '%lantu.scope%')
union all
select relname || '.' || polname, 'sub-select inside a policy' from policy where tree ~ '[{:]SUBLINK'
union all
select extname, 'extension outside of public' from pg_extension
  where extnamespace::regnamespace::text not in ('public', 'pg_catalog') and extname not like 'citus%'
union all
select c.oid::regclass::text, 'lantu_app reaches a partition past its parent''s policy' from pg_class c, app
  where c.relispartition and c.relkind = 'r' and c.relnamespace = 'lantu'::regnamespace
    and has_table_privilege(app.oid, c.oid, 'select')
union all
select c.oid::regclass::text, 'partition of a partition' from pg_class c
  where c.relispartition and c.relkind = 'p' and c.relnamespace = 'lantu'::regnamespace
union all
select c.oid::regclass::text, 'view without security_invoker' from pg_class c
  where c.relkind = 'v' and c.relnamespace = 'lantu'::regnamespace
    and not coalesce(c.reloptions && array['security_invoker=true', 'security_invoker=on'], false)
union all
select c.oid::regclass::text, 'lantu_app reads a materialized view, which has no policies' from pg_class c, app
  where c.relkind = 'm' and c.relnamespace = 'lantu'::regnamespace and has_table_privilege(app.oid, c.oid, 'select')
union all
select p.oid::regprocedure::text, 'security definer goes past row-level security' from pg_proc p
  where p.pronamespace = 'lantu'::regnamespace and p.prosecdef
union all
select relname, 'lantu_app may truncate, which asks no policy' from d, app
  where has_table_privilege(app.oid, d.oid, 'truncate')
union all
select 'lantu_app', 'there is no such role' where not exists (select from app)
union all
select 'lantu_app', 'has a power that lets it past row-level security' from app where is_mighty
union all
select distinct 'lantu_app', 'is a member of the role that owns ' || t.relname from t, app
  where pg_has_role(app.oid, t.relowner, 'member')
union all
select 'lantu_app', 'owns ' || count(*) || ' objects' from pg_shdepend s, app
  where s.refclassid = 'pg_authid'::regclass and s.refobjid = app.oid and s.deptype = 'o'
    and s.dbid in (0, (select oid from pg_database where datname = current_database()))
  having count(*) > 0
order by 1, 2
