import { defineLedger } from '../../../core/ledger/ledger.ts';
import { day, text, words } from '../../../core/register/kinds.ts';
import { count } from '../kinds.ts';

/** 双随机、一公开. Objects and inspectors are drawn from lists by a public seed, and what was found is published. */
export const randomChecks = defineLedger({
  id: 'random-checks',
  label: { zh: '双随机抽查', en: 'Random inspections' },
  purpose: {
    zh: '随机抽取检查对象、随机选派检查人员，抽查情况和结果公开；种子公布，任何人可复算',
    en: 'Objects and inspectors drawn at random, results published; with the public seed anybody can draw again',
  },
  mechanisms: ['double_random'],
  source: [{ document: '004', line: 434 }],
  name: { zh: '抽查事项', en: 'Random inspection' },
  fields: [
    {
      id: 'on',
      label: { zh: '抽取日期', en: 'Day of the draw' },
      kind: day,
      isRequired: true,
      isPublic: true,
      isFrozen: true,
      column: '104px',
    },
    { id: 'objects', label: { zh: '检查对象名录', en: 'Objects' }, kind: words, isRequired: true, isFrozen: true },
    {
      id: 'inspectors',
      label: { zh: '检查人员名录', en: 'Inspectors' },
      kind: words,
      isRequired: true,
      isFrozen: true,
    },
    {
      id: 'conflicts',
      label: { zh: '回避', en: 'Who must not look at what' },
      kind: words,
      isFrozen: true,
      hint: { zh: '如：周平：乙厂', en: 'as: 周平：乙厂' },
    },
    {
      id: 'draws',
      label: { zh: '抽取对象数', en: 'Objects to draw' },
      kind: count,
      isRequired: true,
      isFrozen: true,
      column: '96px',
    },
    {
      id: 'each',
      label: { zh: '每个对象人数', en: 'Inspectors for each' },
      kind: count,
      isRequired: true,
      isFrozen: true,
      column: '110px',
    },
    {
      id: 'seed',
      label: { zh: '种子', en: 'Seed' },
      kind: text(200),
      isPublic: true,
      movesBy: { zh: '由抽取得出', en: 'Filled by the draw' },
      column: '140px',
    },
    {
      id: 'digest',
      label: { zh: '名录摘要', en: 'Digest of the lists' },
      kind: text(64),
      isPublic: true,
      movesBy: { zh: '由抽取得出', en: 'Filled by the draw' },
    },
    {
      id: 'result',
      label: { zh: '抽取结果', en: 'Drawn' },
      kind: text(20_000),
      isPublic: true,
      movesBy: { zh: '由抽取得出', en: 'Filled by the draw' },
    },
    { id: 'findings', label: { zh: '检查结果', en: 'What was found' }, kind: text(4000), isPublic: true },
  ],
  first: 'prepared',
  stages: {
    prepared: {
      label: { zh: '待抽取', en: 'To be drawn' },
      clock: { days: 0, counts: 'calendar', from: 'on', warnDays: 3 },
    },
    drawn: {
      label: { zh: '已抽取，检查中', en: 'Drawn, under inspection' },
      clock: { days: { choice: 'check-days' }, counts: 'working', warnDays: 3 },
    },
    checked: {
      label: { zh: '待公开', en: 'To be published' },
      clock: { days: { choice: 'publish-days' }, counts: 'working', warnDays: 2 },
    },
    published: { label: { zh: '已公开', en: 'Published' }, isFinal: true },
    cancelled: { label: { zh: '取消', en: 'Cancelled' }, isFinal: true },
  },
  actions: {
    draw: {
      label: { zh: '抽取', en: 'Draw' },
      from: ['prepared'],
      to: 'drawn',
      needs: ['objects', 'inspectors', 'seed', 'digest', 'result'],
      through: 'draw',
    },
    report: {
      label: { zh: '报告检查结果', en: 'Report what was found' },
      from: ['drawn'],
      to: 'checked',
      needs: ['findings'],
      needsEvidence: true,
    },
    publish: { label: { zh: '公开', en: 'Publish' }, from: ['checked'], to: 'published', by: 'decider' },
    cancel: { label: { zh: '取消', en: 'Cancel' }, from: ['prepared'], to: 'cancelled', needsReason: true },
  },
  choices: [
    { id: 'check-days', label: { zh: '检查时限', en: 'Days to inspect' }, unit: '工作日', least: 1, most: 120 },
    { id: 'publish-days', label: { zh: '公开时限', en: 'Days to publish' }, unit: '工作日', least: 1, most: 30 },
  ],
  publicStages: ['published'],
  parameters: {},
  cases: [
    {
      title: 'on the day of the draw it is in time, and says what it lacks',
      entry: { stage: 'prepared', stageSince: '2026-11-16', data: { on: '2026-11-20', objects: ['甲厂'] } },
      on: '2026-11-20',
      answers: { 'check-days': 20, 'publish-days': 5 },
      expect: { dueOn: '2026-11-20', lamp: 'yellow', lacks: ['inspectors', 'draws', 'each'] },
    },
    {
      title: 'results that were not published in five working days are overdue',
      entry: { stage: 'checked', stageSince: '2026-11-13', data: {} },
      on: '2026-11-21',
      answers: { 'check-days': 20, 'publish-days': 5 },
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'while nobody has decided how long an inspection may take, nothing is due',
      entry: { stage: 'drawn', stageSince: '2026-11-13', data: {} },
      on: '2026-12-31',
      answers: {},
      expect: { dueOn: null, lamp: 'grey' },
    },
  ],
});
