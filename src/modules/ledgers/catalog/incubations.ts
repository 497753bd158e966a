import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { count, park, unit } from '../kinds.ts';

const answers = { 'settle-days': 30, 'grow-days': 1095 };

/** 孵化. A tenant climbs from the maker space to the science park, and does not stay on one rung for ever. */
export const incubations = defineLedger({
  id: 'incubations',
  label: { zh: '孵化企业', en: 'Incubated firms' },
  purpose: {
    zh: '在孵企业（团队）的入孵、辅导、晋级和毕业',
    en: 'Firms and teams that are incubated: let in, coached, moved up, graduated',
  },
  mechanisms: ['incubator'],
  source: [
    { document: '000', line: 1886 },
    { document: '001', line: 395 },
    { document: '003', line: 208 },
    { document: '004', line: 350 },
  ],
  name: { zh: '在孵企业', en: 'Tenant' },
  fields: [
    {
      id: 'level',
      label: { zh: '孵化层级', en: 'Rung' },
      kind: choice({
        maker: { zh: '众创空间', en: 'Maker space' },
        incubator: { zh: '孵化器', en: 'Incubator' },
        accelerator: { zh: '加速器', en: 'Accelerator' },
        park: { zh: '科技园区', en: 'Science park' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    {
      id: 'carrier',
      label: { zh: '载体', en: 'Place' },
      kind: text(200),
      isRequired: true,
      column: 'minmax(140px, 1fr)',
    },
    { id: 'park', label: { zh: '园区', en: 'Park' }, kind: park, isFilter: true },
    {
      id: 'operator',
      label: { zh: '运营单位', en: 'Unit that runs it' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'applied', label: { zh: '申请日期', en: 'Applied on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'entered', label: { zh: '入驻日期', en: 'Moved in on' }, kind: day, column: '104px' },
    { id: 'topic', label: { zh: '创业方向', en: 'What it makes' }, kind: text(200) },
    { id: 'people', label: { zh: '从业人员（人）', en: 'People' }, kind: count },
    { id: 'revenue', label: { zh: '上年收入', en: 'Revenue of last year' }, kind: measure('万元') },
    { id: 'titles', label: { zh: '知识产权（件）', en: 'Titles of intellectual property' }, kind: count },
    { id: 'coaching', label: { zh: '辅导情况', en: 'Coaching' }, kind: text(2000) },
    { id: 'destination', label: { zh: '毕业去向', en: 'Where it went' }, kind: text(200) },
  ],
  called: 'operator',
  first: 'applied',
  stages: {
    applied: {
      label: { zh: '待入驻', en: 'To move in' },
      clock: { days: { choice: 'settle-days' }, counts: 'calendar', from: 'applied', warnDays: 7 },
    },
    growing: {
      label: { zh: '在孵', en: 'Incubated' },
      clock: { days: { choice: 'grow-days' }, counts: 'calendar', from: 'entered', warnDays: 90 },
    },
    graduated: { label: { zh: '已毕业', en: 'Graduated' }, isFinal: true },
    left: { label: { zh: '退孵', en: 'Left' }, isFinal: true },
  },
  actions: {
    enter: {
      label: { zh: '登记入驻', en: 'Enter that it moved in' },
      from: ['applied'],
      to: 'growing',
      needs: ['entered', 'topic'],
      needsEvidence: true,
      by: 'called',
    },
    coach: {
      label: { zh: '登记辅导', en: 'Enter coaching' },
      from: ['growing'],
      to: 'growing',
      needs: ['coaching'],
      by: 'called',
    },
    climb: {
      label: { zh: '晋级入驻', en: 'Move up' },
      from: ['growing'],
      to: 'growing',
      needs: ['level', 'carrier', 'entered'],
      needsReason: true,
      by: 'called',
    },
    graduate: {
      label: { zh: '毕业', en: 'Graduate' },
      from: ['growing'],
      to: 'graduated',
      needs: ['revenue', 'destination'],
      needsEvidence: true,
    },
    leave: { label: { zh: '退孵', en: 'Leave' }, from: ['applied', 'growing'], to: 'left', needsReason: true },
  },
  choices: [
    { id: 'settle-days', label: { zh: '入驻审核时限', en: 'Days to let in' }, unit: '天', least: 1, most: 180 },
    { id: 'grow-days', label: { zh: '单级孵化期限', en: 'Days on one rung' }, unit: '天', least: 90, most: 2190 },
  ],
  parameters: { '4级': 'field:level' },
  cases: [
    {
      title: 'thirty days after the application, the last in time',
      entry: { stage: 'applied', stageSince: '2026-11-02', data: { applied: '2026-11-02' } },
      on: '2026-12-02',
      answers,
      expect: { dueOn: '2026-12-02', lamp: 'yellow', lacks: ['level', 'carrier', 'operator'] },
    },
    {
      title: 'three years on one rung are over: overdue',
      entry: { stage: 'growing', stageSince: '2023-11-10', data: { entered: '2023-11-01' } },
      on: '2026-11-01',
      answers,
      expect: { dueOn: '2026-10-31', lamp: 'red' },
    },
    {
      title: 'without the day it moved in its time cannot end',
      entry: { stage: 'growing', stageSince: '2023-11-10', data: { level: 'maker', carrier: '一号楼', operator: 'a' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['applied'] },
    },
  ],
});
