-- What the text was generated from, for whom it may show what, and the data frozen with it.
alter table bulletin
  add column about jsonb,
  add column audiences jsonb not null default '{"internal": {"ranking": true}, "public": {"ranking": true}}',
  add column data jsonb;
comment on column bulletin.about is '数据范围：单位、园区、行业、指标；手工起草的为空 / Unit, parks, industry and indicators of its figures; null if written by hand';
comment on column bulletin.audiences is '各版本是否含排名 / Which versions show rankings';
comment on column bulletin.data is '起草时所依据的数据，印发时一并封存 / Data that it was drafted from, frozen with it';
