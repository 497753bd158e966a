create table element_demand (
  tenant_id bigint not null,
  demand_id uuid not null,
  unit_path public.ltree not null,
  project_id uuid not null,
  element text collate "C" not null,
  from_month text collate "C" not null check (from_month ~ '^\d{4}-\d{2}$'),
  to_month text collate "C" check (to_month ~ '^\d{4}-\d{2}$'),
  amount numeric not null check (amount > 0),
  typed text not null,
  typed_unit text not null,
  source jsonb not null,
  note text,
  state text collate "C" not null check (state in ('standing', 'withdrawn')),
  reason text,
  revision int not null check (revision >= 1),
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, demand_id),
  foreign key (tenant_id, unit_path, project_id) references project (tenant_id, unit_path, project_id)
);
comment on table element_demand is '[D] 要素需求：项目从哪月到哪月需要多少 / What projects ask for of an element, from month to month';
comment on column element_demand.tenant_id is '归属单位 / Owner';
comment on column element_demand.demand_id is '编号 / Number';
comment on column element_demand.unit_path is '归口单位 / Unit that answers for the project';
comment on column element_demand.project_id is '项目 / Project';
comment on column element_demand.element is '要素 / Element';
comment on column element_demand.from_month is '起始月 / First month';
comment on column element_demand.to_month is '截止月，空为长期 / Last month; empty for good';
comment on column element_demand.amount is '数量，按基本单位，供查阅；计算用填写的数 / Amount in base units, for reading; what was typed is computed with';
comment on column element_demand.typed is '填写的数 / As typed';
comment on column element_demand.typed_unit is '填写的单位 / Unit as typed';
comment on column element_demand.source is '出处：填写、承诺台账的事实、导入 / Where it comes from: typed, a promised fact, a file';
comment on column element_demand.note is '说明 / Note';
comment on column element_demand.state is '状态 / State';
comment on column element_demand.reason is '更正或撤回的理由 / Reason of a correction or withdrawal';
comment on column element_demand.revision is '修订号，防止互相覆盖 / Revision, so that nobody overwrites another';
comment on column element_demand.created_at is '建立时间 / When it was made';
comment on column element_demand.created_by is '建立人 / Who made it';
comment on column element_demand.updated_at is '修改时间 / Last change';
comment on column element_demand.updated_by is '修改人 / Who changed it last';
create index element_demand_project on element_demand (project_id);
create index element_demand_unit on element_demand using gist (unit_path);
revoke delete on element_demand from lantu_app;

create table element_quota (
  tenant_id bigint not null references tenant,
  quota_id uuid not null,
  unit_path public.ltree not null,
  element text collate "C" not null,
  period text collate "C" not null,
  amount numeric not null check (amount > 0),
  typed text not null,
  typed_unit text not null,
  number text not null,
  parent_id uuid,
  note text,
  state text collate "C" not null check (state in ('standing', 'withdrawn')),
  reason text,
  revision int not null check (revision >= 1),
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, quota_id)
);
comment on table element_quota is '[D] 要素指标：单位在一个时期可以分配多少，依据什么文件；下达给下级的指标记明出自哪一条 / Quotas of elements: what a unit may give away in a period, by what document; one passed down names the one it came out of';
comment on column element_quota.tenant_id is '归属单位 / Owner';
comment on column element_quota.quota_id is '编号 / Number';
comment on column element_quota.unit_path is '持有指标的单位 / Unit that holds it';
comment on column element_quota.element is '要素 / Element';
comment on column element_quota.period is '时期 / Period';
comment on column element_quota.amount is '数量，按基本单位，供查阅；计算用填写的数 / Amount in base units, for reading; what was typed is computed with';
comment on column element_quota.typed is '填写的数 / As typed';
comment on column element_quota.typed_unit is '填写的单位 / Unit as typed';
comment on column element_quota.number is '依据的文号 / Number of the document';
comment on column element_quota.parent_id is '出自上级的哪条指标，可能在别的归属单位 / Quota above that it came out of, perhaps of another owner';
comment on column element_quota.note is '说明 / Note';
comment on column element_quota.state is '状态 / State';
comment on column element_quota.reason is '更正或撤回的理由 / Reason of a correction or withdrawal';
comment on column element_quota.revision is '修订号，防止互相覆盖 / Revision, so that nobody overwrites another';
comment on column element_quota.created_at is '建立时间 / When it was made';
comment on column element_quota.created_by is '建立人 / Who made it';
comment on column element_quota.updated_at is '修改时间 / Last change';
comment on column element_quota.updated_by is '修改人 / Who changed it last';
create index element_quota_unit on element_quota using gist (unit_path);
create index element_quota_parent on element_quota (parent_id);
revoke delete on element_quota from lantu_app;

