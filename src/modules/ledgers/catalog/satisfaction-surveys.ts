import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { count, unit } from '../kinds.ts';

const answers = { 'correct-days': 30 };

/** 第三方测评. Somebody from outside asks; each window that falls short puts it right, and the result is made public. */
export const satisfactionSurveys = defineLedger({
  id: 'satisfaction-surveys',
  label: { zh: '政务服务第三方测评', en: 'Surveys of services by a third party' },
  purpose: {
    zh: '第三方对窗口服务的测评、问题整改和结果公布',
    en: 'A third party surveys the windows; what it finds is put right, the result is made public',
  },
  mechanisms: ['third_eval'],
  source: [{ document: '004', line: 546 }],
  name: { zh: '测评事项', en: 'Survey' },
  fields: [
    {
      id: 'surveyed',
      label: { zh: '被测单位', en: 'Unit surveyed' },
      kind: unit,
      isRequired: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'content',
      label: { zh: '测评内容', en: 'What is surveyed' },
      kind: choice({
        satisfaction: { zh: '群众满意度', en: 'Satisfaction' },
        law: { zh: '依法行政', en: 'Lawfulness' },
        gathering: { zh: '三集中三到位', en: 'All matters at one place' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '112px',
    },
    {
      id: 'assessor',
      label: { zh: '测评机构', en: 'Who surveys' },
      kind: text(200),
      isRequired: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'deliverBy',
      label: { zh: '约定交付日', en: 'To be delivered by' },
      kind: day,
      isRequired: true,
      column: '112px',
    },
    { id: 'asked', label: { zh: '受访（人）', en: 'People asked' }, kind: count },
    { id: 'satisfied', label: { zh: '满意（人）', en: 'People satisfied' }, kind: count, isPublic: true },
    { id: 'findings', label: { zh: '存在问题', en: 'Findings' }, kind: text(2000) },
    { id: 'correction', label: { zh: '整改情况', en: 'What was put right' }, kind: text(2000), isPublic: true },
  ],
  called: 'surveyed',
  first: 'commissioned',
  stages: {
    commissioned: {
      label: { zh: '测评中', en: 'Under way' },
      clock: { days: 0, counts: 'calendar', from: 'deliverBy', warnDays: 10 },
    },
    delivered: { label: { zh: '已交付，待定性', en: 'Delivered' } },
    correcting: {
      label: { zh: '整改中', en: 'Being put right' },
      clock: { days: { choice: 'correct-days' }, counts: 'calendar', warnDays: 7 },
    },
    corrected: { label: { zh: '待公布', en: 'To be made public' } },
    published: { label: { zh: '已公布', en: 'Made public' }, isFinal: true },
  },
  actions: {
    deliver: {
      label: { zh: '登记测评结果', en: 'Enter the result' },
      from: ['commissioned'],
      to: 'delivered',
      needs: ['asked', 'satisfied'],
      needsEvidence: true,
    },
    pass: { label: { zh: '达标', en: 'Good enough' }, from: ['delivered'], to: 'corrected' },
    correct: {
      label: { zh: '交办整改', en: 'Have it put right' },
      from: ['delivered'],
      to: 'correcting',
      needs: ['findings'],
    },
    finish: {
      label: { zh: '报整改完成', en: 'Report it put right' },
      from: ['correcting'],
      to: 'corrected',
      needs: ['correction'],
      needsEvidence: true,
      by: 'called',
    },
    publish: { label: { zh: '公布', en: 'Make public' }, from: ['corrected'], to: 'published', by: 'decider' },
  },
  choices: [
    { id: 'correct-days', label: { zh: '整改时限', en: 'Days to put right' }, unit: '天', least: 1, most: 180 },
  ],
  publicStages: ['published'],
  parameters: {
    满意度: 'field:content.satisfaction',
    依法行政: 'field:content.law',
    三集中三到位: 'field:content.gathering',
  },
  cases: [
    {
      title: 'delivered on the agreed day is in time',
      entry: { stage: 'commissioned', stageSince: '2026-10-08', data: { deliverBy: '2026-11-30' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['surveyed', 'content', 'assessor'] },
    },
    {
      title: 'findings are not put right within thirty days: overdue',
      entry: { stage: 'correcting', stageSince: '2026-11-02', data: { deliverBy: '2026-10-30' } },
      on: '2026-12-03',
      answers,
      expect: { dueOn: '2026-12-02', lamp: 'red' },
    },
    {
      title: 'a survey without its day has no limit',
      entry: {
        stage: 'commissioned',
        stageSince: '2026-10-08',
        data: { surveyed: 'a', content: 'law', assessor: '某机构' },
      },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['deliverBy'] },
    },
  ],
});
