import type { ExportedAudit } from './store.ts';

/** A cell that a spreadsheet would take for a formula is marked as text. */
const cell = (value: string | null): string => {
  const text = value ?? '';
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

const columns: readonly (readonly [string, (row: ExportedAudit) => string | null])[] = [
  ['时间 at', ({ exactAt }) => exactAt],
  ['操作人 actor', ({ actor }) => actor],
  ['姓名 name', ({ actorName }) => actorName],
  ['单位 unit', ({ unitPath }) => unitPath],
  ['操作 operation', ({ operation }) => operation],
  ['对象 entity', ({ entity }) => entity],
  ['编号 id', ({ entityId }) => entityId],
  ['此前 before', ({ before }) => before],
  ['此后 after', ({ after }) => after],
  ['审计行 audit id', ({ id }) => id],
  ['链序号 link', ({ seq }) => seq],
  ['摘要 sha256', ({ digest }) => digest],
  ['链值 hash', ({ hash }) => hash],
];

/** For spreadsheets (UTF-8 with its mark) and for whoever compares digests; the lines before the closing one. */
export const auditCsv = (rows: readonly ExportedAudit[]): string => {
  const lines = [columns.map(([title]) => cell(title)), ...rows.map((row) => columns.map(([, of]) => cell(of(row))))];
  return `\uFEFF${lines.map((cells) => `${cells.join(',')}\r\n`).join('')}`;
};

/** Closes the file: how many rows, and the SHA-256 of all bytes before this line. */
export const closingLine = (rows: number, sha256: string): string => `rows,${rows},sha256,${sha256}\r\n`;
