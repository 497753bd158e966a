import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'decide-days': 20, 'hear-days': 5 };

/** 行政综合执法. One register of cases for all departments that enforce in the zone: filed, investigated, decided, carried out. */
export const enforcementCases = defineLedger({
  id: 'enforcement-cases',
  label: { zh: '综合执法案件', en: 'Enforcement cases' },
  purpose: {
    zh: '园区行政综合执法案件：立案、调查、告知、决定、执行结案',
    en: 'Cases of joint enforcement in the zone: filed, investigated, decided, carried out and closed',
  },
  mechanisms: ['law_enforce'],
  source: [{ document: '000', line: 2270 }],
  name: { zh: '案件', en: 'Case' },
  fields: [
    {
      id: 'agency',
      label: { zh: '执法单位', en: 'Enforcing unit' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'party', label: { zh: '当事人', en: 'Party' }, kind: text(120), isRequired: true, column: '120px' },
    { id: 'enterprise', label: { zh: '涉及企业', en: 'Enterprise' }, kind: enterprise, isFilter: true },
    {
      id: 'field',
      label: { zh: '领域', en: 'Field' },
      kind: choice({
        land: { zh: '用地', en: 'Land' },
        building: { zh: '建设', en: 'Building' },
        environment: { zh: '环保', en: 'Environment' },
        safety: { zh: '安全', en: 'Safety' },
        market: { zh: '市场', en: 'Market' },
        other: { zh: '其他', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '88px',
    },
    {
      id: 'filed',
      label: { zh: '立案日期', en: 'Filed on' },
      kind: day,
      isRequired: true,
      isPublic: true,
      column: '104px',
    },
    { id: 'facts', label: { zh: '案情', en: 'Facts' }, kind: text(4000), isRequired: true },
    { id: 'decision', label: { zh: '处理决定', en: 'Decision' }, kind: text(2000), isPublic: true },
    { id: 'fine', label: { zh: '罚款', en: 'Fine' }, kind: measure('万元'), isPublic: true, column: '96px' },
    { id: 'fulfilBy', label: { zh: '履行期限', en: 'To be carried out by' }, kind: day, column: '104px' },
    { id: 'outcome', label: { zh: '执行情况', en: 'How it was carried out' }, kind: text(1000), isPublic: true },
  ],
  called: 'agency',
  first: 'filed',
  stages: {
    filed: {
      label: { zh: '调查中', en: 'Under investigation' },
      clock: { days: { choice: 'decide-days' }, counts: 'working', from: 'filed', warnDays: 10 },
    },
    told: {
      label: { zh: '已告知，待决定', en: 'Told, to be decided' },
      clock: { days: { choice: 'hear-days' }, counts: 'working', warnDays: 2 },
    },
    decided: {
      label: { zh: '待履行', en: 'To be carried out' },
      clock: { days: 0, counts: 'calendar', from: 'fulfilBy', warnDays: 5 },
    },
    closed: { label: { zh: '结案', en: 'Closed' }, isFinal: true },
    dropped: { label: { zh: '撤案', en: 'Dropped' }, isFinal: true },
  },
  actions: {
    tell: {
      label: { zh: '告知当事人', en: 'Tell the party' },
      from: ['filed'],
      to: 'told',
      needs: ['decision'],
      needsEvidence: true,
      by: 'called',
    },
    decide: {
      label: { zh: '作出决定', en: 'Decide' },
      from: ['told'],
      to: 'decided',
      needs: ['decision', 'fulfilBy'],
      needsEvidence: true,
      by: 'decider',
    },
    drop: {
      label: { zh: '撤案', en: 'Drop' },
      from: ['filed', 'told'],
      to: 'dropped',
      needsReason: true,
      by: 'decider',
    },
    close: {
      label: { zh: '结案', en: 'Close' },
      from: ['decided'],
      to: 'closed',
      needs: ['outcome'],
      needsEvidence: true,
      by: 'called',
    },
  },
  choices: [
    { id: 'decide-days', label: { zh: '办案期限', en: 'Days to investigate' }, unit: '工作日', least: 5, most: 180 },
    { id: 'hear-days', label: { zh: '陈述申辩期限', en: 'Days to be heard' }, unit: '工作日', least: 3, most: 30 },
  ],
  publicStages: ['closed'],
  parameters: {},
  cases: [
    {
      title: 'twenty working days to investigate; the twentieth is in time',
      entry: { stage: 'filed', stageSince: '2026-11-02', data: { filed: '2026-11-02' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['agency', 'party', 'field', 'facts'] },
    },
    {
      title: 'a decision that was not carried out by its day is overdue',
      entry: { stage: 'decided', stageSince: '2026-10-01', data: { fulfilBy: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'a case without the day of filing is never due',
      entry: { stage: 'filed', stageSince: '2026-11-02', data: { party: '某企业' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['agency', 'field', 'filed', 'facts'] },
    },
  ],
});
