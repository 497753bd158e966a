import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'open-days': 5, 'inquire-days': 60, 'answer-days': 10 };

/** 责任追究. Each case is looked into, the unit answers, a decision with its legal ground is carried out. */
export const accountabilityCases = defineLedger({
  id: 'accountability-cases',
  label: { zh: '责任追究', en: 'Accountability' },
  purpose: {
    zh: '损害发展环境行为的立案、调查、申辩、处理决定和执行',
    en: 'Conduct that harms the business climate: opened, inquired, heard, decided, carried out',
  },
  mechanisms: ['accountability'],
  source: [{ document: '002', line: 120 }],
  name: { zh: '追责案件', en: 'Case' },
  fields: [
    {
      id: 'against',
      label: { zh: '被追责单位', en: 'Unit concerned' },
      kind: unit,
      isRequired: true,
      column: 'minmax(140px, 1fr)',
    },
    { id: 'person', label: { zh: '责任人', en: 'Person concerned' }, kind: text(60) },
    { id: 'enterprise', label: { zh: '受损企业', en: 'Enterprise harmed' }, kind: enterprise, isFilter: true },
    { id: 'found', label: { zh: '发现日期', en: 'Found on' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'lead',
      label: { zh: '线索来源', en: 'Source' },
      kind: choice({
        complaint: { zh: '投诉举报', en: 'Complaint' },
        inspection: { zh: '督查发现', en: 'Inspection' },
        transfer: { zh: '移送', en: 'Passed on' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    { id: 'facts', label: { zh: '违纪违规事实', en: 'Facts' }, kind: text(2000), isRequired: true },
    {
      id: 'basis',
      label: { zh: '追责依据', en: 'Ground' },
      kind: choice({
        order13: { zh: '省政府令2009年第13号', en: 'Provincial order 13 of 2009' },
        discipline: { zh: '党纪政务处分规定', en: 'Rules of discipline' },
        other: { zh: '其他规定', en: 'Other rules' },
      }),
      isFilter: true,
      column: '160px',
    },
    { id: 'defence', label: { zh: '申辩情况', en: 'Defence' }, kind: text(2000) },
    {
      id: 'sanction',
      label: { zh: '处理方式', en: 'Sanction' },
      kind: choice({
        warning: { zh: '诫勉或通报批评', en: 'Warning or public criticism' },
        transfer: { zh: '调离或免职', en: 'Moved or dismissed' },
        discipline: { zh: '处分', en: 'Disciplined' },
        court: { zh: '移送司法', en: 'Handed to justice' },
        none: { zh: '不予追责', en: 'None' },
      }),
      isPublic: true,
    },
    { id: 'executed', label: { zh: '执行情况', en: 'How it was carried out' }, kind: text(1000), isPublic: true },
  ],
  called: 'against',
  first: 'found',
  stages: {
    found: {
      label: { zh: '待立案', en: 'To be opened' },
      clock: { days: { choice: 'open-days' }, counts: 'working', from: 'found', warnDays: 1 },
    },
    inquired: {
      label: { zh: '调查中', en: 'Under inquiry' },
      clock: { days: { choice: 'inquire-days' }, counts: 'calendar', warnDays: 10 },
    },
    hearing: {
      label: { zh: '听取申辩', en: 'Being heard' },
      clock: { days: { choice: 'answer-days' }, counts: 'working', warnDays: 2 },
    },
    heard: { label: { zh: '待处理决定', en: 'To be decided' } },
    decided: { label: { zh: '待执行', en: 'To be carried out' } },
    closed: { label: { zh: '已结案', en: 'Closed' }, isFinal: true },
    dropped: { label: { zh: '不予立案', en: 'Not opened' }, isFinal: true },
  },
  actions: {
    open: { label: { zh: '立案', en: 'Open' }, from: ['found'], to: 'inquired', by: 'decider' },
    drop: {
      label: { zh: '不予立案', en: 'Do not open' },
      from: ['found'],
      to: 'dropped',
      needsReason: true,
      by: 'decider',
    },
    ask: {
      label: { zh: '告知并听取申辩', en: 'Tell and hear' },
      from: ['inquired'],
      to: 'hearing',
      needs: ['basis'],
      needsEvidence: true,
    },
    defend: {
      label: { zh: '提交申辩', en: 'Answer' },
      from: ['hearing'],
      to: 'heard',
      needs: ['defence'],
      by: 'called',
    },
    waive: { label: { zh: '逾期未申辩', en: 'No answer came' }, from: ['hearing'], to: 'heard', needsReason: true },
    decide: {
      label: { zh: '作出处理决定', en: 'Decide' },
      from: ['heard'],
      to: 'decided',
      needs: ['sanction', 'basis'],
      needsEvidence: true,
      by: 'decider',
    },
    close: {
      label: { zh: '执行完毕结案', en: 'Close' },
      from: ['decided'],
      to: 'closed',
      needs: ['executed'],
      needsEvidence: true,
    },
  },
  choices: [
    { id: 'open-days', label: { zh: '立案时限', en: 'Days to open' }, unit: '工作日', least: 1, most: 30 },
    { id: 'inquire-days', label: { zh: '调查时限', en: 'Days of inquiry' }, unit: '天', least: 10, most: 365 },
    { id: 'answer-days', label: { zh: '申辩时限', en: 'Days to answer' }, unit: '工作日', least: 3, most: 30 },
  ],
  publicStages: ['closed'],
  parameters: { 省政府令2009年第13号: 'field:basis.order13' },
  cases: [
    {
      title: 'five working days to open it; the fifth is in time',
      entry: { stage: 'found', stageSince: '2026-11-02', data: { found: '2026-11-02' } },
      on: '2026-11-09',
      answers,
      expect: { dueOn: '2026-11-09', lamp: 'yellow', lacks: ['against', 'lead', 'facts'] },
    },
    {
      title: 'an inquiry of more than sixty days is overdue',
      entry: { stage: 'inquired', stageSince: '2026-09-01', data: { found: '2026-08-24' } },
      on: '2026-11-01',
      answers,
      expect: { dueOn: '2026-10-31', lamp: 'red' },
    },
    {
      title: 'without the day it was found nothing is due',
      entry: { stage: 'found', stageSince: '2026-11-02', data: { against: 'a', lead: 'transfer', facts: '…' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['found'] },
    },
  ],
});
