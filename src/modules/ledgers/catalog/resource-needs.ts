import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { project, unit } from '../kinds.ts';

const answers = { 'solve-days': 15 };

/** 原料保障. What a project burns or works up in a year against what is contracted; a gap goes to the unit that can close it. */
export const resourceNeeds = defineLedger({
  id: 'resource-needs',
  label: { zh: '原料资源保障', en: 'Supply of raw material' },
  purpose: {
    zh: '项目年消耗原料（秸秆、玉米、煤等）的供需缺口协调和年度复核',
    en: 'What projects need of straw, maize, coal in a year: gaps closed, the balance looked at again each year',
  },
  mechanisms: ['resource_coord'],
  source: [{ document: '000', line: 1580 }],
  name: { zh: '保障事项', en: 'Need' },
  fields: [
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'resource',
      label: { zh: '原料', en: 'Material' },
      kind: choice({
        straw: { zh: '秸秆', en: 'Straw' },
        maize: { zh: '玉米', en: 'Maize' },
        coal: { zh: '煤炭', en: 'Coal' },
        other: { zh: '其他', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      column: '80px',
    },
    {
      id: 'need',
      label: { zh: '年消耗量', en: 'Needed a year' },
      kind: measure('万吨'),
      isRequired: true,
      column: '104px',
    },
    { id: 'contracted', label: { zh: '已落实量', en: 'Contracted' }, kind: measure('万吨'), column: '104px' },
    { id: 'source', label: { zh: '供应来源', en: 'From where' }, kind: text(500) },
    {
      id: 'coordinator',
      label: { zh: '协调单位', en: 'Unit that coordinates' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'raised', label: { zh: '提出日期', en: 'Raised on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'measure', label: { zh: '协调措施', en: 'Measure' }, kind: text(2000) },
    { id: 'securedUntil', label: { zh: '保障期至', en: 'Secured until' }, kind: day, column: '104px' },
  ],
  called: 'coordinator',
  first: 'gap',
  stages: {
    gap: {
      label: { zh: '有缺口，待协调', en: 'A gap to close' },
      clock: { days: { choice: 'solve-days' }, counts: 'working', from: 'raised', warnDays: 3 },
    },
    secured: {
      label: { zh: '已保障', en: 'Secured' },
      clock: { days: 0, counts: 'calendar', from: 'securedUntil', warnDays: 60 },
    },
    closed: { label: { zh: '不再需要', en: 'Not needed any more' }, isFinal: true },
  },
  actions: {
    secure: {
      label: { zh: '落实供应', en: 'Secure' },
      from: ['gap'],
      to: 'secured',
      needs: ['contracted', 'source', 'measure', 'securedUntil'],
      needsEvidence: true,
      by: 'called',
    },
    renew: {
      label: { zh: '续签供应', en: 'Renew' },
      from: ['secured'],
      to: 'secured',
      needs: ['contracted', 'securedUntil'],
      needsEvidence: true,
      by: 'called',
    },
    reopen: {
      label: { zh: '出现缺口', en: 'A gap again' },
      from: ['secured'],
      to: 'gap',
      needs: ['raised'],
      needsReason: true,
    },
    close: { label: { zh: '不再需要', en: 'Close' }, from: ['gap', 'secured'], to: 'closed', needsReason: true },
  },
  choices: [
    { id: 'solve-days', label: { zh: '缺口协调时限', en: 'Days to close a gap' }, unit: '工作日', least: 1, most: 120 },
  ],
  parameters: { 年消耗秸秆24万吨: 'field:need' },
  cases: [
    {
      title: 'fifteen working days to close a gap; the last is in time',
      entry: { stage: 'gap', stageSince: '2026-11-02', data: { raised: '2026-11-02' } },
      on: '2026-11-23',
      answers,
      expect: { dueOn: '2026-11-23', lamp: 'yellow', lacks: ['project', 'resource', 'need', 'coordinator'] },
    },
    {
      title: 'supply that ended yesterday and was not renewed is overdue',
      entry: { stage: 'secured', stageSince: '2025-11-22', data: { securedUntil: '2026-11-21' } },
      on: '2026-11-22',
      answers,
      expect: { dueOn: '2026-11-21', lamp: 'red' },
    },
    {
      title: 'a gap without the day it was raised has no limit',
      entry: { stage: 'gap', stageSince: '2026-11-02', data: { project: 'p', resource: 'straw', coordinator: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['need', 'raised'] },
    },
  ],
});
