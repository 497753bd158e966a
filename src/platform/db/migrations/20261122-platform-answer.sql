create table answer (
  tenant_id bigint not null references tenant,
  actor text not null,
  key text not null,
  unit_path public.ltree not null,
  operation text not null,
  answer jsonb,
  at timestamptz not null,
  primary key (tenant_id, actor, key)
);
comment on table answer is '[D] 带幂等键的请求所得答复，重复提交时原样返回 / Answers to requests that carried an idempotency key';
comment on column answer.tenant_id is '归属单位 / Owner';
comment on column answer.actor is '操作人 / Who asked';
comment on column answer.key is '幂等键 / Idempotency key';
comment on column answer.unit_path is '操作人所在单位 / Unit of the actor';
comment on column answer.operation is '操作 / What was called';
comment on column answer.answer is '答复 / The answer';
comment on column answer.at is '时间 / When';
create index answer_at on answer (tenant_id, at);
alter table answer enable row level security;
create policy scope on answer
  using (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[])
  with check (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[]);
