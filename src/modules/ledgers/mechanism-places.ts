import type { Label } from '../../core/text.ts';

/**
 * Where a mechanism lives that no ledger carries: `operation:delivery.board`, `page:/delivery`,
 * `rules:park-fit/1` (an edition), `form:…` (a report form), `check:sum/parts` (a rule for plans),
 * `item:bidding` (of the checklist of a project), `field:parks.approval`, `indicator:…`, `measure:contract-duties.kept`.
 */
export interface MechanismPlace {
  readonly places: readonly string[];
  /** What the document asks for and is not there. */
  readonly lacks?: Label;
}

const lacking = (zh: string, en: string, ...places: readonly string[]): MechanismPlace => ({
  places,
  lacks: { zh, en },
});
const whole = (...places: readonly string[]): MechanismPlace => ({ places });

/** Kept by hand, by key of the mechanism; a test looks every place up. */
export const mechanismPlaces: Readonly<Record<string, MechanismPlace>> = {
  task_decompose: lacking(
    '按频次生成每次任务',
    'occurrences that follow from a frequency',
    'operation:plans.show',
    'page:/plans/$planId',
    'check:date/overdue-task',
  ),
  stat_monitor: lacking(
    '十三个方面未逐一设表',
    'a form for each of the thirteen sides',
    'operation:reports.list',
    'page:/reports',
    'form:park-economy-quarterly',
    'form:park-economy-yearly',
    'form:key-enterprise-monthly',
  ),
  target_tree: whole(
    'operation:indicators.list',
    'operation:rollups.show',
    'check:sum/parts',
    'check:growth/annual',
    'check:target/no-baseline',
    'check:target/no-unit',
  ),
  plan_period: lacking('展望年', 'the year of outlook', 'check:target/outside-period'),
  multi_year_phase: lacking('分阶段措施', 'measures of each phase', 'check:sum/years'),
  plan_public: whole('operation:bulletins.approve', 'operation:bulletins.publish', 'page:/bulletins'),
  invest_monitor: whole(
    'form:project-investment-monthly',
    'rules:investment-progress/1',
    'rules:lamp-statistics/1',
    'operation:bulletins.draft-monthly',
  ),
  project_pool: whole('operation:delivery.enrol', 'operation:delivery.act', 'operation:delivery.board'),
  key_proj_list: whole('operation:delivery.list', 'operation:delivery.unlist', 'operation:projects.duplicates'),
  proj_planning: whole('operation:delivery.item', 'item:land-pre-review', 'item:environment', 'item:energy'),
  four_batches: whole('operation:delivery.board'),
  leader_resp: whole('operation:delivery.assign', 'operation:delivery.workload'),
  milestone_plan: whole(
    'operation:nodes.plan',
    'operation:nodes.actual',
    'operation:nodes.late',
    'rules:lamp-progress/1',
  ),
  four_systems: whole('item:legal-person', 'item:bidding', 'item:contracts', 'item:supervision'),
  three_ones: whole('operation:delivery.show'),
  proj_to_park: whole('operation:reviews.fit', 'rules:park-fit/1'),
  park_registry: whole(
    'operation:parks.list',
    'operation:parks.show',
    'field:parks.level',
    'field:parks.approval',
    'field:parks.east',
  ),
  one_zone_multi_park: whole('field:parks.parentId', 'check:sum/areas', 'check:fact/zone-area'),
  park_role: lacking('同质化预警', 'a warning of two parks that do the same', 'field:parks.industries'),
  park_exit: whole('rules:zone-exit/mofcom-2021'),
  eia_gate: lacking(
    '污染负荷与自身治理能力的比较',
    'the load against what can be treated',
    'item:environment',
    'operation:reviews.evaluate',
  ),
  factor_follow: lacking(
    '市场、技术两类要素没有可分配的数量',
    'market and technology have no amount to hand out',
    'operation:elements.balance',
    'operation:elements.order',
    'operation:element-allocations.decide',
    'rules:element-priority/1',
    'page:/elements',
  ),
  plan_eia: lacking(
    '规划环评的审查',
    'the assessment of the plan itself',
    'operation:element-quotas.add',
    'operation:elements.short',
    'page:/elements',
  ),
  dual_control: lacking(
    '强度目标与实际消耗的逐月对照',
    'intensity targets, and what was really used against the quota',
    'operation:element-quotas.add',
    'operation:elements.balance',
    'operation:elements.short',
    'page:/elements',
    'indicator:green.energy-intensity',
    'indicator:green.water-intensity',
  ),
  mu_class: lacking(
    '差别化配置政策',
    'the policies that follow from a grade',
    'rules:per-mu-huangyan/2022',
    'rules:electricity-surcharge/shandong-2022',
    'form:enterprise-per-mu-yearly',
  ),
  merger: whole('rules:qualification/heilongjiang-2011'),
  access_std: whole('rules:admission-yanggu/2022', 'rules:admission-points/shouxian', 'operation:reviews.evaluate'),
  landing_review: whole(
    'operation:reviews.open',
    'operation:reviews.evaluate',
    'operation:reviews.meet',
    'operation:reviews.decide',
  ),
  invest_reward: whole('rules:incentive-jidong/seed', 'operation:incentives.propose', 'operation:incentives.pay'),
  policy_lib: whole(
    'operation:rules.list',
    'rules:incentive-foreign-capital/heilongjiang-2021',
    'operation:incentives.list',
  ),
  contract_kpi: whole(
    'measure:contract-duties.kept',
    'form:investment-promotion-monthly',
    'indicator:project.start-rate',
    'indicator:promotion.landed-rate',
  ),
  negative_list: whole('rules:admission-yanggu/2022'),
  green_channel: whole('rules:qualification/heilongjiang-2011', 'operation:delivery.assign'),
  power_cost: whole('rules:electricity-surcharge/shandong-2022'),
  month_quarter_year: whole(
    'form:project-investment-monthly',
    'operation:reports.remind',
    'operation:bulletins.draft-monthly',
  ),
  city_assess: whole('rules:city-projects/heilongjiang-2011', 'operation:rules.evaluate'),
  park_assess: lacking(
    '九个维度的权重',
    'weights of the nine sides',
    'rules:park-marks/guangdong-2016',
    'operation:rules.evaluate',
  ),
  info_release: whole('operation:bulletins.publish'),
};
