import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { unit } from '../kinds.ts';

const answers = { 'approach-days': 20 };

/** 精准招商. Companies that would fill a gap of the chain: who calls on them, when last, and what came of it. */
export const targetCompanies = defineLedger({
  id: 'target-companies',
  label: { zh: '目标企业', en: 'Companies to win' },
  purpose: {
    zh: '精准招商目标企业：锁定、对接、跟进、转为招商线索',
    en: 'Companies that would fill a gap: chosen, approached, followed up, turned into a lead',
  },
  mechanisms: ['targeted_promo'],
  source: [
    { document: '000', line: 2240 },
    { document: '001', line: 442 },
    { document: '004', line: 516 },
  ],
  name: { zh: '目标企业', en: 'Company' },
  fields: [
    {
      id: 'company',
      label: { zh: '企业名称', en: 'Company' },
      kind: text(120),
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'rank',
      label: { zh: '类别', en: 'Kind' },
      kind: choice({
        world500: { zh: '世界500强', en: 'World top 500' },
        china500: { zh: '中国500强', en: 'China top 500' },
        china100: { zh: '国内100强', en: 'China top 100' },
        state500: { zh: '国企500强', en: 'State firms top 500' },
        leader: { zh: '行业领军', en: 'Leader of its trade' },
        single: { zh: '单项冠军', en: 'Champion of one product' },
        hidden: { zh: '隐形冠军', en: 'Hidden champion' },
        other: { zh: '其他', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    {
      id: 'aim',
      label: { zh: '导向', en: 'Aim' },
      kind: choice({
        industry: { zh: '工业项目', en: 'Industry' },
        big: { zh: '招大引强', en: 'Large and strong' },
        tax: { zh: '税源企业', en: 'Source of tax' },
        green: { zh: '环境保护', en: 'Environment' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    { id: 'gap', label: { zh: '补链环节', en: 'Gap of the chain' }, kind: text(200), isRequired: true },
    {
      id: 'owner',
      label: { zh: '对接单位', en: 'Unit that calls' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'chosen', label: { zh: '锁定日期', en: 'Chosen on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'contact', label: { zh: '对接人', en: 'Contact' }, kind: text(100) },
    { id: 'nextOn', label: { zh: '下次对接日期', en: 'Next call' }, kind: day, column: '104px' },
    { id: 'progress', label: { zh: '对接情况', en: 'Progress' }, kind: text(2000) },
    { id: 'lead', label: { zh: '招商线索编号', en: 'Lead' }, kind: text(60) },
  ],
  called: 'owner',
  first: 'chosen',
  stages: {
    chosen: {
      label: { zh: '待对接', en: 'To be approached' },
      clock: { days: { choice: 'approach-days' }, counts: 'working', from: 'chosen', warnDays: 5 },
    },
    following: {
      label: { zh: '跟进中', en: 'Followed up' },
      clock: { days: 0, counts: 'calendar', from: 'nextOn', warnDays: 7 },
    },
    turned: { label: { zh: '已转线索', en: 'Turned into a lead' }, isFinal: true },
    dropped: { label: { zh: '放弃', en: 'Dropped' }, isFinal: true },
  },
  actions: {
    approach: {
      label: { zh: '首次对接', en: 'Approach' },
      from: ['chosen'],
      to: 'following',
      needs: ['contact', 'progress', 'nextOn'],
      by: 'called',
    },
    follow: {
      label: { zh: '跟进', en: 'Follow up' },
      from: ['following'],
      to: 'following',
      needs: ['progress', 'nextOn'],
      by: 'called',
    },
    turn: { label: { zh: '转为线索', en: 'Turn into a lead' }, from: ['following'], to: 'turned', needs: ['lead'] },
    drop: { label: { zh: '放弃', en: 'Drop' }, from: ['chosen', 'following'], to: 'dropped', needsReason: true },
  },
  choices: [
    { id: 'approach-days', label: { zh: '首次对接时限', en: 'Days to approach' }, unit: '工作日', least: 5, most: 120 },
  ],
  parameters: {
    '导向: 工业项目': 'field:aim.industry',
    招大引强: 'field:aim.big',
    税源企业: 'field:aim.tax',
    环境保护: 'field:aim.green',
    世界500强: 'field:rank.world500',
    国内100强: 'field:rank.china100',
    行业领军: 'field:rank.leader',
    中国500强: 'field:rank.china500',
    国企500强: 'field:rank.state500',
    单项冠军: 'field:rank.single',
    隐形冠军: 'field:rank.hidden',
  },
  cases: [
    {
      title: 'twenty working days to approach; the last is in time',
      entry: { stage: 'chosen', stageSince: '2026-11-02', data: { chosen: '2026-11-02' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['company', 'rank', 'aim', 'gap', 'owner'] },
    },
    {
      title: 'a call that was due yesterday is overdue',
      entry: { stage: 'following', stageSince: '2026-09-01', data: { nextOn: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'followed up without a next day is never due',
      entry: { stage: 'following', stageSince: '2026-09-01', data: { rank: 'hidden' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['company', 'aim', 'gap', 'owner', 'chosen'] },
    },
  ],
});
