/** What the rows of a world say where the types of their columns do not suffice: the shapes that operations answer. */
import { createHash } from 'node:crypto';
import type { Ledger } from '../../src/core/ledger/ledger.ts';
import type { Register } from '../../src/core/register/register.ts';
import { enterpriseRegister } from '../../src/modules/enterprises/register.ts';
import { indicatorById } from '../../src/modules/indicators/catalog/index.ts';
import { ledgers } from '../../src/modules/ledgers/catalog/index.ts';
import { parkRegister } from '../../src/modules/parks/register.ts';
import { parentOf } from '../../src/modules/people/unit.ts';
import { fundSources, postRoles, projectLists } from '../../src/modules/projects/delivery.ts';
import { projectRegister } from '../../src/modules/projects/register.ts';
import { newKey } from '../../src/platform/secret-key.ts';
import { secretsWith } from '../../src/platform/secrets.ts';
import type { Dice } from '../generated/random.ts';
import { type Tree, type TreeUnit, today } from './tree.ts';

export type Values = Readonly<Record<string, unknown>>;

export const password = 'seven green boats';
const passwordHash = await secretsWith([newKey()]).hashPassword(password);

/** Where a row is planted. */
export interface Place {
  readonly dice: Dice;
  readonly tree: Tree;
  readonly unit: TreeUnit;
  /** The first or the second row of the unit. */
  readonly n: number;
  /** Nobody outside of the unit's scope may ever read it. */
  readonly secret: string;
  /** The number of the row of a table at a unit, known before it is planted. */
  id(table: string, unitPath: string, n: number): string;
  /** Counts anew for each name. */
  next(counter: string): number;
}

export const at = '2026-11-20T02:00:00Z';
const personOf = ({ tree, unit }: Place) => tree.people.find(({ unitPath }) => unitPath === unit.path);
const anyUnit = ({ dice, tree }: Place) => dice.pick(tree.units).path;
export const contentOf = (secret: string): Buffer => Buffer.from(`临江县规划\n\n一、${secret}\n`, 'utf8');
export const fileIdOf = (secret: string): string => createHash('sha256').update(contentOf(secret)).digest('hex');
const sourceOf = (secret: string) => ({ line: 3, quote: secret, start: 9, end: 9 + secret.length });

const factOf = (secret: string) => ({
  name: secret,
  owner: secret,
  location: null,
  industry: null,
  investment: { value: 12, unit: '亿元' },
  start: null,
  finish: null,
  quantities: [],
  status: null,
  list: null,
  source: sourceOf(secret),
});

const officialDocument = (secret: string) => ({
  ...Object.fromEntries(
    ['copyNumber', 'secrecy', 'urgency', 'signer', 'addressees', 'signature', 'note', 'copiesTo'].map((each) => [
      each,
      null,
    ]),
  ),
  issuer: secret,
  number: null,
  title: secret,
  blocks: [{ kind: 'paragraph', content: [`全县完成${secret}`] }],
  attachments: [],
  date: today,
  printedBy: null,
  printedOn: null,
});

/** A record refers to records of any unit: only their numbers may be known to whoever sees it. */
function recordData(place: Place, register: Register): Values {
  const { secret, n, dice } = place;
  const refer = (plural: string) =>
    dice.chance(0.5) ? null : place.id(plural.replace(/s$/, ''), anyUnit(place), dice.int(0, 1));
  const fields = register.fields.map(({ id, kind }) => [id, kind.refersTo ? refer(kind.refersTo) : kind.empty]);
  const site = register.site === undefined ? {} : { [register.site]: secret };
  return { ...Object.fromEntries(fields), ...site, name: `${secret}-${n}`, code: null, aliases: [`${secret}号`] };
}

