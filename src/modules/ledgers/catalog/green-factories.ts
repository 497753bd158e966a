import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

/** 绿色工厂. From the firm that wants to be one over the assessment to the list, and the look at it again later. */
export const greenFactories = defineLedger({
  id: 'green-factories',
  label: { zh: '绿色工厂与车间', en: 'Green factories' },
  purpose: {
    zh: '绿色车间、绿色工厂：培育、自评、第三方评价、公布、动态复核',
    en: 'Green workshops and factories: prepared, assessed, put on the list, looked at again',
  },
  mechanisms: ['green_factory'],
  source: [
    { document: '001', line: 489 },
    { document: '004', line: 396 },
  ],
  name: { zh: '创建对象', en: 'Factory or workshop' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: 'minmax(140px, 1fr)',
    },
    {
      id: 'kind',
      label: { zh: '类型', en: 'Kind' },
      kind: choice({ workshop: { zh: '绿色车间', en: 'Workshop' }, factory: { zh: '绿色工厂', en: 'Factory' } }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    {
      id: 'level',
      label: { zh: '级别', en: 'Level' },
      kind: choice({
        county: { zh: '县级', en: 'County' },
        city: { zh: '市级', en: 'City' },
        province: { zh: '省级', en: 'Province' },
        state: { zh: '国家级', en: 'State' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '88px',
    },
    { id: 'applyBy', label: { zh: '申报截止日', en: 'To apply by' }, kind: day, isRequired: true, column: '104px' },
    { id: 'measures', label: { zh: '低碳工艺与改造内容', en: 'Measures' }, kind: text(2000) },
    {
      id: 'guide',
      label: { zh: '指导单位', en: 'Guided by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'assessor', label: { zh: '评价机构', en: 'Assessor' }, kind: text(200) },
    { id: 'score', label: { zh: '评价得分', en: 'Score' }, kind: text(20), column: '88px' },
    { id: 'listedOn', label: { zh: '公布日期', en: 'Listed on' }, kind: day, isPublic: true, column: '104px' },
    { id: 'reviewBy', label: { zh: '下次复核日期', en: 'Looked at again by' }, kind: day, column: '112px' },
    { id: 'review', label: { zh: '复核意见', en: 'Opinion' }, kind: text(1000) },
  ],
  called: 'guide',
  first: 'preparing',
  stages: {
    preparing: {
      label: { zh: '培育中', en: 'Being prepared' },
      clock: { days: 0, counts: 'calendar', from: 'applyBy', warnDays: 30 },
    },
    assessing: {
      label: { zh: '评价审核中', en: 'Being assessed' },
      clock: { days: { choice: 'assess-days' }, counts: 'working', warnDays: 5 },
    },
    listed: {
      label: { zh: '在榜', en: 'Listed' },
      clock: { days: 0, counts: 'calendar', from: 'reviewBy', warnDays: 60 },
    },
    removed: { label: { zh: '已移出', en: 'Removed' }, isFinal: true },
    failed: { label: { zh: '未通过', en: 'Failed' }, isFinal: true },
  },
  actions: {
    apply: {
      label: { zh: '申报', en: 'Apply' },
      from: ['preparing'],
      to: 'assessing',
      needs: ['measures', 'assessor'],
      needsEvidence: true,
      by: 'called',
    },
    list: {
      label: { zh: '公布', en: 'List' },
      from: ['assessing'],
      to: 'listed',
      needs: ['score', 'listedOn', 'reviewBy'],
      by: 'decider',
    },
    fail: { label: { zh: '未通过', en: 'Fail' }, from: ['assessing'], to: 'failed', needsReason: true, by: 'decider' },
    review: {
      label: { zh: '复核通过', en: 'Look at it again' },
      from: ['listed'],
      to: 'listed',
      needs: ['review', 'reviewBy'],
      needsEvidence: true,
    },
    remove: {
      label: { zh: '移出名单', en: 'Remove' },
      from: ['listed'],
      to: 'removed',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'assess-days', label: { zh: '评价审核时限', en: 'Days to assess' }, unit: '工作日', least: 5, most: 130 },
  ],
  publicStages: ['listed'],
  parameters: {},
  cases: [
    {
      title: 'twenty working days to assess; the twentieth is in time',
      entry: { stage: 'assessing', stageSince: '2026-11-02', data: { applyBy: '2026-10-31' } },
      on: '2026-11-30',
      answers: { 'assess-days': 20 },
      expect: { dueOn: '2026-11-30', lamp: 'yellow' },
    },
    {
      title: 'on the list, and the second look was due yesterday',
      entry: { stage: 'listed', stageSince: '2023-11-30', data: { applyBy: '2023-09-30', reviewBy: '2026-11-30' } },
      on: '2026-12-01',
      answers: { 'assess-days': 20 },
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'without firm, level and the last day to apply it cannot begin',
      entry: { stage: 'preparing', stageSince: '2026-01-05', data: { kind: 'workshop' } },
      on: '2026-12-01',
      answers: { 'assess-days': 20 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'level', 'applyBy', 'guide'] },
    },
  ],
});
