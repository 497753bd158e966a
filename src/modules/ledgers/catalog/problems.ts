import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { project, unit } from '../kinds.ts';

/** 问题协调. What stops a project is raised once, called to the unit that can solve it, and confirmed by who raised it. */
export const problems = defineLedger({
  id: 'problems',
  label: { zh: '项目问题', en: 'Problems of projects' },
  purpose: {
    zh: '项目推进中的问题：提出、交办、限时解决、提请会办、由提出单位确认销号',
    en: 'What stops a project: raised, assigned, solved in time, taken to a joint session, confirmed by who raised it',
  },
  mechanisms: ['proj_coord'],
  source: [{ document: '000', line: 2338 }],
  name: { zh: '问题', en: 'Problem' },
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
      id: 'category',
      label: { zh: '类别', en: 'Category' },
      kind: choice({
        land: { zh: '用地', en: 'Land' },
        environment: { zh: '环评', en: 'Environment' },
        finance: { zh: '融资', en: 'Finance' },
        power: { zh: '电力', en: 'Power' },
        utilities: { zh: '水气热路', en: 'Water, gas, heat, roads' },
        labour: { zh: '用工', en: 'Labour' },
        approval: { zh: '审批', en: 'Approvals' },
        demolition: { zh: '征拆', en: 'Demolition' },
        market: { zh: '市场经营', en: 'Market' },
        other: { zh: '其他', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      column: '88px',
    },
    {
      id: 'assigned',
      label: { zh: '责任单位', en: 'Unit that solves it' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'raised', label: { zh: '提出日期', en: 'Raised on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'content', label: { zh: '具体情况', en: 'What it is' }, kind: text(2000), isRequired: true },
    { id: 'request', label: { zh: '需协调事项', en: 'What is asked for' }, kind: text(1000) },
    { id: 'measure', label: { zh: '解决措施', en: 'Measure' }, kind: text(2000) },
    { id: 'session', label: { zh: '会办意见', en: 'Decision of the session' }, kind: text(2000) },
  ],
  called: 'assigned',
  first: 'open',
  stages: {
    open: {
      label: { zh: '待处理', en: 'Open' },
      clock: { days: { choice: 'solve-days' }, counts: 'working', warnDays: 2 },
    },
    escalated: {
      label: { zh: '提请会办', en: 'For a joint session' },
      clock: { days: { choice: 'session-days' }, counts: 'working', warnDays: 3 },
    },
    decided: {
      label: { zh: '会办已定', en: 'Decided in session' },
      clock: { days: { choice: 'solve-days' }, counts: 'working', warnDays: 2 },
    },
    solved: {
      label: { zh: '待确认', en: 'Solved, to be confirmed' },
      clock: { days: { choice: 'confirm-days' }, counts: 'working', warnDays: 1 },
    },
    closed: { label: { zh: '已销号', en: 'Closed' }, isFinal: true },
    withdrawn: { label: { zh: '已撤回', en: 'Withdrawn' }, isFinal: true },
  },
  actions: {
    reassign: {
      label: { zh: '改派', en: 'Reassign' },
      from: ['open'],
      to: 'open',
      needs: ['assigned'],
      needsReason: true,
    },
    solve: {
      label: { zh: '报告解决', en: 'Report it solved' },
      from: ['open', 'decided'],
      to: 'solved',
      needs: ['measure'],
      by: 'called',
    },
    escalate: {
      label: { zh: '提请会办', en: 'Take to a session' },
      from: ['open'],
      to: 'escalated',
      needsReason: true,
    },
    decide: {
      label: { zh: '会办定案', en: 'Decide in session' },
      from: ['escalated'],
      to: 'decided',
      needs: ['session', 'assigned'],
      needsEvidence: true,
      by: 'decider',
    },
    confirm: { label: { zh: '确认销号', en: 'Confirm and close' }, from: ['solved'], to: 'closed' },
    reopen: {
      label: { zh: '未解决，重办', en: 'Not solved: reopen' },
      from: ['solved'],
      to: 'open',
      needsReason: true,
    },
    withdraw: {
      label: { zh: '撤回', en: 'Withdraw' },
      from: ['open', 'escalated'],
      to: 'withdrawn',
      needsReason: true,
    },
  },
  choices: [
    { id: 'solve-days', label: { zh: '解决时限', en: 'Days to solve' }, unit: '工作日', least: 1, most: 90 },
    { id: 'session-days', label: { zh: '上会时限', en: 'Days until a session' }, unit: '工作日', least: 1, most: 130 },
    { id: 'confirm-days', label: { zh: '确认时限', en: 'Days to confirm' }, unit: '工作日', least: 1, most: 30 },
  ],
  parameters: {},
  cases: [
    {
      title: 'ten working days from the day it was raised; the tenth is in time',
      entry: { stage: 'open', stageSince: '2026-11-09', data: {} },
      on: '2026-11-23',
      answers: { 'solve-days': 10, 'session-days': 60, 'confirm-days': 5 },
      expect: { dueOn: '2026-11-23', lamp: 'yellow', lacks: ['project', 'category', 'assigned', 'raised', 'content'] },
    },
    {
      title: 'one day later it is overdue',
      entry: { stage: 'open', stageSince: '2026-11-09', data: {} },
      on: '2026-11-24',
      answers: { 'solve-days': 10, 'session-days': 60, 'confirm-days': 5 },
      expect: { dueOn: '2026-11-23', lamp: 'red' },
    },
    {
      title: 'while the office has set no limit nothing is due',
      entry: { stage: 'open', stageSince: '2026-11-09', data: {} },
      on: '2026-12-31',
      expect: { dueOn: null, lamp: 'grey' },
    },
    {
      title: 'a problem that was closed has no clock any more',
      entry: { stage: 'closed', stageSince: '2026-11-09', data: {} },
      on: '2026-12-31',
      answers: { 'solve-days': 10, 'session-days': 60, 'confirm-days': 5 },
      expect: { dueOn: null, lamp: 'done' },
    },
  ],
});
