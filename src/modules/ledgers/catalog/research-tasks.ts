import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'launch-days': 60, 'report-days': 90 };

/** 技术攻关. A bottleneck is put to somebody, who reports at intervals, until it is accepted and comes into use. */
export const researchTasks = defineLedger({
  id: 'research-tasks',
  label: { zh: '技术攻关', en: 'Research on bottlenecks' },
  purpose: {
    zh: '重点领域技术攻关课题的立项、定期进展、验收和转化应用',
    en: 'Research on what industry lacks: launched, reported on, accepted, brought into use',
  },
  mechanisms: ['tech_attack'],
  source: [
    { document: '001', line: 377 },
    { document: '001', line: 414 },
  ],
  name: { zh: '攻关课题', en: 'Task' },
  fields: [
    {
      id: 'area',
      label: { zh: '攻关领域', en: 'Field' },
      kind: choice({
        medicine: { zh: '生物医药', en: 'Medicine' },
        farming: { zh: '生物农业', en: 'Farming' },
        energy: { zh: '生物能源', en: 'Energy' },
        making: { zh: '生物制造', en: 'Manufacturing' },
        environment: { zh: '生物环保', en: 'Environment' },
        diagnosis: { zh: '诊断试剂', en: 'Diagnosis' },
        other: { zh: '其他领域', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    {
      id: 'lead',
      label: { zh: '攻关企业', en: 'Firm that leads' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    { id: 'partner', label: { zh: '联合院所', en: 'University or institute' }, kind: text(200) },
    {
      id: 'organiser',
      label: { zh: '组织单位', en: 'Unit that organises' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'proposed', label: { zh: '提出日期', en: 'Proposed on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'goal', label: { zh: '攻关目标', en: 'Goal' }, kind: text(2000), isRequired: true },
    { id: 'budget', label: { zh: '课题经费', en: 'Budget' }, kind: measure('万元') },
    { id: 'lastReport', label: { zh: '上次进展日期', en: 'Last report on' }, kind: day, column: '112px' },
    { id: 'progress', label: { zh: '攻关进展', en: 'Progress' }, kind: text(2000) },
    { id: 'result', label: { zh: '成果和应用', en: 'Result and use' }, kind: text(2000) },
  ],
  called: 'organiser',
  first: 'proposed',
  stages: {
    proposed: {
      label: { zh: '待立项', en: 'To be launched' },
      clock: { days: { choice: 'launch-days' }, counts: 'calendar', from: 'proposed', warnDays: 10 },
    },
    running: {
      label: { zh: '攻关中', en: 'Running' },
      clock: { days: { choice: 'report-days' }, counts: 'calendar', from: 'lastReport', warnDays: 10 },
    },
    accepted: { label: { zh: '已验收，待转化', en: 'Accepted, to be used' } },
    used: { label: { zh: '已应用', en: 'In use' }, isFinal: true },
    stopped: { label: { zh: '终止', en: 'Stopped' }, isFinal: true },
  },
  actions: {
    launch: {
      label: { zh: '立项', en: 'Launch' },
      from: ['proposed'],
      to: 'running',
      needs: ['budget', 'lastReport'],
      needsEvidence: true,
      by: 'called',
    },
    report: {
      label: { zh: '报进展', en: 'Report' },
      from: ['running'],
      to: 'running',
      needs: ['lastReport', 'progress'],
    },
    accept: {
      label: { zh: '验收', en: 'Accept' },
      from: ['running'],
      to: 'accepted',
      needs: ['result'],
      needsEvidence: true,
      by: 'called',
    },
    use: { label: { zh: '登记转化应用', en: 'Enter its use' }, from: ['accepted'], to: 'used', needs: ['result'] },
    stop: {
      label: { zh: '终止', en: 'Stop' },
      from: ['proposed', 'running'],
      to: 'stopped',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'launch-days', label: { zh: '立项时限', en: 'Days to launch' }, unit: '天', least: 1, most: 365 },
    { id: 'report-days', label: { zh: '进展报送间隔', en: 'Days between reports' }, unit: '天', least: 7, most: 366 },
  ],
  parameters: { 领域清单6项: 'field:area' },
  cases: [
    {
      title: 'ninety days after the last report the next is due, and that day is in time',
      entry: { stage: 'running', stageSince: '2026-03-02', data: { lastReport: '2026-09-01' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['area', 'lead', 'organiser', 'proposed', 'goal'] },
    },
    {
      title: 'proposed and not launched within sixty days: overdue',
      entry: { stage: 'proposed', stageSince: '2026-09-01', data: { proposed: '2026-09-01' } },
      on: '2026-11-01',
      answers,
      expect: { dueOn: '2026-10-31', lamp: 'red' },
    },
    {
      title: 'a task without the day it was proposed has no limit',
      entry: {
        stage: 'proposed',
        stageSince: '2026-09-01',
        data: { area: 'energy', lead: 'e', organiser: 'a', goal: '…' },
      },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['proposed'] },
    },
  ],
});
