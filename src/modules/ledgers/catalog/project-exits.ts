import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, project, unit } from '../kinds.ts';

const answers = { 'hear-days': 15, 'clear-days': 180 };

/** 项目退出. Nobody is cleared out unheard; how long that takes is for the office to decide. */
export const projectExits = defineLedger({
  id: 'project-exits',
  label: { zh: '项目退出', en: 'Exits of projects' },
  purpose: {
    zh: '不履约、低效、闲置项目的清退：提出、告知、听取陈述、决定、清退并收回用地',
    en: 'Projects that break their contract, use land badly or stand idle: proposed, heard, decided, cleared, land taken back',
  },
  mechanisms: ['proj_exit'],
  source: [
    { document: '000', line: 2340 },
    { document: '004', line: 412 },
  ],
  name: { zh: '退出事项', en: 'Exit' },
  fields: [
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    { id: 'enterprise', label: { zh: '项目单位', en: 'Enterprise' }, kind: enterprise, column: 'minmax(120px, 1fr)' },
    {
      id: 'grounds',
      label: { zh: '退出情形', en: 'Grounds' },
      kind: choice({
        breach: { zh: '违反履约约定', en: 'Contract broken' },
        intensity: { zh: '投资强度不达标', en: 'Too little invested per mu' },
        tax: { zh: '亩均税收不达标', en: 'Too little tax per mu' },
        idle: { zh: '土地闲置', en: 'Land idle' },
        banned: { zh: '属淘汰类', en: 'To be phased out' },
      }),
      isRequired: true,
      isFilter: true,
      column: '120px',
    },
    { id: 'intensity', label: { zh: '实际投资强度', en: 'Investment per mu' }, kind: measure('万元/亩') },
    { id: 'taxPerMu', label: { zh: '实际亩均税收', en: 'Tax per mu' }, kind: measure('万元/亩') },
    { id: 'land', label: { zh: '占地', en: 'Land' }, kind: measure('亩') },
    {
      id: 'executor',
      label: { zh: '清退责任单位', en: 'Unit that clears it' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'notified', label: { zh: '告知日期', en: 'Told on' }, kind: day, column: '104px' },
    { id: 'defence', label: { zh: '项目单位陈述', en: 'What the enterprise says' }, kind: text(2000) },
    { id: 'decision', label: { zh: '清退决定', en: 'Decision' }, kind: text(2000) },
    { id: 'recovered', label: { zh: '收回土地', en: 'Land taken back' }, kind: measure('亩') },
  ],
  called: 'executor',
  first: 'proposed',
  stages: {
    proposed: { label: { zh: '拟清退', en: 'Proposed' } },
    notified: {
      label: { zh: '已告知，听取陈述', en: 'Told, being heard' },
      clock: { days: { choice: 'hear-days' }, counts: 'working', from: 'notified', warnDays: 3 },
    },
    clearing: {
      label: { zh: '清退中', en: 'Being cleared' },
      clock: { days: { choice: 'clear-days' }, counts: 'calendar', warnDays: 30 },
    },
    cleared: { label: { zh: '已清退', en: 'Cleared' }, isFinal: true },
    kept: { label: { zh: '不予清退', en: 'Stays' }, isFinal: true },
  },
  actions: {
    notify: {
      label: { zh: '书面告知', en: 'Tell in writing' },
      from: ['proposed'],
      to: 'notified',
      needs: ['notified'],
      needsEvidence: true,
    },
    decide: {
      label: { zh: '决定清退', en: 'Decide' },
      from: ['notified'],
      to: 'clearing',
      needs: ['decision'],
      needsEvidence: true,
      by: 'decider',
    },
    keep: {
      label: { zh: '不予清退', en: 'Let it stay' },
      from: ['proposed', 'notified'],
      to: 'kept',
      needsReason: true,
      by: 'decider',
    },
    clear: {
      label: { zh: '报告清退完成', en: 'Report it cleared' },
      from: ['clearing'],
      to: 'cleared',
      needs: ['recovered'],
      needsEvidence: true,
      by: 'called',
    },
  },
  choices: [
    { id: 'hear-days', label: { zh: '陈述申辩时限', en: 'Days to be heard' }, unit: '工作日', least: 3, most: 60 },
    { id: 'clear-days', label: { zh: '清退时限', en: 'Days to clear' }, unit: '天', least: 15, most: 730 },
  ],
  parameters: { 清退: 'stage:cleared' },
  cases: [
    {
      title: 'fifteen working days to be heard; the last of them is in time',
      entry: { stage: 'notified', stageSince: '2026-11-02', data: { notified: '2026-11-02' } },
      on: '2026-11-23',
      answers,
      expect: { dueOn: '2026-11-23', lamp: 'yellow', lacks: ['project', 'grounds', 'executor'] },
    },
    {
      title: 'a clearance of one hundred and eighty days is overdue on the next',
      entry: { stage: 'clearing', stageSince: '2026-05-01', data: {} },
      on: '2026-10-29',
      answers,
      expect: { dueOn: '2026-10-28', lamp: 'red' },
    },
    {
      title: 'told without a date: nothing can be due',
      entry: { stage: 'notified', stageSince: '2026-11-02', data: { project: 'p', executor: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['grounds'] },
    },
  ],
});
