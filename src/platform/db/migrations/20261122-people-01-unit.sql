create table unit (
  unit_path public.ltree primary key,
  tenant_id bigint not null references tenant,
  kind text not null check (kind in ('country', 'province', 'city', 'county', 'zone', 'department', 'enterprise')),
  region_code text check (region_code ~ '^[0-9]{6}$'),
  since date not null,
  until date check (until >= since),
  successor public.ltree references unit,
  check (successor is null or until is not null)
);
comment on table unit is '[R] 单位：政府、部门、开发区、企业 / Units: governments, departments, zones, enterprises';
comment on column unit.unit_path is '路径，由各级代码组成，永不改变 / Path of stable codes; it never changes';
comment on column unit.tenant_id is '数据归属单位：最近的、自己存数据的上级或本身 / Owner of its rows: the nearest unit at or above it that owns rows';
comment on column unit.kind is '种类：国家、省、市、县、开发区、部门、企业 / Kind';
comment on column unit.region_code is '行政区划代码（GB/T 2260） / Code of the region';
comment on column unit.since is '设立日期 / Since';
comment on column unit.until is '撤销日期，当日起不再有效 / No longer from this day on';
comment on column unit.successor is '承接其职责的单位 / Unit that took its duties over';
create index unit_below on unit using gist (unit_path);
revoke delete on unit from lantu_app;

create table unit_name (
  unit_path public.ltree not null references unit,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  name text not null check (name <> ''),
  short_name text,
  primary key (unit_path, valid_from)
);
comment on table unit_name is '[R] 单位的名称，随时间变化 / Names of units through time';
comment on column unit_name.unit_path is '单位 / Unit';
comment on column unit_name.valid_from is '启用日期 / Valid from';
comment on column unit_name.valid_to is '停用日期，当日起用新名 / The next name holds from this day on';
comment on column unit_name.name is '全称 / Full name';
comment on column unit_name.short_name is '简称 / Short name';
revoke delete on unit_name from lantu_app;
