// Written by `npm run generate` from the migrated database; change a migration instead.
import type { ColumnType, Generated } from 'kysely';

/** Written as JSON text, read as the value: the driver would make an SQL array of a JavaScript one. */
type Json = ColumnType<unknown, string, string>;

type JsonWithDefault = ColumnType<unknown, string | undefined, string>;

/** [R] 账号：一人一个 / Accounts: one for each person */
export interface AccountTable {
  account_id: string;
  login: string;
  name: string;
  unit_path: string;
  password_hash: string;
  must_change: boolean;
  failures: Generated<number>;
  locked_until: string | null;
  totp_secret: string | null;
  totp_step: string | null;
  ended_at: string | null;
  created_at: string;
  created_by: string;
  updated_at: string;
  email: string | null;
}

/** [R] 账号在统一身份认证处的身份，首次登录时关联 / Who an account is at an identity provider, linked at the first sign-in */
export interface AccountIdentityTable {
  issuer: string;
  subject: string;
  account_id: string;
  login: string;
  linked_at: string;
}

/** [D] 带幂等键的请求所得答复，重复提交时原样返回 / Answers to requests that carried an idempotency key */
export interface AnswerTable {
  tenant_id: string;
  actor: string;
  key: string;
  unit_path: string;
  operation: string;
  answer: Json | null;
  at: string;
}

/** [L] 接口令牌：程序代替本人使用 / Tokens with which programs act for a person */
export interface ApiTokenTable {
  token_id: string;
  token_hash: string;
  account_id: string;
  name: string;
  permissions: readonly string[];
  created_at: string;
  expires_on: string;
  used_at: string | null;
  ended_at: string | null;
}

/** [D] 审计：每次写入一行或多行 / Audit: one or more rows for every write */
export interface AuditTable {
  tenant_id: string;
  audit_id: string;
  unit_path: string;
  at: string;
  actor: string;
  operation: string;
  entity: string | null;
  entity_id: string | null;
  before: Json | null;
  after: Json | null;
}

/** [D] 尚未封存的审计行：写入时的摘要 / Audit rows not sealed yet: their digests when they were written */
export interface AuditPendingTable {
  tenant_id: string;
  audit_id: string;
  unit_path: string;
  at: string;
  digest: Uint8Array;
}

/** [D] 审计链：每个归属单位一条，每行一环，只增不改 / Chain of the audit: one for each owner, a link for each row */
export interface AuditSealTable {
  tenant_id: string;
  seq: string;
  audit_id: string;
  unit_path: string;
  digest: Uint8Array;
  hash: Uint8Array;
  sealed_at: string;
}

/** [D] 通报：成文、审定、印发后连同数据封存 / Bulletin: drafted, approved, published and frozen with its figures */
export interface BulletinTable {
  tenant_id: string;
  bulletin_id: string;
  unit_path: string;
  title: string;
  period: string | null;
  document: Json;
  state: string;
  hash: string | null;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
  about: Json | null;
  audiences: JsonWithDefault;
  data: Json | null;
}

/** [D] 要素分配：谁何时凭什么从哪条指标分给项目多少；只增不改，更正与撤回是新的一版 / What people gave a project out of which quota; only ever added to, a correction or withdrawal is a new revision */
export interface ElementAllocationTable {
  tenant_id: string;
  allocation_id: string;
  revision: number;
  unit_path: string;
  project_id: string;
  element: string;
  quota_id: string;
  from_month: string;
  to_month: string;
  amount: string;
  typed: string;
  typed_unit: string;
  basis: string;
  decided_on: string;
  state: string;
  is_overruled: boolean;
  reason: string | null;
  proposal: Json | null;
  at: string;
  by: string;
}

