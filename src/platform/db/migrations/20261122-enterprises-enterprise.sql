create table enterprise (
  tenant_id bigint not null references tenant,
  enterprise_id uuid not null,
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
  primary key (tenant_id, enterprise_id),
  unique (tenant_id, unit_path, enterprise_id),
  check ((ended_on is null) = (ending is null))
);
comment on table enterprise is '[D] 企业登记册：每个企业一行，内容随时间见其版本 / Register of enterprises: one row each, its content through time in the versions';
comment on column enterprise.tenant_id is '归属单位 / Owner';
comment on column enterprise.enterprise_id is '编号，永不改变 / Number, which never changes';
comment on column enterprise.unit_path is '归口单位 / Unit that answers for it';
comment on column enterprise.begun_on is '起始日 / First day';
comment on column enterprise.ended_on is '终止日，当日起不再有效 / No longer from this day on';
comment on column enterprise.ending is '终止方式：并入、拆分、撤销 / How it ended: merged, split, ended';
comment on column enterprise.revision is '修订号，防止互相覆盖 / Revision, so that nobody overwrites another';
comment on column enterprise.provenance is '出处：录入、导入的文件与行、文件的语句 / Where it comes from: typed, row of a file, sentence of a document';
comment on column enterprise.created_at is '建立时间 / When it was made';
comment on column enterprise.created_by is '建立人 / Who made it';
comment on column enterprise.updated_at is '修改时间 / Last change';
comment on column enterprise.updated_by is '修改人 / Who changed it last';
create index enterprise_number on enterprise (enterprise_id);
revoke delete on enterprise from lantu_app;

create table enterprise_version (
  tenant_id bigint not null,
  enterprise_id uuid not null,
  unit_path public.ltree not null,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  name text collate "C" not null check (name <> ''),
  code text collate "C",
  data jsonb not null,
  reason text,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, enterprise_id, valid_from),
  foreign key (tenant_id, unit_path, enterprise_id) references enterprise (tenant_id, unit_path, enterprise_id)
);
comment on table enterprise_version is '[D] 企业在一段时间里的样子 / What the register says of one of the enterprises for a span of time';
comment on column enterprise_version.tenant_id is '归属单位 / Owner';
comment on column enterprise_version.enterprise_id is '企业 / Whose';
comment on column enterprise_version.unit_path is '归口单位 / Unit that answers for it';
comment on column enterprise_version.valid_from is '自此日 / From this day';
comment on column enterprise_version.valid_to is '至此日（不含） / Up to, but not on, this day';
comment on column enterprise_version.name is '名称 / Name';
comment on column enterprise_version.code is '代码 / Code';
comment on column enterprise_version.data is '各栏内容，见登记册的栏目定义 / Its fields, as the register declares them';
comment on column enterprise_version.reason is '变更原因或依据 / Why it changed';
comment on column enterprise_version.at is '写入时间 / When it was written';
comment on column enterprise_version.by is '写入人 / Who wrote it';
create index enterprise_version_name on enterprise_version (name, enterprise_id);
create index enterprise_version_code on enterprise_version (code);
create index enterprise_version_unit on enterprise_version using gist (unit_path);
revoke delete on enterprise_version from lantu_app;

create table enterprise_succession (
  tenant_id bigint not null,
  unit_path public.ltree not null,
  from_id uuid not null,
  to_id uuid not null check (to_id <> from_id),
  on_day date not null,
  kind text not null check (kind in ('merged', 'split')),
  primary key (tenant_id, from_id, to_id),
  foreign key (tenant_id, unit_path, from_id) references enterprise (tenant_id, unit_path, enterprise_id)
);
comment on table enterprise_succession is '[D] 企业的沿革：谁并入谁，谁拆分出谁 / What became of the enterprises: merged into whom, split into which';
comment on column enterprise_succession.tenant_id is '原企业的归属单位 / Owner of the earlier one';
comment on column enterprise_succession.unit_path is '原企业的归口单位 / Unit of the earlier one';
comment on column enterprise_succession.from_id is '原企业 / Earlier';
comment on column enterprise_succession.to_id is '后继企业，可属其他单位 / Later; may belong to another owner';
comment on column enterprise_succession.on_day is '自此日 / From this day';
comment on column enterprise_succession.kind is '并入或拆分 / Merged or split';
create index enterprise_succession_to on enterprise_succession (to_id);
revoke update, delete on enterprise_succession from lantu_app;

create table enterprise_apart (
  tenant_id bigint not null,
  unit_path public.ltree not null,
  one_id uuid not null,
  other_id uuid not null check (other_id > one_id),
  reason text not null,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, one_id, other_id),
  foreign key (tenant_id, unit_path, one_id) references enterprise (tenant_id, unit_path, enterprise_id)
);
comment on table enterprise_apart is '[D] 经人核定不是同一企业的两条记录 / Two of the enterprises that somebody found not to be the same';
comment on column enterprise_apart.tenant_id is '归属单位 / Owner';
comment on column enterprise_apart.unit_path is '归口单位 / Unit';
comment on column enterprise_apart.one_id is '一条 / One';
comment on column enterprise_apart.other_id is '另一条 / The other';
comment on column enterprise_apart.reason is '理由 / Reason';
comment on column enterprise_apart.at is '时间 / When';
comment on column enterprise_apart.by is '由谁 / By whom';

do $$
declare each text;
begin
  foreach each in array array['enterprise', 'enterprise_version', 'enterprise_succession', 'enterprise_apart'] loop
    execute format('alter table %I enable row level security', each);
    execute format(
      'create policy scope on %I using (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[]) with check (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[])',
      each);
  end loop;
end $$;
