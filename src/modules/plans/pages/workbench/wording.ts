import type { Label } from '../../../../core/text.ts';
import type { Comparator, IndicatorKind } from '../../../documents/extraction.ts';
import type { FactKind, FactState, PlanFinding } from '../../plan.ts';

export const kindLabels: Record<FactKind, Label> = {
  indicator: { zh: '指标', en: 'Indicator' },
  project: { zh: '项目', en: 'Project' },
  task: { zh: '任务', en: 'Task' },
  park: { zh: '园区', en: 'Park' },
  enterprise: { zh: '企业', en: 'Enterprise' },
};

export const kindsLabels: Record<FactKind, Label> = {
  indicator: { zh: '指标', en: 'Indicators' },
  project: { zh: '项目', en: 'Projects' },
  task: { zh: '任务', en: 'Tasks' },
  park: { zh: '园区', en: 'Parks' },
  enterprise: { zh: '企业', en: 'Enterprises' },
};

export const stateLabels: Record<FactState, Label> = {
  proposed: { zh: '未核', en: 'Unreviewed' },
  accepted: { zh: '已采纳', en: 'Accepted' },
  corrected: { zh: '已更正', en: 'Corrected' },
  rejected: { zh: '已否决', en: 'Rejected' },
  added: { zh: '补充', en: 'Added' },
};

/** The sign beside the word, so that a state is never told by colour alone. */
export const stateSigns: Record<FactState, string> = {
  proposed: '○',
  accepted: '✓',
  corrected: '✎',
  rejected: '✕',
  added: '＋',
};

export const severityLabels: Record<PlanFinding['severity'], Label> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '疑点', en: 'Warning' },
  advice: { zh: '建议', en: 'Advice' },
};

export const indicatorKindLabels: Record<IndicatorKind, Label> = {
  baseline: { zh: '现状', en: 'baseline' },
  target: { zh: '目标', en: 'target' },
  growth_rate: { zh: '增速', en: 'growth' },
  share: { zh: '占比', en: 'share' },
  cumulative: { zh: '累计', en: 'cumulative' },
};

export const comparatorLabels: Record<Comparator, Label> = {
  '=': { zh: '等于', en: 'equal to' },
  '>=': { zh: '不低于（≥）', en: 'at least (≥)' },
  '>': { zh: '超过（>）', en: 'more than (>)' },
  '<=': { zh: '不高于（≤）', en: 'at most (≤)' },
  '<': { zh: '低于（<）', en: 'less than (<)' },
  '~': { zh: '左右（≈）', en: 'about (≈)' },
  range: { zh: '区间', en: 'range' },
};

export const comparatorSigns: Record<Comparator, string> = {
  '=': '',
  '>=': '≥',
  '>': '>',
  '<=': '≤',
  '<': '<',
  '~': '≈',
  range: '',
};

const families: Readonly<Record<string, Label>> = {
  growth: { zh: '增速', en: 'Growth' },
  table: { zh: '表内合计', en: 'Table' },
  sum: { zh: '分项合计', en: 'Sum' },
  target: { zh: '目标', en: 'Target' },
  account: { zh: '财务关系', en: 'Account' },
  part: { zh: '部分与整体', en: 'Part' },
  fact: { zh: '前后不一', en: 'Contradiction' },
  count: { zh: '数目', en: 'Count' },
  title: { zh: '名实不符', en: 'Title' },
  date: { zh: '日期', en: 'Date' },
  ratio: { zh: '单位指标', en: 'Ratio' },
  code: { zh: '用地代码', en: 'Land code' },
  rule: { zh: '条款', en: 'Clause' },
  name: { zh: '名称', en: 'Name' },
  text: { zh: '文字', en: 'Text' },
  structure: { zh: '结构', en: 'Structure' },
};

/** The family of a rule in words: “growth/stated-rate” → 增速. */
export const familyOf = (rule: string): Label => {
  const family = rule.split('/')[0] ?? rule;
  return families[family] ?? { zh: family, en: family };
};
