-- A policy is asked first, row by row, of whatever a condition could tell about rows that it hides. Comparing paths tells
-- nothing: these functions look at bytes and raise no error, whatever they are given. Said so, a condition on the unit
-- asked for comes before the policy (a page of a zone is not paid for by all rows of its county, docs/decisions/0013), and
-- indexes on paths can be used; every row that is left still meets the policy.
-- Only a superuser may say it: on a server of one's own whose account is none, all works as before, a little slower.
do $$
declare each text;
begin
  foreach each in array array['eq', 'ne', 'lt', 'le', 'gt', 'ge', 'cmp', 'isparent', 'risparent'] loop
    execute format('alter function public.ltree_%s(public.ltree, public.ltree) leakproof', each);
  end loop;
exception when insufficient_privilege then
  raise notice 'comparisons of paths stay behind the policies: the account is no superuser';
end $$;
