import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text, words } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';
import { point } from '../point.ts';

/** 安全隐患与责任. A hazard has leaders of party and government, a department and a firm that answer for it, by name. */
export const safetyHazards = defineLedger({
  id: 'safety-hazards',
  label: { zh: '安全隐患', en: 'Safety hazards' },
  purpose: {
    zh: '安全生产隐患：排查、定责任人、限期整改、验收销号、失职追责',
    en: 'Hazards: found, given to people by name, put right in time, verified; who failed answers for it',
  },
  mechanisms: ['safety_resp'],
  source: [{ document: '004', line: 436 }],
  name: { zh: '隐患', en: 'Hazard' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业或场所', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(140px, 1fr)',
    },
    {
      id: 'sector',
      label: { zh: '领域', en: 'Sector' },
      kind: choice({
        chemicals: { zh: '危险化学品', en: 'Chemicals' },
        coal: { zh: '煤炭', en: 'Coal' },
        building: { zh: '建筑工地', en: 'Building sites' },
        traffic: { zh: '交通运输', en: 'Transport' },
        fire: { zh: '消防', en: 'Fire' },
        food: { zh: '食品药品', en: 'Food and drugs' },
        other: { zh: '其他', en: 'Other' },
      }),
      isRequired: true,
      isFilter: true,
      column: '104px',
    },
    {
      id: 'grade',
      label: { zh: '隐患等级', en: 'Grade' },
      kind: choice({ major: { zh: '重大隐患', en: 'Major' }, common: { zh: '一般隐患', en: 'Common' } }),
      isRequired: true,
      isFilter: true,
      column: '96px',
    },
    { id: 'foundOn', label: { zh: '排查日期', en: 'Found on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'facts', label: { zh: '隐患情况', en: 'What it is' }, kind: text(2000), isRequired: true },
    {
      id: 'at',
      label: { zh: '坐标', en: 'Coordinates' },
      kind: point,
      hint: { zh: '经度, 纬度', en: 'longitude, latitude' },
    },
    { id: 'leaders', label: { zh: '党政负责人', en: 'Leaders of party and government' }, kind: words },
    { id: 'postHolder', label: { zh: '岗位安全责任人', en: 'Holder of the post' }, kind: text(60), column: '112px' },
    {
      id: 'regulator',
      label: { zh: '监管部门', en: 'Department' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'others', label: { zh: '协同部门', en: 'Departments that help' }, kind: words },
    { id: 'correctBy', label: { zh: '整改期限', en: 'To be put right by' }, kind: day, column: '104px' },
    { id: 'measure', label: { zh: '整改情况', en: 'What was put right' }, kind: text(2000) },
    { id: 'blame', label: { zh: '追责结果', en: 'Who answered for it' }, kind: text(1000) },
  ],
  called: 'regulator',
  place: 'at',
  first: 'found',
  stages: {
    found: {
      label: { zh: '待定责', en: 'Nobody named yet' },
      clock: { days: { choice: 'name-days' }, counts: 'calendar', from: 'foundOn', warnDays: 0 },
    },
    correcting: {
      label: { zh: '整改中', en: 'Being put right' },
      clock: { days: 0, counts: 'calendar', from: 'correctBy', warnDays: 3 },
    },
    corrected: {
      label: { zh: '待验收', en: 'To be verified' },
      clock: { days: { choice: 'verify-days' }, counts: 'working', warnDays: 1 },
    },
    closed: { label: { zh: '已销号', en: 'Closed' }, isFinal: true },
    blamed: { label: { zh: '已追责', en: 'Answered for' }, isFinal: true },
  },
  actions: {
    name: {
      label: { zh: '明确责任和期限', en: 'Name who answers' },
      from: ['found'],
      to: 'correcting',
      needs: ['leaders', 'postHolder', 'others', 'correctBy'],
      by: 'called',
    },
    correct: {
      label: { zh: '报告整改', en: 'Report' },
      from: ['correcting'],
      to: 'corrected',
      needs: ['measure'],
      needsEvidence: true,
      by: 'called',
    },
    verify: { label: { zh: '验收销号', en: 'Verify' }, from: ['corrected'], to: 'closed', needsEvidence: true },
    reopen: {
      label: { zh: '整改不到位，退回', en: 'Send back' },
      from: ['corrected'],
      to: 'correcting',
      needs: ['correctBy'],
      needsReason: true,
    },
    blame: {
      label: { zh: '失职追责', en: 'Hold to account' },
      from: ['correcting', 'corrected'],
      to: 'blamed',
      needs: ['blame'],
      needsReason: true,
      needsEvidence: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'name-days', label: { zh: '定责时限', en: 'Days to name who answers' }, unit: '天', least: 0, most: 10 },
    { id: 'verify-days', label: { zh: '验收时限', en: 'Days to verify' }, unit: '工作日', least: 1, most: 30 },
  ],
  parameters: {
    党政同责: 'field:leaders',
    一岗双责: 'field:postHolder',
    齐抓共管: 'field:others',
    失职追责: 'action:blame',
  },
  cases: [
    {
      title: 'found on a Friday with two days: Sunday counts, and is in time',
      entry: { stage: 'found', stageSince: '2026-11-20', data: { foundOn: '2026-11-20' } },
      on: '2026-11-22',
      answers: { 'name-days': 2, 'verify-days': 5 },
      expect: { dueOn: '2026-11-22', lamp: 'yellow' },
    },
    {
      title: 'not put right by its day: overdue',
      entry: {
        stage: 'correcting',
        stageSince: '2026-11-01',
        data: { foundOn: '2026-10-30', correctBy: '2026-11-15' },
      },
      on: '2026-11-16',
      answers: { 'name-days': 2, 'verify-days': 5 },
      expect: { dueOn: '2026-11-15', lamp: 'red' },
    },
    {
      title: 'a hazard needs the firm, the facts and the department; people are named within the days set',
      entry: {
        stage: 'found',
        stageSince: '2026-11-20',
        data: { sector: 'chemicals', grade: 'major', foundOn: '2026-11-20' },
      },
      on: '2026-11-20',
      answers: { 'name-days': 2, 'verify-days': 5 },
      expect: { dueOn: '2026-11-22', lamp: 'green', lacks: ['enterprise', 'facts', 'regulator'] },
    },
  ],
});
