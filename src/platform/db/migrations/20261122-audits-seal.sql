-- The chain of the audit. Rows of `audit` stay as they were written; what seals them stands beside them.
-- A row's digest is taken in the transaction that wrote it and waits in audit_pending until the sealer has given it
-- its place. Neither table refers to `audit` by a foreign key: that a row is gone has to be found, not prevented twice.
create table audit_pending (
  tenant_id bigint not null references tenant,
  audit_id uuid not null,
  unit_path public.ltree not null,
  at timestamptz not null,
  digest bytea not null check (length(digest) = 32),
  primary key (tenant_id, audit_id)
);
comment on table audit_pending is '[D] 尚未封存的审计行：写入时的摘要 / Audit rows not sealed yet: their digests when they were written';
comment on column audit_pending.tenant_id is '归属单位 / Owner';
comment on column audit_pending.audit_id is '审计行 / Audit row';
comment on column audit_pending.unit_path is '操作人所在单位 / Unit of the actor';
comment on column audit_pending.at is '审计行的时间，封存按此排序 / When the row was written; sealed in this order';
comment on column audit_pending.digest is '审计行的 SHA-256 / SHA-256 of the row';
revoke update, delete on audit_pending from lantu_app;

create table audit_seal (
  tenant_id bigint not null references tenant,
  seq bigint not null check (seq >= 1),
  audit_id uuid not null,
  unit_path public.ltree not null,
  digest bytea not null check (length(digest) = 32),
  hash bytea not null check (length(hash) = 32),
  sealed_at timestamptz not null,
  primary key (tenant_id, seq),
  unique (tenant_id, audit_id)
);
comment on table audit_seal is '[D] 审计链：每个归属单位一条，每行一环，只增不改 / Chain of the audit: one for each owner, a link for each row';
comment on column audit_seal.tenant_id is '归属单位 / Owner';
comment on column audit_seal.seq is '环的序号，从 1 起不间断 / Number of the link, from 1 without gaps';
comment on column audit_seal.audit_id is '审计行 / Audit row';
comment on column audit_seal.unit_path is '操作人所在单位 / Unit of the actor';
comment on column audit_seal.digest is '审计行写入时的 SHA-256 / SHA-256 of the row when it was written';
comment on column audit_seal.hash is '上一环的值连同本行摘要的 SHA-256 / SHA-256 of the link before with this digest';
comment on column audit_seal.sealed_at is '封存时间 / When it was sealed';
revoke insert, update, delete on audit_seal from lantu_app;

-- The newest first, over all that a reader above many owners may see.
create index audit_recent on audit (at, audit_id);

insert into audit_pending (tenant_id, audit_id, unit_path, at, digest)
select a.tenant_id, a.audit_id, a.unit_path, a.at, sha256(convert_to(json_build_array(
    a.tenant_id::text, a.audit_id, a.unit_path::text,
    to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.actor, a.operation, a.entity, a.entity_id,
    encode(sha256(convert_to(a.before::text, 'UTF8')), 'hex'),
    encode(sha256(convert_to(a.after::text, 'UTF8')), 'hex'))::text, 'UTF8'))
from audit a;

do $$
declare
  seen text := '(unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[])';
  name text;
begin
  foreach name in array array['audit_pending', 'audit_seal']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy scope on %I using %s with check %s', name, seen, seen);
  end loop;
end $$;
