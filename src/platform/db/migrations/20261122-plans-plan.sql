create table plan (
  tenant_id bigint not null references tenant,
  plan_id uuid not null,
  unit_path public.ltree not null,
  title text not null,
  stage text not null check (stage in ('draft', 'saved', 'archived')),
  is_sample boolean not null,
  revision int not null check (revision >= 1),
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, plan_id),
  -- What belongs to a plan refers to it with its unit, so nothing can hang on a plan that its writer may not see.
  unique (tenant_id, unit_path, plan_id)
);
comment on table plan is '[D] 规划 / Plan';
comment on column plan.tenant_id is '归属单位 / Owner';
comment on column plan.plan_id is '编号 / Number';
comment on column plan.unit_path is '编制或承担单位 / Unit that keeps it';
comment on column plan.title is '标题 / Title';
comment on column plan.stage is '阶段：草稿、已保存、已归档 / Stage: draft, saved, archived';
comment on column plan.is_sample is '是否为随产品附带的样例 / Whether it is the sample that comes with the product';
comment on column plan.revision is '修订号，防止互相覆盖 / Revision, so that nobody overwrites another';
comment on column plan.created_at is '建立时间 / When it was made';
comment on column plan.created_by is '建立人 / Who made it';
comment on column plan.updated_at is '修改时间 / Last change';
comment on column plan.updated_by is '修改人 / Who changed it last';
create index plan_updated on plan (tenant_id, updated_at);

create table plan_document (
  tenant_id bigint not null,
  plan_id uuid not null,
  unit_path public.ltree not null,
  version int not null check (version >= 1),
  file_id text not null,
  name text not null,
  format text not null,
  size bigint not null check (size >= 0),
  text text not null,
  layout jsonb not null,
  about jsonb not null,
  tables jsonb not null,
  findings jsonb not null,
  created_at timestamptz not null,
  primary key (tenant_id, plan_id, version),
  foreign key (tenant_id, unit_path, plan_id) references plan (tenant_id, unit_path, plan_id) on delete cascade,
  foreign key (tenant_id, unit_path, file_id) references file
);
comment on table plan_document is '[D] 规划文本的一个版本，按读取结果保存 / One version of a plan''s document, as it was read';
comment on column plan_document.tenant_id is '归属单位 / Owner';
comment on column plan_document.plan_id is '规划 / Plan';
comment on column plan_document.unit_path is '规划所属单位 / Unit of the plan';
comment on column plan_document.version is '版本号 / Number of the version';
comment on column plan_document.file_id is '原文件 / Original file';
comment on column plan_document.name is '文件名 / File name';
comment on column plan_document.format is '格式 / Format';
comment on column plan_document.size is '字节数 / Bytes';
comment on column plan_document.text is '读出的文本 / Text as read';
comment on column plan_document.layout is '文本的分块 / Blocks of the text';
comment on column plan_document.about is '题名、发文机关、文号、规划期等 / Title, issuer, number, period and the like';
comment on column plan_document.tables is '文中的表 / Tables of the text';
comment on column plan_document.findings is '检查出的问题 / What the checks found';
comment on column plan_document.created_at is '读取时间 / When it was read';
create index plan_document_file on plan_document (tenant_id, unit_path, file_id);

create table plan_fact (
  tenant_id bigint not null,
  plan_id uuid not null,
  unit_path public.ltree not null,
  fact_id uuid not null,
  document_version int not null,
  kind text not null,
  position int not null,
  data jsonb not null,
  original jsonb,
  state text not null check (state in ('proposed', 'accepted', 'corrected', 'rejected', 'added')),
  revision int not null check (revision >= 1),
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, plan_id, fact_id),
  foreign key (tenant_id, unit_path, plan_id) references plan (tenant_id, unit_path, plan_id) on delete cascade,
  foreign key (tenant_id, plan_id, document_version) references plan_document on delete cascade
);
comment on table plan_fact is '[D] 从规划读出或补录的事实 / Fact read from a plan or added to it';
comment on column plan_fact.tenant_id is '归属单位 / Owner';
comment on column plan_fact.plan_id is '规划 / Plan';
comment on column plan_fact.unit_path is '规划所属单位 / Unit of the plan';
comment on column plan_fact.fact_id is '编号 / Number';
comment on column plan_fact.document_version is '来自文本的哪个版本 / Version of the document it comes from';
comment on column plan_fact.kind is '种类：指标、项目、任务、园区、企业、表 / Kind: indicator, project, task, park, enterprise, table';
comment on column plan_fact.position is '在文中的次序 / Order within the document';
comment on column plan_fact.data is '现行内容 / Content that holds';
comment on column plan_fact.original is '改正前读出的内容 / Content as read, before it was corrected';
comment on column plan_fact.state is '状态：待核、采纳、改正、剔除、补录 / State: proposed, accepted, corrected, rejected, added';
comment on column plan_fact.revision is '修订号 / Revision';
comment on column plan_fact.updated_at is '修改时间 / Last change';
comment on column plan_fact.updated_by is '修改人 / Who changed it last';
create index plan_fact_order on plan_fact (tenant_id, plan_id, document_version, position);

