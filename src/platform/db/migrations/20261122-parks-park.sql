create table park (
  tenant_id bigint not null references tenant,
  park_id uuid not null,
  unit_path public.ltree not null,
  begun_on date not null,
  ended_on date check (ended_on > begun_on),
  ending text check (ending in ('merged', 'split', 'ended')),
  revision int not null check (revision >= 1),
  provenance jsonb not null,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, park_id),
  unique (tenant_id, unit_path, park_id),
  check ((ended_on is null) = (ending is null))
);
comment on table park is '[D] 园区登记册：每个园区一行，内容随时间见其版本 / Register of parks: one row each, its content through time in the versions';
comment on column park.tenant_id is '归属单位 / Owner';
comment on column park.park_id is '编号，永不改变 / Number, which never changes';
comment on column park.unit_path is '归口单位 / Unit that answers for it';
comment on column park.begun_on is '起始日 / First day';
comment on column park.ended_on is '终止日，当日起不再有效 / No longer from this day on';
comment on column park.ending is '终止方式：并入、拆分、撤销 / How it ended: merged, split, ended';
comment on column park.revision is '修订号，防止互相覆盖 / Revision, so that nobody overwrites another';
comment on column park.provenance is '出处：录入、导入的文件与行、文件的语句 / Where it comes from: typed, row of a file, sentence of a document';
comment on column park.created_at is '建立时间 / When it was made';
comment on column park.created_by is '建立人 / Who made it';
comment on column park.updated_at is '修改时间 / Last change';
comment on column park.updated_by is '修改人 / Who changed it last';
create index park_number on park (park_id);
revoke delete on park from lantu_app;

create table park_version (
  tenant_id bigint not null,
  park_id uuid not null,
  unit_path public.ltree not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  name text collate "C" not null check (name <> ''),
  code text collate "C",
  data jsonb not null,
  reason text,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, park_id, valid_from),
  foreign key (tenant_id, unit_path, park_id) references park (tenant_id, unit_path, park_id)
);
comment on table park_version is '[D] 园区在一段时间里的样子 / What the register says of one of the parks for a span of time';
comment on column park_version.tenant_id is '归属单位 / Owner';
comment on column park_version.park_id is '园区 / Whose';
comment on column park_version.unit_path is '归口单位 / Unit that answers for it';
comment on column park_version.valid_from is '自此日 / From this day';
comment on column park_version.valid_to is '至此日（不含） / Up to, but not on, this day';
comment on column park_version.name is '名称 / Name';
comment on column park_version.code is '代码 / Code';
comment on column park_version.data is '各栏内容，见登记册的栏目定义 / Its fields, as the register declares them';
comment on column park_version.reason is '变更原因或依据 / Why it changed';
comment on column park_version.at is '写入时间 / When it was written';
comment on column park_version.by is '写入人 / Who wrote it';
create index park_version_name on park_version (name, park_id);
create index park_version_code on park_version (code);
create index park_version_unit on park_version using gist (unit_path);
revoke delete on park_version from lantu_app;

create table park_succession (
  tenant_id bigint not null,
  unit_path public.ltree not null,
  from_id uuid not null,
  to_id uuid not null check (to_id <> from_id),
  on_day date not null,
  kind text not null check (kind in ('merged', 'split')),
  primary key (tenant_id, from_id, to_id),
  foreign key (tenant_id, unit_path, from_id) references park (tenant_id, unit_path, park_id)
);
comment on table park_succession is '[D] 园区的沿革：谁并入谁，谁拆分出谁 / What became of the parks: merged into whom, split into which';
comment on column park_succession.tenant_id is '原园区的归属单位 / Owner of the earlier one';
comment on column park_succession.unit_path is '原园区的归口单位 / Unit of the earlier one';
comment on column park_succession.from_id is '原园区 / Earlier';
comment on column park_succession.to_id is '后继园区，可属其他单位 / Later; may belong to another owner';
comment on column park_succession.on_day is '自此日 / From this day';
comment on column park_succession.kind is '并入或拆分 / Merged or split';
create index park_succession_to on park_succession (to_id);
revoke update, delete on park_succession from lantu_app;

create table park_apart (
  tenant_id bigint not null,
  unit_path public.ltree not null,
  one_id uuid not null,
  other_id uuid not null check (other_id > one_id),
  reason text not null,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, one_id, other_id),
  foreign key (tenant_id, unit_path, one_id) references park (tenant_id, unit_path, park_id)
);
comment on table park_apart is '[D] 经人核定不是同一园区的两条记录 / Two of the parks that somebody found not to be the same';
comment on column park_apart.tenant_id is '归属单位 / Owner';
comment on column park_apart.unit_path is '归口单位 / Unit';
comment on column park_apart.one_id is '一条 / One';
comment on column park_apart.other_id is '另一条 / The other';
comment on column park_apart.reason is '理由 / Reason';
comment on column park_apart.at is '时间 / When';
comment on column park_apart.by is '由谁 / By whom';

do $$
declare each text;
begin
  foreach each in array array['park', 'park_version', 'park_succession', 'park_apart'] loop
    execute format('alter table %I enable row level security', each);
    execute format(
      'create policy scope on %I using (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[]) with check (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[])',
      each);
  end loop;
end $$;
