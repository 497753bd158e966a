import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'publish-days': 10, 'match-days': 90 };

/** 企业出题、院所解题. The question is published, an institute takes it, the government helps: until the firm says it is solved. */
export const technologyNeeds = defineLedger({
  id: 'technology-needs',
  label: { zh: '技术需求揭榜', en: 'Questions of technology' },
  purpose: {
    zh: '企业技术难题的发布、院所揭榜、政府助题和企业验收',
    en: 'Questions that firms set and institutes solve: published, taken, helped with, accepted by the firm',
  },
  mechanisms: ['tech_match'],
  source: [{ document: '004', line: 360 }],
  name: { zh: '技术难题', en: 'Question' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '出题企业', en: 'Firm that asks' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    { id: 'asked', label: { zh: '出题日期', en: 'Asked on' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'field',
      label: { zh: '技术领域', en: 'Field' },
      kind: choice({
        material: { zh: '新材料', en: 'Materials' },
        equipment: { zh: '装备制造', en: 'Equipment' },
        biology: { zh: '生物医药', en: 'Biology and medicine' },
        food: { zh: '食品农业', en: 'Food and farming' },
        information: { zh: '信息技术', en: 'Information' },
        energy: { zh: '能源环保', en: 'Energy and environment' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '96px',
    },
    {
      id: 'question',
      label: { zh: '难题描述', en: 'The question' },
      kind: text(2000),
      isRequired: true,
      isPublic: true,
    },
    { id: 'budget', label: { zh: '企业出资', en: 'What the firm pays' }, kind: measure('万元'), isPublic: true },
    {
      id: 'helper',
      label: { zh: '助题单位', en: 'Unit that helps' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'institute', label: { zh: '解题院所', en: 'Who solves it' }, kind: text(200), isPublic: true },
    { id: 'solveBy', label: { zh: '约定完成日', en: 'To be solved by' }, kind: day, column: '104px' },
    { id: 'subsidy', label: { zh: '政府助题资金', en: 'What the government adds' }, kind: measure('万元') },
    { id: 'result', label: { zh: '解题成果', en: 'Result' }, kind: text(2000) },
  ],
  called: 'helper',
  first: 'asked',
  stages: {
    asked: {
      label: { zh: '待发布', en: 'To be published' },
      clock: { days: { choice: 'publish-days' }, counts: 'working', from: 'asked', warnDays: 2 },
    },
    published: {
      label: { zh: '已发布，待揭榜', en: 'Published' },
      clock: { days: { choice: 'match-days' }, counts: 'calendar', warnDays: 15 },
    },
    solving: {
      label: { zh: '解题中', en: 'Being solved' },
      clock: { days: 0, counts: 'calendar', from: 'solveBy', warnDays: 30 },
    },
    solved: { label: { zh: '企业已验收', en: 'Accepted by the firm' }, isFinal: true },
    withdrawn: { label: { zh: '撤题', en: 'Withdrawn' }, isFinal: true },
  },
  actions: {
    publish: {
      label: { zh: '发布', en: 'Publish' },
      from: ['asked'],
      to: 'published',
      needs: ['question', 'budget'],
      by: 'called',
    },
    match: {
      label: { zh: '登记揭榜', en: 'Enter who takes it' },
      from: ['published'],
      to: 'solving',
      needs: ['institute', 'solveBy'],
      needsEvidence: true,
      by: 'called',
    },
    help: {
      label: { zh: '登记助题', en: 'Enter help' },
      from: ['solving'],
      to: 'solving',
      needs: ['subsidy'],
      by: 'called',
    },
    again: {
      label: { zh: '未解，再发布', en: 'Not solved: publish again' },
      from: ['solving'],
      to: 'published',
      needsReason: true,
    },
    accept: {
      label: { zh: '企业验收', en: 'Accept' },
      from: ['solving'],
      to: 'solved',
      needs: ['result'],
      needsEvidence: true,
    },
    withdraw: {
      label: { zh: '撤题', en: 'Withdraw' },
      from: ['asked', 'published'],
      to: 'withdrawn',
      needsReason: true,
    },
  },
  choices: [
    { id: 'publish-days', label: { zh: '发布时限', en: 'Days to publish' }, unit: '工作日', least: 1, most: 60 },
    { id: 'match-days', label: { zh: '揭榜期限', en: 'Days until taken' }, unit: '天', least: 7, most: 365 },
  ],
  publicStages: ['published', 'solving', 'solved'],
  parameters: {},
  cases: [
    {
      title: 'ten working days until it is published; the last is in time',
      entry: { stage: 'asked', stageSince: '2026-11-02', data: { asked: '2026-11-02' } },
      on: '2026-11-16',
      answers,
      expect: { dueOn: '2026-11-16', lamp: 'yellow', lacks: ['enterprise', 'field', 'question', 'helper'] },
    },
    {
      title: 'not solved the day after it was promised: overdue',
      entry: { stage: 'solving', stageSince: '2026-03-02', data: { solveBy: '2026-11-21' } },
      on: '2026-11-22',
      answers,
      expect: { dueOn: '2026-11-21', lamp: 'red' },
    },
    {
      title: 'a question without its day has no limit',
      entry: { stage: 'asked', stageSince: '2026-11-02', data: { enterprise: 'e', field: 'energy', helper: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['asked', 'question'] },
    },
  ],
});
