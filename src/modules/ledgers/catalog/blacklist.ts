import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'appeal-days': 15, 'repair-days': 10 };

/** 失信黑名单. Nobody is listed unheard, and nobody stays longer than the decision says: the last day is watched. */
export const blacklist = defineLedger({
  id: 'blacklist',
  label: { zh: '失信黑名单', en: 'Blacklist' },
  purpose: {
    zh: '失信主体的认定、申诉、公布、联合惩戒、信用修复和到期移出',
    en: 'Firms that broke their word: found, heard, made public, sanctioned by all, repaired, taken off in time',
  },
  mechanisms: ['blacklist'],
  source: [
    { document: '000', line: 2283 },
    { document: '001', line: 450 },
  ],
  name: { zh: '失信事项', en: 'Listing' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '失信主体', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'phase',
      label: { zh: '失信环节', en: 'Where' },
      kind: choice({
        entry: { zh: '准入', en: 'At entry' },
        running: { zh: '经营', en: 'While running' },
        exit: { zh: '退出', en: 'At exit' },
      }),
      isRequired: true,
      isFilter: true,
      isPublic: true,
      column: '80px',
    },
    { id: 'facts', label: { zh: '失信事实', en: 'Facts' }, kind: text(2000), isRequired: true, isPublic: true },
    {
      id: 'finder',
      label: { zh: '认定单位', en: 'Unit that found it' },
      kind: unit,
      isRequired: true,
      isPublic: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'notified', label: { zh: '告知日期', en: 'Told on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'appeal', label: { zh: '申诉和复核', en: 'Appeal and review' }, kind: text(2000) },
    { id: 'basis', label: { zh: '认定依据', en: 'Legal ground' }, kind: text(300), isPublic: true },
    { id: 'until', label: { zh: '公布期至', en: 'Listed until' }, kind: day, isPublic: true, column: '104px' },
    { id: 'sanctions', label: { zh: '联合惩戒措施', en: 'Joint sanctions' }, kind: text(1000), isPublic: true },
    { id: 'repair', label: { zh: '修复情况', en: 'What was repaired' }, kind: text(2000) },
  ],
  called: 'finder',
  first: 'notified',
  stages: {
    notified: {
      label: { zh: '已告知，申诉期', en: 'Told, may appeal' },
      clock: { days: { choice: 'appeal-days' }, counts: 'working', from: 'notified', warnDays: 3 },
    },
    listed: {
      label: { zh: '公布惩戒中', en: 'Listed' },
      clock: { days: 0, counts: 'calendar', from: 'until', warnDays: 30 },
    },
    repairing: {
      label: { zh: '申请修复', en: 'Asks to be taken off' },
      clock: { days: { choice: 'repair-days' }, counts: 'working', warnDays: 2 },
    },
    removed: { label: { zh: '已移出', en: 'Taken off' }, isFinal: true },
    revoked: { label: { zh: '不予列入', en: 'Not listed' }, isFinal: true },
  },
  actions: {
    list: {
      label: { zh: '列入并公布', en: 'List and make public' },
      from: ['notified'],
      to: 'listed',
      needs: ['basis', 'until', 'sanctions'],
      needsEvidence: true,
      by: 'decider',
    },
    revoke: {
      label: { zh: '申诉成立', en: 'The appeal is right' },
      from: ['notified'],
      to: 'revoked',
      needs: ['appeal'],
      needsReason: true,
      by: 'decider',
    },
    ask: {
      label: { zh: '受理修复申请', en: 'Take up a request' },
      from: ['listed'],
      to: 'repairing',
      needs: ['repair'],
      needsEvidence: true,
    },
    decline: {
      label: { zh: '不同意修复', en: 'Decline' },
      from: ['repairing'],
      to: 'listed',
      needsReason: true,
      by: 'called',
    },
    repair: {
      label: { zh: '同意修复移出', en: 'Take off: repaired' },
      from: ['repairing'],
      to: 'removed',
      needs: ['repair'],
      by: 'decider',
    },
    expire: { label: { zh: '到期移出', en: 'Take off: time is over' }, from: ['listed'], to: 'removed' },
  },
  choices: [
    { id: 'appeal-days', label: { zh: '申诉时限', en: 'Days to appeal' }, unit: '工作日', least: 3, most: 60 },
    {
      id: 'repair-days',
      label: { zh: '修复审核时限', en: 'Days to answer a request' },
      unit: '工作日',
      least: 1,
      most: 60,
    },
  ],
  publicStages: ['listed', 'repairing'],
  parameters: { 准入: 'field:phase.entry', 经营: 'field:phase.running', '退出 全过程': 'field:phase.exit' },
  cases: [
    {
      title: 'fifteen working days to appeal; the last is in time',
      entry: { stage: 'notified', stageSince: '2026-11-02', data: { notified: '2026-11-02' } },
      on: '2026-11-23',
      answers,
      expect: { dueOn: '2026-11-23', lamp: 'yellow', lacks: ['enterprise', 'phase', 'facts', 'finder'] },
    },
    {
      title: 'who is still listed the day after the last one is listed too long',
      entry: { stage: 'listed', stageSince: '2023-11-21', data: { until: '2026-11-21' } },
      on: '2026-11-22',
      answers,
      expect: { dueOn: '2026-11-21', lamp: 'red' },
    },
    {
      title: 'listed without a last day: nothing watches it',
      entry: {
        stage: 'listed',
        stageSince: '2023-11-21',
        data: { enterprise: 'e', phase: 'exit', facts: '…', finder: 'a' },
      },
      on: '2026-11-22',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['notified'] },
    },
  ],
});
