import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { count, enterprise, park, unit } from '../kinds.ts';

const answers = { 'offer-days': 30 };

/** 厂中厂. Room in an old works is found, fitted, let to somebody; a lease is watched to its end. */
export const oldFactories = defineLedger({
  id: 'old-factories',
  label: { zh: '厂中厂', en: 'Factories within factories' },
  purpose: {
    zh: '老企业闲置厂房的盘活：登记、改造、招租入驻、租约到期管理',
    en: 'Idle room in old works: entered, fitted, let, and the lease watched to its end',
  },
  mechanisms: ['factory_in_factory'],
  source: [{ document: '002', line: 106 }],
  name: { zh: '厂房', en: 'Room' },
  fields: [
    {
      id: 'owner',
      label: { zh: '厂房所属企业', en: 'Owner' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    { id: 'park', label: { zh: '所在园区', en: 'Park' }, kind: park, isFilter: true },
    {
      id: 'area',
      label: { zh: '可用面积', en: 'Floor area' },
      kind: measure('平方米'),
      isRequired: true,
      isPublic: true,
      column: '112px',
    },
    { id: 'found', label: { zh: '登记日期', en: 'Entered on' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'supply',
      label: { zh: '配套条件', en: 'Supplied with' },
      kind: choice({
        full: { zh: '水电气热齐备', en: 'Water, power, gas, heat' },
        partial: { zh: '部分具备', en: 'Some of them' },
        none: { zh: '需新建', en: 'None' },
      }),
      isPublic: true,
    },
    {
      id: 'promoter',
      label: { zh: '招商责任单位', en: 'Unit that finds a tenant' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'refit', label: { zh: '改造内容', en: 'Refit' }, kind: text(1000) },
    { id: 'rent', label: { zh: '年租金', en: 'Rent a year' }, kind: measure('万元'), isPublic: true },
    { id: 'tenant', label: { zh: '入驻企业', en: 'Tenant' }, kind: enterprise },
    { id: 'leaseEnd', label: { zh: '租约到期日', en: 'End of the lease' }, kind: day, column: '104px' },
    { id: 'jobs', label: { zh: '带动就业（人）', en: 'Jobs' }, kind: count },
  ],
  called: 'promoter',
  place: 'park',
  first: 'found',
  stages: {
    found: {
      label: { zh: '待推出', en: 'To be offered' },
      clock: { days: { choice: 'offer-days' }, counts: 'calendar', from: 'found', warnDays: 7 },
    },
    offered: { label: { zh: '招租中', en: 'Offered' } },
    let: {
      label: { zh: '已入驻', en: 'Let' },
      clock: { days: 0, counts: 'calendar', from: 'leaseEnd', warnDays: 60 },
    },
    closed: { label: { zh: '退出盘活', en: 'Closed' }, isFinal: true },
  },
  actions: {
    offer: {
      label: { zh: '推出招租', en: 'Offer' },
      from: ['found'],
      to: 'offered',
      needs: ['supply', 'rent'],
      by: 'called',
    },
    let: {
      label: { zh: '登记入驻', en: 'Enter the tenant' },
      from: ['offered'],
      to: 'let',
      needs: ['tenant', 'leaseEnd'],
      needsEvidence: true,
    },
    renew: { label: { zh: '续租', en: 'Renew' }, from: ['let'], to: 'let', needs: ['leaseEnd'], needsEvidence: true },
    empty: { label: { zh: '退租，再招', en: 'Empty again' }, from: ['let'], to: 'offered', needsReason: true },
    close: {
      label: { zh: '退出', en: 'Close' },
      from: ['found', 'offered'],
      to: 'closed',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'offer-days', label: { zh: '推出时限', en: 'Days until it is offered' }, unit: '天', least: 1, most: 365 },
  ],
  publicStages: ['offered'],
  parameters: {},
  cases: [
    {
      title: 'thirty days from the second of November, the last in time',
      entry: { stage: 'found', stageSince: '2026-11-02', data: { found: '2026-11-02' } },
      on: '2026-12-02',
      answers,
      expect: { dueOn: '2026-12-02', lamp: 'yellow', lacks: ['owner', 'area', 'promoter'] },
    },
    {
      title: 'a lease that ended yesterday and was not renewed is overdue',
      entry: { stage: 'let', stageSince: '2023-11-22', data: { leaseEnd: '2026-11-21' } },
      on: '2026-11-22',
      answers,
      expect: { dueOn: '2026-11-21', lamp: 'red' },
    },
    {
      title: 'a lease without an end cannot be watched',
      entry: { stage: 'let', stageSince: '2023-11-22', data: { owner: 'e', promoter: 'a', found: '2023-01-01' } },
      on: '2026-11-22',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['area'] },
    },
  ],
});
