create table account (
  account_id uuid primary key,
  login text not null unique check (login = lower(login)),
  name text not null check (name <> ''),
  unit_path public.ltree not null references unit,
  password_hash text not null,
  must_change boolean not null,
  failures int not null default 0 check (failures >= 0),
  locked_until timestamptz,
  totp_secret text,
  totp_step bigint,
  ended_at timestamptz,
  created_at timestamptz not null,
  created_by text not null,
  updated_at timestamptz not null
);
comment on table account is '[R] 账号：一人一个 / Accounts: one for each person';
comment on column account.account_id is '编号 / Number';
comment on column account.login is '登录名（小写） / Name to sign in with, in small letters';
comment on column account.name is '姓名 / Name';
comment on column account.unit_path is '人事所在单位，决定由谁管理 / Home unit; decides who administers it';
comment on column account.password_hash is '口令的 argon2id 摘要 / argon2id digest of the password';
comment on column account.must_change is '下次登录须改口令 / The password must be changed at the next sign-in';
comment on column account.failures is '连续错误次数 / Wrong attempts in a row';
comment on column account.locked_until is '锁定至 / Locked until';
comment on column account.totp_secret is '动态口令密钥（Base32），确认启用后才有 / Secret of the one-time codes, once confirmed';
comment on column account.totp_step is '已用过的最后一个动态口令时段，防止重放 / Last time step used, so that no code works twice';
comment on column account.ended_at is '停用时间 / When it was ended';
comment on column account.created_at is '建立时间 / When it was made';
comment on column account.created_by is '建立人 / Who made it';
comment on column account.updated_at is '修改时间 / Last change';
create index account_unit on account using gist (unit_path);
revoke delete on account from lantu_app;

create table post (
  post_id uuid primary key,
  seat_id uuid not null,
  account_id uuid not null references account,
  unit_path public.ltree not null references unit,
  role text not null,
  kind text not null check (kind in ('own', 'stand-in')),
  from_on date not null,
  until_on date check (until_on >= from_on),
  given_by text not null,
  given_at timestamptz not null,
  reason text
);
comment on table post is '[R] 岗位任期：谁在何时以何角色任职于何单位 / Who holds which role at which unit, and when';
comment on column post.post_id is '编号 / Number';
comment on column post.seat_id is '岗位本身，移交后不变；未办事项随岗位走 / The seat itself, the same after a hand-over; open work stays with it';
comment on column post.account_id is '任职账号 / Who holds it';
comment on column post.unit_path is '单位 / Unit';
comment on column post.role is '角色 / Role';
comment on column post.kind is '本人任职或临时代理 / Own, or standing in';
comment on column post.from_on is '起始日 / First day';
comment on column post.until_on is '最后一日 / Last day';
comment on column post.given_by is '由谁授予 / Who gave it';
comment on column post.given_at is '授予时间 / When it was given';
comment on column post.reason is '事由 / Reason';
create index post_account on post (account_id);
create index post_seat on post (seat_id, from_on);
create index post_unit on post using gist (unit_path);
revoke delete on post from lantu_app;

create table session (
  session_id uuid primary key,
  token_hash text not null unique,
  account_id uuid not null references account,
  post_id uuid references post,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  ended_at timestamptz,
  address text,
  agent text
);
comment on table session is '[L] 登录会话 / Sessions';
comment on column session.session_id is '编号 / Number';
comment on column session.token_hash is '令牌的 SHA-256；令牌本身不保存 / SHA-256 of the token, which itself is not kept';
comment on column session.account_id is '账号 / Account';
comment on column session.post_id is '所选岗位 / Post chosen to work in';
comment on column session.created_at is '登录时间 / When it began';
comment on column session.seen_at is '最近使用 / Last use';
comment on column session.ended_at is '结束时间 / When it was ended';
comment on column session.address is '来源地址 / Address it came from';
comment on column session.agent is '浏览器 / Browser';
create index session_account on session (account_id, created_at);

create table api_token (
  token_id uuid primary key,
  token_hash text not null unique,
  account_id uuid not null references account,
  name text not null,
  permissions text[] not null,
  created_at timestamptz not null,
  expires_on date not null,
  used_at timestamptz,
  ended_at timestamptz
);
comment on table api_token is '[L] 接口令牌：程序代替本人使用 / Tokens with which programs act for a person';
comment on column api_token.token_id is '编号 / Number';
comment on column api_token.token_hash is '令牌的 SHA-256 / SHA-256 of the token';
comment on column api_token.account_id is '账号 / Account';
comment on column api_token.name is '用途 / What it is for';
comment on column api_token.permissions is '允许的权限；不超过本人现有权限 / Permissions it has, never more than the person';
comment on column api_token.created_at is '建立时间 / When it was made';
comment on column api_token.expires_on is '最后一日 / Last day';
comment on column api_token.used_at is '最近使用 / Last use';
comment on column api_token.ended_at is '作废时间 / When it was revoked';
create index api_token_account on api_token (account_id);

create table recovery_code (
  account_id uuid not null references account,
  code_hash text not null,
  used_at timestamptz,
  primary key (account_id, code_hash)
);
comment on table recovery_code is '[L] 动态口令的备用码 / Recovery codes for when the device with the one-time codes is lost';
comment on column recovery_code.account_id is '账号 / Account';
comment on column recovery_code.code_hash is '备用码的 SHA-256 / SHA-256 of the code';
comment on column recovery_code.used_at is '使用时间 / When it was used';

create table sign_in (
  sign_in_id uuid primary key,
  at timestamptz not null,
  login text not null,
  account_id uuid references account,
  outcome text not null check (outcome in
    ('signed-in', 'signed-out', 'unknown', 'wrong-password', 'wrong-code', 'code-asked', 'locked', 'ended')),
  address text,
  agent text
);
comment on table sign_in is '[L] 登录日志：每次登录、拒绝与锁定 / Every sign-in, refusal and lock';
comment on column sign_in.sign_in_id is '编号 / Number';
comment on column sign_in.at is '时间 / When';
comment on column sign_in.login is '所填登录名 / Login as typed';
comment on column sign_in.account_id is '账号 / Account';
comment on column sign_in.outcome is '结果 / Outcome';
comment on column sign_in.address is '来源地址 / Address it came from';
comment on column sign_in.agent is '浏览器 / Browser';
create index sign_in_at on sign_in (at);
create index sign_in_login on sign_in (login, at);
revoke update, delete on sign_in from lantu_app;
