-- What a method leaves open and a unit has decided; what the rules said of a subject, with the working.
create table rule_choice (
  tenant_id bigint not null references tenant,
  unit_path public.ltree not null,
  edition text collate "C" not null,
  question text collate "C" not null,
  number int not null check (number >= 1),
  answer text not null,
  reason text not null check (reason <> ''),
  at timestamptz not null,
  by text not null,
  by_name text not null,
  primary key (tenant_id, unit_path, edition, question, number)
);
comment on table rule_choice is '[D] 规则中文件没有写明、由单位决定的事项，只增不改 / What the document of a rule leaves open and a unit has decided; only added to';
comment on column rule_choice.tenant_id is '归属单位 / Owner';
comment on column rule_choice.unit_path is '决定的单位；其下各单位沿用 / Unit that decided; those below follow it';
comment on column rule_choice.edition is '规则与版次 / Rule and edition';
comment on column rule_choice.question is '问题 / Question';
comment on column rule_choice.number is '第几次决定，最后一次有效 / Which decision on it; the last one holds';
comment on column rule_choice.answer is '决定 / Decision';
comment on column rule_choice.reason is '理由 / Reason';
comment on column rule_choice.at is '时间 / When';
comment on column rule_choice.by is '决定人 / Who';
comment on column rule_choice.by_name is '决定人姓名 / Name of who decided';

create table rule_evaluation (
  tenant_id bigint not null references tenant,
  evaluation_id uuid not null,
  unit_path public.ltree not null,
  edition text collate "C" not null,
  digest text collate "C" not null check (digest ~ '^[0-9a-f]{64}$'),
  subject_kind text not null check (subject_kind in ('project', 'enterprise', 'park', 'unit')),
  subject_id text collate "C" not null,
  period text,
  facts jsonb not null,
  answers jsonb not null,
  result jsonb not null,
  at timestamptz not null,
  by text not null,
  primary key (tenant_id, evaluation_id)
);
comment on table rule_evaluation is '[D] 按规则作出的评价，连同依据和算法 / What the rules said of a subject, with facts, decisions and working';
comment on column rule_evaluation.tenant_id is '归属单位 / Owner';
comment on column rule_evaluation.evaluation_id is '编号 / Number';
comment on column rule_evaluation.unit_path is '作出评价的单位 / Unit that evaluated';
comment on column rule_evaluation.edition is '规则与版次 / Rule and edition';
comment on column rule_evaluation.digest is '当时规则内容的 SHA-256 / SHA-256 of the rules as they were';
comment on column rule_evaluation.subject_kind is '对象类别 / Kind of the subject';
comment on column rule_evaluation.subject_id is '对象编号 / Subject';
comment on column rule_evaluation.period is '期别 / Period';
comment on column rule_evaluation.facts is '所依据的事实 / Facts';
comment on column rule_evaluation.answers is '所依据的决定 / Decisions';
comment on column rule_evaluation.result is '结果与逐步算法 / Outcome and working';
comment on column rule_evaluation.at is '时间 / When';
comment on column rule_evaluation.by is '由谁 / By whom';
create index rule_evaluation_subject on rule_evaluation (tenant_id, subject_kind, subject_id, at);
create index rule_evaluation_edition on rule_evaluation (tenant_id, edition, at);

do $$
declare
  scope constant text := '(nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[]';
  own constant text := format('unit_path operator(public.<@) %s', scope);
begin
  alter table rule_evaluation enable row level security;
  execute format('create policy scope on rule_evaluation using (%s) with check (%s)', own, own);
  alter table rule_choice enable row level security;
  -- What a unit above has decided holds for those below, so they read it too.
  execute format('create policy scope on rule_choice using (%s or unit_path operator(public.@>) %s) with check (%s)',
    own, scope, own);
end $$;
