import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text, words } from '../../../core/register/kinds.ts';
import { project, truth, unit } from '../kinds.ts';

const answers = { 'supplement-days': 20, 'grace-days': 5 };

/** 容缺办理. The document says that papers may follow, and not when: the office sets the days, and whether there is a grace. */
export const tolerantFilings = defineLedger({
  id: 'tolerant-filings',
  label: { zh: '容缺办理', en: 'Papers that may follow' },
  purpose: {
    zh: '审批容缺受理的材料清单、告知承诺和限期补正',
    en: 'Approvals taken up while papers are lacking: which, promised by whom, and whether they came in time',
  },
  mechanisms: ['tolerance'],
  source: [
    { document: '004', line: 546 },
    { document: '004', line: 566 },
  ],
  name: { zh: '容缺事项', en: 'Case' },
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
      id: 'isKey',
      label: { zh: '重点项目', en: 'Key project' },
      kind: truth,
      isRequired: true,
      isFilter: true,
      column: '88px',
    },
    {
      id: 'approval',
      label: { zh: '审批服务事项', en: 'Approval' },
      kind: text(200),
      isRequired: true,
      column: 'minmax(140px, 1fr)',
    },
    { id: 'papers', label: { zh: '容缺材料', en: 'Papers that may follow' }, kind: words, isRequired: true },
    {
      id: 'promise',
      label: { zh: '承诺方式', en: 'Promise' },
      kind: choice({
        letter: { zh: '书面告知承诺', en: 'Written promise' },
        online: { zh: '网上告知承诺', en: 'Promise online' },
      }),
      isRequired: true,
    },
    { id: 'taken', label: { zh: '容缺受理日期', en: 'Taken up on' }, kind: day, isRequired: true, column: '112px' },
    {
      id: 'approver',
      label: { zh: '审批单位', en: 'Unit that approves' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'supplied', label: { zh: '补正日期', en: 'Came on' }, kind: day, column: '104px' },
    { id: 'outcome', label: { zh: '办理结果', en: 'Outcome' }, kind: text(1000) },
  ],
  called: 'approver',
  first: 'lacking',
  stages: {
    lacking: {
      label: { zh: '待补正', en: 'Papers to follow' },
      clock: { days: { choice: 'supplement-days' }, counts: 'working', from: 'taken', warnDays: 3 },
    },
    reminded: {
      label: { zh: '已催告', en: 'Reminded' },
      clock: { days: { choice: 'grace-days' }, counts: 'working', warnDays: 1 },
    },
    supplied: { label: { zh: '已补正，待核', en: 'Came, to be checked' } },
    approved: { label: { zh: '已办结', en: 'Approved' }, isFinal: true },
    withdrawn: { label: { zh: '撤销容缺', en: 'Taken back' }, isFinal: true },
  },
  actions: {
    supply: {
      label: { zh: '登记补正', en: 'Enter that they came' },
      from: ['lacking', 'reminded'],
      to: 'supplied',
      needs: ['supplied'],
      needsEvidence: true,
    },
    remind: { label: { zh: '催告', en: 'Remind' }, from: ['lacking'], to: 'reminded', by: 'called' },
    reject: {
      label: { zh: '补正不合要求', en: 'Not good enough' },
      from: ['supplied'],
      to: 'reminded',
      needsReason: true,
      by: 'called',
    },
    approve: {
      label: { zh: '核准办结', en: 'Approve' },
      from: ['supplied'],
      to: 'approved',
      needs: ['outcome'],
      by: 'called',
    },
    withdraw: {
      label: { zh: '撤销容缺决定', en: 'Take it back' },
      from: ['reminded'],
      to: 'withdrawn',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    {
      id: 'supplement-days',
      label: { zh: '补正时限', en: 'Days until they have to come' },
      unit: '工作日',
      least: 1,
      most: 120,
    },
    { id: 'grace-days', label: { zh: '催告宽限', en: 'Days after a reminder' }, unit: '工作日', least: 0, most: 30 },
  ],
  parameters: { 可容缺材料清单: 'field:papers', '补正时限(未给)': 'choice:supplement-days', 重点项目: 'field:isKey' },
  cases: [
    {
      title: 'twenty working days for the papers; the last Monday is in time',
      entry: { stage: 'lacking', stageSince: '2026-11-02', data: { taken: '2026-11-02', papers: ['环评批复'] } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['project', 'isKey', 'approval', 'promise', 'approver'] },
    },
    {
      title: 'reminded, and five working days later still nothing: overdue',
      entry: { stage: 'reminded', stageSince: '2026-11-02', data: { taken: '2026-10-08' } },
      on: '2026-11-10',
      answers,
      expect: { dueOn: '2026-11-09', lamp: 'red' },
    },
    {
      title: 'without its list of papers and its day a case lacks what it is about',
      entry: {
        stage: 'lacking',
        stageSince: '2026-11-02',
        data: { project: 'p', isKey: true, approval: '施工许可', approver: 'a', papers: [] },
      },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['papers', 'promise', 'taken'] },
    },
  ],
});
