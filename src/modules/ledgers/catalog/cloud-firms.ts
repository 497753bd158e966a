import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { count, enterprise, unit } from '../kinds.ts';

const answers = { 'start-days': 20 };

/** 工业互联网. Which firm connects what: inside network, cloud, machines; from the diagnosis to the acceptance. */
export const cloudFirms = defineLedger({
  id: 'cloud-firms',
  label: { zh: '工业互联网与上云', en: 'Firms on the industrial internet' },
  purpose: {
    zh: '企业内网改造、上云、设备联网、标杆工厂：诊断、实施、验收',
    en: 'Firms that connect networks, clouds and machines: diagnosed, carried out, accepted',
  },
  mechanisms: ['iiot'],
  source: [
    { document: '004', line: 284 },
    { document: '004', line: 316 },
  ],
  name: { zh: '联网项目', en: 'Firm' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(120px, 1fr)',
    },
    {
      id: 'kind',
      label: { zh: '内容', en: 'What' },
      kind: choice({
        network: { zh: '企业内网改造', en: 'Inside network' },
        platform: { zh: '工业互联网平台', en: 'Platform' },
        cloud: { zh: '企业上云', en: 'Cloud' },
        device: { zh: '入车间连设备', en: 'Machines' },
        model: { zh: '标杆工厂', en: 'Model factory' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'helper', label: { zh: '服务单位', en: 'Unit that helps' }, kind: unit, isRequired: true },
    { id: 'begun', label: { zh: '诊断日期', en: 'Diagnosed' }, kind: day, isRequired: true, column: '104px' },
    {
      id: 'devices',
      label: { zh: '应联设备（台）', en: 'Machines to connect' },
      kind: count,
      isRequired: true,
      column: '96px',
    },
    { id: 'connected', label: { zh: '已联设备（台）', en: 'Machines connected' }, kind: count, column: '96px' },
    { id: 'invest', label: { zh: '投入', en: 'Spent' }, kind: measure('万元'), column: '96px' },
    { id: 'doneBy', label: { zh: '完成期限', en: 'To be done by' }, kind: day, column: '104px' },
    { id: 'result', label: { zh: '验收意见', en: 'Acceptance' }, kind: text(1000) },
  ],
  called: 'helper',
  first: 'diagnosed',
  stages: {
    diagnosed: {
      label: { zh: '已诊断，待实施', en: 'Diagnosed' },
      clock: { days: { choice: 'start-days' }, counts: 'working', from: 'begun', warnDays: 5 },
    },
    running: {
      label: { zh: '实施中', en: 'Being carried out' },
      clock: { days: 0, counts: 'calendar', from: 'doneBy', warnDays: 15 },
    },
    accepted: { label: { zh: '已验收', en: 'Accepted' }, isFinal: true },
    dropped: { label: { zh: '不实施', en: 'Not done' }, isFinal: true },
  },
  actions: {
    start: { label: { zh: '启动实施', en: 'Start' }, from: ['diagnosed'], to: 'running', needs: ['doneBy'] },
    report: { label: { zh: '报告进度', en: 'Report' }, from: ['running'], to: 'running', needs: ['connected'] },
    accept: {
      label: { zh: '验收', en: 'Accept' },
      from: ['running'],
      to: 'accepted',
      needs: ['connected', 'result'],
      needsEvidence: true,
      by: 'called',
    },
    drop: { label: { zh: '不实施', en: 'Give up' }, from: ['diagnosed', 'running'], to: 'dropped', needsReason: true },
  },
  choices: [{ id: 'start-days', label: { zh: '启动时限', en: 'Days to start' }, unit: '工作日', least: 5, most: 250 }],
  measures: [
    {
      id: 'devices',
      label: { zh: '已联设备', en: 'Machines connected' },
      kind: 'sum',
      field: 'connected',
      unit: '台',
      every: 'standing',
      counts: { stages: ['running', 'accepted'] },
    },
  ],
  parameters: {},
  cases: [
    {
      title: 'twenty working days to start; the last is in time',
      entry: { stage: 'diagnosed', stageSince: '2026-11-02', data: { begun: '2026-11-02', kind: 'cloud' } },
      on: '2026-11-30',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'yellow', lacks: ['enterprise', 'helper', 'devices'] },
    },
    {
      title: 'not done by its day: overdue',
      entry: { stage: 'running', stageSince: '2026-01-05', data: { doneBy: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'none to connect is a number, nothing is not; without a day nothing is due',
      entry: { stage: 'running', stageSince: '2026-01-05', data: { devices: 0 } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'kind', 'helper', 'begun'] },
    },
  ],
});
