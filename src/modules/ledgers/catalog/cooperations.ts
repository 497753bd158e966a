import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { project, unit } from '../kinds.ts';

const answers = { 'report-days': 90 };

/** 对口合作与区域协作. What was agreed with another region is reported on at intervals that the office sets. */
export const cooperations = defineLedger({
  id: 'cooperations',
  label: { zh: '对口合作与区域协作', en: 'Cooperation with other regions' },
  purpose: {
    zh: '与对口城市和重点区域签订的合作事项：落实进展、合作项目、到期评估',
    en: 'What was agreed with the paired city and other regions: progress, joint projects, what became of it',
  },
  mechanisms: ['region_coop'],
  source: [{ document: '001', line: 497 }],
  name: { zh: '合作事项', en: 'Cooperation' },
  fields: [
    {
      id: 'region',
      label: { zh: '合作区域', en: 'Region' },
      kind: choice({
        paired: { zh: '对口合作城市', en: 'Paired city' },
        capital: { zh: '京津冀', en: 'Beijing, Tianjin, Hebei' },
        yangtze: { zh: '长三角', en: 'Yangtze delta' },
        bay: { zh: '粤港澳', en: 'Greater Bay Area' },
        other: { zh: '其他区域', en: 'Elsewhere' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    {
      id: 'partner',
      label: { zh: '合作方', en: 'Partner' },
      kind: text(200),
      isRequired: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'form',
      label: { zh: '合作形式', en: 'Form' },
      kind: choice({
        project: { zh: '合作项目', en: 'Joint project' },
        transfer: { zh: '承接转移', en: 'Industry that moves here' },
        park: { zh: '共建园区', en: 'Joint park' },
        research: { zh: '联合攻关', en: 'Joint research' },
        exchange: { zh: '干部人才交流', en: 'Exchange of people' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'signed', label: { zh: '签约日期', en: 'Signed on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'endsOn', label: { zh: '协议到期日', en: 'Ends on' }, kind: day, column: '104px' },
    {
      id: 'lead',
      label: { zh: '牵头单位', en: 'Unit that leads' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'project', label: { zh: '落地项目', en: 'Project' }, kind: project, isFilter: true },
    { id: 'investment', label: { zh: '引进投资', en: 'Investment brought' }, kind: measure('万元') },
    { id: 'progress', label: { zh: '最近进展', en: 'Latest progress' }, kind: text(2000) },
    { id: 'result', label: { zh: '合作成效', en: 'What became of it' }, kind: text(2000) },
  ],
  called: 'lead',
  first: 'agreed',
  stages: {
    agreed: {
      label: { zh: '已签约，待启动', en: 'Agreed' },
      clock: { days: { choice: 'report-days' }, counts: 'calendar', from: 'signed', warnDays: 10 },
    },
    running: {
      label: { zh: '推进中', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'endsOn', warnDays: 60 },
    },
    finished: { label: { zh: '已完成', en: 'Finished' }, isFinal: true },
    ended: { label: { zh: '终止', en: 'Ended' }, isFinal: true },
  },
  actions: {
    start: {
      label: { zh: '报告启动', en: 'Report the start' },
      from: ['agreed'],
      to: 'running',
      needs: ['progress', 'endsOn'],
      by: 'called',
    },
    report: {
      label: { zh: '报进展', en: 'Report progress' },
      from: ['running'],
      to: 'running',
      needs: ['progress'],
      by: 'called',
    },
    extend: {
      label: { zh: '续签', en: 'Extend' },
      from: ['running'],
      to: 'running',
      needs: ['endsOn'],
      needsEvidence: true,
    },
    finish: {
      label: { zh: '完成', en: 'Finish' },
      from: ['running'],
      to: 'finished',
      needs: ['result'],
      needsEvidence: true,
    },
    end: {
      label: { zh: '终止', en: 'End' },
      from: ['agreed', 'running'],
      to: 'ended',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [{ id: 'report-days', label: { zh: '启动时限', en: 'Days to start' }, unit: '天', least: 1, most: 365 }],
  parameters: {
    肇庆市: 'field:region.paired',
    京津冀: 'field:region.capital',
    长三角: 'field:region.yangtze',
    粤港澳: 'field:region.bay',
  },
  cases: [
    {
      title: 'ninety days after it was signed, the last in time',
      entry: { stage: 'agreed', stageSince: '2026-09-01', data: { signed: '2026-09-01' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['region', 'partner', 'form', 'lead'] },
    },
    {
      title: 'an agreement that ran out yesterday is overdue',
      entry: { stage: 'running', stageSince: '2024-01-05', data: { endsOn: '2026-11-21' } },
      on: '2026-11-22',
      answers,
      expect: { dueOn: '2026-11-21', lamp: 'red' },
    },
    {
      title: 'without the day of signing there is no limit to start',
      entry: { stage: 'agreed', stageSince: '2026-09-01', data: { region: 'bay', form: 'park', lead: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['partner', 'signed'] },
    },
  ],
});
