import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { count, enterprise, park, unit } from '../kinds.ts';
import { point } from '../point.ts';

/** 环境风险与应急. Sources of risk, who would be hit, what help there is and what the plan says: each looked at anew by a day. */
export const envRisks = defineLedger({
  id: 'env-risks',
  label: { zh: '环境风险与应急', en: 'Environmental risks' },
  purpose: {
    zh: '风险源、敏感目标、应急能力、应急预案：登记、核查、整改、定期更新',
    en: 'Sources, sensitive targets, means and plans: listed, checked, put right, reviewed again by a day',
  },
  mechanisms: ['env_risk'],
  source: [
    { document: '000', line: 2291 },
    { document: '004', line: 432 },
  ],
  name: { zh: '登记事项', en: 'Item' },
  fields: [
    {
      id: 'element',
      label: { zh: '要素', en: 'Element' },
      kind: choice({
        source: { zh: '环境风险源', en: 'Source of risk' },
        target: { zh: '敏感目标', en: 'Sensitive target' },
        means: { zh: '应急能力', en: 'Means of help' },
        plan: { zh: '应急预案', en: 'Emergency plan' },
      }),
      isRequired: true,
      isFilter: true,
      column: '104px',
    },
    {
      id: 'level',
      label: { zh: '风险等级', en: 'Level' },
      kind: choice({
        major: { zh: '重大', en: 'Major' },
        larger: { zh: '较大', en: 'Larger' },
        common: { zh: '一般', en: 'Common' },
      }),
      isFilter: true,
      column: '88px',
    },
    {
      id: 'park',
      label: { zh: '园区', en: 'Park' },
      kind: park,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'enterprise', label: { zh: '企业', en: 'Enterprise' }, kind: enterprise },
    { id: 'where', label: { zh: '位置', en: 'Place' }, kind: text(200), isRequired: true },
    {
      id: 'at',
      label: { zh: '坐标', en: 'Coordinates' },
      kind: point,
      hint: { zh: '经度, 纬度', en: 'longitude, latitude' },
    },
    { id: 'substance', label: { zh: '风险物质或物资', en: 'Substance or supplies' }, kind: text(300) },
    { id: 'people', label: { zh: '影响人数（人）', en: 'People concerned' }, kind: count },
    {
      id: 'reviewBy',
      label: { zh: '下次核查日期', en: 'Checked again by' },
      kind: day,
      isRequired: true,
      column: '112px',
    },
    {
      id: 'keeper',
      label: { zh: '监管单位', en: 'Watched by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'finding', label: { zh: '核查情况', en: 'What the check found' }, kind: text(2000) },
    { id: 'measure', label: { zh: '整改措施', en: 'What was put right' }, kind: text(2000) },
    { id: 'filing', label: { zh: '预案备案号', en: 'Filing of the plan' }, kind: text(60) },
  ],
  called: 'keeper',
  place: 'at',
  first: 'listed',
  stages: {
    listed: {
      label: { zh: '在册', en: 'Listed' },
      clock: { days: 0, counts: 'calendar', from: 'reviewBy', warnDays: 30 },
    },
    correcting: {
      label: { zh: '整改中', en: 'Being put right' },
      clock: { days: { choice: 'correct-days' }, counts: 'calendar', warnDays: 7 },
    },
    removed: { label: { zh: '已消除', en: 'Removed' }, isFinal: true },
  },
  actions: {
    check: {
      label: { zh: '核查并更新', en: 'Check and go on' },
      from: ['listed'],
      to: 'listed',
      needs: ['finding', 'reviewBy'],
      needsEvidence: true,
      by: 'called',
    },
    correct: {
      label: { zh: '交办整改', en: 'Have it put right' },
      from: ['listed'],
      to: 'correcting',
      needs: ['finding'],
      by: 'called',
    },
    finish: {
      label: { zh: '整改完成', en: 'Put right' },
      from: ['correcting'],
      to: 'listed',
      needs: ['measure', 'reviewBy'],
      needsEvidence: true,
    },
    remove: {
      label: { zh: '消除出册', en: 'Remove' },
      from: ['listed', 'correcting'],
      to: 'removed',
      needsReason: true,
      needsEvidence: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'correct-days', label: { zh: '环境隐患整改期限', en: 'Days to put right' }, unit: '天', least: 1, most: 365 },
  ],
  parameters: { '4要素': 'field:element' },
  cases: [
    {
      title: 'on the day of the next check it is in time',
      entry: { stage: 'listed', stageSince: '2024-01-10', data: { element: 'plan', reviewBy: '2026-11-30' } },
      on: '2026-11-30',
      answers: { 'correct-days': 30 },
      expect: { dueOn: '2026-11-30', lamp: 'yellow' },
    },
    {
      title: 'thirty days to put it right have gone by: overdue',
      entry: { stage: 'correcting', stageSince: '2026-11-01', data: { element: 'source', reviewBy: '2027-06-30' } },
      on: '2026-12-02',
      answers: { 'correct-days': 30 },
      expect: { dueOn: '2026-12-01', lamp: 'red' },
    },
    {
      title: 'what has no day for its next check lacks it, and is never due',
      entry: { stage: 'listed', stageSince: '2024-01-10', data: { element: 'target', where: '小学东侧' } },
      on: '2026-11-30',
      answers: { 'correct-days': 30 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['park', 'reviewBy', 'keeper'] },
    },
  ],
});