const registerRows = (register: Register) => ({
  [register.noun]: () => [{ begun_on: '2026-01-01', ended_on: null, ending: null, revision: 1, provenance: [] }],
  [`${register.noun}_version`]: (place: Place) => {
    const data = recordData(place, register);
    return [{ valid_from: '2026-01-01', valid_to: null, name: data.name, code: null, data }];
  },
  [`${register.noun}_succession`]: (place: Place) =>
    [{ to_id: place.id(register.noun, anyUnit(place), 1 - place.n), on_day: '2026-06-01', kind: 'split' }].filter(
      ({ to_id }) => to_id !== place.id(register.noun, place.unit.path, place.n),
    ),
  [`${register.noun}_apart`]: (place: Place) => {
    const [one, other] = [0, 1].map((n) => place.id(register.noun, place.unit.path, n)).sort();
    return [{ one_id: one, other_id: other }];
  },
});

const weighted = 'industry.value-added-growth';
const reported = [
  'economy.gdp',
  'investment.fixed-assets',
  ...[...indicatorById.values()]
    .filter(({ aggregation }) => aggregation === 'weighted')
    .flatMap(({ id, weight }) => [id, weight ?? weighted]),
];

/** Units of one tenant report different figures of the same enterprise: the key of a figure does not name the unit. */
function figures(place: Place): Values[] {
  const { dice, unit, tree, secret } = place;
  const firm = place.id(
    'enterprise',
    tree.units.find(({ tenantId }) => tenantId === unit.tenantId)?.path ?? unit.path,
    0,
  );
  const row = (subjectKind: string, subjectId: string, indicatorId: string, period: string) => ({
    period,
    subject_kind: subjectKind,
    subject_id: subjectId,
    indicator_id: indicatorId,
    accumulation: indicatorById.get(indicatorId)?.accumulation ?? 'single',
    scenario: 'actual',
    industry: null,
    value: `${dice.int(1, 999_999)}.5`,
    missing: null,
    typed: secret,
    typed_unit: indicatorById.get(indicatorId)?.unit ?? '',
    status: dice.pick(['draft', 'submitted', 'approved', 'approved', 'published']),
    revision: 2,
    approved_revision: null,
    provenance: { kind: 'form', form: secret, submission: secret, cell: 'A1' },
  });
  return [
    row('unit', unit.path, 'economy.gdp', dice.pick(['2026-09', '2025-09'])),
    row('unit', unit.path, dice.pick(reported), '2026-09'),
    row('enterprise', firm, dice.pick(reported), '2026-09'),
  ];
}

const ledgerOf = (n: number) => ledgers[n % ledgers.length] as Ledger;
const day = '2026-10-01';

const ledgerRows: Readonly<Record<string, (place: Place) => readonly Values[]>> = {
  ledger_entry: ({ n, secret }) => {
    const { id, first, fields } = ledgerOf(n);
    const data = { ...Object.fromEntries(fields.map((field) => [field.id, field.kind.empty])), content: secret };
    const days = { stage_since: day, due_on: day, entered_on: day };
    return [{ ledger: id, stage: first, ...days, is_final: false, data, answers: {}, evidence: [], called_path: null }];
  },
  ledger_event: ({ n }) => {
    const { first, actions } = ledgerOf(n);
    const [action = ''] = Object.keys(actions);
    return [
      { seq: 1, action, from_stage: null, to_stage: first, on_day: day, changes: [], evidence: [], called_path: null },
    ];
  },
  ledger_answer: ({ n }) => [{ ledger: ledgerOf(n).id, choice: ledgerOf(n).choices?.[0]?.id ?? 'x', value: '7' }],
};

