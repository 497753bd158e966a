import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { count, enterprise, park, project, unit } from '../kinds.ts';

/** 弹性供地合同. Land for a shorter or changing term runs out: before it does, somebody judges whether it goes on. */
export const landLeases = defineLedger({
  id: 'land-leases',
  label: { zh: '弹性供地合同', en: 'Land of flexible terms' },
  purpose: {
    zh: '弹性年期、长期租赁、先租后让、租让结合的用地：到期前提醒、评估、续期或退出',
    en: 'Land granted or leased for flexible terms: reminded before the end, judged, prolonged or given back',
  },
  mechanisms: ['flex_lease'],
  source: [
    { document: '000', line: 2330 },
    { document: '004', line: 398 },
  ],
  name: { zh: '合同', en: 'Contract' },
  fields: [
    {
      id: 'park',
      label: { zh: '园区', en: 'Park' },
      kind: park,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'holder',
      label: { zh: '用地企业', en: 'Holder' },
      kind: enterprise,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'project', label: { zh: '项目', en: 'Project' }, kind: project },
    { id: 'parcel', label: { zh: '宗地号', en: 'Parcel number' }, kind: text(60) },
    { id: 'area', label: { zh: '面积', en: 'Area' }, kind: measure('亩'), isRequired: true, column: '96px' },
    {
      id: 'mode',
      label: { zh: '供地方式', en: 'Mode' },
      kind: choice({
        term: { zh: '弹性年期出让', en: 'Granted for a flexible term' },
        lease: { zh: '长期租赁', en: 'Long lease' },
        leaseFirst: { zh: '先租后让', en: 'Leased, then granted' },
        mixed: { zh: '租让结合', en: 'Part leased, part granted' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'years', label: { zh: '年期（年）', en: 'Term in years' }, kind: count, isRequired: true, column: '88px' },
    { id: 'begun', label: { zh: '起始日期', en: 'From' }, kind: day, column: '104px' },
    { id: 'until', label: { zh: '到期日期', en: 'Until' }, kind: day, isRequired: true, column: '104px' },
    { id: 'price', label: { zh: '价款或年租金', en: 'Price or yearly rent' }, kind: measure('万元') },
    { id: 'terms', label: { zh: '转出让或续期条件', en: 'Terms for going on' }, kind: text(1000) },
    { id: 'judge', label: { zh: '评估单位', en: 'Unit that judges' }, kind: unit, isRequired: true },
    { id: 'judgement', label: { zh: '到期评估意见', en: 'Judgement' }, kind: text(2000) },
  ],
  called: 'judge',
  place: 'park',
  first: 'running',
  stages: {
    running: {
      label: { zh: '履行中', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'until', warnDays: 180 },
    },
    judging: {
      label: { zh: '到期评估', en: 'Being judged' },
      clock: { days: { choice: 'judge-days' }, counts: 'working', warnDays: 5 },
    },
    judged: {
      label: { zh: '待定去留', en: 'To be decided' },
      clock: { days: 0, counts: 'calendar', from: 'until', warnDays: 30 },
    },
    prolonged: { label: { zh: '已续期', en: 'Prolonged' }, isFinal: true },
    granted: { label: { zh: '已转出让', en: 'Granted for good' }, isFinal: true },
    returned: { label: { zh: '已退出', en: 'Given back' }, isFinal: true },
  },
  actions: {
    judge: { label: { zh: '启动到期评估', en: 'Have it judged' }, from: ['running'], to: 'judging' },
    opine: {
      label: { zh: '出具评估意见', en: 'Give a judgement' },
      from: ['judging'],
      to: 'judged',
      needs: ['judgement'],
      needsEvidence: true,
      by: 'called',
    },
    prolong: {
      label: { zh: '续期', en: 'Prolong' },
      from: ['judged'],
      to: 'prolonged',
      needsEvidence: true,
      by: 'decider',
    },
    grant: {
      label: { zh: '转出让', en: 'Grant for good' },
      from: ['judged'],
      to: 'granted',
      needs: ['terms'],
      needsEvidence: true,
      by: 'decider',
    },
    return: {
      label: { zh: '收回退出', en: 'Take back' },
      from: ['running', 'judged'],
      to: 'returned',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'judge-days', label: { zh: '到期评估时限', en: 'Days to judge' }, unit: '工作日', least: 5, most: 130 },
  ],
  parameters: { 年期弹性: 'field:years', '4种方式': 'field:mode' },
  cases: [
    {
      title: 'half a year before its end a contract turns yellow, not a day earlier',
      entry: { stage: 'running', stageSince: '2021-12-01', data: { until: '2026-11-30' } },
      on: '2026-06-02',
      answers: { 'judge-days': 20 },
      expect: { dueOn: '2026-11-30', lamp: 'green' },
    },
    {
      title: 'on its last day it still runs',
      entry: { stage: 'running', stageSince: '2021-12-01', data: { until: '2026-11-30' } },
      on: '2026-11-30',
      answers: { 'judge-days': 20 },
      expect: { dueOn: '2026-11-30', lamp: 'yellow' },
    },
    {
      title: 'judged, and nothing was decided when the term ended: overdue',
      entry: { stage: 'judged', stageSince: '2026-10-01', data: { until: '2026-11-30' } },
      on: '2026-12-01',
      answers: { 'judge-days': 20 },
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'a contract without term and end is never due, and lacks both',
      entry: { stage: 'running', stageSince: '2021-12-01', data: { mode: 'lease' } },
      on: '2026-11-30',
      expect: { dueOn: null, lamp: 'grey', lacks: ['park', 'holder', 'area', 'years', 'until', 'judge'] },
    },
  ],
});
