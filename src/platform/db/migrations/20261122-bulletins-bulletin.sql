create table bulletin (
  tenant_id bigint not null references tenant,
  bulletin_id uuid not null,
  unit_path public.ltree not null,
  title text not null,
  period text,
  document jsonb not null,
  state text not null check (state in ('draft', 'approved', 'published')),
  hash text,
  revision int not null check (revision >= 1),
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, bulletin_id),
  check ((state = 'published') = (hash is not null))
);
comment on table bulletin is '[D] 通报：成文、审定、印发后连同数据封存 / Bulletin: drafted, approved, published and frozen with its figures';
comment on column bulletin.tenant_id is '归属单位 / Owner';
comment on column bulletin.bulletin_id is '编号 / Number';
comment on column bulletin.unit_path is '发文单位 / Unit that issues it';
comment on column bulletin.title is '标题 / Title';
comment on column bulletin.period is '所述期别 / Period it speaks of';
comment on column bulletin.document is '公文各要素、正文及其中数字的来源 / Elements, text and the sources of its figures';
comment on column bulletin.state is '状态：草稿、已审定、已印发 / State: draft, approved, published';
comment on column bulletin.hash is '印发时内容的 SHA-256 / SHA-256 of what was published';
comment on column bulletin.revision is '修订号，防止互相覆盖 / Revision, so that nobody overwrites another';
comment on column bulletin.created_at is '建立时间 / When it was made';
comment on column bulletin.created_by is '建立人 / Who made it';
comment on column bulletin.updated_at is '修改时间 / Last change';
comment on column bulletin.updated_by is '修改人 / Who changed it last';
create index bulletin_updated on bulletin (tenant_id, updated_at);

alter table bulletin enable row level security;
create policy scope on bulletin
  using (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[])
  with check (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[]);
