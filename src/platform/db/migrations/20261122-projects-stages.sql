create table project_event (
  tenant_id bigint not null,
  project_id uuid not null,
  seq int not null check (seq >= 1),
  unit_path public.ltree not null,
  track text collate "C" not null check (track in ('life', 'statistics')),
  action text collate "C" not null,
  from_stage text collate "C",
  to_stage text collate "C" not null,
  on_day text collate "C" not null,
  reason text,
  stated jsonb not null,
  evidence jsonb not null,
  at timestamptz not null,
  by text not null,
  by_unit public.ltree not null,
  primary key (tenant_id, project_id, seq),
  foreign key (tenant_id, unit_path, project_id) references project (tenant_id, unit_path, project_id)
);
comment on table project_event is '[D] 项目各阶段的经过，只增不改；阶段由此得出 / What happened to a project, only ever added to; its stage derives from it';
comment on column project_event.tenant_id is '归属单位 / Owner';
comment on column project_event.project_id is '项目 / Project';
comment on column project_event.seq is '次序 / Order';
comment on column project_event.unit_path is '归口单位 / Unit that answers for it';
comment on column project_event.track is '生命周期或入库纳统 / Life cycle, or entry into the statistics';
comment on column project_event.action is '操作 / Action';
comment on column project_event.from_stage is '之前的阶段 / Stage before';
comment on column project_event.to_stage is '之后的阶段 / Stage after';
comment on column project_event.on_day is '发生之日 / Day on which it happened';
comment on column project_event.reason is '理由 / Reason';
comment on column project_event.stated is '随操作填写的事实 / Facts stated with it';
comment on column project_event.evidence is '佐证材料 / Evidence';
comment on column project_event.at is '登记时间 / When it was recorded';
comment on column project_event.by is '经办人 / Who';
comment on column project_event.by_unit is '经办单位 / Of which unit';
revoke update, delete on project_event from lantu_app;

create table project_item (
  tenant_id bigint not null,
  project_id uuid not null,
  item text collate "C" not null,
  unit_path public.ltree not null,
  state text collate "C" not null,
  submitted_on text collate "C",
  due_on text collate "C",
  decided_on text collate "C",
  number text,
  reason text,
  papers jsonb not null,
  evidence jsonb not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, project_id, item),
  foreign key (tenant_id, unit_path, project_id) references project (tenant_id, unit_path, project_id)
);
comment on table project_item is '[D] 项目的审批事项与四制 / Approvals and the four systems of a project';
comment on column project_item.tenant_id is '归属单位 / Owner';
comment on column project_item.project_id is '项目 / Project';
comment on column project_item.item is '事项 / Item';
comment on column project_item.unit_path is '归口单位 / Unit that answers for it';
comment on column project_item.state is '状态 / State';
comment on column project_item.submitted_on is '受理日期 / Submitted on';
comment on column project_item.due_on is '办结期限 / Due on';
comment on column project_item.decided_on is '办结日期 / Decided on';
comment on column project_item.number is '文号或证号 / Number of the decision';
comment on column project_item.reason is '理由 / Reason';
comment on column project_item.papers is '容缺材料及补正日期 / Missing papers and when each is due';
comment on column project_item.evidence is '佐证材料 / Evidence';
comment on column project_item.updated_at is '修改时间 / Last change';
comment on column project_item.updated_by is '修改人 / Who changed it last';

create table project_post (
  tenant_id bigint not null,
  project_id uuid not null,
  post_id uuid not null,
  unit_path public.ltree not null,
  role text collate "C" not null,
  person text not null check (person <> ''),
  person_unit text,
  from_on text collate "C" not null,
  to_on text collate "C",
  reason text,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, project_id, post_id),
  foreign key (tenant_id, unit_path, project_id) references project (tenant_id, unit_path, project_id)
);
comment on table project_post is '[D] 谁对项目负责：包保领导、专班、责任单位、首席服务员 / Who answers for a project';
comment on column project_post.tenant_id is '归属单位 / Owner';
comment on column project_post.project_id is '项目 / Project';
comment on column project_post.post_id is '编号 / Number';
comment on column project_post.unit_path is '归口单位 / Unit that answers for the project';
comment on column project_post.role is '职责 / Part';
comment on column project_post.person is '姓名或单位名称 / Person, or unit';
comment on column project_post.person_unit is '所在单位 / Their unit';
comment on column project_post.from_on is '起 / From';
comment on column project_post.to_on is '止（不含） / Up to, but not on';
comment on column project_post.reason is '变动原因 / Why it ended';
comment on column project_post.at is '登记时间 / When';
comment on column project_post.by is '登记人 / By whom';
create index project_post_person on project_post (person) where to_on is null;

