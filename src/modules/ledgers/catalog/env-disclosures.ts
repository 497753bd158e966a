import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

/** 环境信息公开. Which firm has to publish what by when, where it stands, and whether anybody doubted it. */
export const envDisclosures = defineLedger({
  id: 'env-disclosures',
  label: { zh: '企业环境信息公开', en: 'Environmental disclosure' },
  purpose: {
    zh: '企业环境信息：应公开事项、到期公开、核查、补正、社会监督',
    en: 'What firms have to publish about the environment: by a day, checked, corrected, open to doubt',
  },
  mechanisms: ['env_disclose'],
  source: [{ document: '004', line: 434 }],
  name: { zh: '公开事项', en: 'Disclosure' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: 'minmax(140px, 1fr)',
    },
    {
      id: 'content',
      label: { zh: '公开内容', en: 'Content' },
      kind: choice({
        year: { zh: '年度披露报告', en: 'Yearly report' },
        change: { zh: '临时披露', en: 'Report of a change' },
        monitor: { zh: '自行监测数据', en: 'Own measurements' },
        permit: { zh: '许可与处罚', en: 'Permits and penalties' },
        emergency: { zh: '应急预案', en: 'Emergency plan' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '112px',
    },
    {
      id: 'span',
      label: { zh: '所属期间', en: 'Period' },
      kind: text(40),
      isRequired: true,
      isPublic: true,
      column: '104px',
    },
    { id: 'due', label: { zh: '应公开日期', en: 'To be published by' }, kind: day, isRequired: true, column: '112px' },
    {
      id: 'watcher',
      label: { zh: '核查单位', en: 'Checked by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'publishedOn',
      label: { zh: '实际公开日期', en: 'Published on' },
      kind: day,
      isPublic: true,
      column: '112px',
    },
    { id: 'where', label: { zh: '公开网址或方式', en: 'Where' }, kind: text(300), isPublic: true },
    { id: 'finding', label: { zh: '核查意见', en: 'Opinion' }, kind: text(1000) },
  ],
  called: 'watcher',
  first: 'due',
  stages: {
    due: {
      label: { zh: '待公开', en: 'Not yet published' },
      clock: { days: 0, counts: 'calendar', from: 'due', warnDays: 15 },
    },
    published: {
      label: { zh: '已公开，待核查', en: 'Published, to be checked' },
      clock: { days: { choice: 'check-days' }, counts: 'working', from: 'publishedOn', warnDays: 3 },
    },
    correcting: {
      label: { zh: '补正中', en: 'Being corrected' },
      clock: { days: { choice: 'correct-days' }, counts: 'working', warnDays: 2 },
    },
    checked: { label: { zh: '核查通过', en: 'Checked' }, isFinal: true },
    exempt: { label: { zh: '免予公开', en: 'Exempt' }, isFinal: true },
  },
  actions: {
    publish: {
      label: { zh: '登记公开', en: 'Note the publication' },
      from: ['due', 'correcting'],
      to: 'published',
      needs: ['publishedOn', 'where'],
    },
    check: {
      label: { zh: '核查通过', en: 'Pass' },
      from: ['published'],
      to: 'checked',
      needs: ['finding'],
      by: 'called',
    },
    correct: {
      label: { zh: '责令补正', en: 'Have it corrected' },
      from: ['published'],
      to: 'correcting',
      needs: ['finding'],
      needsReason: true,
      by: 'called',
    },
    exempt: { label: { zh: '免予公开', en: 'Exempt' }, from: ['due'], to: 'exempt', needsReason: true, by: 'decider' },
  },
  choices: [
    { id: 'check-days', label: { zh: '核查时限', en: 'Days to check' }, unit: '工作日', least: 1, most: 60 },
    { id: 'correct-days', label: { zh: '补正时限', en: 'Days to correct' }, unit: '工作日', least: 1, most: 30 },
  ],
  publicStages: ['published', 'correcting', 'checked'],
  parameters: {},
  cases: [
    {
      title: 'published on the day on which it was due is in time',
      entry: { stage: 'due', stageSince: '2026-01-05', data: { due: '2026-03-15' } },
      on: '2026-03-15',
      answers: { 'check-days': 20, 'correct-days': 5 },
      expect: { dueOn: '2026-03-15', lamp: 'yellow' },
    },
    {
      title: 'told to correct it, and five working days later nothing has come',
      entry: { stage: 'correcting', stageSince: '2026-11-02', data: { due: '2026-10-15', publishedOn: '2026-10-15' } },
      on: '2026-11-10',
      answers: { 'check-days': 20, 'correct-days': 5 },
      expect: { dueOn: '2026-11-09', lamp: 'red' },
    },
    {
      title: 'without its day a disclosure is never due, and lacks it',
      entry: { stage: 'due', stageSince: '2026-01-05', data: { content: 'year', span: '2025' } },
      on: '2026-03-15',
      answers: { 'check-days': 20, 'correct-days': 5 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'due', 'watcher'] },
    },
  ],
});
