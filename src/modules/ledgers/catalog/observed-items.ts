import { defineLedger } from '../../../core/ledger/ledger.ts';
import { day, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'decide-days': 10 };

/** 包容审慎监管. A new business gets a time in which it is watched rather than fined; at its end somebody decides. */
export const observedItems = defineLedger({
  id: 'observed-items',
  label: { zh: '包容审慎观察期', en: 'Under observation' },
  purpose: {
    zh: '新产业新业态观察期：纳入、指导、期满评估、转常规监管',
    en: 'New businesses with a time of observation: taken in, advised, judged at its end, watched as usual',
  },
  mechanisms: ['inclusive_reg'],
  source: [{ document: '001', line: 742 }],
  name: { zh: '观察对象', en: 'Business' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'business', label: { zh: '业态或产品', en: 'Business or product' }, kind: text(200), isRequired: true },
    {
      id: 'watcher',
      label: { zh: '监管单位', en: 'Unit that watches' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'begun', label: { zh: '纳入日期', en: 'Begun' }, kind: day, isRequired: true, column: '104px' },
    { id: 'until', label: { zh: '观察期至', en: 'Until' }, kind: day, isRequired: true, column: '104px' },
    { id: 'line', label: { zh: '安全底线', en: 'Bottom line' }, kind: text(1000), isRequired: true },
    { id: 'advice', label: { zh: '指导记录', en: 'Advice' }, kind: text(2000) },
    { id: 'judgement', label: { zh: '期满评估', en: 'Judgement' }, kind: text(2000) },
  ],
  called: 'watcher',
  first: 'observed',
  stages: {
    observed: {
      label: { zh: '观察期内', en: 'Under observation' },
      clock: { days: 0, counts: 'calendar', from: 'until', warnDays: 30 },
    },
    judged: {
      label: { zh: '待决定', en: 'To be decided' },
      clock: { days: { choice: 'decide-days' }, counts: 'working', warnDays: 3 },
    },
    regular: { label: { zh: '转常规监管', en: 'Watched as usual' }, isFinal: true },
    stopped: { label: { zh: '叫停', en: 'Stopped' }, isFinal: true },
  },
  actions: {
    advise: {
      label: { zh: '指导', en: 'Advise' },
      from: ['observed'],
      to: 'observed',
      needs: ['advice'],
      by: 'called',
    },
    judge: {
      label: { zh: '期满评估', en: 'Judge' },
      from: ['observed'],
      to: 'judged',
      needs: ['judgement'],
      needsEvidence: true,
      by: 'called',
    },
    extend: {
      label: { zh: '延长观察', en: 'Prolong' },
      from: ['judged'],
      to: 'observed',
      needs: ['until'],
      needsReason: true,
      by: 'decider',
    },
    settle: { label: { zh: '转常规监管', en: 'Watch as usual' }, from: ['judged'], to: 'regular', by: 'decider' },
    stop: {
      label: { zh: '触碰底线，叫停', en: 'Stop' },
      from: ['observed', 'judged'],
      to: 'stopped',
      needsEvidence: true,
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'decide-days', label: { zh: '期满决定时限', en: 'Days to decide' }, unit: '工作日', least: 1, most: 60 },
  ],
  parameters: {},
  cases: [
    {
      title: 'the last day of observation is in time',
      entry: { stage: 'observed', stageSince: '2025-12-01', data: { until: '2026-11-30', business: '细胞培养肉' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['enterprise', 'watcher', 'begun', 'line'] },
    },
    {
      title: 'judged, and not decided within ten working days: overdue',
      entry: { stage: 'judged', stageSince: '2026-11-02', data: {} },
      on: '2026-11-17',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'red' },
    },
    {
      title: 'observed without an end it is never due',
      entry: { stage: 'observed', stageSince: '2025-12-01', data: { line: '不得上市销售' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'business', 'watcher', 'begun', 'until'] },
    },
  ],
});
