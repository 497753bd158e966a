alter table project_fund drop constraint project_fund_kind_check;
alter table project_fund add constraint project_fund_kind_check
  check (kind in ('opening', 'source', 'plan', 'arrived', 'payable', 'paid'));
alter table project_fund add column agreed_days int check (agreed_days between 0 and 3650);
comment on column project_fund.kind is '种类：开账累计、资金来源、分月计划、到位、应付（交付验收）、支付 / Opening balance, source, plan by month, arrived, payable since delivery, paid';
comment on column project_fund.agreed_days is '应付款的合同约定付款天数，未约定为空 / Days that the contract gives for a payable; empty where it is silent';
