import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, measure, text } from '../../../core/register/kinds.ts';
import { setBy } from '../documents.ts';
import { enterprise, truth, unit } from '../kinds.ts';

const answers = { 'apply-days': 180, 'examine-days': 20 };

/** 创新平台. From the intention to the recognition, and then the day on which it is evaluated again. */
export const innovationPlatforms = defineLedger({
  id: 'innovation-platforms',
  label: { zh: '创新平台', en: 'Platforms of innovation' },
  purpose: {
    zh: '企业技术中心、研发中心、研究院等平台的筹建、审核、认定和到期评价',
    en: 'Technology centres, research centres, institutes: set up, examined, recognised, evaluated again in time',
  },
  mechanisms: ['innov_platform'],
  source: [
    { document: '000', line: 801 },
    { document: '002', line: 114 },
    { document: '003', line: 164 },
    { document: '004', line: 348 },
    { document: '004', line: 352 },
  ],
  name: { zh: '创新平台', en: 'Platform' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '依托企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'isAboveScale',
      label: { zh: '规上工业企业', en: 'Above scale' },
      kind: truth,
      isRequired: true,
      isFilter: true,
      column: '104px',
    },
    {
      id: 'type',
      label: { zh: '平台类型', en: 'Type' },
      kind: choice({
        centre: { zh: '企业技术中心', en: 'Technology centre' },
        research: { zh: '研发中心', en: 'Research centre' },
        laboratory: { zh: '重点实验室', en: 'Key laboratory' },
        academician: { zh: '院士工作站', en: 'Academician workstation' },
        institute: { zh: '产业技术研究院', en: 'Institute of industrial technology' },
        public: { zh: '公共服务平台', en: 'Public service platform' },
      }),
      isRequired: true,
      isFilter: true,
      column: '128px',
    },
    {
      id: 'level',
      label: { zh: '级别', en: 'Level' },
      kind: choice({
        national: { zh: '国家级', en: 'National' },
        province: { zh: '省级', en: 'Provincial' },
        city: { zh: '市级', en: 'City' },
        own: { zh: '企业自建', en: 'Own' },
      }),
      isRequired: true,
      isFilter: true,
      column: '88px',
    },
    {
      id: 'service',
      label: { zh: '主要服务', en: 'Main service' },
      kind: choice({
        research: { zh: '公共研发', en: 'Research' },
        testing: { zh: '公共检测', en: 'Testing' },
        finance: { zh: '科技金融', en: 'Finance for technology' },
        incubation: { zh: '孵化加速', en: 'Incubation' },
        exhibition: { zh: '成果展示', en: 'Exhibition of results' },
        roadshow: { zh: '项目路演', en: 'Road shows' },
      }),
    },
    {
      id: 'guide',
      label: { zh: '指导单位', en: 'Unit that guides' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'started', label: { zh: '筹建日期', en: 'Begun on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'spending', label: { zh: '年研发投入', en: 'R&D a year' }, kind: measure('万元') },
    { id: 'partner', label: { zh: '合作院所', en: 'University or institute' }, kind: text(200) },
    { id: 'opinion', label: { zh: '审核意见', en: 'Opinion' }, kind: text(1000) },
    { id: 'evaluateBy', label: { zh: '下次评价日期', en: 'To be evaluated by' }, kind: day, column: '112px' },
  ],
  called: 'guide',
  first: 'preparing',
  stages: {
    preparing: {
      label: { zh: '筹建中', en: 'Being set up' },
      clock: { days: { choice: 'apply-days' }, counts: 'calendar', from: 'started', warnDays: 30 },
    },
    applied: {
      label: { zh: '已申报，待审核', en: 'Applied, to be examined' },
      clock: { days: { choice: 'examine-days' }, counts: 'working', warnDays: 3 },
    },
    recognised: {
      label: { zh: '已认定', en: 'Recognised' },
      clock: { days: 0, counts: 'calendar', from: 'evaluateBy', warnDays: 60 },
    },
    ended: { label: { zh: '撤销', en: 'Ended' }, isFinal: true },
  },
  actions: {
    apply: {
      label: { zh: '申报认定', en: 'Apply' },
      from: ['preparing'],
      to: 'applied',
      needs: ['spending'],
      needsEvidence: true,
    },
    return: {
      label: { zh: '退回完善', en: 'Send back' },
      from: ['applied'],
      to: 'preparing',
      needs: ['opinion'],
      needsReason: true,
      by: 'called',
    },
    recognise: {
      label: { zh: '登记认定', en: 'Enter the recognition' },
      from: ['applied'],
      to: 'recognised',
      needs: ['opinion', 'evaluateBy'],
      needsEvidence: true,
      by: 'called',
    },
    evaluate: {
      label: { zh: '评价合格', en: 'Evaluated well' },
      from: ['recognised'],
      to: 'recognised',
      needs: ['evaluateBy'],
      needsEvidence: true,
    },
    raise: {
      label: { zh: '申报升级', en: 'Apply for a higher level' },
      from: ['recognised'],
      to: 'applied',
      needs: ['level'],
      needsEvidence: true,
    },
    end: {
      label: { zh: '撤销', en: 'End' },
      from: ['preparing', 'recognised'],
      to: 'ended',
      needsReason: true,
      by: 'decider',
    },
  },
  choices: [
    { id: 'apply-days', label: { zh: '筹建周期', en: 'Days to set up' }, unit: '天', least: 30, most: 1095 },
    { id: 'examine-days', label: { zh: '审核时限', en: 'Days to examine' }, unit: '工作日', least: 1, most: 90 },
  ],
  measures: [
    {
      id: 'centres',
      label: { zh: '2011年底前技术中心20户', en: 'Twenty technology centres by the end of 2011' },
      kind: 'count',
      unit: '户',
      every: 'standing',
      byYear: 2011,
      counts: { stages: ['recognised'], only: { field: 'type', is: 'centre' } },
      target: { is: 'at-least', value: 20 },
      set: setBy('002'),
    },
  ],
  parameters: { 服务类别6项: 'field:service', '20户/2011': 'measure:centres', 规上全覆盖: 'field:isAboveScale' },
  cases: [
    {
      title: 'the day of the evaluation is in time',
      entry: { stage: 'recognised', stageSince: '2024-01-05', data: { evaluateBy: '2026-12-31' } },
      on: '2026-12-31',
      answers,
      expect: {
        dueOn: '2026-12-31',
        lamp: 'yellow',
        lacks: ['enterprise', 'isAboveScale', 'type', 'level', 'guide', 'started'],
      },
    },
    {
      title: 'an application not examined within twenty working days is overdue',
      entry: { stage: 'applied', stageSince: '2026-11-02', data: { started: '2026-05-01' } },
      on: '2026-12-01',
      answers,
      expect: { dueOn: '2026-11-30', lamp: 'red' },
    },
    {
      title: 'a platform without the day it was begun has no limit',
      entry: {
        stage: 'preparing',
        stageSince: '2026-05-01',
        data: { enterprise: 'e', isAboveScale: false, type: 'centre', level: 'own', guide: 'a' },
      },
      on: '2026-12-31',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['started'] },
    },
  ],
});
