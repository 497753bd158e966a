-- The sums of the units right below one, which its own is made of.
create index rollup_sum_path on rollup_sum (period, depth, path);
