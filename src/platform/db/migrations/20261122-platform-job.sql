create table job (
  job_id text primary key,
  done_at timestamptz,
  tried_at timestamptz not null,
  error text
);
comment on table job is '[L] 定时任务最近一次执行 / The last turn of each job';
comment on column job.job_id is '任务 / Job';
comment on column job.done_at is '最近一次办成的时间 / When it last came through';
comment on column job.tried_at is '最近一次开始的时间 / When it was last begun';
comment on column job.error is '最近一次未成的原因 / Why it did not come through, if so';
revoke delete on job from lantu_app;
