alter table account add column email text check (email ~ '^[^@[:space:]]+@[^@[:space:]]+$');
comment on column account.email is '电子邮箱，收提醒用，可不填 / Address for reminders by mail, if any';
comment on column account.totp_secret is '动态口令密钥，以实例密钥加密，确认启用后才有 / Secret of the one-time codes, sealed with the key of the instance, once confirmed';

create table account_identity (
  issuer text not null,
  subject text not null,
  account_id uuid not null references account,
  login text not null,
  linked_at timestamptz not null,
  primary key (issuer, subject),
  unique (account_id, issuer)
);
comment on table account_identity is '[R] 账号在统一身份认证处的身份，首次登录时关联 / Who an account is at an identity provider, linked at the first sign-in';
comment on column account_identity.issuer is '认证方地址 / Issuer';
comment on column account_identity.subject is '认证方给此人的永久标识 / What the issuer calls the person for ever';
comment on column account_identity.account_id is '账号 / Account';
comment on column account_identity.login is '关联时认证方所报登录名 / Login that the issuer named when it was linked';
comment on column account_identity.linked_at is '关联时间 / When it was linked';

alter table session add column way text not null default 'password' check (way in ('password', 'oidc'));
comment on column session.way is '登录方式：口令、统一身份认证 / Signed in by password or by an identity provider';

alter table sign_in add column way text not null default 'password' check (way in ('password', 'oidc'));
comment on column sign_in.way is '登录方式：口令、统一身份认证 / By password or by an identity provider';
alter table sign_in drop constraint sign_in_outcome_check;
alter table sign_in add constraint sign_in_outcome_check check (outcome in
  ('signed-in', 'signed-out', 'unknown', 'wrong-password', 'wrong-code', 'code-asked', 'code-unreadable', 'locked',
   'ended', 'other-person', 'not-confirmed', 'unreachable'));
