-- Classes stand in front of each table's comment: [R] reference, small and global; [D] distributed by tenant_id,
-- under row-level security; [L] local to the coordinator. The schema lint reads them there.
create schema if not exists lantu;
comment on schema lantu is '蓝图的全部数据 / Everything that Lantu keeps';

create extension if not exists ltree schema public;

-- Roles belong to the whole server: another database on it may have made this one already. The owner must be able to
-- step into it; from PostgreSQL 16 on, having created it does not suffice for that.
do $$
begin
  if not exists (select from pg_roles where rolname = 'lantu_app') then
    create role lantu_app nologin;
  end if;
  begin
    set local role lantu_app;
    reset role;
  exception when insufficient_privilege then
    execute format('grant lantu_app to %I', current_user);
  end;
exception when insufficient_privilege then
  raise exception 'the account % cannot act as lantu_app; an administrator of the server runs: create role lantu_app nologin (if it is not there yet); grant lantu_app to %;',
    current_user, quote_ident(current_user);
end $$;

grant usage on schema lantu to lantu_app;
alter default privileges in schema lantu grant select, insert, update, delete on tables to lantu_app;
alter default privileges in schema lantu grant usage on sequences to lantu_app;

create table schema_migration (
  name text primary key,
  checksum text not null,
  applied_at timestamptz not null
);
comment on table schema_migration is '[L] 已执行的数据库变更 / Migrations that ran';
comment on column schema_migration.name is '文件名 / File name';
comment on column schema_migration.checksum is '文件内容的 SHA-256 / SHA-256 of the file';
comment on column schema_migration.applied_at is '执行时间 / When it ran';
revoke insert, update, delete on schema_migration from lantu_app;

create table tenant (
  tenant_id bigint primary key,
  code text not null unique,
  name text not null,
  unit_path public.ltree not null unique,
  created_at timestamptz not null
);
comment on table tenant is '[R] 数据归属单位（县区或开发区） / The county-level unit or zone that owns rows';
comment on column tenant.tenant_id is '永不改变的代号，不是行政区划代码 / A surrogate that never changes, not a region code';
comment on column tenant.code is '短代码 / Short code';
comment on column tenant.name is '名称 / Name';
comment on column tenant.unit_path is '单位路径 / Path of the unit';
comment on column tenant.created_at is '建立时间 / When it was made';
revoke delete on tenant from lantu_app;

create table audit (
  tenant_id bigint not null references tenant,
  audit_id uuid not null,
  unit_path public.ltree not null,
  at timestamptz not null,
  actor text not null,
  operation text not null,
  entity text,
  entity_id text,
  before jsonb,
  after jsonb,
  primary key (tenant_id, audit_id)
);
comment on table audit is '[D] 审计：每次写入一行或多行 / Audit: one or more rows for every write';
comment on column audit.tenant_id is '归属单位 / Owner';
comment on column audit.audit_id is '编号 / Number';
comment on column audit.unit_path is '操作人所在单位 / Unit of the actor';
comment on column audit.at is '时间 / When';
comment on column audit.actor is '操作人 / Who';
comment on column audit.operation is '操作 / What was called';
comment on column audit.entity is '对象种类 / Kind of thing';
comment on column audit.entity_id is '对象编号 / Which one';
comment on column audit.before is '此前内容 / What it was';
comment on column audit.after is '此后内容 / What it is';
create index audit_at on audit (tenant_id, at);
create index audit_entity on audit (tenant_id, entity, entity_id, at);
revoke update, delete on audit from lantu_app;
alter table audit enable row level security;
create policy scope on audit
  using (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[])
  with check (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[]);
