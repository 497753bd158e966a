import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { project, truth, unit } from '../kinds.ts';

const answers = { 'accept-days': 20, 'correct-days': 30 };

/** 竣工验收. The document asks for the mechanism and gives no limits, so the office sets both. */
export const acceptances = defineLedger({
  id: 'acceptances',
  label: { zh: '竣工验收', en: 'Acceptances' },
  purpose: {
    zh: '项目竣工后的验收：专项齐备、联合验收、问题整改、办结归档',
    en: 'Acceptance of completed projects: the parts are there, the whole is inspected, defects are put right',
  },
  mechanisms: ['proj_accept'],
  source: [{ document: '000', line: 2338 }],
  name: { zh: '验收事项', en: 'Acceptance' },
  fields: [
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'lead',
      label: { zh: '牵头验收单位', en: 'Unit that inspects' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'applied', label: { zh: '申请日期', en: 'Applied on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'completed', label: { zh: '竣工日期', en: 'Completed on' }, kind: day, column: '104px' },
    { id: 'planning', label: { zh: '规划核实', en: 'Planning verified' }, kind: truth },
    { id: 'fire', label: { zh: '消防验收', en: 'Fire protection accepted' }, kind: truth },
    { id: 'environment', label: { zh: '环保验收', en: 'Environmental protection accepted' }, kind: truth },
    { id: 'investment', label: { zh: '竣工决算投资', en: 'Investment in the final account' }, kind: measure('万元') },
    {
      id: 'opinion',
      label: { zh: '验收意见', en: 'Opinion' },
      kind: choice({
        pass: { zh: '合格', en: 'Passed' },
        correct: { zh: '整改后合格', en: 'Passed once put right' },
        fail: { zh: '不合格', en: 'Failed' },
      }),
      isFilter: true,
      column: '104px',
    },
    { id: 'defects', label: { zh: '整改事项', en: 'Defects' }, kind: text(2000) },
    { id: 'correction', label: { zh: '整改情况', en: 'What was put right' }, kind: text(2000) },
  ],
  called: 'lead',
  first: 'applied',
  stages: {
    applied: {
      label: { zh: '待验收', en: 'To be inspected' },
      clock: { days: { choice: 'accept-days' }, counts: 'working', from: 'applied', warnDays: 3 },
    },
    correcting: {
      label: { zh: '整改中', en: 'Being put right' },
      clock: { days: { choice: 'correct-days' }, counts: 'calendar', warnDays: 5 },
    },
    corrected: {
      label: { zh: '待复验', en: 'To be inspected again' },
      clock: { days: { choice: 'accept-days' }, counts: 'working', warnDays: 3 },
    },
    accepted: { label: { zh: '验收合格', en: 'Accepted' }, isFinal: true },
    failed: { label: { zh: '验收不合格', en: 'Failed' }, isFinal: true },
  },
  actions: {
    accept: {
      label: { zh: '验收合格', en: 'Accept' },
      from: ['applied', 'corrected'],
      to: 'accepted',
      needs: ['completed', 'planning', 'fire', 'environment', 'opinion'],
      needsEvidence: true,
      by: 'called',
    },
    order: {
      label: { zh: '责令整改', en: 'Order corrections' },
      from: ['applied', 'corrected'],
      to: 'correcting',
      needs: ['defects'],
      by: 'called',
    },
    correct: {
      label: { zh: '报告整改完成', en: 'Report it put right' },
      from: ['correcting'],
      to: 'corrected',
      needs: ['correction'],
      needsEvidence: true,
    },
    fail: {
      label: { zh: '判为不合格', en: 'Fail it' },
      from: ['corrected'],
      to: 'failed',
      needs: ['opinion'],
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'accept-days', label: { zh: '组织验收时限', en: 'Days to inspect' }, unit: '工作日', least: 1, most: 60 },
    { id: 'correct-days', label: { zh: '整改时限', en: 'Days to put right' }, unit: '天', least: 1, most: 365 },
  ],
  parameters: {},
  cases: [
    {
      title: 'twenty working days are four weeks; the last Monday is in time',
      entry: { stage: 'applied', stageSince: '2026-11-02', data: { applied: '2026-11-02' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['project', 'lead'] },
    },
    {
      title: 'defects still there on the thirty-first day are overdue',
      entry: { stage: 'correcting', stageSince: '2026-11-02', data: { applied: '2026-10-12' } },
      on: '2026-12-03',
      answers,
      expect: { dueOn: '2026-12-02', lamp: 'red' },
    },
    {
      title: 'without the day of application nothing is due',
      entry: { stage: 'applied', stageSince: '2026-11-02', data: { project: 'p', lead: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['applied'] },
    },
  ],
});
