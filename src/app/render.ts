import type { Finding } from '../core/check.ts';
import type { ReadDocument } from '../core/document.ts';
import { Problem } from '../core/problem.ts';
import type { Language } from '../core/text.ts';
import type { Extraction } from '../modules/documents/extraction.ts';
import { extractionTable } from '../modules/documents/extraction-table.ts';
import type { Rendering } from '../modules/plans/engine.ts';
import { extractionSheets } from '../modules/plans/extraction-sheets.ts';
import { lintHtml } from '../modules/plans/lint-output/html.ts';
import { lintSarif } from '../modules/plans/lint-output/sarif.ts';
import { lintText } from '../modules/plans/lint-output/text.ts';
import { planRules } from '../modules/plans/rules/index.ts';
import { annotateDocx } from '../platform/files/docx-comments.ts';
import { writeXlsx } from '../platform/files/xlsx-writer.ts';
import { version } from './config.ts';

export { extractionTable };

export const extractionJson = (facts: Extraction): string => JSON.stringify(facts, null, 1);

/** The contract lantu.lint/1: a finding names the file of its first source. */
export function lintJson(findings: readonly Finding[], documents: readonly ReadDocument[]): string {
  const file = documents[0]?.name ?? null;
  return JSON.stringify(
    {
      schema: 'lantu.lint/1',
      findings: findings.map(({ rule, severity, message, sources, arithmetic, ...rest }) => ({
        rule,
        severity,
        message,
        file: rest.file ?? sources[0]?.file ?? file,
        sources,
        arithmetic,
      })),
    },
    null,
    1,
  );
}

const findingFormats: Readonly<
  Record<string, (findings: readonly Finding[], documents: readonly ReadDocument[], language: Language) => string>
> = {
  text: lintText,
  json: lintJson,
  sarif: (findings, documents, language) => lintSarif(findings, documents, { rules: planRules, version, language }),
  html: lintHtml,
};

export function renderFindings(
  format: string,
  findings: readonly Finding[],
  documents: readonly ReadDocument[],
  language: Language,
): string {
  const write = findingFormats[format];
  if (write === undefined)
    throw new Problem('invalid-input', { count: 1, issues: `--format: ${Object.keys(findingFormats).join(' | ')}` });
  return write(findings, documents, language);
}

const mediaTypes: Readonly<Record<Rendering['format'], readonly [string, string]>> = {
  extraction: ['.json', 'application/json; charset=utf-8'],
  lint: ['.lint.json', 'application/json; charset=utf-8'],
  sarif: ['.sarif', 'application/sarif+json; charset=utf-8'],
  html: ['.html', 'text/html; charset=utf-8'],
  text: ['.txt', 'text/plain; charset=utf-8'],
  docx: ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  xlsx: ['.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
};

async function contentOf({ format, document, facts, findings, original, language }: Rendering): Promise<Uint8Array> {
  const utf8 = (text: string) => new TextEncoder().encode(text);
  if (format === 'extraction') return utf8(extractionJson(facts));
  if (format === 'xlsx') return writeXlsx(extractionSheets(facts, findings, language));
  if (format === 'docx') {
    if (document.format !== 'docx') throw new Problem('file-format', { format: `.${document.format} → .docx` });
    const notes = findings.flatMap(({ message, arithmetic, sources }) =>
      sources.slice(0, 1).map(({ start, end }) => ({
        start,
        end,
        author: '蓝图 Lantu',
        text: arithmetic === null ? message[language] : `${message[language]}\n${arithmetic}`,
      })),
    );
    return annotateDocx(document.name, original, notes);
  }
  return utf8(renderFindings(format === 'lint' ? 'json' : format, findings, [document], language));
}

/** A file to download, named after the plan. */
export async function render(rendering: Rendering): Promise<{ name: string; mediaType: string; bytes: Uint8Array }> {
  const [extension, mediaType] = mediaTypes[rendering.format];
  const title = rendering.title
    .replaceAll(/[\\/:*?"<>|\s]+/g, ' ')
    .trim()
    .slice(0, 80);
  return { name: `${title}${extension}`, mediaType, bytes: await contentOf(rendering) };
}
