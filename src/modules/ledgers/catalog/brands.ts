import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'raise-days': 365 };

/** 品牌培育. Four levels above one another, and beside them what the brand stands for: one product, an industry, a region. */
export const brands = defineLedger({
  id: 'brands',
  label: { zh: '品牌培育', en: 'Brands' },
  purpose: {
    zh: '各级品牌和产品目录的培育、认定、使用和到期复评',
    en: 'Brands of every level and the catalogue of products: raised, recognised, used, evaluated again',
  },
  mechanisms: ['brand'],
  source: [
    { document: '000', line: 850 },
    { document: '001', line: 450 },
    { document: '001', line: 467 },
    { document: '004', line: 223 },
    { document: '004', line: 498 },
  ],
  name: { zh: '品牌', en: 'Brand' },
  fields: [
    {
      id: 'level',
      label: { zh: '品牌层级', en: 'Level' },
      kind: choice({
        whole: { zh: '全域品牌', en: 'Of the whole county' },
        region: { zh: '区域品牌', en: 'Of a region' },
        enterprise: { zh: '企业品牌', en: 'Of an enterprise' },
        product: { zh: '产品品牌', en: 'Of a product' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    {
      id: 'reach',
      label: { zh: '品牌范围', en: 'Stands for' },
      kind: choice({
        single: { zh: '单一品牌', en: 'One product' },
        industry: { zh: '产业品牌', en: 'An industry' },
        region: { zh: '地域品牌', en: 'A place' },
        export: { zh: '出口名牌', en: 'Exports' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    {
      id: 'owner',
      label: { zh: '品牌所属企业', en: 'Enterprise' },
      kind: enterprise,
      isFilter: true,
      isPublic: true,
      column: 'minmax(140px, 1fr)',
    },
    {
      id: 'raiser',
      label: { zh: '培育单位', en: 'Unit that raises it' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'chosen', label: { zh: '列入日期', en: 'Chosen on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'products', label: { zh: '目录产品', en: 'Products in the catalogue' }, kind: text(1000), isPublic: true },
    { id: 'sales', label: { zh: '年销售额', en: 'Sales a year' }, kind: measure('万元') },
    { id: 'mark', label: { zh: '商标注册号', en: 'Number of the trade mark' }, kind: text(80), isPublic: true },
    { id: 'title', label: { zh: '认定称号', en: 'Recognised as' }, kind: text(200), isPublic: true },
    { id: 'evaluateBy', label: { zh: '复评日期', en: 'To be evaluated by' }, kind: day, column: '104px' },
  ],
  called: 'raiser',
  first: 'chosen',
  stages: {
    chosen: {
      label: { zh: '培育中', en: 'Being raised' },
      clock: { days: { choice: 'raise-days' }, counts: 'calendar', from: 'chosen', warnDays: 30 },
    },
    applied: { label: { zh: '已申报', en: 'Applied for' } },
    recognised: {
      label: { zh: '已认定', en: 'Recognised' },
      clock: { days: 0, counts: 'calendar', from: 'evaluateBy', warnDays: 60 },
    },
    removed: { label: { zh: '移出', en: 'Off the list' }, isFinal: true },
  },
  actions: {
    apply: {
      label: { zh: '组织申报', en: 'Apply' },
      from: ['chosen'],
      to: 'applied',
      needs: ['mark', 'products'],
      needsEvidence: true,
      by: 'called',
    },
    fail: {
      label: { zh: '未通过，续培', en: 'Not recognised' },
      from: ['applied'],
      to: 'chosen',
      needs: ['chosen'],
      needsReason: true,
    },
    recognise: {
      label: { zh: '登记认定', en: 'Enter the recognition' },
      from: ['applied'],
      to: 'recognised',
      needs: ['title', 'evaluateBy'],
      needsEvidence: true,
    },
    evaluate: {
      label: { zh: '复评通过', en: 'Evaluated well' },
      from: ['recognised'],
      to: 'recognised',
      needs: ['sales', 'evaluateBy'],
      needsEvidence: true,
    },
    remove: {
      label: { zh: '移出', en: 'Take off' },
      from: ['chosen', 'recognised'],
      to: 'removed',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'raise-days', label: { zh: '培育申报周期', en: 'Days until applying' }, unit: '天', least: 30, most: 1095 },
  ],
  publicStages: ['recognised'],
  parameters: {
    单一: 'field:reach.single',
    产业: 'field:reach.industry',
    区域品牌: 'field:level.region',
    '4级': 'field:level',
  },
  cases: [
    {
      title: 'evaluated on its day is in time',
      entry: { stage: 'recognised', stageSince: '2023-12-01', data: { evaluateBy: '2026-11-30' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['level', 'reach', 'raiser', 'chosen'] },
    },
    {
      title: 'a year after it was chosen nobody has applied: overdue',
      entry: { stage: 'chosen', stageSince: '2025-11-01', data: { chosen: '2025-11-01' } },
      on: '2026-11-02',
      answers,
      expect: { dueOn: '2026-11-01', lamp: 'red' },
    },
    {
      title: 'without the day it was chosen a brand has no limit',
      entry: { stage: 'chosen', stageSince: '2025-11-01', data: { level: 'product', reach: 'single', raiser: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['chosen'] },
    },
  ],
});
