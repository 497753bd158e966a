-- No foreign key to tenant: its number is looked up in that very table, and the check would cost a bulk import a fifth
-- of its time. Not partitioned: the period stands second in the key, so a month's rows lie together and the cost of
-- a month does not grow with the number of months kept.
create table observation (
  tenant_id bigint not null,
  period text collate "C" not null check (period ~ '^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$'),
  subject_kind text collate "C" not null check (subject_kind in ('unit', 'park', 'enterprise', 'project')),
  subject_id text collate "C" not null,
  indicator_id text collate "C" not null,
  accumulation text collate "C" not null check (accumulation in ('single', 'cumulative')),
  scenario text collate "C" not null check (scenario in ('actual', 'plan')),
  unit_path public.ltree not null,
  industry text collate "C",
  value numeric,
  missing text,
  typed text not null,
  typed_unit text not null,
  status text collate "C" not null check (status in ('draft', 'submitted', 'approved', 'published')),
  revision int not null check (revision >= 1),
  approved_revision int,
  approved_at timestamptz,
  approved_by text,
  provenance jsonb not null,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, period, subject_kind, subject_id, indicator_id, accumulation, scenario),
  check ((value is null) <> (missing is null))
) with (fillfactor = 80);
comment on table observation is '[D] 观测值：指标 × 对象 × 期别 / Observation: indicator, subject and period';
comment on column observation.tenant_id is '归属单位 / Owner';
comment on column observation.period is '期别 / Period';
comment on column observation.subject_kind is '对象种类：单位、园区、企业、项目 / Kind of subject';
comment on column observation.subject_id is '对象：单位路径或登记编号 / Subject: path of a unit, or number in its register';
comment on column observation.indicator_id is '指标 / Indicator';
comment on column observation.accumulation is '当期或累计 / Single or cumulative';
comment on column observation.scenario is '实际或计划 / Actual or plan';
comment on column observation.unit_path is '数据所属单位 / Unit that the figure belongs to';
comment on column observation.industry is '对象当时所属行业（GB/T 4754） / Industry of the subject at that time';
comment on column observation.value is '数值，按指标的基本单位 / Value in the base unit of the indicator';
comment on column observation.missing is '缺数原因 / Why there is no value';
comment on column observation.typed is '填写的原文 / As typed';
comment on column observation.typed_unit is '填写的计量单位 / Unit as typed';
comment on column observation.status is '状态：草稿、已报、已审、已发布 / Status';
comment on column observation.revision is '修订号 / Revision';
comment on column observation.approved_revision is '审定时的修订号；小于修订号即审定后有更正 / Revision that was approved; a later one is a correction';
comment on column observation.approved_at is '审定时间 / When it was approved';
comment on column observation.approved_by is '审定人 / Who approved it';
comment on column observation.provenance is '出处：表格、导入行、文件语句或公式 / Form, import row, sentence or formula it comes from';
comment on column observation.at is '写入时间 / When it was written';
comment on column observation.by is '写入人 / Who wrote it';
revoke delete on observation from lantu_app;

create table observation_revision (
  tenant_id bigint not null,
  period text collate "C" not null,
  subject_kind text collate "C" not null,
  subject_id text collate "C" not null,
  indicator_id text collate "C" not null,
  accumulation text collate "C" not null,
  scenario text collate "C" not null,
  revision int not null,
  unit_path public.ltree not null,
  value numeric,
  missing text,
  typed text not null,
  typed_unit text not null,
  status text not null,
  provenance jsonb not null,
  at timestamptz not null,
  by text not null,
  reason text,
  replaced_at timestamptz not null,
  replaced_by text not null,
  primary key (tenant_id, period, subject_kind, subject_id, indicator_id, accumulation, scenario, revision)
);
comment on table observation_revision is '[D] 观测值此前的每个样子，只增不改 / Every earlier state of an observation, only ever added to';
comment on column observation_revision.tenant_id is '归属单位 / Owner';
comment on column observation_revision.period is '期别 / Period';
comment on column observation_revision.subject_kind is '对象种类 / Kind of subject';
comment on column observation_revision.subject_id is '对象 / Subject';
comment on column observation_revision.indicator_id is '指标 / Indicator';
comment on column observation_revision.accumulation is '当期或累计 / Single or cumulative';
comment on column observation_revision.scenario is '实际或计划 / Actual or plan';
comment on column observation_revision.revision is '被取代的修订号 / Revision that was replaced';
comment on column observation_revision.unit_path is '数据所属单位 / Unit that the figure belongs to';
comment on column observation_revision.value is '当时的数值 / Value then';
comment on column observation_revision.missing is '当时的缺数原因 / Why there was none then';
comment on column observation_revision.typed is '当时填写的原文 / As typed then';
comment on column observation_revision.typed_unit is '当时填写的计量单位 / Unit as typed then';
comment on column observation_revision.status is '当时的状态 / Status then';
comment on column observation_revision.provenance is '当时的出处 / Where it came from then';
comment on column observation_revision.at is '当时的写入时间 / When it was written';
comment on column observation_revision.by is '当时的写入人 / Who wrote it';
comment on column observation_revision.reason is '为何被取代；审定后必填 / Why it was replaced; required once approved';
comment on column observation_revision.replaced_at is '被取代的时间 / When it was replaced';
comment on column observation_revision.replaced_by is '由谁取代 / Who replaced it';
revoke update, delete on observation_revision from lantu_app;

create table rollup (
  tenant_id bigint not null,
  period text collate "C" not null,
  unit_path public.ltree not null,
  indicator_id text collate "C" not null,
  subject_kind text collate "C" not null,
  level int not null,
  industry text collate "C" not null,
  accumulation text collate "C" not null,
  scenario text collate "C" not null,
  total numeric not null,
  weight numeric,
  known bigint not null,
  holes bigint not null,
  primary key (tenant_id, period, unit_path, indicator_id, subject_kind, level, industry, accumulation, scenario)
);
comment on table rollup is '[D] 已审数据按单位的汇总；上级由其下各单位的行相加 / Approved figures of a unit; those above are the sums of the rows below them';
comment on column rollup.tenant_id is '归属单位 / Owner';
comment on column rollup.period is '期别 / Period';
comment on column rollup.unit_path is '单位 / Unit';
comment on column rollup.indicator_id is '指标 / Indicator';
comment on column rollup.subject_kind is '对象种类 / Kind of subject';
comment on column rollup.level is '对象为单位时其层级（路径长度），否则为 0 / Level of the subject if it is a unit (length of its path), else 0';
comment on column rollup.industry is '行业（GB/T 4754）；空为全部 / Industry; empty: all';
comment on column rollup.accumulation is '当期或累计 / Single or cumulative';
comment on column rollup.scenario is '实际或计划 / Actual or plan';
comment on column rollup.total is '合计；加权指标为数值乘权重之和 / Sum; of value times weight for a weighted indicator';
comment on column rollup.weight is '权重之和，仅加权指标 / Sum of the weights, of weighted indicators only';
comment on column rollup.known is '有数的对象数 / Subjects with a value';
comment on column rollup.holes is '缺数的对象数 / Subjects without';
create index rollup_period on rollup (period, industry, indicator_id);

do $$
declare each text;
begin
  foreach each in array array['observation', 'observation_revision', 'rollup'] loop
    execute format('alter table %I enable row level security', each);
    execute format(
      'create policy scope on %I using (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[]) with check (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[])',
      each);
  end loop;
end $$;
