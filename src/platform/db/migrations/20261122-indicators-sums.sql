-- What the roll-ups of all units at or below a unit add up to. Whoever approves may not write above the own scope, so the
-- sums are made beside the writers (docs/decisions/0010): an approval leaves a note in rollup_due, committed with it, and
-- whoever reads adds up by itself what a note says has changed. The path stands as text, too: only text can be looked up
-- in an index before the policy was asked.
create table rollup_sum (
  tenant_id bigint not null,
  period text collate "C" not null,
  unit_path public.ltree not null,
  indicator_id text collate "C" not null,
  subject_kind text collate "C" not null,
  level int not null,
  industry text collate "C" not null,
  accumulation text collate "C" not null,
  scenario text collate "C" not null,
  depth int not null,
  path text collate "C" not null,
  total numeric not null,
  weight numeric,
  known bigint not null,
  holes bigint not null,
  primary key (tenant_id, period, unit_path, indicator_id, subject_kind, level, industry, accumulation, scenario)
);
comment on table rollup_sum is '[D] 单位及其下各单位汇总之和 / Sums of the roll-ups of a unit and of all below it';
comment on column rollup_sum.tenant_id is '归属单位；没有则为 0 / Owner; 0 if there is none';
comment on column rollup_sum.period is '期别 / Period';
comment on column rollup_sum.unit_path is '单位 / Unit';
comment on column rollup_sum.indicator_id is '指标 / Indicator';
comment on column rollup_sum.subject_kind is '对象种类 / Kind of subject';
comment on column rollup_sum.level is '对象为单位时其层级，否则为 0 / Level of the subject if it is a unit, else 0';
comment on column rollup_sum.industry is '行业（GB/T 4754）；空为全部 / Industry; empty: all';
comment on column rollup_sum.accumulation is '当期或累计 / Single or cumulative';
comment on column rollup_sum.scenario is '实际或计划 / Actual or plan';
comment on column rollup_sum.depth is '单位路径的长度 / Length of the path';
comment on column rollup_sum.path is '单位路径的文字 / The path as text';
comment on column rollup_sum.total is '合计；加权指标为数值乘权重之和 / Sum; of value times weight for a weighted indicator';
comment on column rollup_sum.weight is '权重之和，仅加权指标 / Sum of the weights, of weighted indicators only';
comment on column rollup_sum.known is '有数的对象数 / Subjects with a value';
comment on column rollup_sum.holes is '缺数的对象数 / Subjects without';
create index rollup_sum_place on rollup_sum (period, depth, subject_kind, industry, path);
revoke insert, update, delete on rollup_sum from lantu_app;
alter table rollup_sum enable row level security;
create policy scope on rollup_sum
  using (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[])
  with check (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[]);

-- One row for each change, never one for several: a note taken away with an older one would be lost.
create table rollup_due (
  mark_id uuid primary key default gen_random_uuid(),
  period text collate "C" not null,
  path text collate "C" not null
);
comment on table rollup_due is '[L] 汇总已变、上级之和尚未更新的单位 / Units whose roll-ups changed since the sums above them were made';
comment on column rollup_due.mark_id is '编号 / Number';
comment on column rollup_due.period is '期别 / Period';
comment on column rollup_due.path is '单位路径 / Path of the unit';
create index rollup_due_period on rollup_due (period);
revoke update, delete on rollup_due from lantu_app;
insert into rollup_due (period, path) select distinct period, unit_path::text from rollup;
