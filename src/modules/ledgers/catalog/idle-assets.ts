import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, park } from '../kinds.ts';
import { point } from '../point.ts';

/** 闲置土地厂房盘活. What a firm in trouble leaves empty is offered to anybody, for sale or for rent, until somebody takes it. */
export const idleAssets = defineLedger({
  id: 'idle-assets',
  label: { zh: '闲置土地厂房', en: 'Idle land and plants' },
  purpose: {
    zh: '困难企业的闲置土地和厂房：核实、挂牌转让或出租、撮合、投用',
    en: 'Idle land and plants of firms in trouble: checked, offered for sale or rent, matched, in use again',
  },
  mechanisms: ['idle_asset'],
  source: [
    { document: '003', line: 313 },
    { document: '004', line: 173 },
  ],
  name: { zh: '资产', en: 'Asset' },
  fields: [
    {
      id: 'park',
      label: { zh: '园区', en: 'Park' },
      kind: park,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'owner',
      label: { zh: '权利人', en: 'Owner' },
      kind: enterprise,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'what',
      label: { zh: '资产类型', en: 'What' },
      kind: choice({
        land: { zh: '土地', en: 'Land' },
        plant: { zh: '厂房', en: 'Plant' },
        both: { zh: '土地及厂房', en: 'Both' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    {
      id: 'offer',
      label: { zh: '盘活方式', en: 'Offered' },
      kind: choice({
        sale: { zh: '转让', en: 'For sale' },
        rent: { zh: '出租', en: 'For rent' },
        either: { zh: '转让或出租', en: 'Either' },
      }),
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    { id: 'land', label: { zh: '土地面积', en: 'Land' }, kind: measure('亩'), isPublic: true, column: '96px' },
    {
      id: 'floor',
      label: { zh: '建筑面积', en: 'Floor area' },
      kind: measure('平方米'),
      isPublic: true,
      column: '104px',
    },
    { id: 'idleSince', label: { zh: '闲置起始日', en: 'Idle since' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'at',
      label: { zh: '坐标', en: 'Coordinates' },
      kind: point,
      hint: { zh: '经度, 纬度', en: 'longitude, latitude' },
    },
    { id: 'burden', label: { zh: '抵押查封情况', en: 'Mortgage or seizure' }, kind: text(500) },
    { id: 'price', label: { zh: '意向价格', en: 'Price asked' }, kind: measure('万元'), isPublic: true },
    { id: 'contact', label: { zh: '联系方式', en: 'Contact' }, kind: text(100), isPublic: true },
    { id: 'taker', label: { zh: '承接企业', en: 'Taken by' }, kind: enterprise },
    { id: 'concluded', label: { zh: '成交价', en: 'Price agreed' }, kind: measure('万元') },
    { id: 'use', label: { zh: '投用情况', en: 'Use' }, kind: text(1000) },
  ],
  place: 'at',
  first: 'reported',
  stages: {
    reported: {
      label: { zh: '待核实', en: 'To be checked' },
      clock: { days: { choice: 'check-days' }, counts: 'working', warnDays: 3 },
    },
    offered: {
      label: { zh: '挂牌中', en: 'On offer' },
      clock: { days: { choice: 'offer-days' }, counts: 'calendar', warnDays: 15 },
    },
    agreed: {
      label: { zh: '已成交，待投用', en: 'Agreed, not yet in use' },
      clock: { days: { choice: 'use-days' }, counts: 'calendar', warnDays: 30 },
    },
    used: { label: { zh: '已投用', en: 'In use' }, isFinal: true },
    removed: { label: { zh: '已撤牌', en: 'Taken off' }, isFinal: true },
  },
  actions: {
    offer: {
      label: { zh: '核实并挂牌', en: 'Check and offer' },
      from: ['reported'],
      to: 'offered',
      needs: ['offer', 'burden', 'contact'],
      needsEvidence: true,
    },
    again: { label: { zh: '重新挂牌', en: 'Offer anew' }, from: ['agreed'], to: 'offered', needsReason: true },
    agree: {
      label: { zh: '登记成交', en: 'Note the agreement' },
      from: ['offered'],
      to: 'agreed',
      needs: ['taker', 'concluded'],
      needsEvidence: true,
    },
    use: { label: { zh: '登记投用', en: 'Note its use' }, from: ['agreed'], to: 'used', needs: ['use'] },
    remove: { label: { zh: '撤牌', en: 'Take off' }, from: ['reported', 'offered'], to: 'removed', needsReason: true },
  },
  choices: [
    { id: 'check-days', label: { zh: '核实时限', en: 'Days to check' }, unit: '工作日', least: 1, most: 60 },
    { id: 'offer-days', label: { zh: '挂牌后撮合期限', en: 'Days to find a taker' }, unit: '天', least: 15, most: 730 },
    {
      id: 'use-days',
      label: { zh: '成交后投用期限', en: 'Days until it is in use' },
      unit: '天',
      least: 15,
      most: 1095,
    },
  ],
  publicStages: ['offered'],
  parameters: { 转让: 'field:offer.sale', 出租: 'field:offer.rent' },
  cases: [
    {
      title: 'on offer for ninety days: the ninetieth is in time',
      entry: { stage: 'offered', stageSince: '2026-09-01', data: { offer: 'rent' } },
      on: '2026-11-30',
      answers: { 'check-days': 10, 'offer-days': 90, 'use-days': 180 },
      expect: { dueOn: '2026-11-30', lamp: 'yellow' },
    },
    {
      title: 'bought and still empty after half a year: overdue',
      entry: { stage: 'agreed', stageSince: '2026-01-01', data: { offer: 'sale' } },
      on: '2026-07-01',
      answers: { 'check-days': 10, 'offer-days': 90, 'use-days': 180 },
      expect: { dueOn: '2026-06-30', lamp: 'red' },
    },
    {
      title: 'without owner, park and the day since when it is idle the entry cannot be made',
      entry: { stage: 'reported', stageSince: '2026-11-02', data: { what: 'plant' } },
      on: '2026-11-03',
      answers: { 'check-days': 10, 'offer-days': 90, 'use-days': 180 },
      expect: { dueOn: '2026-11-16', lamp: 'green', lacks: ['park', 'owner', 'idleSince'] },
    },
  ],
});
