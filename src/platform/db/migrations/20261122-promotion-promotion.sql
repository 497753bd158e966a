create table entry_review (
  tenant_id bigint not null,
  review_id uuid not null,
  unit_path public.ltree not null,
  project_id uuid not null,
  rule_id text collate "C" not null,
  edition text collate "C" not null,
  state text collate "C" not null check (state in ('open', 'returned', 'passed', 'conditional', 'rejected')),
  opened_on text collate "C" not null,
  facts jsonb not null,
  evaluation_id uuid,
  meeting jsonb,
  decided_on text collate "C",
  number text,
  reason text,
  decided_by text,
  revision int not null check (revision >= 1),
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, review_id),
  foreign key (tenant_id, unit_path, project_id) references project (tenant_id, unit_path, project_id)
);
comment on table entry_review is '[D] 落户评审：事实、评价、评审会与决定 / Entry reviews: facts, evaluation, meeting and decision';
comment on column entry_review.tenant_id is '归属单位 / Owner';
comment on column entry_review.review_id is '编号 / Number';
comment on column entry_review.unit_path is '归口单位 / Unit that answers for the project';
comment on column entry_review.project_id is '项目 / Project';
comment on column entry_review.rule_id is '准入规则 / Rule';
comment on column entry_review.edition is '版次 / Edition';
comment on column entry_review.state is '状态 / State';
comment on column entry_review.opened_on is '提交日期 / Opened on';
comment on column entry_review.facts is '评审事实及其出处 / Facts, each with its source';
comment on column entry_review.evaluation_id is '按规则作出的评价 / Evaluation by the edition';
comment on column entry_review.meeting is '评审会：成员、表决、意见 / The meeting: members, votes, remarks';
comment on column entry_review.decided_on is '决定日期 / Decided on';
comment on column entry_review.number is '会议纪要文号 / Number of the minutes';
comment on column entry_review.reason is '理由 / Reason';
comment on column entry_review.decided_by is '决定人 / Decided by';
comment on column entry_review.revision is '修订号，防止互相覆盖 / Revision, so that nobody overwrites another';
comment on column entry_review.created_at is '建立时间 / When it was made';
comment on column entry_review.created_by is '建立人 / Who made it';
comment on column entry_review.updated_at is '修改时间 / Last change';
comment on column entry_review.updated_by is '修改人 / Who changed it last';
create index entry_review_project on entry_review (project_id);
create index entry_review_unit on entry_review using gist (unit_path);
-- A project stands before one meeting at a time.
create unique index entry_review_open on entry_review (tenant_id, project_id) where state in ('open', 'returned');
revoke delete on entry_review from lantu_app;

create table promise (
  tenant_id bigint not null,
  promise_id uuid not null,
  unit_path public.ltree not null,
  project_id uuid not null,
  measure text collate "C" not null,
  what text,
  comparator text collate "C" not null check (comparator in ('at-least', 'more', 'at-most', 'less', 'about')),
  value numeric,
  dimension text collate "C",
  typed text,
  typed_unit text,
  due_on text collate "C",
  period text collate "C",
  owner text,
  source jsonb not null,
  revision int not null check (revision >= 1),
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, promise_id),
  foreign key (tenant_id, unit_path, project_id) references project (tenant_id, unit_path, project_id)
);
comment on table promise is '[D] 承诺台账：合同、规划与评审条件中对项目的约定；状态由此与经过推得 / What projects are held to, by contract, plan or review; the status follows from it and from what happened';
comment on column promise.tenant_id is '归属单位 / Owner';
comment on column promise.promise_id is '编号 / Number';
comment on column promise.unit_path is '归口单位 / Unit that answers for the project';
comment on column promise.project_id is '项目 / Project';
comment on column promise.measure is '承诺种类：投资、开工、税收等 / Investment, start, tax and so on';
comment on column promise.what is '具体所指，如产品；评审条件的内容 / What of: the product; of a condition, its text';
comment on column promise.comparator is '不少于、超过、不超过、低于、约 / How the figure binds';
comment on column promise.value is '数值，按基本单位 / Value in base units';
comment on column promise.dimension is '量纲 / Dimension';
comment on column promise.typed is '填写的数 / As typed';
comment on column promise.typed_unit is '填写的单位 / Unit as typed';
comment on column promise.due_on is '期限 / Last day in time';
comment on column promise.period is '所指的年或月 / Year or month that is meant';
comment on column promise.owner is '责任人或责任单位 / Who answers for it';
comment on column promise.source is '出处：合同、规划的行、评审、填写 / Where it stands written';
comment on column promise.revision is '修订号，防止互相覆盖 / Revision, so that nobody overwrites another';
comment on column promise.created_at is '建立时间 / When it was made';
comment on column promise.created_by is '建立人 / Who made it';
comment on column promise.updated_at is '修改时间 / Last change';
comment on column promise.updated_by is '修改人 / Who changed it last';
create index promise_project on promise (project_id);
create index promise_due on promise (due_on);
create index promise_unit on promise using gist (unit_path);
revoke delete on promise from lantu_app;

