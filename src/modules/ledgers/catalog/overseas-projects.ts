import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'file-days': 15 };

/** 走出去. What enterprises do abroad: companies, zones, contracts and marks, with filing, progress and risk. */
export const overseasProjects = defineLedger({
  id: 'overseas-projects',
  label: { zh: '走出去项目', en: 'Ventures abroad' },
  purpose: {
    zh: '企业境外投资、贸易公司、承包工程、商标注册等：备案、推进、年报、风险',
    en: 'What enterprises undertake abroad: filed, pursued, reported every year, watched for risk',
  },
  mechanisms: ['go_global'],
  source: [{ document: '004', line: 514 }],
  name: { zh: '走出去项目', en: 'Venture' },
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
      label: { zh: '形式', en: 'Form' },
      kind: choice({
        trade: { zh: '境外贸易公司或营销体系', en: 'Trading company' },
        zone: { zh: '境外合作区', en: 'Zone abroad' },
        works: { zh: '承包工程', en: 'Contract works' },
        labour: { zh: '外派劳务', en: 'Labour abroad' },
        mark: { zh: '境外商标与认证', en: 'Marks and certificates' },
      }),
      isRequired: true,
      isFilter: true,
      column: '112px',
    },
    { id: 'country', label: { zh: '国家或地区', en: 'Country' }, kind: text(60), isRequired: true, column: '96px' },
    { id: 'amount', label: { zh: '投资或合同额', en: 'Amount' }, kind: measure('万元'), column: '112px' },
    { id: 'sponsor', label: { zh: '服务单位', en: 'Unit that helps' }, kind: unit, isRequired: true },
    { id: 'started', label: { zh: '意向日期', en: 'Begun' }, kind: day, isRequired: true, column: '104px' },
    { id: 'filing', label: { zh: '备案号', en: 'Filing' }, kind: text(60) },
    { id: 'reportBy', label: { zh: '下次报告日期', en: 'Next report' }, kind: day, column: '104px' },
    { id: 'progress', label: { zh: '进展', en: 'Progress' }, kind: text(2000) },
    { id: 'risk', label: { zh: '风险', en: 'Risk' }, kind: text(1000) },
  ],
  called: 'sponsor',
  first: 'planned',
  stages: {
    planned: {
      label: { zh: '待备案', en: 'To be filed' },
      clock: { days: { choice: 'file-days' }, counts: 'working', from: 'started', warnDays: 5 },
    },
    running: {
      label: { zh: '推进中', en: 'Running' },
      clock: { days: 0, counts: 'calendar', from: 'reportBy', warnDays: 15 },
    },
    finished: { label: { zh: '已完成', en: 'Finished' }, isFinal: true },
    ended: { label: { zh: '已终止', en: 'Ended' }, isFinal: true },
  },
  actions: {
    file: {
      label: { zh: '备案', en: 'File' },
      from: ['planned'],
      to: 'running',
      needs: ['filing', 'reportBy'],
      needsEvidence: true,
      by: 'called',
    },
    report: {
      label: { zh: '报告进展', en: 'Report' },
      from: ['running'],
      to: 'running',
      needs: ['progress', 'reportBy'],
      by: 'called',
    },
    finish: {
      label: { zh: '完成', en: 'Finish' },
      from: ['running'],
      to: 'finished',
      needs: ['progress'],
      needsEvidence: true,
    },
    end: { label: { zh: '终止', en: 'End' }, from: ['planned', 'running'], to: 'ended', needsReason: true },
  },
  choices: [{ id: 'file-days', label: { zh: '备案时限', en: 'Days to file' }, unit: '工作日', least: 1, most: 90 }],
  parameters: {},
  cases: [
    {
      title: 'fifteen working days to file; the last is in time',
      entry: { stage: 'planned', stageSince: '2026-11-02', data: { started: '2026-11-02' } },
      on: '2026-11-23',
      answers,
      expect: { dueOn: '2026-11-23', lamp: 'yellow', lacks: ['enterprise', 'kind', 'country', 'sponsor'] },
    },
    {
      title: 'a report that did not come by its day is overdue',
      entry: { stage: 'running', stageSince: '2026-01-05', data: { reportBy: '2026-11-20' } },
      on: '2026-11-21',
      answers,
      expect: { dueOn: '2026-11-20', lamp: 'red' },
    },
    {
      title: 'one that runs without a day of report is never due',
      entry: { stage: 'running', stageSince: '2026-01-05', data: { country: '德国' } },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['enterprise', 'kind', 'sponsor', 'started'] },
    },
  ],
});
