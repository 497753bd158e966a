import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'report-days': 1, 'check-days': 5 };

/** 重污染天气应急. Which firm cuts what at which level; on the day of a warning it says what it did, and is looked at. */
export const emissionCuts = defineLedger({
  id: 'emission-cuts',
  label: { zh: '重污染应急减排', en: 'Cuts on days of heavy pollution' },
  purpose: {
    zh: '重污染天气应急减排清单：企业绩效分级、减排措施、启动落实、核查',
    en: 'Which firms cut what on days of heavy pollution, what they did at a warning, and what a check found',
  },
  mechanisms: ['air_emergency'],
  source: [{ document: '004', line: 428 }],
  name: { zh: '减排企业', en: 'Firm' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'class',
      label: { zh: '绩效分级', en: 'Class' },
      kind: choice({
        a: { zh: 'A 级', en: 'A' },
        b: { zh: 'B 级', en: 'B' },
        c: { zh: 'C 级', en: 'C' },
        d: { zh: 'D 级', en: 'D' },
        lead: { zh: '引领性', en: 'Leading' },
      }),
      isRequired: true,
      isFilter: true,
      column: '88px',
    },
    { id: 'yellow', label: { zh: '黄色预警措施', en: 'At yellow' }, kind: text(1000), isRequired: true },
    { id: 'orange', label: { zh: '橙色预警措施', en: 'At orange' }, kind: text(1000), isRequired: true },
    { id: 'red', label: { zh: '红色预警措施', en: 'At red' }, kind: text(1000), isRequired: true },
    { id: 'watcher', label: { zh: '监管单位', en: 'Unit that watches' }, kind: unit, isRequired: true },
    {
      id: 'reviewBy',
      label: { zh: '清单更新日期', en: 'List renewed by' },
      kind: day,
      isRequired: true,
      column: '104px',
    },
    {
      id: 'level',
      label: { zh: '本次预警', en: 'Warning' },
      kind: choice({
        yellow: { zh: '黄色', en: 'Yellow' },
        orange: { zh: '橙色', en: 'Orange' },
        red: { zh: '红色', en: 'Red' },
      }),
      column: '88px',
    },
    { id: 'startedOn', label: { zh: '启动日期', en: 'Started on' }, kind: day, column: '104px' },
    { id: 'done', label: { zh: '落实情况', en: 'What was done' }, kind: text(2000) },
    { id: 'finding', label: { zh: '核查情况', en: 'What a check found' }, kind: text(1000) },
  ],
  called: 'watcher',
  first: 'listed',
  stages: {
    listed: {
      label: { zh: '在册', en: 'Listed' },
      clock: { days: 0, counts: 'calendar', from: 'reviewBy', warnDays: 30 },
    },
    active: {
      label: { zh: '应急响应中', en: 'Answering a warning' },
      clock: { days: { choice: 'report-days' }, counts: 'calendar', from: 'startedOn', warnDays: 0 },
    },
    reported: {
      label: { zh: '待核查', en: 'To be checked' },
      clock: { days: { choice: 'check-days' }, counts: 'working', warnDays: 1 },
    },
    removed: { label: { zh: '移出清单', en: 'Off the list' }, isFinal: true },
  },
  actions: {
    renew: {
      label: { zh: '更新措施', en: 'Renew' },
      from: ['listed'],
      to: 'listed',
      needs: ['yellow', 'orange', 'red', 'reviewBy'],
      by: 'called',
    },
    start: { label: { zh: '启动响应', en: 'Start' }, from: ['listed'], to: 'active', needs: ['level', 'startedOn'] },
    report: {
      label: { zh: '报告落实', en: 'Report' },
      from: ['active'],
      to: 'reported',
      needs: ['done'],
      needsEvidence: true,
      by: 'called',
    },
    check: {
      label: { zh: '核查', en: 'Check' },
      from: ['reported'],
      to: 'listed',
      needs: ['finding'],
      needsEvidence: true,
    },
    remove: {
      label: { zh: '移出', en: 'Take off' },
      from: ['listed'],
      to: 'removed',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'report-days', label: { zh: '报告落实时限', en: 'Days to report' }, unit: '天', least: 0, most: 5 },
    { id: 'check-days', label: { zh: '核查时限', en: 'Days to check' }, unit: '工作日', least: 1, most: 20 },
  ],
  parameters: {},
  cases: [
    {
      title: 'reported the day after the warning began is in time',
      entry: { stage: 'active', stageSince: '2026-11-20', data: { startedOn: '2026-11-20', class: 'b' } },
      on: '2026-11-21',
      answers,
      expect: {
        dueOn: '2026-11-21',
        lamp: 'yellow',
        lacks: ['enterprise', 'yellow', 'orange', 'red', 'watcher', 'reviewBy'],
      },
    },
    {
      title: 'a list that was not renewed by its day is overdue',
      entry: { stage: 'listed', stageSince: '2025-11-20', data: { reviewBy: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'listed without a day of renewal it is never due',
      entry: { stage: 'listed', stageSince: '2025-11-20', data: { class: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'yellow', 'orange', 'red', 'watcher', 'reviewBy'] },
    },
  ],
});