create table promise_event (
  tenant_id bigint not null,
  promise_id uuid not null,
  seq int not null check (seq >= 1),
  unit_path public.ltree not null,
  action text collate "C" not null
    check (action in ('actual', 'remedy', 'waive', 'propose-exit', 'accept-exit', 'reject-exit')),
  on_day text collate "C" not null,
  value numeric,
  typed text,
  typed_unit text,
  is_kept boolean,
  owner text,
  due_on text collate "C",
  reason text,
  evidence jsonb not null,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, promise_id, seq),
  foreign key (tenant_id, promise_id) references promise
);
comment on table promise_event is '[D] 承诺的经过：实际、整改、豁免、清退，只增不改 / What happened to a promise, only ever added to';
comment on column promise_event.tenant_id is '归属单位 / Owner';
comment on column promise_event.promise_id is '承诺 / Promise';
comment on column promise_event.seq is '次序 / Order';
comment on column promise_event.unit_path is '归口单位 / Unit that answers for the project';
comment on column promise_event.action is '操作 / Action';
comment on column promise_event.on_day is '发生之日 / Day';
comment on column promise_event.value is '实际数，按基本单位 / Actual in base units';
comment on column promise_event.typed is '填写的数 / As typed';
comment on column promise_event.typed_unit is '填写的单位 / Unit as typed';
comment on column promise_event.is_kept is '经人核实是否履行 / Whether somebody found it kept';
comment on column promise_event.owner is '整改责任人 / Who remedies it';
comment on column promise_event.due_on is '整改期限 / By when';
comment on column promise_event.reason is '理由或要求 / Reason';
comment on column promise_event.evidence is '佐证材料 / Evidence';
comment on column promise_event.at is '登记时间 / When';
comment on column promise_event.by is '登记人 / By whom';
revoke update, delete on promise_event from lantu_app;

create table incentive (
  tenant_id bigint not null,
  incentive_id uuid not null,
  unit_path public.ltree not null,
  project_id uuid not null,
  rule_id text collate "C" not null,
  edition text collate "C" not null,
  state text collate "C" not null check (state in ('draft', 'proposed', 'approved', 'rejected')),
  facts jsonb not null,
  evaluation_id uuid,
  proposed numeric,
  approved numeric,
  needs_review boolean not null,
  fair_review jsonb,
  decision jsonb,
  revision int not null check (revision >= 1),
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, incentive_id),
  foreign key (tenant_id, unit_path, project_id) references project (tenant_id, unit_path, project_id),
  check (approved is null or approved <= proposed)
);
comment on table incentive is '[D] 投资奖励：按规则计算、公平竞争审查、决定 / Incentives: computed by an edition, reviewed, decided';
comment on column incentive.tenant_id is '归属单位 / Owner';
comment on column incentive.incentive_id is '编号 / Number';
comment on column incentive.unit_path is '归口单位 / Unit that answers for the project';
comment on column incentive.project_id is '项目 / Project';
comment on column incentive.rule_id is '奖励规则 / Rule';
comment on column incentive.edition is '版次 / Edition';
comment on column incentive.state is '状态 / State';
comment on column incentive.facts is '申报事实及其出处 / Facts, each with its source';
comment on column incentive.evaluation_id is '按规则作出的评价 / Evaluation by the edition';
comment on column incentive.proposed is '建议金额（元） / Proposed, in yuan';
comment on column incentive.approved is '批准金额（元），不超过建议 / Approved, in yuan, never more than proposed';
comment on column incentive.needs_review is '有须经公平竞争审查的条款 / Holds a clause that needs fair-competition review';
comment on column incentive.fair_review is '公平竞争审查：谁、何时、结果 / Fair-competition review: who, when, result';
comment on column incentive.decision is '决定 / Decision';
comment on column incentive.revision is '修订号，防止互相覆盖 / Revision, so that nobody overwrites another';
comment on column incentive.created_at is '建立时间 / When it was made';
comment on column incentive.created_by is '建立人 / Who made it';
comment on column incentive.updated_at is '修改时间 / Last change';
comment on column incentive.updated_by is '修改人 / Who changed it last';
create index incentive_project on incentive (project_id);
create index incentive_unit on incentive using gist (unit_path);
revoke delete on incentive from lantu_app;

create table incentive_payout (
  tenant_id bigint not null,
  incentive_id uuid not null,
  payout_id uuid not null,
  unit_path public.ltree not null,
  on_day text collate "C" not null,
  amount numeric not null,
  typed text not null,
  typed_unit text not null,
  number text,
  note text,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, incentive_id, payout_id),
  foreign key (tenant_id, incentive_id) references incentive
);
comment on table incentive_payout is '[D] 奖励兑现，只增不改，更正记负数 / Payouts, only ever added to; a correction has the other sign';
comment on column incentive_payout.tenant_id is '归属单位 / Owner';
comment on column incentive_payout.incentive_id is '奖励 / Incentive';
comment on column incentive_payout.payout_id is '编号 / Number';
comment on column incentive_payout.unit_path is '归口单位 / Unit that answers for the project';
comment on column incentive_payout.on_day is '兑现日期 / Day';
comment on column incentive_payout.amount is '金额（元） / Amount in yuan';
comment on column incentive_payout.typed is '填写的数 / As typed';
comment on column incentive_payout.typed_unit is '填写的单位 / Unit as typed';
comment on column incentive_payout.number is '凭证号 / Voucher';
comment on column incentive_payout.note is '说明 / Note';
comment on column incentive_payout.at is '登记时间 / When';
comment on column incentive_payout.by is '登记人 / By whom';
revoke update, delete on incentive_payout from lantu_app;

do $$
declare each text;
begin
  foreach each in array array['entry_review', 'promise', 'promise_event', 'incentive', 'incentive_payout'] loop
    execute format('alter table %I enable row level security', each);
    execute format(
      'create policy scope on %I using (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[]) with check (unit_path operator(public.<@) (nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[])',
      each);
  end loop;
end $$;
