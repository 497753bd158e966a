import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, project, unit } from '../kinds.ts';

/** 环境违法整治. What was found, what was imposed, step by step, and whether the firm meets the standards again. */
export const envViolations = defineLedger({
  id: 'env-violations',
  label: { zh: '环境违法整治', en: 'Environmental offences' },
  purpose: {
    zh: '环境违法和整治任务：立案、责令改正、逐级处罚、复查、限停产或关闭',
    en: 'Offences and yearly tasks: opened, ordered to stop, punished by degrees, checked again, shut in the end',
  },
  mechanisms: ['env_enforce'],
  source: [
    { document: '004', line: 414 },
    { document: '004', line: 434 },
  ],
  name: { zh: '案件', en: 'Case' },
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
    { id: 'project', label: { zh: '项目', en: 'Project' }, kind: project },
    {
      id: 'origin',
      label: { zh: '来源', en: 'Found by' },
      kind: choice({
        task: { zh: '年度整治任务未完成', en: 'Yearly task not done' },
        inspection: { zh: '抽查检查', en: 'Inspection' },
        monitor: { zh: '在线监测', en: 'Monitoring' },
        complaint: { zh: '举报', en: 'Complaint' },
      }),
      isRequired: true,
      isFilter: true,
      column: '128px',
    },
    { id: 'foundOn', label: { zh: '发现日期', en: 'Found on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'facts', label: { zh: '违法事实', en: 'Facts' }, kind: text(2000), isRequired: true },
    {
      id: 'enforcer',
      label: { zh: '执法单位', en: 'Enforced by' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'order', label: { zh: '责令改正文号', en: 'Number of the order' }, kind: text(60) },
    { id: 'correctBy', label: { zh: '改正期限', en: 'To be put right by' }, kind: day, column: '104px' },
    {
      id: 'penalty',
      label: { zh: '处罚措施', en: 'Penalty' },
      kind: choice({
        fine: { zh: '罚款', en: 'Fine' },
        daily: { zh: '按日连续处罚', en: 'Fine for every day' },
        seal: { zh: '查封扣押', en: 'Sealed or seized' },
        limit: { zh: '限产停产', en: 'Limited or stopped' },
        shut: { zh: '停业关闭', en: 'Shut down' },
      }),
      isFilter: true,
      isPublic: true,
      column: '112px',
    },
    { id: 'fine', label: { zh: '罚款金额', en: 'Fine' }, kind: measure('万元'), isPublic: true, column: '96px' },
    { id: 'recheck', label: { zh: '复查结果', en: 'Second check' }, kind: text(1000), isPublic: true },
  ],
  called: 'enforcer',
  first: 'found',
  stages: {
    found: {
      label: { zh: '待责令改正', en: 'Found' },
      clock: { days: { choice: 'order-days' }, counts: 'working', from: 'foundOn', warnDays: 1 },
    },
    ordered: {
      label: { zh: '限期改正', en: 'Ordered to put right' },
      clock: { days: 0, counts: 'calendar', from: 'correctBy', warnDays: 5 },
    },
    punished: {
      label: { zh: '已处罚，待复查', en: 'Punished' },
      clock: { days: { choice: 'recheck-days' }, counts: 'calendar', warnDays: 5 },
    },
    closed: { label: { zh: '稳定达标，结案', en: 'Meets the standards' }, isFinal: true },
    shut: { label: { zh: '已关闭或淘汰', en: 'Shut' }, isFinal: true },
  },
  actions: {
    order: {
      label: { zh: '责令改正', en: 'Order' },
      from: ['found'],
      to: 'ordered',
      needs: ['order', 'correctBy'],
      needsEvidence: true,
      by: 'called',
    },
    punish: {
      label: { zh: '处罚', en: 'Punish' },
      from: ['ordered', 'punished'],
      to: 'punished',
      needs: ['penalty'],
      needsEvidence: true,
      by: 'called',
    },
    close: {
      label: { zh: '复查达标，结案', en: 'Close' },
      from: ['ordered', 'punished'],
      to: 'closed',
      needs: ['recheck'],
      needsEvidence: true,
    },
    shut: {
      label: { zh: '报政府批准关闭', en: 'Shut by decision of the government' },
      from: ['punished'],
      to: 'shut',
      needs: ['penalty', 'recheck'],
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'order-days', label: { zh: '责令改正时限', en: 'Days to order' }, unit: '工作日', least: 1, most: 30 },
    {
      id: 'recheck-days',
      label: { zh: '复查期限', en: 'Days until the second check' },
      unit: '天',
      least: 1,
      most: 180,
    },
  ],
  publicStages: ['punished', 'closed', 'shut'],
  parameters: {
    年度环境整治任务: 'field:origin.task',
    按日连续: 'field:penalty.daily',
    查封扣押: 'field:penalty.seal',
    限产停产: 'field:penalty.limit',
    停业关闭: 'action:shut',
  },
  cases: [
    {
      title: 'five working days to order; the fifth is in time',
      entry: { stage: 'found', stageSince: '2026-11-02', data: { foundOn: '2026-11-02' } },
      on: '2026-11-09',
      answers: { 'order-days': 5, 'recheck-days': 30 },
      expect: { dueOn: '2026-11-09', lamp: 'yellow' },
    },
    {
      title: 'not put right by the day ordered: the next step is overdue',
      entry: { stage: 'ordered', stageSince: '2026-10-12', data: { foundOn: '2026-10-12', correctBy: '2026-11-12' } },
      on: '2026-11-13',
      answers: { 'order-days': 5, 'recheck-days': 30 },
      expect: { dueOn: '2026-11-12', lamp: 'red' },
    },
    {
      title: 'a case without firm, facts and day cannot be opened',
      entry: { stage: 'found', stageSince: '2026-11-02', data: { origin: 'task' } },
      on: '2026-11-09',
      answers: { 'order-days': 5, 'recheck-days': 30 },
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'foundOn', 'facts', 'enforcer'] },
    },
  ],
});
