-- One table for every ledger: another ledger is another declaration, not another migration.
create table ledger_entry (
  tenant_id bigint not null references tenant,
  entry_id uuid not null,
  unit_path public.ltree not null,
  called_path public.ltree,
  ledger text collate "C" not null,
  code text collate "C" not null,
  name text not null check (name <> ''),
  stage text collate "C" not null,
  stage_since text collate "C" not null,
  due_on text collate "C",
  is_final boolean not null,
  entered_on text collate "C" not null,
  data jsonb not null,
  answers jsonb not null,
  evidence jsonb not null,
  revision int not null check (revision >= 1),
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, entry_id),
  unique (tenant_id, ledger, code)
);
comment on table ledger_entry is '[D] 台账事项：各种台账共用，栏目与流程见台账定义 / Entries of every ledger; fields and stages are in its declaration';
comment on column ledger_entry.tenant_id is '归属单位 / Owner';
comment on column ledger_entry.entry_id is '编号，永不改变 / Number, which never changes';
comment on column ledger_entry.unit_path is '登记单位 / Unit that keeps it';
comment on column ledger_entry.called_path is '被呼叫（责任）单位，亦可见可办 / Unit called upon, which sees it and acts on it too';
comment on column ledger_entry.ledger is '台账 / Ledger';
comment on column ledger_entry.code is '台账号 / Number within the ledger';
comment on column ledger_entry.name is '事项 / What it is about';
comment on column ledger_entry.stage is '状态 / Stage';
comment on column ledger_entry.stage_since is '进入该状态之日 / Day on which it came to the stage';
comment on column ledger_entry.due_on is '办理期限 / Last day in time';
comment on column ledger_entry.is_final is '是否办结 / Whether it is finished';
comment on column ledger_entry.entered_on is '登记日 / Day of entry';
comment on column ledger_entry.data is '各栏内容 / Its fields';
comment on column ledger_entry.answers is '本单位决定的时限等，随事项一起供被呼叫单位使用 / What the office decided, kept with the entry since the called unit reads it here';
comment on column ledger_entry.evidence is '佐证材料：文件编号与名称 / Evidence: number and name of files';
comment on column ledger_entry.revision is '修订号，防止互相覆盖 / Revision, so that nobody overwrites another';
comment on column ledger_entry.created_at is '建立时间 / When it was made';
comment on column ledger_entry.created_by is '建立人 / Who made it';
comment on column ledger_entry.updated_at is '修改时间 / Last change';
comment on column ledger_entry.updated_by is '修改人 / Who changed it last';
create index ledger_entry_list on ledger_entry (ledger, entered_on desc, entry_id);
create index ledger_entry_due on ledger_entry (due_on) where due_on is not null;
create index ledger_entry_unit on ledger_entry using gist (unit_path);
revoke delete on ledger_entry from lantu_app;

create table ledger_event (
  tenant_id bigint not null,
  entry_id uuid not null,
  seq int not null check (seq >= 1),
  unit_path public.ltree not null,
  called_path public.ltree,
  action text collate "C" not null,
  from_stage text collate "C",
  to_stage text collate "C" not null,
  on_day text collate "C" not null,
  reason text,
  changes jsonb not null,
  evidence jsonb not null,
  at timestamptz not null,
  by text not null,
  by_unit public.ltree not null,
  primary key (tenant_id, entry_id, seq),
  foreign key (tenant_id, entry_id) references ledger_entry
);
comment on table ledger_event is '[D] 台账事项的经过，只增不改 / What happened to an entry, only ever added to';
comment on column ledger_event.tenant_id is '归属单位 / Owner';
comment on column ledger_event.entry_id is '事项 / Entry';
comment on column ledger_event.seq is '次序 / Order';
comment on column ledger_event.unit_path is '登记单位 / Unit that keeps it';
comment on column ledger_event.called_path is '被呼叫（责任）单位 / Unit called upon';
comment on column ledger_event.action is '操作：登记、导入、修改或流程动作 / Added, imported, edited, or an action of the ledger';
comment on column ledger_event.from_stage is '之前的状态 / Stage before';
comment on column ledger_event.to_stage is '之后的状态 / Stage after';
comment on column ledger_event.on_day is '发生之日 / Day';
comment on column ledger_event.reason is '理由 / Reason';
comment on column ledger_event.changes is '各栏的前后 / Fields before and after';
comment on column ledger_event.evidence is '随附的材料 / Evidence handed in with it';
comment on column ledger_event.at is '时间 / When';
comment on column ledger_event.by is '经办人 / Who';
comment on column ledger_event.by_unit is '经办单位 / Of which unit';
revoke update, delete on ledger_event from lantu_app;

create table ledger_answer (
  tenant_id bigint not null references tenant,
  unit_path public.ltree not null,
  ledger text collate "C" not null,
  choice text collate "C" not null,
  value numeric not null,
  reason text not null,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, unit_path, ledger, choice)
);
comment on table ledger_answer is '[D] 文件未写明、由本单位决定的事项 / What the documents leave open and a unit has decided';
comment on column ledger_answer.tenant_id is '归属单位 / Owner';
comment on column ledger_answer.unit_path is '决定的单位；其下各单位沿用 / Unit that decided; those below follow it';
comment on column ledger_answer.ledger is '台账 / Ledger';
comment on column ledger_answer.choice is '待定事项 / What was open';
comment on column ledger_answer.value is '决定 / Decision';
comment on column ledger_answer.reason is '依据 / On what ground';
comment on column ledger_answer.at is '时间 / When';
comment on column ledger_answer.by is '决定人 / Who';

do $$
declare
  each text;
  scope constant text := '(nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[]';
  own constant text := format('unit_path operator(public.<@) %s', scope);
  called constant text := format('(%s or called_path operator(public.<@) %s)', own, scope);
begin
  foreach each in array array['ledger_entry', 'ledger_event'] loop
    execute format('alter table %I enable row level security', each);
    execute format('create policy scope on %I using (%s) with check (%s)', each, called, called);
  end loop;
  alter table ledger_answer enable row level security;
  -- What a unit above has decided holds for those below, so they read it too.
  execute format('create policy scope on ledger_answer using (%s or unit_path operator(public.@>) %s) with check (%s)',
    own, scope, own);
end $$;
