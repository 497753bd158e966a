import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { unit } from '../kinds.ts';

/** 投融资平台整合. What is brought into a platform company, by when, and what it does there: resources, money, management. */
export const platformAssets = defineLedger({
  id: 'platform-assets',
  label: { zh: '平台公司资产注入', en: 'Assets of platform companies' },
  purpose: {
    zh: '园区投融资平台：资源整合、融资服务、经营管理事项的注入和跟踪',
    en: 'What is brought into platform companies and how it does: resources, finance, management',
  },
  mechanisms: ['platform_integrate'],
  source: [
    { document: '002', line: 116 },
    { document: '003', line: 299 },
  ],
  name: { zh: '注入事项', en: 'Asset' },
  fields: [
    {
      id: 'platform',
      label: { zh: '平台公司', en: 'Company' },
      kind: text(120),
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'role',
      label: { zh: '功能', en: 'Role' },
      kind: choice({
        resources: { zh: '资源整合', en: 'Resources put together' },
        finance: { zh: '融资服务', en: 'Finance' },
        management: { zh: '经营管理', en: 'Management' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    {
      id: 'asset',
      label: { zh: '资产或股权', en: 'Asset or share' },
      kind: text(200),
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'value', label: { zh: '评估价值', en: 'Value' }, kind: measure('万元'), isRequired: true, column: '112px' },
    { id: 'owner', label: { zh: '划出单位', en: 'Given by' }, kind: unit, isRequired: true },
    { id: 'byDay', label: { zh: '注入期限', en: 'By' }, kind: day, isRequired: true, column: '104px' },
    { id: 'done', label: { zh: '完成日期', en: 'Done' }, kind: day, column: '104px' },
    { id: 'reportBy', label: { zh: '下次报告日期', en: 'Next report' }, kind: day, column: '104px' },
    { id: 'state', label: { zh: '运营情况', en: 'How it does' }, kind: text(2000) },
  ],
  called: 'owner',
  first: 'planned',
  stages: {
    planned: {
      label: { zh: '待注入', en: 'To be brought in' },
      clock: { days: 0, counts: 'calendar', from: 'byDay', warnDays: 30 },
    },
    held: {
      label: { zh: '运营中', en: 'Held' },
      clock: { days: 0, counts: 'calendar', from: 'reportBy', warnDays: 15 },
    },
    removed: { label: { zh: '划出', en: 'Taken out' }, isFinal: true },
    dropped: { label: { zh: '取消', en: 'Dropped' }, isFinal: true },
  },
  actions: {
    bring: {
      label: { zh: '完成注入', en: 'Bring in' },
      from: ['planned'],
      to: 'held',
      needs: ['done', 'reportBy'],
      needsEvidence: true,
      by: 'called',
    },
    report: { label: { zh: '报告运营', en: 'Report' }, from: ['held'], to: 'held', needs: ['state', 'reportBy'] },
    remove: {
      label: { zh: '划出', en: 'Take out' },
      from: ['held'],
      to: 'removed',
      needsEvidence: true,
      needsReason: true,
      by: 'decider',
    },
    drop: { label: { zh: '取消', en: 'Drop' }, from: ['planned'], to: 'dropped', needsReason: true, by: 'decider' },
  },
  measures: [
    {
      id: 'value',
      label: { zh: '已注入资产', en: 'Assets brought in' },
      kind: 'sum',
      field: 'value',
      unit: '万元',
      every: 'standing',
      per: 'platform',
      counts: { stages: ['held'] },
    },
  ],
  parameters: { 资源整合: 'field:role.resources', 融资服务: 'field:role.finance', 经营管理: 'field:role.management' },
  cases: [
    {
      title: 'on its day it is in time',
      entry: { stage: 'planned', stageSince: '2026-01-05', data: { byDay: '2026-11-30', role: 'finance' } },
      on: '2026-11-30',
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['platform', 'asset', 'value', 'owner'] },
    },
    {
      title: 'a report that did not come by its day is overdue',
      entry: { stage: 'held', stageSince: '2025-11-20', data: { reportBy: '2026-11-20' } },
      on: '2026-11-21',
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'held without a day of report it is never due',
      entry: { stage: 'held', stageSince: '2025-11-20', data: { platform: '某园区公司' } },
      on: '2026-12-31',
      expect: { dueOn: null, lamp: 'grey', lacks: ['role', 'asset', 'value', 'owner', 'byDay'] },
    },
  ],
});
