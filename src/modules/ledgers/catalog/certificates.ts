import { defineLedger } from '../../../core/ledger/ledger.ts';
import { choice, day, text } from '../../../core/register/kinds.ts';
import { enterprise, unit } from '../kinds.ts';

const answers = { 'audit-days': 90 };
const validUntil = '2026-12-15';

/** 质量认证. A certificate that has run out is no certificate: the lamp goes by its last day. */
export const certificates = defineLedger({
  id: 'certificates',
  label: { zh: '质量标准与认证', en: 'Quality standards and certificates' },
  purpose: {
    zh: '企业体系认证、首席质量官、标准联盟和第三方认证的推进与到期换证',
    en: 'Certified systems, chief quality officers, alliances on standards: brought about and renewed before they run out',
  },
  mechanisms: ['quality_std'],
  source: [
    { document: '000', line: 1714 },
    { document: '001', line: 450 },
    { document: '004', line: 310 },
    { document: '004', line: 498 },
  ],
  name: { zh: '认证事项', en: 'Certificate' },
  fields: [
    {
      id: 'enterprise',
      label: { zh: '企业', en: 'Enterprise' },
      kind: enterprise,
      isRequired: true,
      isFilter: true,
      column: 'minmax(160px, 2fr)',
    },
    {
      id: 'standard',
      label: { zh: '标准', en: 'Standard' },
      kind: choice({
        iso9001: { zh: 'ISO9001', en: 'ISO 9001' },
        haccp: { zh: 'HACCP', en: 'HACCP' },
        officer: { zh: '首席质量官', en: 'Chief quality officer' },
        alliance: { zh: '标准联盟', en: 'Alliance on standards' },
        third: { zh: '第三方认证', en: 'Third-party certificate' },
        drafting: { zh: '参与制修订标准', en: 'Takes part in drafting a standard' },
      }),
      isRequired: true,
      isFilter: true,
      column: '128px',
    },
    {
      id: 'guide',
      label: { zh: '指导单位', en: 'Unit that guides' },
      kind: unit,
      isRequired: true,
      column: 'minmax(120px, 1fr)',
    },
    { id: 'started', label: { zh: '启动日期', en: 'Begun on' }, kind: day, isRequired: true, column: '104px' },
    { id: 'body', label: { zh: '认证机构', en: 'Certifying body' }, kind: text(200) },
    { id: 'number', label: { zh: '证书号', en: 'Number of the certificate' }, kind: text(80) },
    { id: 'validUntil', label: { zh: '有效期至', en: 'Valid until' }, kind: day, column: '104px' },
    { id: 'finding', label: { zh: '审核意见', en: 'Finding of the audit' }, kind: text(1000) },
  ],
  called: 'guide',
  first: 'preparing',
  stages: {
    preparing: {
      label: { zh: '认证中', en: 'Being certified' },
      clock: { days: { choice: 'audit-days' }, counts: 'calendar', from: 'started', warnDays: 15 },
    },
    valid: {
      label: { zh: '证书有效', en: 'Valid' },
      clock: { days: 0, counts: 'calendar', from: 'validUntil', warnDays: 90 },
    },
    lapsed: { label: { zh: '已失效', en: 'Lapsed' }, isFinal: true },
    dropped: { label: { zh: '终止认证', en: 'Given up' }, isFinal: true },
  },
  actions: {
    visit: {
      label: { zh: '上门指导', en: 'Guide on the spot' },
      from: ['preparing'],
      to: 'preparing',
      needs: ['finding'],
      by: 'called',
    },
    certify: {
      label: { zh: '登记发证', en: 'Enter the certificate' },
      from: ['preparing'],
      to: 'valid',
      needs: ['body', 'number', 'validUntil'],
      needsEvidence: true,
    },
    renew: {
      label: { zh: '换证', en: 'Renew' },
      from: ['valid'],
      to: 'valid',
      needs: ['number', 'validUntil'],
      needsEvidence: true,
    },
    lapse: { label: { zh: '登记失效', en: 'Enter that it lapsed' }, from: ['valid'], to: 'lapsed', needsReason: true },
    drop: { label: { zh: '终止认证', en: 'Give up' }, from: ['preparing'], to: 'dropped', needsReason: true },
  },
  choices: [
    { id: 'audit-days', label: { zh: '认证周期', en: 'Days until certified' }, unit: '天', least: 10, most: 730 },
  ],
  parameters: { ISO9001: 'field:standard.iso9001', HACCP: 'field:standard.haccp' },
  cases: [
    {
      title: 'valid on its last day, and a quarter of warning before it',
      entry: { stage: 'valid', stageSince: '2023-12-16', data: { standard: 'haccp', validUntil } },
      on: '2026-12-15',
      answers,
      expect: { dueOn: '2026-12-15', lamp: 'yellow', lacks: ['enterprise', 'guide', 'started'] },
    },
    {
      title: 'the day after it has run out',
      entry: { stage: 'valid', stageSince: '2023-12-16', data: { standard: 'haccp', validUntil } },
      on: '2026-12-16',
      answers,
      expect: { dueOn: '2026-12-15', lamp: 'red' },
    },
    {
      title: 'a certificate without its last day cannot be watched',
      entry: { stage: 'valid', stageSince: '2023-12-16', data: { enterprise: 'e', standard: 'iso9001', guide: 'a' } },
      on: '2026-12-16',
      answers,
      expect: { dueOn: null, lamp: 'grey', lacks: ['started'] },
    },
  ],
});