/** [D] 要素需求：项目从哪月到哪月需要多少 / What projects ask for of an element, from month to month */
export interface ElementDemandTable {
  tenant_id: string;
  demand_id: string;
  unit_path: string;
  project_id: string;
  element: string;
  from_month: string;
  to_month: string | null;
  amount: string;
  typed: string;
  typed_unit: string;
  source: Json;
  note: string | null;
  state: string;
  reason: string | null;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

/** [D] 要素指标：单位在一个时期可以分配多少，依据什么文件；下达给下级的指标记明出自哪一条 / Quotas of elements: what a unit may give away in a period, by what document; one passed down names the one it came out of */
export interface ElementQuotaTable {
  tenant_id: string;
  quota_id: string;
  unit_path: string;
  element: string;
  period: string;
  amount: string;
  typed: string;
  typed_unit: string;
  number: string;
  parent_id: string | null;
  note: string | null;
  state: string;
  reason: string | null;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

/** [D] 企业登记册：每个企业一行，内容随时间见其版本 / Register of enterprises: one row each, its content through time in the versions */
export interface EnterpriseTable {
  tenant_id: string;
  enterprise_id: string;
  unit_path: string;
  begun_on: string;
  ended_on: string | null;
  ending: string | null;
  revision: number;
  provenance: Json;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

/** [D] 经人核定不是同一企业的两条记录 / Two of the enterprises that somebody found not to be the same */
export interface EnterpriseApartTable {
  tenant_id: string;
  unit_path: string;
  one_id: string;
  other_id: string;
  reason: string;
  at: string;
  by: string;
}

/** [D] 企业的沿革：谁并入谁，谁拆分出谁 / What became of the enterprises: merged into whom, split into which */
export interface EnterpriseSuccessionTable {
  tenant_id: string;
  unit_path: string;
  from_id: string;
  to_id: string;
  on_day: string;
  kind: string;
}

/** [D] 企业在一段时间里的样子 / What the register says of one of the enterprises for a span of time */
export interface EnterpriseVersionTable {
  tenant_id: string;
  enterprise_id: string;
  unit_path: string;
  valid_from: string;
  valid_to: string | null;
  name: string;
  code: string | null;
  data: Json;
  reason: string | null;
  at: string;
  by: string;
}

/** [D] 落户评审：事实、评价、评审会与决定 / Entry reviews: facts, evaluation, meeting and decision */
export interface EntryReviewTable {
  tenant_id: string;
  review_id: string;
  unit_path: string;
  project_id: string;
  rule_id: string;
  edition: string;
  state: string;
  opened_on: string;
  facts: Json;
  evaluation_id: string | null;
  meeting: Json | null;
  decided_on: string | null;
  number: string | null;
  reason: string | null;
  decided_by: string | null;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

/** [D] 上传的原文件，逐字节保存 / Uploaded file, kept byte for byte */
export interface FileTable {
  tenant_id: string;
  unit_path: string;
  file_id: string;
  name: string;
  media_type: string;
  size: string;
  created_at: string;
  created_by: string;
  shown_to: Generated<readonly string[]>;
}

/** [D] 文件内容分段，免得大文件占一个值 / Content in pieces, so that no value is huge */
export interface FileChunkTable {
  tenant_id: string;
  unit_path: string;
  file_id: string;
  seq: number;
  bytes: Uint8Array;
  shown_to: Generated<readonly string[]>;
}

/** [D] 投资奖励：按规则计算、公平竞争审查、决定 / Incentives: computed by an edition, reviewed, decided */
export interface IncentiveTable {
  tenant_id: string;
  incentive_id: string;
  unit_path: string;
  project_id: string;
  rule_id: string;
  edition: string;
  state: string;
  facts: Json;
  evaluation_id: string | null;
  proposed: string | null;
  approved: string | null;
  needs_review: boolean;
  fair_review: Json | null;
  decision: Json | null;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

/** [D] 奖励兑现，只增不改，更正记负数 / Payouts, only ever added to; a correction has the other sign */
export interface IncentivePayoutTable {
  tenant_id: string;
  incentive_id: string;
  payout_id: string;
  unit_path: string;
  on_day: string;
  amount: string;
  typed: string;
  typed_unit: string;
  number: string | null;
  note: string | null;
  at: string;
  by: string;
}

/** [L] 定时任务最近一次执行 / The last turn of each job */
export interface JobTable {
  job_id: string;
  done_at: string | null;
  tried_at: string;
  error: string | null;
}

/** [D] 文件未写明、由本单位决定的事项 / What the documents leave open and a unit has decided */
export interface LedgerAnswerTable {
  tenant_id: string;
  unit_path: string;
  ledger: string;
  choice: string;
  value: string;
  reason: string;
  at: string;
  by: string;
}

/** [D] 台账事项：各种台账共用，栏目与流程见台账定义 / Entries of every ledger; fields and stages are in its declaration */
export interface LedgerEntryTable {
  tenant_id: string;
  entry_id: string;
  unit_path: string;
  called_path: string | null;
  ledger: string;
  code: string;
  name: string;
  stage: string;
  stage_since: string;
  due_on: string | null;
  is_final: boolean;
  entered_on: string;
  data: Json;
  answers: Json;
  evidence: Json;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

/** [D] 台账事项的经过，只增不改 / What happened to an entry, only ever added to */
export interface LedgerEventTable {
  tenant_id: string;
  entry_id: string;
  seq: number;
  unit_path: string;
  called_path: string | null;
  action: string;
  from_stage: string | null;
  to_stage: string;
  on_day: string;
  reason: string | null;
  changes: Json;
  evidence: Json;
  at: string;
  by: string;
  by_unit: string;
}

/** [D] 提醒：给一个人的一件事，站内可见，也可发邮件 / Notices: one thing for one person, shown here and mailed where there is mail */
export interface NoticeTable {
  tenant_id: string;
  notice_id: string;
  unit_path: string;
  account_id: string;
  kind: string;
  once: string | null;
  subject: Json;
  text: Json;
  path: string;
  created_at: string;
  created_by: string;
  read_at: string | null;
  mail_state: string;
  attempts: Generated<number>;
  next_try_at: string | null;
  mail_error: string | null;
}

/** [D] 观测值：指标 × 对象 × 期别 / Observation: indicator, subject and period */
export interface ObservationTable {
  tenant_id: string;
  period: string;
  subject_kind: string;
  subject_id: string;
  indicator_id: string;
  accumulation: string;
  scenario: string;
  unit_path: string;
  industry: string | null;
  value: string | null;
  missing: string | null;
  typed: string;
  typed_unit: string;
  status: string;
  revision: number;
  approved_revision: number | null;
  approved_at: string | null;
  approved_by: string | null;
  provenance: Json;
  at: string;
  by: string;
}

/** [D] 观测值此前的每个样子，只增不改 / Every earlier state of an observation, only ever added to */
export interface ObservationRevisionTable {
  tenant_id: string;
  period: string;
  subject_kind: string;
  subject_id: string;
  indicator_id: string;
  accumulation: string;
  scenario: string;
  revision: number;
  unit_path: string;
  value: string | null;
  missing: string | null;
  typed: string;
  typed_unit: string;
  status: string;
  provenance: Json;
  at: string;
  by: string;
  reason: string | null;
  replaced_at: string;
  replaced_by: string;
}

/** [D] 园区登记册：每个园区一行，内容随时间见其版本 / Register of parks: one row each, its content through time in the versions */
export interface ParkTable {
  tenant_id: string;
  park_id: string;
  unit_path: string;
  begun_on: string;
  ended_on: string | null;
  ending: string | null;
  revision: number;
  provenance: Json;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

/** [D] 经人核定不是同一园区的两条记录 / Two of the parks that somebody found not to be the same */
export interface ParkApartTable {
  tenant_id: string;
  unit_path: string;
  one_id: string;
  other_id: string;
  reason: string;
  at: string;
  by: string;
}

/** [D] 园区的沿革：谁并入谁，谁拆分出谁 / What became of the parks: merged into whom, split into which */
export interface ParkSuccessionTable {
  tenant_id: string;
  unit_path: string;
  from_id: string;
  to_id: string;
  on_day: string;
  kind: string;
}

/** [D] 园区在一段时间里的样子 / What the register says of one of the parks for a span of time */
export interface ParkVersionTable {
  tenant_id: string;
  park_id: string;
  unit_path: string;
  valid_from: string;
  valid_to: string | null;
  name: string;
  code: string | null;
  data: Json;
  reason: string | null;
  at: string;
  by: string;
}

/** [D] 规划 / Plan */
export interface PlanTable {
  tenant_id: string;
  plan_id: string;
  unit_path: string;
  title: string;
  stage: string;
  is_sample: boolean;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

/** [D] 规划文本的一个版本，按读取结果保存 / One version of a plan's document, as it was read */
export interface PlanDocumentTable {
  tenant_id: string;
  plan_id: string;
  unit_path: string;
  version: number;
  file_id: string;
  name: string;
  format: string;
  size: string;
  text: string;
  layout: Json;
  about: Json;
  tables: Json;
  findings: Json;
  created_at: string;
}

/** [D] 从规划读出或补录的事实 / Fact read from a plan or added to it */
export interface PlanFactTable {
  tenant_id: string;
  plan_id: string;
  unit_path: string;
  fact_id: string;
  document_version: number;
  kind: string;
  position: number;
  data: Json;
  original: Json | null;
  state: string;
  revision: number;
  updated_at: string;
  updated_by: string;
}

/** [D] 事实此前的每个样子，只增不改 / Every earlier state of a fact, only ever added to */
export interface PlanFactRevisionTable {
  tenant_id: string;
  plan_id: string;
  unit_path: string;
  fact_id: string;
  revision: number;
  data: Json;
  state: string;
  reason: string | null;
  at: string;
  by: string;
}

/** [D] 有理由不再提示的问题 / Findings put aside for good, with the reason */
export interface PlanFindingDismissalTable {
  tenant_id: string;
  plan_id: string;
  unit_path: string;
  fingerprint: string;
  reason: string;
  at: string;
  by: string;
}

/** [R] 岗位任期：谁在何时以何角色任职于何单位 / Who holds which role at which unit, and when */
export interface PostTable {
  post_id: string;
  seat_id: string;
  account_id: string;
  unit_path: string;
  role: string;
  kind: string;
  from_on: string;
  until_on: string | null;
  given_by: string;
  given_at: string;
  reason: string | null;
}

/** [D] 项目登记册：每个项目一行，内容随时间见其版本 / Register of projects: one row each, its content through time in the versions */
export interface ProjectTable {
  tenant_id: string;
  project_id: string;
  unit_path: string;
  begun_on: string;
  ended_on: string | null;
  ending: string | null;
  revision: number;
  provenance: Json;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

/** [D] 经人核定不是同一项目的两条记录 / Two of the projects that somebody found not to be the same */
export interface ProjectApartTable {
  tenant_id: string;
  unit_path: string;
  one_id: string;
  other_id: string;
  reason: string;
  at: string;
  by: string;
}

/** [D] 项目各阶段的经过，只增不改；阶段由此得出 / What happened to a project, only ever added to; its stage derives from it */
export interface ProjectEventTable {
  tenant_id: string;
  project_id: string;
  seq: number;
  unit_path: string;
  track: string;
  action: string;
  from_stage: string | null;
  to_stage: string;
  on_day: string;
  reason: string | null;
  stated: Json;
  evidence: Json;
  at: string;
  by: string;
  by_unit: string;
}

/** [D] 项目资金：开账数、来源、分月计划、到位、支付，只增不改，更正记负数 / Money of a project, only ever added to; a correction is an entry with the other sign */
export interface ProjectFundTable {
  tenant_id: string;
  project_id: string;
  fund_id: string;
  unit_path: string;
  kind: string;
  source: string | null;
  period: string | null;
  on_day: string;
  amount: string;
  typed: string;
  typed_unit: string;
  note: string | null;
  at: string;
  by: string;
  agreed_days: number | null;
}

/** [D] 项目的审批事项与四制 / Approvals and the four systems of a project */
export interface ProjectItemTable {
  tenant_id: string;
  project_id: string;
  item: string;
  unit_path: string;
  state: string;
  submitted_on: string | null;
  due_on: string | null;
  decided_on: string | null;
  number: string | null;
  reason: string | null;
  papers: Json;
  evidence: Json;
  updated_at: string;
  updated_by: string;
}

/** [D] 年度项目清单：进入与退出及其原因 / Lists of the year: entry and exit of projects, with the reason */
export interface ProjectListingTable {
  tenant_id: string;
  project_id: string;
  list: string;
  year: number;
  unit_path: string;
  entered_on: string;
  entry_reason: string;
  exited_on: string | null;
  exit_reason: string | null;
  at: string;
  by: string;
}

/** [D] 项目计划的节点：工期、前置、计划与实际日期 / Nodes of the plan of a project: length, what each waits for, planned and actual days */
export interface ProjectNodeTable {
  tenant_id: string;
  project_id: string;
  node_id: string;
  unit_path: string;
  place: number;
  name: string;
  kind: string;
  days: number;
  counts: string;
  after: Json;
  owner: string | null;
  item: string | null;
  not_before: string | null;
  start_on: string;
  finish_on: string;
  baseline_start_on: string | null;
  baseline_finish_on: string | null;
  actual_start_on: string | null;
  actual_finish_on: string | null;
  note: string | null;
  evidence: Json;
  updated_at: string;
  updated_by: string;
}

/** [D] 现场登记的形象进度，只增不改 / What somebody saw on the site of a project, only ever added to */
export interface ProjectNoteTable {
  tenant_id: string;
  project_id: string;
  note_id: string;
  unit_path: string;
  on_day: string;
  text: string;
  progress: string | null;
  evidence: Json;
  at: string;
  by: string;
  by_unit: string;
}

/** [D] 项目的节点计划：目标日期、起止与基线 / Plan of a project by nodes: target, span and baseline */
export interface ProjectPlanTable {
  tenant_id: string;
  project_id: string;
  unit_path: string;
  revision: number;
  template: string | null;
  target_on: string | null;
  start_on: string;
  finish_on: string;
  baseline_finish_on: string | null;
  baseline_on: string | null;
  updated_at: string;
  updated_by: string;
  template_unit: string | null;
  template_revision: number | null;
}

/** [D] 谁对项目负责：包保领导、专班、责任单位、首席服务员 / Who answers for a project */
export interface ProjectPostTable {
  tenant_id: string;
  project_id: string;
  post_id: string;
  unit_path: string;
  role: string;
  person: string;
  person_unit: string | null;
  from_on: string;
  to_on: string | null;
  reason: string | null;
  at: string;
  by: string;
}

/** [D] 项目的沿革：谁并入谁，谁拆分出谁 / What became of the projects: merged into whom, split into which */
export interface ProjectSuccessionTable {
  tenant_id: string;
  unit_path: string;
  from_id: string;
  to_id: string;
  on_day: string;
  kind: string;
}

/** [D] 本单位自定的节点模板 / Templates of nodes that an office has made its own */
export interface ProjectTemplateTable {
  tenant_id: string;
  unit_path: string;
  template_id: string;
  label: Json;
  source: string | null;
  nodes: Json;
  revision: number;
  updated_at: string;
  updated_by: string;
  withdrawn_on: string | null;
}

/** [D] 节点模板的每个版本，只增不改：用过的计划查得到当时的模板 / Every version of a template of nodes, only ever added to: a plan finds the template that it began with */
export interface ProjectTemplateVersionTable {
  tenant_id: string;
  unit_path: string;
  template_id: string;
  revision: number;
  label: Json;
  source: string | null;
  nodes: Json;
  reason: string | null;
  at: string;
  by: string;
}

/** [D] 项目在一段时间里的样子 / What the register says of one of the projects for a span of time */
export interface ProjectVersionTable {
  tenant_id: string;
  project_id: string;
  unit_path: string;
  valid_from: string;
  valid_to: string | null;
  name: string;
  code: string | null;
  data: Json;
  reason: string | null;
  at: string;
  by: string;
}

/** [D] 承诺台账：合同、规划与评审条件中对项目的约定；状态由此与经过推得 / What projects are held to, by contract, plan or review; the status follows from it and from what happened */
export interface PromiseTable {
  tenant_id: string;
  promise_id: string;
  unit_path: string;
  project_id: string;
  measure: string;
  what: string | null;
  comparator: string;
  value: string | null;
  dimension: string | null;
  typed: string | null;
  typed_unit: string | null;
  due_on: string | null;
  period: string | null;
  owner: string | null;
  source: Json;
  revision: number;
  created_at: string;
  created_by: string;
  updated_at: string;
  updated_by: string;
}

/** [D] 承诺的经过：实际、整改、豁免、清退，只增不改 / What happened to a promise, only ever added to */
export interface PromiseEventTable {
  tenant_id: string;
  promise_id: string;
  seq: number;
  unit_path: string;
  action: string;
  on_day: string;
  value: string | null;
  typed: string | null;
  typed_unit: string | null;
  is_kept: boolean | null;
  owner: string | null;
  due_on: string | null;
  reason: string | null;
  evidence: Json;
  at: string;
  by: string;
}

/** [L] 动态口令的备用码 / Recovery codes for when the device with the one-time codes is lost */
export interface RecoveryCodeTable {
  account_id: string;
  code_hash: string;
  used_at: string | null;
}

/** [R] 随附名录之后公布的行政区划变更 / Changes of regions announced after the shipped list */
export interface RegionChangeTable {
  code: string;
  on_day: string;
  kind: string;
  name: string;
  former: string | null;
  successors: Json;
  basis: string;
  at: string;
  by: string;
}

/** [D] 报送：一个单位、一张表、一期 / Report of a unit, a form and a period */
export interface ReportTable {
  tenant_id: string;
  report_id: string;
  unit_path: string;
  form_id: string;
  edition: string;
  period: string;
  stage: string;
  stands_at: string | null;
  revision: number;
  typed: Json;
  explanations: Json;
  rows: Json | null;
  returned: Json;
  corrected: Json;
  passed: Json;
  entered_for: boolean;
  submitted_at: string | null;
  submitted_by: string | null;
  updated_at: string;
  updated_by: string;
}

/** [D] 报送的每一步，只增不改；阶段由此得出 / What happened to a report, only ever added to; its stage follows from it */
export interface ReportEventTable {
  tenant_id: string;
  report_id: string;
  seq: number;
  unit_path: string;
  at: string;
  by: string;
  by_name: string;
  by_unit: string;
  action: string;
  from_stage: string | null;
  to_stage: string;
  stands_at: string | null;
  reason: string | null;
  cells: Json;
  via: string;
}

/** [D] 准予迟报 / Leave to report late */
export interface ReportLeaveTable {
  tenant_id: string;
  unit_path: string;
  form_id: string;
  period: string;
  open_until: string;
  reason: string;
  at: string;
  by: string;
}

/** [D] 已审数据按单位的汇总；上级由其下各单位的行相加 / Approved figures of a unit; those above are the sums of the rows below them */
export interface RollupTable {
  tenant_id: string;
  period: string;
  unit_path: string;
  indicator_id: string;
  subject_kind: string;
  level: number;
  industry: string;
  accumulation: string;
  scenario: string;
  total: string;
  weight: string | null;
  known: string;
  holes: string;
}

/** [L] 汇总已变、上级之和尚未更新的单位 / Units whose roll-ups changed since the sums above them were made */
export interface RollupDueTable {
  mark_id: Generated<string>;
  period: string;
  path: string;
}

/** [D] 单位及其下各单位汇总之和 / Sums of the roll-ups of a unit and of all below it */
export interface RollupSumTable {
  tenant_id: string;
  period: string;
  unit_path: string;
  indicator_id: string;
  subject_kind: string;
  level: number;
  industry: string;
  accumulation: string;
  scenario: string;
  depth: number;
  path: string;
  total: string;
  weight: string | null;
  known: string;
  holes: string;
}

/** [D] 规则中文件没有写明、由单位决定的事项，只增不改 / What the document of a rule leaves open and a unit has decided; only added to */
export interface RuleChoiceTable {
  tenant_id: string;
  unit_path: string;
  edition: string;
  question: string;
  number: number;
  answer: string;
  reason: string;
  at: string;
  by: string;
  by_name: string;
}

/** [D] 按规则作出的评价，连同依据和算法 / What the rules said of a subject, with facts, decisions and working */
export interface RuleEvaluationTable {
  tenant_id: string;
  evaluation_id: string;
  unit_path: string;
  edition: string;
  digest: string;
  subject_kind: string;
  subject_id: string;
  period: string | null;
  facts: Json;
  answers: Json;
  result: Json;
  at: string;
  by: string;
}

/** [L] 已执行的数据库变更 / Migrations that ran */
export interface SchemaMigrationTable {
  name: string;
  checksum: string;
  applied_at: string;
}

/** [L] 登录会话 / Sessions */
export interface SessionTable {
  session_id: string;
  token_hash: string;
  account_id: string;
  post_id: string | null;
  created_at: string;
  seen_at: string;
  ended_at: string | null;
  address: string | null;
  agent: string | null;
  way: Generated<string>;
}

/** [L] 登录日志：每次登录、拒绝与锁定 / Every sign-in, refusal and lock */
export interface SignInTable {
  sign_in_id: string;
  at: string;
  login: string;
  account_id: string | null;
  outcome: string;
  address: string | null;
  agent: string | null;
  way: Generated<string>;
}

/** [R] 数据归属单位（县区或开发区） / The county-level unit or zone that owns rows */
export interface TenantTable {
  tenant_id: string;
  code: string;
  name: string;
  unit_path: string;
  created_at: string;
}

/** [R] 单位：政府、部门、开发区、企业 / Units: governments, departments, zones, enterprises */
export interface UnitTable {
  unit_path: string;
  tenant_id: string;
  kind: string;
  region_code: string | null;
  since: string;
  until: string | null;
  successor: string | null;
}

/** [R] 单位的名称，随时间变化 / Names of units through time */
export interface UnitNameTable {
  unit_path: string;
  valid_from: string;
  valid_to: string | null;
  name: string;
  short_name: string | null;
}

/** [D] 单位自己的词汇：名称、计量单位、指标 / An office's own words: names, units, indicators */
export interface VocabularyTable {
  tenant_id: string;
  unit_path: string;
  words: Json;
  revision: number;
  updated_at: string;
  updated_by: string;
}

/** Every table, by its name in SQL. */
export interface Tables {
  account: AccountTable;
  account_identity: AccountIdentityTable;
  answer: AnswerTable;
  api_token: ApiTokenTable;
  audit: AuditTable;
  audit_pending: AuditPendingTable;
  audit_seal: AuditSealTable;
  bulletin: BulletinTable;
  element_allocation: ElementAllocationTable;
  element_demand: ElementDemandTable;
  element_quota: ElementQuotaTable;
  enterprise: EnterpriseTable;
  enterprise_apart: EnterpriseApartTable;
  enterprise_succession: EnterpriseSuccessionTable;
  enterprise_version: EnterpriseVersionTable;
  entry_review: EntryReviewTable;
  file: FileTable;
  file_chunk: FileChunkTable;
  incentive: IncentiveTable;
  incentive_payout: IncentivePayoutTable;
  job: JobTable;
  ledger_answer: LedgerAnswerTable;
  ledger_entry: LedgerEntryTable;
  ledger_event: LedgerEventTable;
  notice: NoticeTable;
  observation: ObservationTable;
  observation_revision: ObservationRevisionTable;
  park: ParkTable;
  park_apart: ParkApartTable;
  park_succession: ParkSuccessionTable;
  park_version: ParkVersionTable;
  plan: PlanTable;
  plan_document: PlanDocumentTable;
  plan_fact: PlanFactTable;
  plan_fact_revision: PlanFactRevisionTable;
  plan_finding_dismissal: PlanFindingDismissalTable;
  post: PostTable;
  project: ProjectTable;
  project_apart: ProjectApartTable;
  project_event: ProjectEventTable;
  project_fund: ProjectFundTable;
  project_item: ProjectItemTable;
  project_listing: ProjectListingTable;
  project_node: ProjectNodeTable;
  project_note: ProjectNoteTable;
  project_plan: ProjectPlanTable;
  project_post: ProjectPostTable;
  project_succession: ProjectSuccessionTable;
  project_template: ProjectTemplateTable;
  project_template_version: ProjectTemplateVersionTable;
  project_version: ProjectVersionTable;
  promise: PromiseTable;
  promise_event: PromiseEventTable;
  recovery_code: RecoveryCodeTable;
  region_change: RegionChangeTable;
  report: ReportTable;
  report_event: ReportEventTable;
  report_leave: ReportLeaveTable;
  rollup: RollupTable;
  rollup_due: RollupDueTable;
  rollup_sum: RollupSumTable;
  rule_choice: RuleChoiceTable;
  rule_evaluation: RuleEvaluationTable;
  schema_migration: SchemaMigrationTable;
  session: SessionTable;
  sign_in: SignInTable;
  tenant: TenantTable;
  unit: UnitTable;
  unit_name: UnitNameTable;
  vocabulary: VocabularyTable;
}
