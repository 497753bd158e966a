import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { project, truth, unit } from '../kinds.ts';

const answers = { 'study-days': 90 };

/** 项目谋划与前期. Where an idea came from, who works it out, what it still needs, and whether it came into being in time. */
export const projectIdeas = defineLedger({
  id: 'project-ideas',
  label: { zh: '项目谋划', en: 'Project ideas' },
  purpose: {
    zh: '谋划项目：来源渠道、前期工作、前期培训、按期转入项目库',
    en: 'Ideas for projects: where they came from, what they need, and whether they became a project in time',
  },
  mechanisms: ['proj_planning'],
  source: [
    { document: '002', line: 104 },
    { document: '002', line: 137 },
    { document: '004', line: 566 },
  ],
  name: { zh: '谋划项目', en: 'Idea' },
  fields: [
    {
      id: 'channel',
      label: { zh: '谋划渠道', en: 'Where from' },
      kind: choice({
        experts: { zh: '依靠外脑', en: 'Outside experts' },
        science: { zh: '科研成果转化', en: 'Results of research' },
        central: { zh: '与中直企业合作', en: 'With central firms' },
        transfer: { zh: '承接产业转移', en: 'Moved industry' },
        merging: { zh: '资源整合', en: 'Resources put together' },
        chain: { zh: '产业链薄弱环节', en: 'Gap of a chain' },
        cluster: { zh: '产业集聚带动', en: 'Pull of a cluster' },
        dialogue: { zh: '定点定向对接', en: 'Direct talks' },
      }),
      isRequired: true,
      isFilter: true,
      column: '128px',
    },
    { id: 'industry', label: { zh: '产业', en: 'Industry' }, kind: text(60), isRequired: true, column: '96px' },
    {
      id: 'lead',
      label: { zh: '谋划单位', en: 'Worked out by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'begun', label: { zh: '谋划日期', en: 'Begun' }, kind: day, isRequired: true, column: '104px' },
    { id: 'investment', label: { zh: '估算投资', en: 'Estimate' }, kind: measure('万元'), column: '112px' },
    { id: 'energy', label: { zh: '能评', en: 'Energy review' }, kind: truth },
    { id: 'environment', label: { zh: '环评', en: 'Environmental review' }, kind: truth },
    { id: 'land', label: { zh: '用地预审', en: 'Land' }, kind: truth },
    { id: 'plan', label: { zh: '规划选址', en: 'Site' }, kind: truth },
    { id: 'funds', label: { zh: '资金筹措', en: 'Money' }, kind: truth },
    { id: 'trained', label: { zh: '前期培训', en: 'Training taken part in' }, kind: text(200) },
    { id: 'landBy', label: { zh: '计划落地日期', en: 'To come into being by' }, kind: day, column: '104px' },
    { id: 'project', label: { zh: '转入项目', en: 'Became' }, kind: project, isFilter: true },
  ],
  called: 'lead',
  first: 'idea',
  stages: {
    idea: {
      label: { zh: '谋划', en: 'Idea' },
      clock: { days: { choice: 'study-days' }, counts: 'calendar', from: 'begun', warnDays: 15 },
    },
    studied: {
      label: { zh: '前期工作', en: 'Being prepared' },
      clock: { days: 0, counts: 'calendar', from: 'landBy', warnDays: 60 },
    },
    landed: { label: { zh: '已落地', en: 'Came into being' }, isFinal: true },
    dropped: { label: { zh: '放弃', en: 'Given up' }, isFinal: true },
  },
  actions: {
    study: {
      label: { zh: '转入前期', en: 'Prepare' },
      from: ['idea'],
      to: 'studied',
      needs: ['investment', 'landBy'],
      needsEvidence: true,
      by: 'called',
    },
    report: {
      label: { zh: '报告前期进展', en: 'Report' },
      from: ['studied'],
      to: 'studied',
      needs: ['energy', 'environment', 'land', 'plan', 'funds'],
      by: 'called',
    },
    land: {
      label: { zh: '落地', en: 'Come into being' },
      from: ['studied'],
      to: 'landed',
      needs: ['project'],
      needsEvidence: true,
    },
    postpone: {
      label: { zh: '延期', en: 'Postpone' },
      from: ['studied'],
      to: 'studied',
      needs: ['landBy'],
      needsReason: true,
      by: 'decider',
    },
    drop: { label: { zh: '放弃', en: 'Give up' }, from: ['idea', 'studied'], to: 'dropped', needsReason: true },
  },
  choices: [
    { id: 'study-days', label: { zh: '谋划深化期限', en: 'Days to work it out' }, unit: '天', least: 30, most: 730 },
  ],
  measures: [
    {
      id: 'landed',
      label: { zh: '谋划项目落地率', en: 'Ideas that came into being' },
      kind: 'share',
      unit: '%',
      every: 'standing',
      counts: { stages: ['landed'] },
      among: { stages: ['landed', 'dropped', 'studied'] },
    },
  ],
  parameters: { 谋划渠道8类: 'field:channel', 按期落地: 'clock:studied' },
  cases: [
    {
      title: 'on the last of ninety days it is in time',
      entry: { stage: 'idea', stageSince: '2026-09-01', data: { begun: '2026-09-01', channel: 'chain' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['industry', 'lead'] },
    },
    {
      title: 'it should have come into being yesterday: overdue',
      entry: { stage: 'studied', stageSince: '2025-11-20', data: { landBy: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'prepared without a day it is never due',
      entry: { stage: 'studied', stageSince: '2025-11-20', data: { channel: 'experts' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['industry', 'lead', 'begun'] },
    },
  ],
});