create table plan_fact_revision (
  tenant_id bigint not null,
  plan_id uuid not null,
  unit_path public.ltree not null,
  fact_id uuid not null,
  revision int not null,
  data jsonb not null,
  state text not null,
  reason text,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, plan_id, fact_id, revision),
  foreign key (tenant_id, unit_path, plan_id) references plan (tenant_id, unit_path, plan_id) on delete cascade
);
comment on table plan_fact_revision is '[D] 事实此前的每个样子，只增不改 / Every earlier state of a fact, only ever added to';
comment on column plan_fact_revision.tenant_id is '归属单位 / Owner';
comment on column plan_fact_revision.plan_id is '规划 / Plan';
comment on column plan_fact_revision.unit_path is '规划所属单位 / Unit of the plan';
comment on column plan_fact_revision.fact_id is '事实 / Fact';
comment on column plan_fact_revision.revision is '被取代的修订号 / Revision that was replaced';
comment on column plan_fact_revision.data is '当时的内容 / Content then';
comment on column plan_fact_revision.state is '当时的状态 / State then';
comment on column plan_fact_revision.reason is '为何被取代 / Why it was replaced';
comment on column plan_fact_revision.at is '当时内容的写入时间 / When that content was written';
comment on column plan_fact_revision.by is '当时内容由谁写入 / Who wrote that content';
revoke update, delete on plan_fact_revision from lantu_app;

create table plan_finding_dismissal (
  tenant_id bigint not null,
  plan_id uuid not null,
  unit_path public.ltree not null,
  fingerprint text not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, plan_id, fingerprint),
  foreign key (tenant_id, unit_path, plan_id) references plan (tenant_id, unit_path, plan_id) on delete cascade
);
comment on table plan_finding_dismissal is '[D] 有理由不再提示的问题 / Findings put aside for good, with the reason';
comment on column plan_finding_dismissal.tenant_id is '归属单位 / Owner';
comment on column plan_finding_dismissal.plan_id is '规划 / Plan';
comment on column plan_finding_dismissal.unit_path is '规划所属单位 / Unit of the plan';
comment on column plan_finding_dismissal.fingerprint is '问题的指纹 / Fingerprint of the finding';
comment on column plan_finding_dismissal.reason is '理由 / Reason';
comment on column plan_finding_dismissal.at is '时间 / When';
comment on column plan_finding_dismissal.by is '由谁 / By whom';

create table vocabulary (
  tenant_id bigint not null references tenant,
  unit_path public.ltree not null,
  words jsonb not null,
  revision int not null check (revision >= 1),
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, unit_path)
);
comment on table vocabulary is '[D] 单位自己的词汇：名称、计量单位、指标 / An office''s own words: names, units, indicators';
comment on column vocabulary.tenant_id is '归属单位 / Owner';
comment on column vocabulary.unit_path is '所属单位 / Unit';
comment on column vocabulary.words is '词汇 / Words';
comment on column vocabulary.revision is '修订号 / Revision';
comment on column vocabulary.updated_at is '修改时间 / Last change';
comment on column vocabulary.updated_by is '修改人 / Who changed it last';

do $$
declare
  seen text := '(unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[])';
  name text;
begin
  foreach name in array array['plan', 'plan_document', 'plan_fact', 'plan_fact_revision', 'plan_finding_dismissal', 'vocabulary']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy scope on %I using %s with check %s', name, seen, seen);
  end loop;
end $$;
