// Written by `npm run generate` from the migrated database; change a migration instead.
import type { ColumnType } from 'kysely';

/** Written as JSON text, read as the value: the driver would make an SQL array of a JavaScript one. */
type Json = ColumnType<unknown, string, string>;

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
}

/** [D] 文件内容分段，免得大文件占一个值 / Content in pieces, so that no value is huge */
export interface FileChunkTable {
  tenant_id: string;
  unit_path: string;
  file_id: string;
  seq: number;
  bytes: Uint8Array;
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

/** [L] 已执行的数据库变更 / Migrations that ran */
export interface SchemaMigrationTable {
  name: string;
  checksum: string;
  applied_at: string;
}

/** [R] 数据归属单位（县区或开发区） / The county-level unit or zone that owns rows */
export interface TenantTable {
  tenant_id: string;
  code: string;
  name: string;
  unit_path: string;
  created_at: string;
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
  answer: AnswerTable;
  audit: AuditTable;
  file: FileTable;
  file_chunk: FileChunkTable;
  plan: PlanTable;
  plan_document: PlanDocumentTable;
  plan_fact: PlanFactTable;
  plan_fact_revision: PlanFactRevisionTable;
  plan_finding_dismissal: PlanFindingDismissalTable;
  schema_migration: SchemaMigrationTable;
  tenant: TenantTable;
  vocabulary: VocabularyTable;
}
