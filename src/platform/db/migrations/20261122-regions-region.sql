create table region_change (
  code text not null check (code ~ '^[0-9]{6}$'),
  on_day date not null,
  kind text not null check (kind in ('begun', 'renamed', 'ended')),
  name text not null check (name <> ''),
  former text,
  successors jsonb not null,
  basis text not null check (basis <> ''),
  at timestamptz not null,
  by text not null,
  primary key (code, on_day)
);
comment on table region_change is '[R] 随附名录之后公布的行政区划变更 / Changes of regions announced after the shipped list';
comment on column region_change.code is '行政区划代码（GB/T 2260） / Code';
comment on column region_change.on_day is '施行日期 / From this day';
comment on column region_change.kind is '设立、更名、撤销 / Founded, renamed, ended';
comment on column region_change.name is '名称；撤销的为原名称 / Name; of one that ended, the name it had';
comment on column region_change.former is '更名前的名称 / Name before a rename';
comment on column region_change.successors is '承接的区划代码 / Codes that took it over';
comment on column region_change.basis is '批复或通知 / Basis of the change';
comment on column region_change.at is '录入时间 / When it was written';
comment on column region_change.by is '录入人 / Who wrote it';
revoke update, delete on region_change from lantu_app;
