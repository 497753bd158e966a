import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text, words } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'object-days': 5, 'answer-days': 15 };

/** 绿色信用. How a firm stands with the environment, told to banks; a bad mark is repaired or stays. */
export const greenCredits = defineLedger({
  id: 'green-credits',
  label: { zh: '绿色信用', en: 'Green credit' },
  purpose: {
    zh: '企业环境信用等级：评定、推送金融机构、异议、修复、年度复评',
    en: 'How firms stand with the environment: rated, told to banks, objected to, repaired, rated again',
  },
  mechanisms: ['green_credit'],
  source: [{ document: '004', line: 404 }],
  name: { zh: '评级', en: 'Rating' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'year',
      label: { zh: '评价年度', en: 'Year' },
      kind: text(4),
      isRequired: true,
      isPublic: true,
      column: '72px',
    },
    {
      id: 'level',
      label: { zh: '等级', en: 'Level' },
      kind: choice({
        green: { zh: '绿牌（诚信）', en: 'Green' },
        blue: { zh: '蓝牌（良好）', en: 'Blue' },
        yellow: { zh: '黄牌（警示）', en: 'Yellow' },
        red: { zh: '红牌（不良）', en: 'Red' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '112px',
    },
    { id: 'rater', label: { zh: '评定单位', en: 'Rated by' }, kind: unit, isRequired: true },
    {
      id: 'rated',
      label: { zh: '评定日期', en: 'Rated on' },
      kind: day,
      isRequired: true,
      isPublic: true,
      column: '104px',
    },
    { id: 'grounds', label: { zh: '评定依据', en: 'Grounds' }, kind: text(2000), isRequired: true },
    { id: 'banks', label: { zh: '推送机构', en: 'Told to' }, kind: words },
    { id: 'repair', label: { zh: '修复情况', en: 'Repair' }, kind: text(2000) },
    { id: 'validUntil', label: { zh: '有效期至', en: 'Valid until' }, kind: day, column: '104px' },
  ],
  called: 'rater',
  first: 'rated',
  stages: {
    rated: {
      label: { zh: '异议期', en: 'Time to object' },
      clock: { days: { choice: 'object-days' }, counts: 'working', from: 'rated', warnDays: 1 },
    },
    valid: {
      label: { zh: '已推送', en: 'Told to banks' },
      clock: { days: 0, counts: 'calendar', from: 'validUntil', warnDays: 30 },
    },
    objected: {
      label: { zh: '异议复核', en: 'Objected to' },
      clock: { days: { choice: 'answer-days' }, counts: 'working', warnDays: 2 },
    },
    ended: { label: { zh: '已失效', en: 'Ended' }, isFinal: true },
  },
  actions: {
    object: { label: { zh: '提出异议', en: 'Object' }, from: ['rated'], to: 'objected', needsReason: true },
    answer: {
      label: { zh: '复核', en: 'Answer' },
      from: ['objected'],
      to: 'rated',
      needs: ['level', 'rated', 'grounds'],
      needsEvidence: true,
      by: 'called',
    },
    push: {
      label: { zh: '推送金融机构', en: 'Tell banks' },
      from: ['rated'],
      to: 'valid',
      needs: ['banks', 'validUntil'],
    },
    repair: {
      label: { zh: '信用修复', en: 'Repair' },
      from: ['valid'],
      to: 'valid',
      needs: ['level', 'repair'],
      needsEvidence: true,
      by: 'called',
    },
    end: { label: { zh: '失效', en: 'End' }, from: ['valid'], to: 'ended' },
  },
  choices: [
    { id: 'object-days', label: { zh: '异议期限', en: 'Days to object' }, unit: '工作日', least: 3, most: 30 },
    { id: 'answer-days', label: { zh: '复核时限', en: 'Days to answer' }, unit: '工作日', least: 3, most: 60 },
  ],
  publicStages: ['valid'],
  parameters: {},
  cases: [
    {
      title: 'five working days to object; the fifth is in time',
      entry: { stage: 'rated', stageSince: '2026-11-02', data: { rated: '2026-11-02', level: 'blue' } },
      on: '2026-11-09',
      answers,
      expect: { dueOn: '2026-11-09', lamp: 'yellow', lacks: ['enterprise', 'year', 'rater', 'grounds'] },
    },
    {
      title: 'a rating that ended yesterday and was not renewed is overdue',
      entry: { stage: 'valid', stageSince: '2025-11-20', data: { validUntil: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'without the day it was rated nothing is due',
      entry: { stage: 'rated', stageSince: '2026-11-02', data: { year: '2026' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'level', 'rater', 'rated', 'grounds'] },
    },
  ],
});
