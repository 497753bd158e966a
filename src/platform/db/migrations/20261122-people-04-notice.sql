create table notice (
  tenant_id bigint not null references tenant,
  notice_id uuid not null,
  unit_path public.ltree not null,
  account_id uuid not null references account,
  kind text not null,
  once text,
  subject jsonb not null,
  text jsonb not null,
  path text not null check (path like '/%'),
  created_at timestamptz not null,
  created_by text not null,
  read_at timestamptz,
  mail_state text not null check (mail_state in ('pending', 'sent', 'failed', 'off')),
  attempts int not null default 0 check (attempts >= 0),
  next_try_at timestamptz,
  mail_error text,
  primary key (tenant_id, notice_id),
  unique (tenant_id, account_id, once),
  check ((mail_state = 'pending') = (next_try_at is not null))
);
comment on table notice is '[D] 提醒：给一个人的一件事，站内可见，也可发邮件 / Notices: one thing for one person, shown here and mailed where there is mail';
comment on column notice.tenant_id is '归属单位 / Owner';
comment on column notice.notice_id is '编号 / Number';
comment on column notice.unit_path is '所涉单位；收发双方都管得到它 / Unit that it is about; within the scope of sender and reader alike';
comment on column notice.account_id is '收件人 / To whom';
comment on column notice.kind is '种类，如 report-returned / Kind';
comment on column notice.once is '同一件事只提醒一次的标记 / Mark by which the same thing is told once only';
comment on column notice.subject is '标题（中、英） / Heading in both languages';
comment on column notice.text is '正文（中、英） / Text in both languages';
comment on column notice.path is '去办理的页面 / Page where it is dealt with';
comment on column notice.created_at is '发出时间 / When it was sent';
comment on column notice.created_by is '发出人 / Who sent it';
comment on column notice.read_at is '阅读时间 / When it was read';
comment on column notice.mail_state is '邮件：待发、已发、未能发出、不发 / Mail: pending, sent, failed, off';
comment on column notice.attempts is '已试发次数 / How often mailing was tried';
comment on column notice.next_try_at is '下次试发时间 / When it is tried next';
comment on column notice.mail_error is '最近一次未发出的原因 / Why it last could not be mailed';
create index notice_reader on notice (tenant_id, account_id, created_at);
create index notice_own on notice (account_id, created_at);
create index notice_mail on notice (next_try_at) where mail_state = 'pending';
revoke delete on notice from lantu_app;

alter table notice enable row level security;
create policy scope on notice
  using (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[])
  with check (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[]);
