import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { project, unit } from '../kinds.ts';

const answers = { 'confirm-days': 5, 'correct-days': 5 };

/** 两个双重推进. What the level below says of a project is confirmed by the level above, or sent back with the reason. */
export const dualConfirmations = defineLedger({
  id: 'dual-confirmations',
  label: { zh: '双重推进确认', en: 'Two-level confirmation' },
  purpose: {
    zh: '省与市、市与县两层推进：下级报告、上级核实确认、退回补正',
    en: 'Province and city, city and county push together: the lower reports, the upper confirms or sends back',
  },
  mechanisms: ['dual_push'],
  source: [{ document: '002', line: 102 }],
  name: { zh: '确认事项', en: 'Confirmation' },
  fields: [
    {
      id: 'project',
      label: { zh: '项目', en: 'Project' },
      kind: project,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'level',
      label: { zh: '推进层级', en: 'Levels' },
      kind: choice({
        province: { zh: '省—市（地）', en: 'Province and city' },
        city: { zh: '市（地）—县（市）', en: 'City and county' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'period', label: { zh: '期别', en: 'Period' }, kind: text(20), isRequired: true, column: '88px' },
    { id: 'reported', label: { zh: '报告日期', en: 'Reported on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'progress', label: { zh: '进展与形象进度', en: 'Progress' }, kind: text(2000), isRequired: true },
    {
      id: 'upper',
      label: { zh: '上级推进单位', en: 'Unit above' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'finding', label: { zh: '核实意见', en: 'Finding' }, kind: text(2000) },
  ],
  called: 'upper',
  first: 'reported',
  stages: {
    reported: {
      label: { zh: '待上级核实', en: 'To be confirmed' },
      clock: { days: { choice: 'confirm-days' }, counts: 'working', from: 'reported', warnDays: 2 },
    },
    returned: {
      label: { zh: '退回补正', en: 'Sent back' },
      clock: { days: { choice: 'correct-days' }, counts: 'working', warnDays: 1 },
    },
    confirmed: { label: { zh: '已确认', en: 'Confirmed' }, isFinal: true },
  },
  actions: {
    confirm: {
      label: { zh: '核实确认', en: 'Confirm' },
      from: ['reported'],
      to: 'confirmed',
      needs: ['finding'],
      by: 'called',
    },
    return: {
      label: { zh: '退回补正', en: 'Send back' },
      from: ['reported'],
      to: 'returned',
      needs: ['finding'],
      needsReason: true,
      by: 'called',
    },
    resubmit: {
      label: { zh: '补正重报', en: 'Report again' },
      from: ['returned'],
      to: 'reported',
      needs: ['reported', 'progress'],
    },
  },
  choices: [
    { id: 'confirm-days', label: { zh: '核实时限', en: 'Days to confirm' }, unit: '工作日', least: 1, most: 30 },
    { id: 'correct-days', label: { zh: '补正时限', en: 'Days to correct' }, unit: '工作日', least: 1, most: 15 },
  ],
  parameters: { '2层': 'field:level' },
  cases: [
    {
      title: 'five working days to confirm; the fifth is in time',
      entry: { stage: 'reported', stageSince: '2026-11-02', data: { reported: '2026-11-02', level: 'city' } },
      on: '2026-11-09',
      answers,
      expect: { dueOn: '2026-11-09', lamp: 'yellow', lacks: ['project', 'period', 'progress', 'upper'] },
    },
    {
      title: 'sent back and not corrected in five working days: overdue',
      entry: { stage: 'returned', stageSince: '2026-11-02', data: {} },
      on: '2026-11-10',
      answers,
      expect: { dueOn: '2026-11-09', lamp: 'red' },
    },
    {
      title: 'a report without its day is never due',
      entry: { stage: 'reported', stageSince: '2026-11-02', data: { level: 'province' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['project', 'period', 'reported', 'progress', 'upper'] },
    },
  ],
});