/** What hangs on a project through its life. */
const projectRows: Readonly<Record<string, (place: Place) => readonly Values[]>> = {
  project_plan: () => [{ template: null, target_on: day, start_on: day, finish_on: day, baseline_on: null }],
  project_node: ({ secret }) => [
    {
      node_id: 'study',
      place: 1,
      name: secret,
      kind: 'preparation',
      days: 1,
      counts: 'calendar',
      after: [],
      item: null,
      not_before: null,
      start_on: day,
      finish_on: day,
      baseline_start_on: null,
      baseline_finish_on: null,
      actual_start_on: null,
      actual_finish_on: null,
      evidence: [],
    },
  ],
  project_template: ({ secret }) => [{ template_id: 'study', label: { zh: secret, en: secret }, nodes: [] }],
  project_event: () => [
    {
      seq: 1,
      track: 'life',
      action: 'sign',
      from_stage: null,
      to_stage: 'signed',
      on_day: day,
      stated: {},
      evidence: [],
    },
  ],
  project_item: ({ secret }) => [
    {
      item: 'registration',
      state: 'todo',
      submitted_on: null,
      due_on: null,
      decided_on: null,
      number: secret,
      reason: null,
      papers: [],
      evidence: [],
    },
  ],
  project_post: ({ dice }) => [{ role: dice.pick(Object.keys(postRoles)), from_on: day, to_on: null }],
  project_listing: ({ dice }) => [
    { list: dice.pick(Object.keys(projectLists)), year: 2026, entered_on: day, exited_on: null, exit_reason: null },
  ],
  project_fund: ({ dice }) => [
    {
      kind: 'arrived',
      source: dice.pick(Object.keys(fundSources)),
      period: null,
      on_day: day,
      amount: `${dice.int(1, 99_999)}`,
    },
  ],
};

/** An evaluation as it was kept; a choice of a unit holds for those below, too. */
const ruleRows: Readonly<Record<string, (place: Place) => readonly Values[]>> = {
  rule_evaluation: ({ unit, secret }) => {
    const edition = {
      id: secret,
      edition: '2026',
      key: `${secret}@2026`,
      label: { zh: secret, en: secret },
      digest: '0'.repeat(64),
    };
    const parts = Object.fromEntries(
      ['outcome', 'steps', 'conditions', 'missing', 'choices', 'marks'].map((each) => [each, []]),
    );
    const result = { edition, subject: secret, ...parts };
    return [
      {
        edition: edition.key,
        digest: edition.digest,
        subject_kind: 'unit',
        subject_id: unit.path,
        period: '2026',
        facts: {},
        answers: {},
        result,
      },
    ];
  },
};