create table element_allocation (
  tenant_id bigint not null,
  allocation_id uuid not null,
  revision int not null check (revision >= 1),
  unit_path public.ltree not null,
  project_id uuid not null,
  element text collate "C" not null,
  quota_id uuid not null,
  from_month text collate "C" not null check (from_month ~ '^\d{4}-\d{2}$'),
  to_month text collate "C" not null check (to_month ~ '^\d{4}-\d{2}$'),
  amount numeric not null check (amount > 0),
  typed text not null,
  typed_unit text not null,
  basis text not null,
  decided_on text collate "C" not null,
  state text collate "C" not null check (state in ('given', 'withdrawn')),
  is_overruled boolean not null,
  reason text,
  proposal jsonb,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, allocation_id, revision),
  foreign key (tenant_id, unit_path, project_id) references project (tenant_id, unit_path, project_id)
);
comment on table element_allocation is '[D] 要素分配：谁何时凭什么从哪条指标分给项目多少；只增不改，更正与撤回是新的一版 / What people gave a project out of which quota; only ever added to, a correction or withdrawal is a new revision';
comment on column element_allocation.tenant_id is '归属单位 / Owner';
comment on column element_allocation.allocation_id is '编号 / Number';
comment on column element_allocation.revision is '第几版，最后一版有效 / Revision; the last one holds';
comment on column element_allocation.unit_path is '归口单位 / Unit that answers for the project';
comment on column element_allocation.project_id is '项目 / Project';
comment on column element_allocation.element is '要素 / Element';
comment on column element_allocation.quota_id is '出自哪条指标，可能是上级的 / Quota that it comes out of, perhaps of a unit above';
comment on column element_allocation.from_month is '起始月 / First month';
comment on column element_allocation.to_month is '截止月 / Last month';
comment on column element_allocation.amount is '数量，按基本单位，供查阅；计算用填写的数 / Amount in base units, for reading; what was typed is computed with';
comment on column element_allocation.typed is '填写的数 / As typed';
comment on column element_allocation.typed_unit is '填写的单位 / Unit as typed';
comment on column element_allocation.basis is '依据：会议、文号 / Basis: meeting, number of the document';
comment on column element_allocation.decided_on is '决定日期 / Day of the decision';
comment on column element_allocation.state is '状态 / State';
comment on column element_allocation.is_overruled is '突破指标的决定 / Whether it overrules the quota';
comment on column element_allocation.reason is '突破、越位、更正或撤回的理由 / Reason to overrule, to pass over others, to correct or withdraw';
comment on column element_allocation.proposal is '决定时排序规则的建议 / What the rule proposed at the time';
comment on column element_allocation.at is '登记时间 / When';
comment on column element_allocation.by is '决定人 / Who decided';
create index element_allocation_project on element_allocation (project_id);
create index element_allocation_quota on element_allocation (quota_id);
create index element_allocation_unit on element_allocation using gist (unit_path);
revoke update, delete on element_allocation from lantu_app;

do $$
declare each text;
begin
  foreach each in array array['element_demand', 'element_quota', 'element_allocation'] loop
    execute format('alter table %I enable row level security', each);
    execute format(
      'create policy scope on %I using (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[]) with check (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[])',
      each);
  end loop;
end $$;
