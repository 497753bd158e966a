import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { count, park, unit } from '../kinds.ts';

const answers = { 'correct-days': 90 };

/** 公共服务平台. What a platform offers, how often it was used in a quarter, and whether it keeps what it promised. */
export const publicServices = defineLedger({
  id: 'public-services',
  label: { zh: '公共服务平台', en: 'Public platforms' },
  purpose: {
    zh: '技术、检测、科技中介等公共服务平台：认定、按季报告服务量、年度评价',
    en: 'Platforms of technology, testing and brokerage: recognised, reporting their use, judged every year',
  },
  mechanisms: ['public_platform'],
  source: [
    { document: '001', line: 395 },
    { document: '002', line: 164 },
    { document: '003', line: 172 },
    { document: '003', line: 293 },
    { document: '004', line: 500 },
  ],
  name: { zh: '平台', en: 'Platform' },
  fields: [
    {
      id: 'operator',
      label: { zh: '运营单位', en: 'Operator' },
      kind: text(120),
      isRequired: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'kind',
      label: { zh: '服务', en: 'Service' },
      kind: choice({
        research: { zh: '技术研发', en: 'Research' },
        testing: { zh: '检验检测', en: 'Testing' },
        broker: { zh: '技术中介', en: 'Brokerage' },
        training: { zh: '人才培训', en: 'Training' },
        storage: { zh: '仓储物流', en: 'Storage' },
        trade: { zh: '电子商务', en: 'Trade' },
        other: { zh: '综合服务', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    { id: 'park', label: { zh: '园区', en: 'Park' }, kind: park, isFilter: true, isPublic: true },
    { id: 'unit', label: { zh: '主管单位', en: 'Unit in charge' }, kind: unit, isRequired: true },
    {
      id: 'recognised',
      label: { zh: '认定日期', en: 'Recognised' },
      kind: day,
      isRequired: true,
      isPublic: true,
      column: '104px',
    },
    { id: 'prices', label: { zh: '收费标准', en: 'Prices' }, kind: text(1000), isPublic: true },
    { id: 'reportBy', label: { zh: '下次报告日期', en: 'Next report' }, kind: day, isRequired: true, column: '104px' },
    { id: 'firms', label: { zh: '本年服务企业（户次）', en: 'Firms served this year' }, kind: count, column: '112px' },
    {
      id: 'result',
      label: { zh: '评价结果', en: 'Judgement' },
      kind: choice({
        good: { zh: '优良', en: 'Good' },
        fair: { zh: '合格', en: 'Fair' },
        poor: { zh: '不合格', en: 'Poor' },
      }),
      isFilter: true,
      isPublic: true,
      column: '80px',
    },
  ],
  called: 'unit',
  place: 'park',
  first: 'running',
  stages: {
    running: {
      label: { zh: '运行', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'reportBy', warnDays: 15 },
    },
    correcting: {
      label: { zh: '限期整改', en: 'Being put right' },
      clock: { days: { choice: 'correct-days' }, counts: 'calendar', warnDays: 15 },
    },
    closed: { label: { zh: '撤销', en: 'Closed' }, isFinal: true },
  },
  actions: {
    report: {
      label: { zh: '报告服务量', en: 'Report' },
      from: ['running'],
      to: 'running',
      needs: ['firms', 'reportBy'],
      needsEvidence: true,
    },
    judge: {
      label: { zh: '年度评价', en: 'Judge' },
      from: ['running'],
      to: 'running',
      needs: ['result', 'reportBy'],
      needsEvidence: true,
      by: 'called',
    },
    order: {
      label: { zh: '评价不合格，整改', en: 'Order to put right' },
      from: ['running'],
      to: 'correcting',
      needs: ['result'],
      needsReason: true,
      by: 'called',
    },
    restore: {
      label: { zh: '整改合格', en: 'Put right' },
      from: ['correcting'],
      to: 'running',
      needs: ['result', 'reportBy'],
      needsEvidence: true,
      by: 'called',
    },
    close: {
      label: { zh: '撤销', en: 'Close' },
      from: ['running', 'correcting'],
      to: 'closed',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'correct-days', label: { zh: '整改期限', en: 'Days to put right' }, unit: '天', least: 15, most: 365 },
  ],
  measures: [
    {
      id: 'firms',
      label: { zh: '本年服务企业户次', en: 'Firms served this year' },
      kind: 'sum',
      field: 'firms',
      unit: '户次',
      every: 'standing',
      counts: { stages: ['running', 'correcting'] },
    },
  ],
  publicStages: ['running'],
  parameters: {},
  cases: [
    {
      title: 'on the day of its report it is in time',
      entry: { stage: 'running', stageSince: '2026-01-05', data: { reportBy: '2026-11-30', kind: 'testing' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['operator', 'unit', 'recognised'] },
    },
    {
      title: 'not put right in ninety days: overdue',
      entry: { stage: 'correcting', stageSince: '2026-09-01', data: {} },
      on: '2026-12-01',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'without a day of report nothing is due',
      entry: { stage: 'running', stageSince: '2026-01-05', data: { operator: '某检测中心' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['kind', 'unit', 'recognised', 'reportBy'] },
    },
  ],
});
