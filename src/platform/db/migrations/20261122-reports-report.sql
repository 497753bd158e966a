create table report (
  tenant_id bigint not null references tenant,
  report_id uuid not null,
  unit_path public.ltree not null,
  form_id text collate "C" not null,
  edition text not null,
  period text collate "C" not null check (period ~ '^\d{4}(-(H[12]|Q[1-4]|0[1-9]|1[0-2]))?$'),
  stage text not null check (stage in ('draft', 'submitted', 'returned', 'accepted', 'locked', 'reopened')),
  stands_at public.ltree,
  revision int not null check (revision >= 1),
  typed jsonb not null,
  explanations jsonb not null,
  rows jsonb,
  returned jsonb not null,
  corrected jsonb not null,
  passed jsonb not null,
  entered_for boolean not null,
  submitted_at timestamptz,
  submitted_by text,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, report_id),
  unique (tenant_id, unit_path, form_id, period),
  -- What belongs to a report refers to it with its unit, so nothing can hang on one that its writer may not see.
  unique (tenant_id, unit_path, report_id),
  check ((stage in ('submitted', 'reopened')) = (stands_at is not null))
);
comment on table report is '[D] 报送：一个单位、一张表、一期 / Report of a unit, a form and a period';
comment on column report.tenant_id is '归属单位 / Owner';
comment on column report.report_id is '编号 / Number';
comment on column report.unit_path is '报送单位 / Reporting unit';
comment on column report.form_id is '报表 / Form';
comment on column report.edition is '报表版本 / Edition of the form';
comment on column report.period is '期别 / Period';
comment on column report.stage is '阶段：填报中、待审核、已退回、已审定、已锁定、更正待审 / Stage';
comment on column report.stands_at is '待哪一级审核 / Unit whose reviewer is asked next';
comment on column report.revision is '修订号，等于事件数 / Revision: the number of its events';
comment on column report.typed is '逐格填写的原文 / What was typed, by cell';
comment on column report.explanations is '逐格情况说明 / Reasons given, by cell';
comment on column report.rows is '报送时的明细行（名录当时的样子） / Rows of its lists as the registers had them when it was submitted';
comment on column report.returned is '退回时指出的格 / Cells named when it was returned';
comment on column report.corrected is '审定后改过的格 / Cells that changed since they were approved';
comment on column report.passed is '本轮已审各级 / Levels that have passed it this time';
comment on column report.entered_for is '是否由其他单位代填 / Whether another unit filled it';
comment on column report.submitted_at is '最近一次报送时间 / When it was last submitted';
comment on column report.submitted_by is '报送人 / Who submitted it';
comment on column report.updated_at is '最近一次办理时间 / Last action';
comment on column report.updated_by is '最近一次办理人 / By whom';
create index report_period on report (period, form_id);
create index report_number on report (report_id);

create table report_event (
  tenant_id bigint not null,
  report_id uuid not null,
  seq int not null check (seq >= 1),
  unit_path public.ltree not null,
  at timestamptz not null,
  by text not null,
  by_name text not null,
  by_unit public.ltree not null,
  action text not null,
  from_stage text,
  to_stage text not null,
  stands_at public.ltree,
  reason text,
  cells jsonb not null,
  via text not null check (via in ('page', 'workbook')),
  primary key (tenant_id, report_id, seq),
  foreign key (tenant_id, unit_path, report_id) references report (tenant_id, unit_path, report_id)
);
comment on table report_event is '[D] 报送的每一步，只增不改；阶段由此得出 / What happened to a report, only ever added to; its stage follows from it';
comment on column report_event.tenant_id is '归属单位 / Owner';
comment on column report_event.report_id is '报送 / Report';
comment on column report_event.seq is '第几步 / Number of the event';
comment on column report_event.unit_path is '报送单位 / Reporting unit';
comment on column report_event.at is '时间 / When';
comment on column report_event.by is '办理人账号 / Account of who did it';
comment on column report_event.by_name is '办理人 / Who did it';
comment on column report_event.by_unit is '办理人所在单位 / Unit of who did it';
comment on column report_event.action is '动作 / Action';
comment on column report_event.from_stage is '此前阶段 / Stage before';
comment on column report_event.to_stage is '此后阶段 / Stage after';
comment on column report_event.stands_at is '此后待哪一级审核 / Unit asked next after it';
comment on column report_event.reason is '理由 / Reason';
comment on column report_event.cells is '写入或指出的格 / Cells written or named';
comment on column report_event.via is '在网页填写，或由 Excel 读入 / Typed on the page, or read from a workbook';
revoke update, delete on report_event from lantu_app;

create table report_leave (
  tenant_id bigint not null references tenant,
  unit_path public.ltree not null,
  form_id text collate "C" not null,
  period text collate "C" not null,
  open_until date not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, unit_path, form_id, period)
);
comment on table report_leave is '[D] 准予迟报 / Leave to report late';
comment on column report_leave.tenant_id is '归属单位 / Owner';
comment on column report_leave.unit_path is '报送单位 / Reporting unit';
comment on column report_leave.form_id is '报表 / Form';
comment on column report_leave.period is '期别 / Period';
comment on column report_leave.open_until is '准予迟至 / Until when';
comment on column report_leave.reason is '理由 / Reason';
comment on column report_leave.at is '准予时间 / When it was granted';
comment on column report_leave.by is '准予人 / By whom';
create index report_leave_period on report_leave (period, form_id);

do $$
declare
  seen text := '(unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[])';
  name text;
begin
  foreach name in array array['report', 'report_event', 'report_leave']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy scope on %I using %s with check %s', name, seen, seen);
  end loop;
end $$;
