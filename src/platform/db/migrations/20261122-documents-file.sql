-- The unit is part of the key: two offices of one tenant may file the same bytes, and each must see its own.
create table file (
  tenant_id bigint not null references tenant,
  unit_path public.ltree not null,
  file_id text not null check (file_id ~ '^[0-9a-f]{64}$'),
  name text not null,
  media_type text not null,
  size bigint not null check (size >= 0),
  created_at timestamptz not null,
  created_by text not null,
  primary key (tenant_id, unit_path, file_id)
);
comment on table file is '[D] 上传的原文件，逐字节保存 / Uploaded file, kept byte for byte';
comment on column file.tenant_id is '归属单位 / Owner';
comment on column file.unit_path is '上传单位 / Unit that filed it';
comment on column file.file_id is '内容的 SHA-256 / SHA-256 of the content';
comment on column file.name is '文件名 / File name';
comment on column file.media_type is '媒体类型 / Media type';
comment on column file.size is '字节数 / Bytes';
comment on column file.created_at is '上传时间 / When it came';
comment on column file.created_by is '上传人 / Who brought it';

create table file_chunk (
  tenant_id bigint not null,
  unit_path public.ltree not null,
  file_id text not null,
  seq int not null check (seq >= 0),
  bytes bytea not null,
  primary key (tenant_id, unit_path, file_id, seq),
  foreign key (tenant_id, unit_path, file_id) references file on delete cascade
);
comment on table file_chunk is '[D] 文件内容分段，免得大文件占一个值 / Content in pieces, so that no value is huge';
comment on column file_chunk.tenant_id is '归属单位 / Owner';
comment on column file_chunk.unit_path is '上传单位 / Unit that filed it';
comment on column file_chunk.file_id is '文件 / File';
comment on column file_chunk.seq is '段号，从 0 起 / Number of the piece, from 0';
comment on column file_chunk.bytes is '内容 / Content';
-- Documents are packed formats already: trying to compress them again only costs time.
alter table file_chunk alter column bytes set storage external;

alter table file enable row level security;
create policy scope on file
  using (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[])
  with check (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[]);
alter table file_chunk enable row level security;
create policy scope on file_chunk
  using (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[])
  with check (unit_path operator(public.<@) (nullif(current_setting('lantu.scope', true), ''))::public.ltree[]);
