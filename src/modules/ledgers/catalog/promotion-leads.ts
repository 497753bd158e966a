import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { park, unit } from '../kinds.ts';

const answers = { 'touch-days': 5, 'talk-days': 60 };

/** 招商线索. Counted by the way it came, so that the office sees which ways lead to contracts. */
export const promotionLeads = defineLedger({
  id: 'promotion-leads',
  label: { zh: '招商线索', en: 'Leads' },
  purpose: {
    zh: '各渠道招商线索的登记、首次对接、洽谈和签约转化',
    en: 'Leads from every channel: entered, first contact in time, talks, what became a contract',
  },
  mechanisms: ['promo_channels'],
  source: [
    { document: '000', line: 575 },
    { document: '000', line: 2256 },
    { document: '002', line: 106 },
    { document: '004', line: 516 },
  ],
  name: { zh: '招商线索', en: 'Lead' },
  fields: [
    {
      id: 'investor',
      label: { zh: '投资方', en: 'Investor' },
      kind: text(200),
      isRequired: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'channel',
      label: { zh: '线索渠道', en: 'Channel' },
      kind: choice({
        everyone: { zh: '全员招商', en: 'Everyone' },
        agency: { zh: '中介招商', en: 'Agencies' },
        business: { zh: '以商招商', en: 'Firms bring firms' },
        leader: { zh: '领导带头招商', en: 'Leaders' },
        conference: { zh: '招商大会', en: 'Conference' },
        network: { zh: '网络招商', en: 'Online' },
        chamber: { zh: '商协会招商', en: 'Chambers and associations' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    {
      id: 'focus',
      label: { zh: '招商方式', en: 'Focus' },
      kind: choice({
        place: { zh: '定点招商', en: 'A place' },
        target: { zh: '定向招商', en: 'A target' },
        business: { zh: '以商招商', en: 'Through firms' },
        industry: { zh: '产业招商', en: 'An industry' },
      }),
      isFilter: true,
    },
    {
      id: 'form',
      label: { zh: '活动形式', en: 'Form' },
      kind: choice({
        business: { zh: '以商', en: 'Through firms' },
        topic: { zh: '专题', en: 'On a topic' },
        agency: { zh: '中介', en: 'Through agencies' },
        online: { zh: '线上', en: 'Online' },
        chamber: { zh: '商协会', en: 'Through chambers' },
      }),
    },
    {
      id: 'owner',
      label: { zh: '承办单位', en: 'Unit that follows it' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'found', label: { zh: '获得日期', en: 'Found on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'industry', label: { zh: '意向产业', en: 'Industry' }, kind: text(100) },
    { id: 'investment', label: { zh: '意向投资', en: 'Investment in mind' }, kind: measure('万元'), column: '112px' },
    { id: 'park', label: { zh: '拟落园区', en: 'Park' }, kind: park, isFilter: true },
    { id: 'contact', label: { zh: '首次对接情况', en: 'First contact' }, kind: text(1000) },
    { id: 'outcome', label: { zh: '洽谈结果', en: 'Outcome of the talks' }, kind: text(2000) },
    { id: 'agreed', label: { zh: '签约投资', en: 'Investment agreed' }, kind: measure('万元') },
  ],
  called: 'owner',
  first: 'found',
  stages: {
    found: {
      label: { zh: '待对接', en: 'To be contacted' },
      clock: { days: { choice: 'touch-days' }, counts: 'working', from: 'found', warnDays: 1 },
    },
    talking: {
      label: { zh: '洽谈中', en: 'In talks' },
      clock: { days: { choice: 'talk-days' }, counts: 'calendar', warnDays: 7 },
    },
    signed: { label: { zh: '已签约', en: 'Signed' }, isFinal: true },
    lost: { label: { zh: '未成', en: 'Lost' }, isFinal: true },
  },
  actions: {
    contact: {
      label: { zh: '首次对接', en: 'Contact' },
      from: ['found'],
      to: 'talking',
      needs: ['contact'],
      by: 'called',
    },
    hand: {
      label: { zh: '转交承办', en: 'Hand over' },
      from: ['found'],
      to: 'found',
      needs: ['owner'],
      needsReason: true,
    },
    sign: {
      label: { zh: '登记签约', en: 'Enter the contract' },
      from: ['talking'],
      to: 'signed',
      needs: ['outcome', 'agreed', 'park'],
      needsEvidence: true,
    },
    lose: {
      label: { zh: '登记未成', en: 'Enter that it was lost' },
      from: ['found', 'talking'],
      to: 'lost',
      needsReason: true,
    },
  },
  choices: [
    {
      id: 'touch-days',
      label: { zh: '首次对接时限', en: 'Days to the first contact' },
      unit: '工作日',
      least: 1,
      most: 30,
    },
    { id: 'talk-days', label: { zh: '洽谈周期', en: 'Days of talks' }, unit: '天', least: 7, most: 730 },
  ],
  parameters: {
    '渠道: 全员': 'field:channel.everyone',
    中介: 'field:channel.agency',
    以商: 'field:channel.business',
    领导带头: 'field:channel.leader',
    千人招商大会: 'field:channel.conference',
    '4类': 'field:focus',
    '5种': 'field:form',
  },
  cases: [
    {
      title: 'five working days to the first contact, over one weekend',
      entry: { stage: 'found', stageSince: '2026-11-12', data: { found: '2026-11-12' } },
      on: '2026-11-19',
      answers,
      expect: { dueOn: '2026-11-19', lamp: 'yellow', lacks: ['investor', 'channel', 'owner'] },
    },
    {
      title: 'on Friday nobody has called: overdue',
      entry: { stage: 'found', stageSince: '2026-11-12', data: { found: '2026-11-12' } },
      on: '2026-11-20',
      answers,
      expect: { dueOn: '2026-11-19', lamp: 'red' },
    },
    {
      title: 'a lead without its day has no limit',
      entry: { stage: 'found', stageSince: '2026-11-12', data: { investor: '某集团', channel: 'agency', owner: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['found'] },
    },
  ],
});
