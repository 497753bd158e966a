-- A file stays with the unit that filed it; where a matter has two units, the other one reads it too.
alter table file add column shown_to public.ltree[] not null default '{}';
comment on column file.shown_to is '因共同办理的事项可查阅的其他单位 / Other units that read it for a matter they share';
alter table file_chunk add column shown_to public.ltree[] not null default '{}';
comment on column file_chunk.shown_to is '同所属文件 / As its file says';

do $$
declare
  each text;
  scope constant text := '(nullif(current_setting(''lantu.scope'', true), ''''))::public.ltree[]';
  own constant text := format('unit_path operator(public.<@) %s', scope);
begin
  foreach each in array array['file', 'file_chunk'] loop
    execute format('drop policy scope on %I', each);
    -- An array of paths is below a path when one of them is.
    execute format('create policy scope on %I using (%s or shown_to operator(public.<@) any (%s)) with check (%s)',
      each, own, scope, own);
  end loop;
end $$;
