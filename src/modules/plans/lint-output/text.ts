import type { Finding, Severity } from '../../../core/check.ts';
import type { ReadDocument, Source } from '../../../core/document.ts';
import type { Label, Language } from '../../../core/text.ts';
import { displayWidth } from '../../../core/width.ts';

export const severityLabels: Readonly<Record<Severity, Label>> = {
  error: { zh: '错误', en: 'error' },
  warning: { zh: '提示', en: 'warning' },
  advice: { zh: '建议', en: 'advice' },
};

/** Characters shown on either side of the part in question; a paragraph of a plan is one long line. */
const around = 24;

/** Places shown under one finding; a finding that gathers forty typing mistakes names the rest by number. */
const shown = 8;

interface Excerpt {
  readonly line: number;
  readonly text: string;
  readonly underline: string;
}

/** The part in question in its line, with carets below; a quote over several lines shows its first one. */
function excerpt({ text, lineStarts }: ReadDocument, { line, start, end }: Source): Excerpt {
  const lineStart = lineStarts[line - 1] ?? 0;
  const lineEnd = (lineStarts[line] ?? text.length + 1) - 1;
  const last = Math.max(start, Math.min(end, lineEnd));
  const from = Math.max(lineStart, start - around);
  const to = Math.min(lineEnd, last + around);
  const printable = (piece: string) => piece.replaceAll('\t', ' ');
  const before = (from > lineStart ? '…' : '') + printable(text.slice(from, start));
  const marked = printable(text.slice(start, last));
  const after = printable(text.slice(last, to)) + (to < lineEnd ? '…' : '');
  return {
    line,
    text: before + marked + after,
    underline: ' '.repeat(displayWidth(before)) + '^'.repeat(Math.max(1, displayWidth(marked))),
  };
}

function paragraph(finding: Finding, documents: ReadonlyMap<string, ReadDocument>, language: Language): string {
  const { rule, severity, message, sources, arithmetic } = finding;
  const lines: string[] = [];
  const [first] = sources;
  const place = first === undefined ? '' : `${first.file ?? ''}:${first.line}  `;
  lines.push(`${place}${severityLabels[severity][language]}  ${message[language]}  [${rule}]`);
  for (const source of sources.slice(0, shown)) {
    const document = source.file === undefined ? [...documents.values()][0] : documents.get(source.file);
    if (document === undefined) continue;
    const { line, text, underline } = excerpt(document, source);
    const number = String(line).padStart(6);
    // A place in another of the documents says in which.
    const elsewhere = source.file !== undefined && source.file !== first?.file ? `${source.file}:` : '';
    if (elsewhere !== '') lines.push(`${' '.repeat(6)} │ ${elsewhere}`);
    lines.push(`${number} │ ${text}`, `${' '.repeat(6)} │ ${underline}`);
  }
  const left = sources.length - shown;
  if (left > 0) lines.push(language === 'zh' ? `       │ …另有 ${left} 处` : `       │ … and ${left} more places`);
  if (arithmetic !== null) lines.push(`${language === 'zh' ? '  算式' : '  sum '} = ${arithmetic}`);
  return lines.join('\n');
}

function closing(findings: readonly Finding[], language: Language): string {
  const count = (severity: Severity) => findings.filter((each) => each.severity === severity).length;
  const [errors, warnings, advice] = [count('error'), count('warning'), count('advice')];
  return language === 'zh'
    ? `共 ${findings.length} 处：错误 ${errors}，提示 ${warnings}，建议 ${advice}`
    : `${findings.length} findings: ${errors} errors, ${warnings} warnings, ${advice} advice`;
}

/** Findings for a terminal: each with its sentences, the part in question underlined, and the sum that decides. */
export function lintText(findings: readonly Finding[], documents: readonly ReadDocument[], language: Language): string {
  const byName = new Map(documents.map((document) => [document.name, document]));
  return [...findings.map((finding) => paragraph(finding, byName, language)), closing(findings, language)].join('\n\n');
}
