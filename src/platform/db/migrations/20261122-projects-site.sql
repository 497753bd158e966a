create table project_note (
  tenant_id bigint not null,
  project_id uuid not null,
  note_id uuid not null,
  unit_path public.ltree not null,
  on_day text collate "C" not null,
  text text not null check (text <> ''),
  progress numeric check (progress between 0 and 100),
  evidence jsonb not null,
  at timestamptz not null,
  by text not null,
  by_unit public.ltree not null,
  primary key (tenant_id, project_id, note_id),
  foreign key (tenant_id, unit_path, project_id) references project (tenant_id, unit_path, project_id)
);
comment on table project_note is '[D] 现场登记的形象进度，只增不改 / What somebody saw on the site of a project, only ever added to';
comment on column project_note.tenant_id is '归属单位 / Owner';
comment on column project_note.project_id is '项目 / Project';
comment on column project_note.note_id is '编号 / Number';
comment on column project_note.unit_path is '归口单位 / Unit that answers for it';
comment on column project_note.on_day is '所见日期 / Day on which it was seen';
comment on column project_note.text is '形象进度 / What was seen';
comment on column project_note.progress is '形象进度百分比，可不填 / Share built in per cent, where somebody says it';
comment on column project_note.evidence is '照片与文件 / Photos and files';
comment on column project_note.at is '登记时间 / When';
comment on column project_note.by is '登记人 / By whom';
comment on column project_note.by_unit is '登记人单位 / Unit of who recorded it';
revoke update, delete on project_note from lantu_app;
alter table project_note enable row level security;
create policy scope on project_note
  using (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[])
  with check (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[]);