/** By table; a table that is not here is filled by the types of its columns. */
export const contents: Readonly<Record<string, (place: Place) => readonly Values[]>> = {
  tenant: ({ unit, secret }) => [{ code: secret, name: secret, unit_path: unit.path }],
  unit: ({ unit }) => [{ kind: unit.kind, since: '2000-01-01', until: null, region_code: null, successor: null }],
  unit_name: () => [{ valid_from: '2000-01-01', valid_to: null }],
  account: (place) => [
    {
      account_id: personOf(place)?.id,
      password_hash: passwordHash,
      must_change: false,
      locked_until: null,
      email: null,
    },
  ],
  post: (place) =>
    (personOf(place)?.posts ?? []).map(({ id, seatId, accountId, unitPath, role, kind, fromOn, untilOn }) => ({
      post_id: id,
      seat_id: seatId,
      account_id: accountId,
      unit_path: unitPath,
      role,
      kind,
      from_on: fromOn,
      until_on: untilOn,
    })),
  session: (place) => [
    { account_id: personOf(place)?.id, created_at: '2026-11-22T01:00:00Z', seen_at: '2026-11-22T01:59:00Z' },
  ],
  api_token: (place) => [{ account_id: personOf(place)?.id, permissions: ['plan.read'], expires_on: '2026-12-31' }],
  sign_in: (place) => [{ account_id: personOf(place)?.id, outcome: 'signed-in' }],
  file: ({ secret }) => [{ file_id: fileIdOf(secret), media_type: 'text/plain', size: contentOf(secret).length }],
  file_chunk: (place) => [{ seq: 0, bytes: `\\x${contentOf(place.secret).toString('hex')}` }],
  plan: () => [{ stage: 'draft', is_sample: false, revision: 1 }],
  plan_document: ({ secret }) => [
    {
      version: 1,
      format: 'text',
      size: contentOf(secret).length,
      text: contentOf(secret).toString(),
      layout: [],
      about: { title: secret, issuer: secret, number: null, issuedOn: null, period: null, baseYear: null, regions: [] },
      tables: [],
      findings: [
        {
          rule: 'text/remains',
          severity: 'warning',
          message: { zh: secret, en: secret },
          sources: [sourceOf(secret)],
          arithmetic: null,
          fingerprint: secret,
        },
      ],
    },
  ],
  plan_fact: ({ secret }) => [
    {
      document_version: 1,
      kind: 'project',
      position: 9,
      data: factOf(secret),
      original: null,
      state: 'proposed',
      revision: 2,
    },
  ],
  plan_fact_revision: (place) => [
    {
      fact_id: place.id('plan_fact', place.unit.path, place.n),
      revision: 1,
      data: factOf(place.secret),
      state: 'proposed',
    },
  ],
  vocabulary: ({ secret }) => [
    { revision: 1, words: { indicators: [], units: [], names: [{ kind: 'park', name: secret, aliases: [] }] } },
  ],
  bulletin: ({ dice, secret }) => {
    const state = dice.pick(['draft', 'approved', 'published']);
    return [
      {
        period: '2026-09',
        document: officialDocument(secret),
        state,
        revision: 1,
        about: null,
        audiences: { internal: { ranking: true }, public: { ranking: true } },
        data: null,
        hash: state === 'published' ? secret : null,
      },
    ];
  },
  ...ledgerRows,
  ...projectRows,
  ...ruleRows,
  ...registerRows(parkRegister),
  ...registerRows(enterpriseRegister),
  ...registerRows(projectRegister),
  observation: figures,
  observation_revision: ({ unit }) => [
    {
      period: '2026-09',
      subject_kind: 'unit',
      subject_id: unit.path,
      indicator_id: 'economy.gdp',
      accumulation: 'cumulative',
      scenario: 'actual',
      revision: 1,
      value: '7.5',
      missing: null,
      status: 'submitted',
      provenance: { kind: 'typed' },
    },
  ],
  rollup: ({ dice, unit }) => [
    {
      period: '2026-09',
      indicator_id: dice.pick(reported),
      subject_kind: 'unit',
      level: unit.path.split('.').length,
      industry: '',
      accumulation: 'cumulative',
      scenario: 'actual',
      total: `${dice.int(1, 999_999)}.5`,
      weight: '10',
      known: 1,
      holes: 0,
    },
  ],
  entry_review: ({ n, secret }) => [
    {
      rule_id: 'admission-yanggu',
      edition: '2022',
      // Of two at one project only one may be under way.
      state: n === 0 ? 'open' : 'passed',
      opened_on: '2026-09-01',
      facts: [{ id: 'land', value: 100, source: secret }],
      evaluation_id: null,
      meeting: {
        on: '2026-09-02',
        chair: secret,
        members: [{ name: secret, unit: null, vote: 'agree', remark: secret }],
        evidence: [],
      },
      decided_on: n === 0 ? null : '2026-09-03',
      revision: 1,
    },
  ],
  promise: ({ n, secret }) => [
    {
      measure: n === 0 ? 'investment' : 'condition',
      what: secret,
      comparator: 'at-least',
      value: n === 0 ? '1000000' : null,
      dimension: n === 0 ? 'CNY' : null,
      typed: n === 0 ? '100' : null,
      typed_unit: n === 0 ? '万元' : null,
      due_on: '2026-10-01',
      period: null,
      owner: secret,
      source: { kind: 'typed', note: secret },
      revision: 2,
    },
  ],
  promise_event: ({ n, secret }) => [
    {
      seq: 1,
      action: n === 0 ? 'actual' : 'remedy',
      on_day: '2026-10-05',
      value: n === 0 ? '900000' : null,
      typed: n === 0 ? '90' : null,
      typed_unit: n === 0 ? '万元' : null,
      is_kept: null,
      owner: n === 0 ? null : secret,
      due_on: n === 0 ? null : '2026-11-01',
      reason: secret,
      evidence: [],
    },
  ],
  incentive: ({ n, secret }) => [
    {
      rule_id: 'incentive-secondary',
      edition: 'huarong',
      state: n === 0 ? 'proposed' : 'approved',
      facts: [{ id: 'invested', value: 5000, source: secret }],
      evaluation_id: null,
      proposed: '20000',
      approved: n === 0 ? null : '20000',
      needs_review: true,
      fair_review: {
        by: secret,
        on: '2026-10-01',
        result: 'passed',
        number: secret,
        reason: null,
        evidence: [],
      },
      decision: n === 0 ? null : { on: '2026-10-02', accepted: true, number: secret, reason: null, by: secret },
      revision: 1,
    },
  ],
  incentive_payout: ({ secret }) => [
    { on_day: '2026-10-03', amount: '10000', typed: '1', typed_unit: '万元', number: secret, note: secret },
  ],
  element_demand: ({ n, secret }) => [
    {
      element: n === 0 ? 'land' : 'labour',
      from_month: '2026-03',
      to_month: n === 0 ? null : '2026-12',
      amount: '100',
      typed: '100',
      typed_unit: n === 0 ? '亩' : '人',
      source: { kind: 'import', file: secret, row: 2 },
      note: secret,
      state: 'standing',
      reason: null,
      revision: 1,
    },
  ],
  element_quota: ({ n, secret }) => [
    {
      element: n === 0 ? 'land' : 'labour',
      period: '2026',
      amount: '60',
      typed: '60',
      typed_unit: n === 0 ? '亩' : '人',
      number: secret,
      parent_id: null,
      note: secret,
      state: 'standing',
      reason: null,
      revision: 1,
    },
  ],
  element_allocation: (place) => [
    {
      revision: 1,
      element: place.n === 0 ? 'land' : 'labour',
      // Of the own unit, or of one above that the reader may not see.
      quota_id: place.id(
        'element_quota',
        place.dice.chance(0.5) ? place.unit.path : (parentOf(place.unit.path) ?? place.unit.path),
        place.n,
      ),
      from_month: '2026-04',
      to_month: '2026-12',
      amount: '20',
      typed: '20',
      typed_unit: place.n === 0 ? '亩' : '人',
      basis: place.secret,
      decided_on: '2026-04-01',
      state: 'given',
      is_overruled: false,
      reason: place.secret,
      proposal: null,
    },
  ],
  audit: (place) => [
    {
      actor: personOf(place)?.id ?? '',
      operation: 'plans.save',
      entity: 'plan',
      entity_id: place.id('plan', place.unit.path, place.n),
      at: '2026-11-20T02:00:00.123456Z',
    },
  ],
  audit_seal: (place) =>
    place.n === 1
      ? []
      : [
          {
            seq: place.next(`seal ${place.unit.tenantId}`),
            audit_id: place.id('audit', place.unit.path, 0),
            digest: `\\x${'ab'.repeat(32)}`,
            hash: `\\x${'cd'.repeat(32)}`,
          },
        ],
  audit_pending: (place) =>
    place.n === 0 ? [] : [{ audit_id: place.id('audit', place.unit.path, 1), digest: `\\x${'ef'.repeat(32)}` }],
  report: ({ n, secret }) => [
    {
      form_id: 'key-enterprise-monthly',
      edition: '2026',
      period: n === 0 ? '2026-09' : '2026-10',
      stage: 'draft',
      stands_at: null,
      typed: { 'output-month': secret },
      explanations: { 'output-month': secret },
      rows: null,
      returned: [{ address: 'output-month', reason: secret }],
      corrected: [],
      passed: [],
      submitted_at: null,
    },
  ],
  report_event: ({ secret }) => [
    {
      seq: 1,
      action: 'save',
      from_stage: null,
      to_stage: 'draft',
      stands_at: null,
      cells: [{ kind: 'typed', address: 'output-month', from: null, to: secret, reason: secret }],
      via: 'page',
    },
  ],
  report_leave: ({ n }) => [{ form_id: 'key-enterprise-monthly', period: n === 0 ? '2026-09' : '2026-10' }],
  notice: ({ n, secret }) => [
    {
      ...(n === 0 ? { mail_state: 'pending', next_try_at: at } : { mail_state: 'off', next_try_at: null }),
      path: '/reports',
      subject: { zh: secret, en: secret },
      text: { zh: secret, en: secret },
    },
  ],
};
