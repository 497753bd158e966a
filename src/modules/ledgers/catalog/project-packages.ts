import { defineLedger } from '../../../core/ledger/ledger.ts';
import { day, measure, text } from '../../../core/register/kinds.ts';
import { park, unit } from '../kinds.ts';

const answers = { 'screen-days': 20, 'package-days': 30, 'offer-days': 10 };

/** 招商项目包装. Four steps from an idea to an offer: planned, screened, packaged, recommended; an offer grows old and is renewed. */
export const projectPackages = defineLedger({
  id: 'project-packages',
  label: { zh: '招商项目包装', en: 'Projects on offer' },
  purpose: {
    zh: '对外招商项目：策划、筛选、包装、推介四步，定期更新，签约后销号',
    en: 'Projects offered to investors: planned, screened, packaged, recommended; renewed until somebody signs',
  },
  mechanisms: ['proj_package'],
  source: [
    { document: '001', line: 746 },
    { document: '004', line: 518 },
  ],
  name: { zh: '招商项目', en: 'Offer' },
  fields: [
    {
      id: 'industry',
      label: { zh: '产业', en: 'Industry' },
      kind: text(60),
      isRequired: true,
      isPublic: true,
      column: '112px',
    },
    { id: 'park', label: { zh: '拟落园区', en: 'Park' }, kind: park, isFilter: true, isPublic: true },
    {
      id: 'owner',
      label: { zh: '包装单位', en: 'Packaged by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'begun', label: { zh: '策划日期', en: 'Planned on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'scale', label: { zh: '建设内容', en: 'What it is' }, kind: text(2000), isRequired: true, isPublic: true },
    {
      id: 'investment',
      label: { zh: '总投资', en: 'Investment' },
      kind: measure('万元'),
      isPublic: true,
      column: '112px',
    },
    { id: 'market', label: { zh: '市场与效益', en: 'Market and yield' }, kind: text(2000), isPublic: true },
    { id: 'conditions', label: { zh: '用地与配套条件', en: 'Land and services' }, kind: text(1000), isPublic: true },
    { id: 'contact', label: { zh: '联系人', en: 'Contact' }, kind: text(100), isPublic: true },
    { id: 'renewBy', label: { zh: '更新期限', en: 'To be renewed by' }, kind: day, column: '104px' },
    { id: 'lead', label: { zh: '承接线索', en: 'Lead that took it' }, kind: text(200) },
  ],
  called: 'owner',
  first: 'planned',
  stages: {
    planned: {
      label: { zh: '策划', en: 'Planned' },
      clock: { days: { choice: 'screen-days' }, counts: 'working', from: 'begun', warnDays: 5 },
    },
    screened: {
      label: { zh: '已筛选，待包装', en: 'Screened' },
      clock: { days: { choice: 'package-days' }, counts: 'working', warnDays: 5 },
    },
    packaged: {
      label: { zh: '已包装，待推介', en: 'Packaged' },
      clock: { days: { choice: 'offer-days' }, counts: 'working', warnDays: 3 },
    },
    offered: {
      label: { zh: '推介中', en: 'On offer' },
      clock: { days: 0, counts: 'calendar', from: 'renewBy', warnDays: 15 },
    },
    signed: { label: { zh: '已签约', en: 'Signed' }, isFinal: true },
    dropped: { label: { zh: '淘汰', en: 'Dropped' }, isFinal: true },
  },
  actions: {
    screen: {
      label: { zh: '筛选通过', en: 'Screen' },
      from: ['planned'],
      to: 'screened',
      needsEvidence: true,
      by: 'decider',
    },
    drop: {
      label: { zh: '淘汰', en: 'Drop' },
      from: ['planned', 'screened', 'offered'],
      to: 'dropped',
      needsReason: true,
      by: 'decider',
    },
    package: {
      label: { zh: '完成包装', en: 'Package' },
      from: ['screened'],
      to: 'packaged',
      needs: ['investment', 'market', 'conditions', 'contact'],
      needsEvidence: true,
      by: 'called',
    },
    offer: {
      label: { zh: '推介', en: 'Recommend' },
      from: ['packaged'],
      to: 'offered',
      needs: ['renewBy'],
      by: 'called',
    },
    renew: { label: { zh: '更新', en: 'Renew' }, from: ['offered'], to: 'offered', needs: ['renewBy'], by: 'called' },
    sign: {
      label: { zh: '签约销号', en: 'Sign' },
      from: ['offered'],
      to: 'signed',
      needs: ['lead'],
      needsEvidence: true,
    },
  },
  choices: [
    { id: 'screen-days', label: { zh: '筛选时限', en: 'Days to screen' }, unit: '工作日', least: 5, most: 90 },
    { id: 'package-days', label: { zh: '包装时限', en: 'Days to package' }, unit: '工作日', least: 5, most: 120 },
    { id: 'offer-days', label: { zh: '推介时限', en: 'Days to recommend' }, unit: '工作日', least: 1, most: 60 },
  ],
  publicStages: ['offered'],
  parameters: { '4步': 'action:offer' },
  cases: [
    {
      title: 'twenty working days to screen; the last is in time',
      entry: { stage: 'planned', stageSince: '2026-11-02', data: { begun: '2026-11-02' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['industry', 'owner', 'scale'] },
    },
    {
      title: 'an offer that was not renewed by its day is overdue',
      entry: { stage: 'offered', stageSince: '2026-05-01', data: { renewBy: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'an offer without a day of renewal is never due',
      entry: { stage: 'offered', stageSince: '2026-05-01', data: { industry: '铜精深加工' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['owner', 'begun', 'scale'] },
    },
  ],
});
