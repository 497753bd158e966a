alter table project_template add column withdrawn_on text collate "C";
comment on column project_template.withdrawn_on is '停用日期，停用后不再用于新计划 / Day from which no new plan begins with it';
alter table project_plan add column template_unit public.ltree;
alter table project_plan add column template_revision int check (template_revision >= 0);
comment on column project_plan.template_unit is '模板的制定单位，通用模板为空 / Unit that made the template; empty for one that ships';
comment on column project_plan.template_revision is '所用模板的修订号，通用模板为零 / Revision of the template that it began with; zero for one that ships';

create table project_template_version (
  tenant_id bigint not null,
  unit_path public.ltree not null,
  template_id text collate "C" not null,
  revision int not null check (revision >= 1),
  label jsonb not null,
  source text,
  nodes jsonb not null,
  reason text,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, unit_path, template_id, revision),
  foreign key (tenant_id, unit_path, template_id) references project_template (tenant_id, unit_path, template_id)
);
comment on table project_template_version is '[D] 节点模板的每个版本，只增不改：用过的计划查得到当时的模板 / Every version of a template of nodes, only ever added to: a plan finds the template that it began with';
comment on column project_template_version.tenant_id is '归属单位 / Owner';
comment on column project_template_version.unit_path is '制定单位 / Unit that made it';
comment on column project_template_version.template_id is '模板编号 / Template';
comment on column project_template_version.revision is '修订号 / Revision';
comment on column project_template_version.label is '名称 / Name';
comment on column project_template_version.source is '依据 / Source';
comment on column project_template_version.nodes is '节点 / Nodes';
comment on column project_template_version.reason is '修改理由 / Why it changed';
comment on column project_template_version.at is '保存时间 / When it was saved';
comment on column project_template_version.by is '保存人 / Who saved it';
revoke update, delete on project_template_version from lantu_app;
insert into project_template_version
  select tenant_id, unit_path, template_id, revision, label, source, nodes, null, updated_at, updated_by
  from project_template;

alter table project_template_version enable row level security;
create policy scope on project_template_version
  using (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[])
  with check (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[]);
