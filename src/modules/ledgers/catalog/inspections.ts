import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text, words } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { project, truth, unit } from '../kinds.ts';

/** 督导检查、稽察. Four a year; what is found is put right and looked at again before the entry is closed. */
export const inspections = defineLedger({
  id: 'inspections',
  label: { zh: '督导检查', en: 'Inspections' },
  purpose: {
    zh: '项目督导、稽察和审核督察：计划、检查组、清单、问题、整改、复查',
    en: 'Inspections of projects: plan, team, checklist, findings, rectification, second look',
  },
  mechanisms: ['proj_inspect'],
  source: [
    { document: '000', line: 2350 },
    { document: '002', line: 102 },
  ],
  name: { zh: '检查事项', en: 'Inspection' },
  fields: [
    {
      id: 'kind',
      label: { zh: '类别', en: 'Kind' },
      kind: choice({
        supervision: { zh: '督导', en: 'Supervision' },
        audit: { zh: '稽察', en: 'Audit of projects' },
        review: { zh: '审核督察', en: 'Review' },
        special: { zh: '专项检查', en: 'Special inspection' },
      }),
      isRequired: true,
      isFilter: true,
      column: '88px',
    },
    { id: 'on', label: { zh: '检查日期', en: 'Day of the inspection' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'inspected',
      label: { zh: '被检查单位', en: 'Unit inspected' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isFilter: true,
      column: 'minmax(140px, 1fr)',
    },
    { id: 'team', label: { zh: '检查组', en: 'Team' }, kind: words, isRequired: true },
    { id: 'checklist', label: { zh: '检查清单', en: 'Checklist' }, kind: text(4000), isRequired: true },
    { id: 'funds', label: { zh: '涉及政府资金', en: 'Government money' }, kind: truth },
    { id: 'findings', label: { zh: '发现问题', en: 'Findings' }, kind: text(4000) },
    { id: 'rectifyBy', label: { zh: '整改期限', en: 'To be put right by' }, kind: day },
    { id: 'rectification', label: { zh: '整改情况', en: 'What was put right' }, kind: text(4000) },
    { id: 'recheck', label: { zh: '复查结论', en: 'Second look' }, kind: text(2000) },
  ],
  called: 'inspected',
  first: 'planned',
  stages: {
    planned: {
      label: { zh: '计划', en: 'Planned' },
      clock: { days: 0, counts: 'calendar', from: 'on', warnDays: 7 },
    },
    inspected: {
      label: { zh: '已检查，待出意见', en: 'Inspected, opinion to come' },
      clock: { days: { choice: 'opinion-days' }, counts: 'working', warnDays: 2 },
    },
    rectifying: {
      label: { zh: '整改中', en: 'Being put right' },
      clock: { days: 0, counts: 'calendar', from: 'rectifyBy', warnDays: 7 },
    },
    rectified: {
      label: { zh: '待复查', en: 'To be looked at again' },
      clock: { days: { choice: 'recheck-days' }, counts: 'working', warnDays: 3 },
    },
    closed: { label: { zh: '办结', en: 'Closed' }, isFinal: true },
    cancelled: { label: { zh: '取消', en: 'Cancelled' }, isFinal: true },
  },
  actions: {
    inspect: {
      label: { zh: '完成检查', en: 'Inspected' },
      from: ['planned'],
      to: 'inspected',
      needs: ['team', 'checklist'],
    },
    find: {
      label: { zh: '下达整改意见', en: 'Order what to put right' },
      from: ['inspected'],
      to: 'rectifying',
      needs: ['findings', 'rectifyBy'],
      needsEvidence: true,
    },
    pass: {
      label: { zh: '未发现问题', en: 'Nothing found' },
      from: ['inspected'],
      to: 'closed',
      needsReason: true,
      needsEvidence: true,
    },
    rectify: {
      label: { zh: '报告整改', en: 'Report it put right' },
      from: ['rectifying'],
      to: 'rectified',
      needs: ['rectification'],
      by: 'called',
    },
    accept: {
      label: { zh: '复查通过', en: 'Second look passed' },
      from: ['rectified'],
      to: 'closed',
      needs: ['recheck'],
      needsEvidence: true,
    },
    refuse: {
      label: { zh: '复查不通过', en: 'Not put right' },
      from: ['rectified'],
      to: 'rectifying',
      needs: ['recheck', 'rectifyBy'],
    },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['planned'], to: 'cancelled', needsReason: true },
  },
  choices: [
    {
      id: 'opinion-days',
      label: { zh: '出具意见时限', en: 'Days to give an opinion' },
      unit: '工作日',
      least: 1,
      most: 60,
    },
    { id: 'recheck-days', label: { zh: '复查时限', en: 'Days to look again' }, unit: '工作日', least: 1, most: 60 },
  ],
  measures: [
    {
      id: 'four-a-year',
      label: { zh: '督导检查每年四次', en: 'Four inspections a year' },
      kind: 'count',
      unit: '次',
      every: 'year',
      on: 'on',
      counts: { stages: ['inspected', 'rectifying', 'rectified', 'closed'] },
      target: { is: 'at-least', value: 4 },
      set: setBy('002'),
    },
  ],
  parameters: { 督导每年4次: 'measure:four-a-year' },
  cases: [
    {
      title: 'on the day it is planned for it is in time, and says what it lacks',
      entry: { stage: 'planned', stageSince: '2026-11-02', data: { on: '2026-11-20', kind: 'supervision' } },
      on: '2026-11-20',
      answers: { 'opinion-days': 10, 'recheck-days': 10 },
      expect: { dueOn: '2026-11-20', lamp: 'yellow', lacks: ['inspected', 'team', 'checklist'] },
    },
    {
      title: 'what was to be put right by yesterday is overdue',
      entry: { stage: 'rectifying', stageSince: '2026-10-20', data: { rectifyBy: '2026-11-20' } },
      on: '2026-11-21',
      answers: { 'opinion-days': 10, 'recheck-days': 10 },
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'ten working days for the second look over two weekends',
      entry: { stage: 'rectified', stageSince: '2026-11-09', data: {} },
      on: '2026-11-12',
      answers: { 'opinion-days': 10, 'recheck-days': 10 },
      expect: { dueOn: '2026-11-23', lamp: 'green' },
    },
  ],
});
