import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { count, unit } from '../kinds.ts';

const answers = { 'apply-days': 365 };

/** 一县一品. Each county has its product; what is protected has to be renewed and used. */
export const geographicProducts = defineLedger({
  id: 'geographic-products',
  label: { zh: '一县一品与地理标志', en: 'Products of a place' },
  purpose: {
    zh: '各县特色产品的培育、地理标志申报、用标管理和到期续展',
    en: 'The product of each county: raised, protected by a geographical indication, used, renewed',
  },
  mechanisms: ['one_county_one_product'],
  source: [{ document: '001', line: 218 }],
  name: { zh: '特色产品', en: 'Product' },
  fields: [
    {
      id: 'county',
      label: { zh: '培育单位', en: 'Unit that raises it' },
      kind: unit,
      isRequired: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'kind',
      label: { zh: '产品类别', en: 'Kind' },
      kind: choice({
        herb: { zh: '药材', en: 'Herbs' },
        grain: { zh: '粮油', en: 'Grain and oil' },
        livestock: { zh: '畜禽', en: 'Livestock' },
        fish: { zh: '水产', en: 'Fish' },
        fruit: { zh: '果蔬菌蜜', en: 'Fruit, vegetables, fungi, honey' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    {
      id: 'protection',
      label: { zh: '保护方式', en: 'Protection' },
      kind: choice({
        product: { zh: '地理标志保护产品', en: 'Protected product' },
        mark: { zh: '地理标志商标', en: 'Trade mark' },
        farming: { zh: '农产品地理标志', en: 'Farm product' },
      }),
      isFilter: true,
      isPublic: true,
    },
    { id: 'chosen', label: { zh: '确定日期', en: 'Chosen on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'applicant', label: { zh: '申报主体', en: 'Applicant' }, kind: text(200) },
    { id: 'area', label: { zh: '种养规模', en: 'Area' }, kind: measure('亩') },
    { id: 'output', label: { zh: '年产值', en: 'Output a year' }, kind: measure('万元') },
    { id: 'users', label: { zh: '用标企业（户）', en: 'Firms that use it' }, kind: count, isPublic: true },
    { id: 'number', label: { zh: '保护证书号', en: 'Number of the protection' }, kind: text(80), isPublic: true },
    { id: 'validUntil', label: { zh: '保护有效期至', en: 'Protected until' }, kind: day, column: '104px' },
  ],
  called: 'county',
  first: 'chosen',
  stages: {
    chosen: {
      label: { zh: '培育中', en: 'Being raised' },
      clock: { days: { choice: 'apply-days' }, counts: 'calendar', from: 'chosen', warnDays: 30 },
    },
    applied: { label: { zh: '已申报', en: 'Applied for' } },
    protected: {
      label: { zh: '已保护', en: 'Protected' },
      clock: { days: 0, counts: 'calendar', from: 'validUntil', warnDays: 180 },
    },
    ended: { label: { zh: '退出', en: 'Ended' }, isFinal: true },
  },
  actions: {
    apply: {
      label: { zh: '申报地理标志', en: 'Apply' },
      from: ['chosen'],
      to: 'applied',
      needs: ['protection', 'applicant', 'area'],
      needsEvidence: true,
      by: 'called',
    },
    reject: {
      label: { zh: '未获批，续培', en: 'Not granted' },
      from: ['applied'],
      to: 'chosen',
      needs: ['chosen'],
      needsReason: true,
    },
    protect: {
      label: { zh: '登记保护', en: 'Enter the protection' },
      from: ['applied'],
      to: 'protected',
      needs: ['number', 'validUntil'],
      needsEvidence: true,
    },
    renew: {
      label: { zh: '续展', en: 'Renew' },
      from: ['protected'],
      to: 'protected',
      needs: ['validUntil', 'users'],
      needsEvidence: true,
    },
    end: {
      label: { zh: '退出', en: 'End' },
      from: ['chosen', 'protected'],
      to: 'ended',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [{ id: 'apply-days', label: { zh: '申报时限', en: 'Days to apply' }, unit: '天', least: 30, most: 1095 }],
  publicStages: ['protected'],
  parameters: {},
  cases: [
    {
      title: 'protected on the last day, with half a year of warning',
      entry: { stage: 'protected', stageSince: '2017-01-05', data: { validUntil: '2026-12-31' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: '2026-12-31', lamp: 'yellow', lacks: ['county', 'kind', 'chosen'] },
    },
    {
      title: 'a year after it was chosen nobody has applied: overdue',
      entry: { stage: 'chosen', stageSince: '2025-11-01', data: { chosen: '2025-11-01' } },
      on: '2026-11-02',
      answers,
      expect: { dueOn: '2026-11-01', lamp: 'red' },
    },
    {
      title: 'without the day it was chosen a product has no limit',
      entry: { stage: 'chosen', stageSince: '2025-11-01', data: { county: 'a', kind: 'fish' } },
      on: '2026-11-02',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['chosen'] },
    },
  ],
});
