create table project_plan (
  tenant_id bigint not null,
  project_id uuid not null,
  unit_path public.ltree not null,
  revision int not null check (revision >= 1),
  template text collate "C",
  target_on text collate "C",
  start_on text collate "C" not null,
  finish_on text collate "C" not null,
  baseline_finish_on text collate "C",
  baseline_on text collate "C",
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, project_id),
  foreign key (tenant_id, unit_path, project_id) references project (tenant_id, unit_path, project_id)
);
comment on table project_plan is '[D] 项目的节点计划：目标日期、起止与基线 / Plan of a project by nodes: target, span and baseline';
comment on column project_plan.tenant_id is '归属单位 / Owner';
comment on column project_plan.project_id is '项目 / Project';
comment on column project_plan.unit_path is '归口单位 / Unit that answers for it';
comment on column project_plan.revision is '修订号，防止互相覆盖 / Revision, so that nobody overwrites another';
comment on column project_plan.template is '所用模板 / Template that it began with';
comment on column project_plan.target_on is '目标日期（倒排），正排时为空 / Day it is planned back from; empty when planned forward';
comment on column project_plan.start_on is '计划或实际最早开始 / First day, planned or actual';
comment on column project_plan.finish_on is '计划或实际最晚完成 / Last day, planned or actual';
comment on column project_plan.baseline_finish_on is '基线完成日期 / Last day by the baseline';
comment on column project_plan.baseline_on is '基线确定日期 / When the baseline was set';
comment on column project_plan.updated_at is '修改时间 / Last change';
comment on column project_plan.updated_by is '修改人 / Who changed it last';

create table project_node (
  tenant_id bigint not null,
  project_id uuid not null,
  node_id text collate "C" not null,
  unit_path public.ltree not null,
  place int not null check (place >= 1),
  name text not null check (name <> ''),
  kind text collate "C" not null,
  days int not null check (days >= 1),
  counts text collate "C" not null check (counts in ('working', 'calendar')),
  after jsonb not null,
  owner text,
  item text collate "C",
  not_before text collate "C",
  start_on text collate "C" not null,
  finish_on text collate "C" not null,
  baseline_start_on text collate "C",
  baseline_finish_on text collate "C",
  actual_start_on text collate "C",
  actual_finish_on text collate "C" check (actual_finish_on is null or actual_start_on <= actual_finish_on),
  note text,
  evidence jsonb not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, project_id, node_id),
  foreign key (tenant_id, project_id) references project_plan (tenant_id, project_id),
  check (actual_finish_on is null or actual_start_on is not null)
);
comment on table project_node is '[D] 项目计划的节点：工期、前置、计划与实际日期 / Nodes of the plan of a project: length, what each waits for, planned and actual days';
comment on column project_node.tenant_id is '归属单位 / Owner';
comment on column project_node.project_id is '项目 / Project';
comment on column project_node.node_id is '节点编号 / Node';
comment on column project_node.unit_path is '归口单位 / Unit that answers for the project';
comment on column project_node.place is '次序 / Order';
comment on column project_node.name is '名称 / Name';
comment on column project_node.kind is '类别 / Kind';
comment on column project_node.days is '工期（天） / Length in days';
comment on column project_node.counts is '工作日或自然日 / Working or calendar days';
comment on column project_node.after is '前置节点及间隔天数 / What it waits for, and how many days after';
comment on column project_node.owner is '责任人或单位 / Who answers for it';
comment on column project_node.item is '对应的审批事项 / Approval that it stands for';
comment on column project_node.not_before is '不早于 / Wished no earlier than';
comment on column project_node.start_on is '计划开始 / Planned first day';
comment on column project_node.finish_on is '计划完成 / Planned last day';
comment on column project_node.baseline_start_on is '基线开始 / First day by the baseline';
comment on column project_node.baseline_finish_on is '基线完成 / Last day by the baseline';
comment on column project_node.actual_start_on is '实际开始 / Actual first day';
comment on column project_node.actual_finish_on is '实际完成 / Actual last day';
comment on column project_node.note is '说明 / Note';
comment on column project_node.evidence is '佐证材料 / Evidence';
comment on column project_node.updated_at is '修改时间 / Last change';
comment on column project_node.updated_by is '修改人 / Who changed it last';
create index project_node_open on project_node (finish_on, unit_path) where actual_finish_on is null;

create table project_template (
  tenant_id bigint not null references tenant,
  unit_path public.ltree not null,
  template_id text collate "C" not null,
  label jsonb not null,
  source text,
  nodes jsonb not null,
  revision int not null check (revision >= 1),
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, unit_path, template_id)
);
comment on table project_template is '[D] 本单位自定的节点模板 / Templates of nodes that an office has made its own';
comment on column project_template.tenant_id is '归属单位 / Owner';
comment on column project_template.unit_path is '制定单位 / Unit that made it';
comment on column project_template.template_id is '模板编号，与通用模板同号即替代 / Template; the number of a shipped one replaces it';
comment on column project_template.label is '名称 / Name';
comment on column project_template.source is '依据 / Source';
comment on column project_template.nodes is '节点 / Nodes';
comment on column project_template.revision is '修订号 / Revision';
comment on column project_template.updated_at is '修改时间 / Last change';
comment on column project_template.updated_by is '修改人 / Who changed it last';

do $$
declare each text;
begin
  foreach each in array array['project_plan', 'project_node', 'project_template'] loop
    execute format('alter table %I enable row level security', each);
    execute format(
      'create policy scope on %I using (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[]) with check (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[])',
      each);
  end loop;
end $$;
