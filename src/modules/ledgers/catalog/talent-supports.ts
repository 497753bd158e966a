import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'award-limit': 50, 'examine-days': 15, 'pay-days': 60 };

/** 人才政策. The documents promise rewards and give no standard: the highest sum is decided before anybody can apply. */
export const talentSupports = defineLedger({
  id: 'talent-supports',
  label: { zh: '人才政策兑现', en: 'Support for talent' },
  purpose: {
    zh: '引进人才的支持申请、审核、审定、兑现和服务绿卡到期管理',
    en: 'Support for people who come: applied for, examined, decided, paid; and the green card watched to its end',
  },
  mechanisms: ['talent_policy'],
  source: [
    { document: '000', line: 2299 },
    { document: '001', line: 750 },
    { document: '003', line: 164 },
    { document: '004', line: 368 },
    { document: '004', line: 376 },
    { document: '004', line: 564 },
  ],
  name: { zh: '人才申请', en: 'Application' },
  fields: [
    { id: 'person', label: { zh: '人才姓名', en: 'Who' }, kind: text(60), isRequired: true, column: '96px' },
    {
      id: 'enterprise',
      label: { zh: '用人单位', en: 'Employer' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'rank',
      label: { zh: '人才层次', en: 'Rank' },
      kind: choice({
        top: { zh: '顶尖人才', en: 'Top' },
        leading: { zh: '领军人才及团队', en: 'Leading, with a team' },
        needed: { zh: '急需专业人才', en: 'Urgently needed' },
        skilled: { zh: '高技能人才', en: 'Highly skilled' },
      }),
      isRequired: true,
      isFilter: true,
      column: '128px',
    },
    {
      id: 'support',
      label: { zh: '支持类别', en: 'Support' },
      kind: choice({
        startup: { zh: '初创扶持', en: 'Start of a firm' },
        research: { zh: '科研资助', en: 'Research' },
        equity: { zh: '股权激励', en: 'Shares' },
        settling: { zh: '安家补助', en: 'Settling' },
        housing: { zh: '住房医疗', en: 'Housing and health' },
        school: { zh: '子女入学', en: 'School for the children' },
      }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    { id: 'applied', label: { zh: '申请日期', en: 'Applied on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'sum', label: { zh: '申请金额', en: 'Sum applied for' }, kind: measure('万元') },
    {
      id: 'examiner',
      label: { zh: '审核单位', en: 'Unit that examines' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'opinion', label: { zh: '审核意见', en: 'Opinion' }, kind: text(1000) },
    { id: 'granted', label: { zh: '审定金额', en: 'Sum granted' }, kind: measure('万元') },
    { id: 'card', label: { zh: '服务绿卡号', en: 'Green card' }, kind: text(40) },
    { id: 'cardUntil', label: { zh: '绿卡有效期至', en: 'Card valid until' }, kind: day },
  ],
  called: 'examiner',
  first: 'applied',
  stages: {
    applied: {
      label: { zh: '待审核', en: 'To be examined' },
      clock: { days: { choice: 'examine-days' }, counts: 'working', from: 'applied', warnDays: 3 },
    },
    examined: { label: { zh: '待审定', en: 'To be decided' } },
    granted: {
      label: { zh: '待兑现', en: 'To be paid' },
      clock: { days: { choice: 'pay-days' }, counts: 'calendar', warnDays: 10 },
    },
    served: {
      label: { zh: '已兑现，绿卡有效', en: 'Paid, card valid' },
      clock: { days: 0, counts: 'calendar', from: 'cardUntil', warnDays: 60 },
    },
    closed: { label: { zh: '已结束', en: 'Closed' }, isFinal: true },
    refused: { label: { zh: '不予支持', en: 'Refused' }, isFinal: true },
  },
  actions: {
    examine: {
      label: { zh: '报审核意见', en: 'Report the opinion' },
      from: ['applied'],
      to: 'examined',
      needs: ['opinion'],
      by: 'called',
    },
    grant: {
      label: { zh: '审定', en: 'Grant' },
      from: ['examined'],
      to: 'granted',
      needs: ['granted'],
      needsEvidence: true,
      by: 'decider',
    },
    refuse: {
      label: { zh: '不予支持', en: 'Refuse' },
      from: ['examined'],
      to: 'refused',
      needsReason: true,
      by: 'decider',
    },
    pay: {
      label: { zh: '登记兑现、发卡', en: 'Enter payment and card' },
      from: ['granted'],
      to: 'served',
      needs: ['card', 'cardUntil'],
      needsEvidence: true,
    },
    renew: { label: { zh: '绿卡续期', en: 'Renew the card' }, from: ['served'], to: 'served', needs: ['cardUntil'] },
    close: { label: { zh: '结束', en: 'Close' }, from: ['served'], to: 'closed', needsReason: true },
  },
  choices: [
    {
      id: 'award-limit',
      label: { zh: '单项支持上限', en: 'Highest sum of one support' },
      unit: '万元',
      least: 0,
      most: 10_000,
    },
    { id: 'examine-days', label: { zh: '审核时限', en: 'Days to examine' }, unit: '工作日', least: 1, most: 60 },
    { id: 'pay-days', label: { zh: '兑现时限', en: 'Days to pay' }, unit: '天', least: 1, most: 365 },
  ],
  parameters: { '奖励与保障（未给标准）': 'choice:award-limit', '6类': 'field:support' },
  cases: [
    {
      title: 'fifteen working days to examine; the last is in time',
      entry: { stage: 'applied', stageSince: '2026-11-02', data: { applied: '2026-11-02' } },
      on: '2026-11-23',
      answers,
      expect: { dueOn: '2026-11-23', lamp: 'yellow', lacks: ['person', 'enterprise', 'rank', 'support', 'examiner'] },
    },
    {
      title: 'granted and not paid within sixty days: overdue',
      entry: { stage: 'granted', stageSince: '2026-09-01', data: { applied: '2026-07-01' } },
      on: '2026-11-01',
      answers,
      expect: { dueOn: '2026-10-31', lamp: 'red' },
    },
    {
      title: 'without the day of the application nothing is due',
      entry: {
        stage: 'applied',
        stageSince: '2026-11-02',
        data: { person: '赵', enterprise: 'e', rank: 'top', examiner: 'a' },
      },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['support', 'applied'] },
    },
  ],
});