create table project_listing (
  tenant_id bigint not null,
  project_id uuid not null,
  list text collate "C" not null,
  year int not null check (year between 1990 and 2100),
  unit_path public.ltree not null,
  entered_on text collate "C" not null,
  entry_reason text not null,
  exited_on text collate "C",
  exit_reason text,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, project_id, list, year),
  foreign key (tenant_id, unit_path, project_id) references project (tenant_id, unit_path, project_id)
);
comment on table project_listing is '[D] 年度项目清单：进入与退出及其原因 / Lists of the year: entry and exit of projects, with the reason';
comment on column project_listing.tenant_id is '归属单位 / Owner';
comment on column project_listing.project_id is '项目 / Project';
comment on column project_listing.list is '清单，如省重点、百大项目 / List';
comment on column project_listing.year is '年度 / Year';
comment on column project_listing.unit_path is '归口单位 / Unit that answers for it';
comment on column project_listing.entered_on is '进入日期 / Entered on';
comment on column project_listing.entry_reason is '进入依据 / Why it entered';
comment on column project_listing.exited_on is '退出日期 / Left on';
comment on column project_listing.exit_reason is '退出原因 / Why it left';
comment on column project_listing.at is '登记时间 / When';
comment on column project_listing.by is '登记人 / By whom';
create index project_listing_list on project_listing (list, year);

create table project_fund (
  tenant_id bigint not null,
  project_id uuid not null,
  fund_id uuid not null,
  unit_path public.ltree not null,
  kind text collate "C" not null check (kind in ('opening', 'source', 'plan', 'arrived', 'paid')),
  source text,
  period text collate "C",
  on_day text collate "C" not null,
  amount numeric not null,
  typed text not null,
  typed_unit text not null,
  note text,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, project_id, fund_id),
  foreign key (tenant_id, unit_path, project_id) references project (tenant_id, unit_path, project_id)
);
comment on table project_fund is '[D] 项目资金：开账数、来源、分月计划、到位、支付，只增不改，更正记负数 / Money of a project, only ever added to; a correction is an entry with the other sign';
comment on column project_fund.tenant_id is '归属单位 / Owner';
comment on column project_fund.project_id is '项目 / Project';
comment on column project_fund.fund_id is '编号 / Number';
comment on column project_fund.unit_path is '归口单位 / Unit that answers for it';
comment on column project_fund.kind is '种类：开账累计、资金来源、分月计划、到位、支付 / Opening balance, source, plan by month, arrived, paid';
comment on column project_fund.source is '资金渠道 / Where the money comes from';
comment on column project_fund.period is '计划所属月份 / Month of the plan';
comment on column project_fund.on_day is '日期 / Day';
comment on column project_fund.amount is '金额（元） / Amount in yuan';
comment on column project_fund.typed is '填写的数 / As typed';
comment on column project_fund.typed_unit is '填写的单位 / Unit as typed';
comment on column project_fund.note is '说明 / Note';
comment on column project_fund.at is '登记时间 / When';
comment on column project_fund.by is '登记人 / By whom';
revoke update, delete on project_fund from lantu_app;

do $$
declare each text;
begin
  foreach each in array array['project_event', 'project_item', 'project_post', 'project_listing', 'project_fund'] loop
    execute format('alter table %I enable row level security', each);
    execute format(
      'create policy scope on %I using (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[]) with check (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[])',
      each);
  end loop;
end $$;
