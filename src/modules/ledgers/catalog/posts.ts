import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { truth, unit } from '../kinds.ts';

const answers = { 'fill-days': 60 };

/** 岗位聘用. A post exists because it is needed; three things of a person are kept apart from the post before the contract is signed. */
export const posts = defineLedger({
  id: 'posts',
  label: { zh: '岗位聘用', en: 'Posts and appointments' },
  purpose: {
    zh: '开发区岗位设置、竞聘、三分离办理和聘期管理',
    en: 'Posts of the zone: set up, competed for, filled by contract, watched to the end of the term',
  },
  mechanisms: ['staff_mgmt'],
  source: [
    { document: '000', line: 2231 },
    { document: '004', line: 532 },
  ],
  name: { zh: '岗位', en: 'Post' },
  fields: [
    { id: 'unit', label: { zh: '用人机构', en: 'Unit' }, kind: unit, isRequired: true, column: 'minmax(120px, 1fr)' },
    {
      id: 'duty',
      label: { zh: '岗位职能', en: 'Duty' },
      kind: choice({
        promotion: { zh: '招商', en: 'Investment promotion' },
        service: { zh: '项目服务', en: 'Service to projects' },
        construction: { zh: '规划建设', en: 'Planning and building' },
        economy: { zh: '经济运行', en: 'Economy' },
        general: { zh: '综合', en: 'General' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    { id: 'need', label: { zh: '设岗理由', en: 'Why it is needed' }, kind: text(1000), isRequired: true },
    {
      id: 'opened',
      label: { zh: '设岗日期', en: 'Set up on' },
      kind: day,
      isRequired: true,
      isPublic: true,
      column: '104px',
    },
    {
      id: 'way',
      label: { zh: '聘用方式', en: 'Way' },
      kind: choice({
        competition: { zh: '竞争上岗', en: 'Competition' },
        open: { zh: '公开招聘', en: 'Open call' },
        chosen: { zh: '选聘', en: 'Chosen' },
      }),
      isFilter: true,
      isPublic: true,
    },
    { id: 'person', label: { zh: '聘用人员', en: 'Who' }, kind: text(60), isPublic: true, column: '96px' },
    { id: 'rankApart', label: { zh: '档案职务与岗位分离', en: 'Rank on file apart from the post' }, kind: truth },
    { id: 'payApart', label: { zh: '档案工资与薪酬分离', en: 'Pay on file apart from pay' }, kind: truth },
    { id: 'fileApart', label: { zh: '人事档案与合同分离', en: 'File apart from the contract' }, kind: truth },
    { id: 'salary', label: { zh: '年薪', en: 'Pay a year' }, kind: measure('万元') },
    { id: 'termEnd', label: { zh: '聘期至', en: 'Term until' }, kind: day, column: '104px' },
    { id: 'review', label: { zh: '聘期考核', en: 'Review of the term' }, kind: text(1000) },
  ],
  called: 'unit',
  first: 'vacant',
  stages: {
    vacant: {
      label: { zh: '空岗，待竞聘', en: 'Vacant' },
      clock: { days: { choice: 'fill-days' }, counts: 'calendar', from: 'opened', warnDays: 10 },
    },
    chosen: { label: { zh: '拟聘，待三分离', en: 'Chosen, to be set apart' } },
    separated: { label: { zh: '待签聘用合同', en: 'Contract to be signed' } },
    filled: {
      label: { zh: '在聘', en: 'Filled' },
      clock: { days: 0, counts: 'calendar', from: 'termEnd', warnDays: 60 },
    },
    abolished: { label: { zh: '撤岗', en: 'Abolished' }, isFinal: true },
  },
  actions: {
    choose: {
      label: { zh: '竞聘确定', en: 'Choose' },
      from: ['vacant'],
      to: 'chosen',
      needs: ['way', 'person'],
      needsEvidence: true,
      by: 'called',
    },
    separate: {
      label: { zh: '办理三分离', en: 'Set the three apart' },
      from: ['chosen'],
      to: 'separated',
      needs: ['rankApart', 'payApart', 'fileApart'],
    },
    appoint: {
      label: { zh: '签约聘用', en: 'Appoint' },
      from: ['separated'],
      to: 'filled',
      needs: ['salary', 'termEnd'],
      needsEvidence: true,
      by: 'decider',
    },
    renew: {
      label: { zh: '续聘', en: 'Renew' },
      from: ['filled'],
      to: 'filled',
      needs: ['review', 'termEnd'],
      by: 'decider',
    },
    leave: {
      label: { zh: '解聘，空岗', en: 'Leave' },
      from: ['filled'],
      to: 'vacant',
      needs: ['opened'],
      needsReason: true,
      by: 'decider',
    },
    abolish: {
      label: { zh: '撤岗', en: 'Abolish' },
      from: ['vacant'],
      to: 'abolished',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'fill-days', label: { zh: '空岗补聘时限', en: 'Days to fill a vacancy' }, unit: '天', least: 1, most: 365 },
  ],
  parameters: { 按需设岗: 'field:need', 按岗聘用: 'action:appoint', '3项': 'action:separate' },
  cases: [
    {
      title: 'sixty days after it was set up the post should be filled: the first of January is in time',
      entry: { stage: 'vacant', stageSince: '2026-11-02', data: { opened: '2026-11-02' } },
      on: '2027-01-01',
      answers,
      expect: { dueOn: '2027-01-01', lamp: 'yellow', lacks: ['unit', 'duty', 'need'] },
    },
    {
      title: 'a term that ended yesterday is overdue',
      entry: { stage: 'filled', stageSince: '2023-11-22', data: { termEnd: '2026-11-21' } },
      on: '2026-11-22',
      answers,
      expect: { dueOn: '2026-11-21', lamp: 'red' },
    },
    {
      title: 'a post without the day it was set up has no limit',
      entry: { stage: 'vacant', stageSince: '2026-11-02', data: { unit: 'a', duty: 'promotion' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['need', 'opened'] },
    },
  ],
});
