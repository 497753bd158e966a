import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { count, enterprise, unit } from '../kinds.ts';

const answers = { 'start-days': 60, 'report-days': 30 };

/** 委托培养. An agreement with a school has a beginning, an end, and people who stay: all three are followed. */
export const trainingAgreements = defineLedger({
  id: 'training-agreements',
  label: { zh: '人才委托培养', en: 'Training on commission' },
  purpose: {
    zh: '企业与院校的委托培养协议：开班、结业、留用情况',
    en: 'Agreements of firms with schools: begun, completed, and how many stayed',
  },
  mechanisms: ['talent_train'],
  source: [
    { document: '000', line: 2305 },
    { document: '001', line: 750 },
  ],
  name: { zh: '培养协议', en: 'Agreement' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '委托企业', en: 'Firm' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'school',
      label: { zh: '培养院校', en: 'School' },
      kind: text(200),
      isRequired: true,
      column: 'minmax(140px, 1fr)',
    },
    {
      id: 'kind',
      label: { zh: '培养类别', en: 'Kind' },
      kind: choice({
        management: { zh: '经营管理人才', en: 'Managers' },
        original: { zh: '原始创新人才', en: 'Researchers' },
        engineering: { zh: '工程化开发人才', en: 'Engineers' },
        skilled: { zh: '高技能人才', en: 'Highly skilled workers' },
      }),
      isRequired: true,
      isFilter: true,
      column: '128px',
    },
    { id: 'signed', label: { zh: '签约日期', en: 'Signed on' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'organiser',
      label: { zh: '组织单位', en: 'Unit that sees to it' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'planned', label: { zh: '计划培养（人）', en: 'People planned' }, kind: count, isRequired: true },
    { id: 'endsOn', label: { zh: '结业日期', en: 'Ends on' }, kind: day, column: '104px' },
    { id: 'fee', label: { zh: '培养经费', en: 'Fee' }, kind: measure('万元') },
    { id: 'completed', label: { zh: '实际结业（人）', en: 'People who completed it' }, kind: count },
    { id: 'stayed', label: { zh: '留用（人）', en: 'People who stayed' }, kind: count },
    { id: 'remarks', label: { zh: '培养评价', en: 'Remarks' }, kind: text(1000) },
  ],
  called: 'organiser',
  first: 'signed',
  stages: {
    signed: {
      label: { zh: '已签约，待开班', en: 'Signed' },
      clock: { days: { choice: 'start-days' }, counts: 'calendar', from: 'signed', warnDays: 10 },
    },
    running: {
      label: { zh: '培养中', en: 'Running' },
      clock: { days: { choice: 'report-days' }, counts: 'calendar', from: 'endsOn', warnDays: 15 },
    },
    completed: { label: { zh: '已结业', en: 'Completed' }, isFinal: true },
    ended: { label: { zh: '终止', en: 'Ended' }, isFinal: true },
  },
  actions: {
    start: {
      label: { zh: '登记开班', en: 'Enter the start' },
      from: ['signed'],
      to: 'running',
      needs: ['endsOn', 'fee'],
      needsEvidence: true,
      by: 'called',
    },
    extend: {
      label: { zh: '延期', en: 'Extend' },
      from: ['running'],
      to: 'running',
      needs: ['endsOn'],
      needsReason: true,
    },
    complete: {
      label: { zh: '报结业和留用', en: 'Report who completed it and stayed' },
      from: ['running'],
      to: 'completed',
      needs: ['completed', 'stayed'],
      needsEvidence: true,
      by: 'called',
    },
    end: {
      label: { zh: '终止协议', en: 'End' },
      from: ['signed', 'running'],
      to: 'ended',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'start-days', label: { zh: '开班时限', en: 'Days to start' }, unit: '天', least: 1, most: 365 },
    {
      id: 'report-days',
      label: { zh: '结业报告时限', en: 'Days to report afterwards' },
      unit: '天',
      least: 0,
      most: 180,
    },
  ],
  parameters: {
    经营管理: 'field:kind.management',
    原始创新: 'field:kind.original',
    工程化开发: 'field:kind.engineering',
    高技能: 'field:kind.skilled',
  },
  cases: [
    {
      title: 'sixty days after it was signed, on new year, is in time',
      entry: { stage: 'signed', stageSince: '2026-11-02', data: { signed: '2026-11-02' } },
      on: '2027-01-01',
      answers,
      expect: { dueOn: '2027-01-01', lamp: 'yellow', lacks: ['enterprise', 'school', 'kind', 'organiser', 'planned'] },
    },
    {
      title: 'a month after its end nobody has reported: overdue',
      entry: { stage: 'running', stageSince: '2026-03-02', data: { endsOn: '2026-10-20' } },
      on: '2026-11-20',
      answers,
      expect: { dueOn: '2026-11-19', lamp: 'red' },
    },
    {
      title: 'without its end an agreement has no limit',
      entry: {
        stage: 'running',
        stageSince: '2026-03-02',
        data: { enterprise: 'e', school: '职业学院', kind: 'skilled', organiser: 'a', planned: 30 },
      },
      on: '2026-11-20',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['signed'] },
    },
  ],
});
