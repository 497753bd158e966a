import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'examine-days': 10 };

/** 用电成本. Who buys power directly or through a new local grid: filed, contracted for the year, renewed in time. */
export const powerUsers = defineLedger({
  id: 'power-users',
  label: { zh: '直购电与增量配电用户', en: 'Users of direct power' },
  purpose: {
    zh: '直购电、增量配电用户：申报、准入、年度合同、到期续签',
    en: 'Users that buy power directly: applied, admitted, contracted for a year, renewed in time',
  },
  mechanisms: ['power_cost'],
  source: [
    { document: '002', line: 118 },
    { document: '004', line: 488 },
  ],
  name: { zh: '用户', en: 'User' },
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
      id: 'way',
      label: { zh: '方式', en: 'Way' },
      kind: choice({
        direct: { zh: '直购电', en: 'Direct purchase' },
        grid: { zh: '增量配电', en: 'Local grid' },
        green: { zh: '绿电交易', en: 'Green power' },
        support: { zh: '电价政策支持', en: 'Price support' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    {
      id: 'volume',
      label: { zh: '年用电量（万千瓦时）', en: 'Power a year' },
      kind: text(20),
      isRequired: true,
      column: '112px',
    },
    { id: 'applied', label: { zh: '申报日期', en: 'Applied on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'helper', label: { zh: '服务单位', en: 'Unit that helps' }, kind: unit, isRequired: true },
    { id: 'saving', label: { zh: '年降本', en: 'Saved a year' }, kind: measure('万元'), column: '96px' },
    { id: 'validUntil', label: { zh: '合同至', en: 'Contract until' }, kind: day, column: '104px' },
    { id: 'opinion', label: { zh: '审核意见', en: 'Opinion' }, kind: text(1000) },
  ],
  called: 'helper',
  first: 'applied',
  stages: {
    applied: {
      label: { zh: '审核中', en: 'Being examined' },
      clock: { days: { choice: 'examine-days' }, counts: 'working', from: 'applied', warnDays: 3 },
    },
    running: {
      label: { zh: '执行中', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'validUntil', warnDays: 60 },
    },
    ended: { label: { zh: '已退出', en: 'Ended' }, isFinal: true },
    refused: { label: { zh: '不符合条件', en: 'Refused' }, isFinal: true },
  },
  actions: {
    admit: {
      label: { zh: '准入', en: 'Admit' },
      from: ['applied'],
      to: 'running',
      needs: ['opinion', 'validUntil'],
      needsEvidence: true,
      by: 'called',
    },
    refuse: {
      label: { zh: '不予准入', en: 'Refuse' },
      from: ['applied'],
      to: 'refused',
      needs: ['opinion'],
      needsReason: true,
      by: 'called',
    },
    renew: {
      label: { zh: '续签', en: 'Renew' },
      from: ['running'],
      to: 'running',
      needs: ['validUntil', 'saving'],
      needsEvidence: true,
    },
    end: { label: { zh: '退出', en: 'End' }, from: ['running'], to: 'ended', needsReason: true },
  },
  choices: [
    { id: 'examine-days', label: { zh: '审核时限', en: 'Days to examine' }, unit: '工作日', least: 1, most: 60 },
  ],
  measures: [
    {
      id: 'saving',
      label: { zh: '年降低用电成本', en: 'Saved a year' },
      kind: 'sum',
      field: 'saving',
      unit: '万元',
      every: 'standing',
      counts: { stages: ['running'] },
    },
  ],
  parameters: {},
  cases: [
    {
      title: 'ten working days to examine; the tenth is in time',
      entry: { stage: 'applied', stageSince: '2026-11-02', data: { applied: '2026-11-02', way: 'direct' } },
      on: '2026-11-16',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'yellow', lacks: ['enterprise', 'volume', 'helper'] },
    },
    {
      title: 'a contract that ended yesterday and was not renewed is overdue',
      entry: { stage: 'running', stageSince: '2025-11-20', data: { validUntil: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'one that runs without an end is never due',
      entry: { stage: 'running', stageSince: '2025-11-20', data: { volume: '1200' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'way', 'applied', 'helper'] },
    },
  ],
});
