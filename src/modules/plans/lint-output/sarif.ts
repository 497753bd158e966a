import type { Check, Finding, Severity } from '../../../core/check.ts';
import { lineAt, type ReadDocument, type Source } from '../../../core/document.ts';
import type { Language } from '../../../core/text.ts';
import { fingerprint } from '../fingerprint.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', advice: 'note' };

type RuleHead = Pick<Check<never>, 'id' | 'title' | 'why' | 'severity'>;

function location(source: Source, documents: ReadonlyMap<string, ReadDocument>) {
  const { file, line, start, end, quote } = source;
  const document = file === undefined ? [...documents.values()][0] : documents.get(file);
  const lineStarts = document?.lineStarts ?? [0];
  const endLine = lineAt(lineStarts, Math.max(start, end - 1));
  return {
    physicalLocation: {
      artifactLocation: { uri: encodeURI(file ?? document?.name ?? '') },
      region: {
        startLine: line,
        startColumn: start - (lineStarts[line - 1] ?? 0) + 1,
        endLine,
        endColumn: end - (lineStarts[endLine - 1] ?? 0) + 1,
        charOffset: start,
        charLength: end - start,
        snippet: { text: quote },
      },
    },
  };
}

/** Findings as SARIF 2.1.0; columns count UTF-16 units. */
export function lintSarif(
  findings: readonly Finding[],
  documents: readonly ReadDocument[],
  { rules, version, language }: { rules: readonly RuleHead[]; version: string; language: Language },
): string {
  const byName = new Map(documents.map((document) => [document.name, document]));
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const index = new Map(rules.map(({ id }, i) => [id as string, i]));
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        columnKind: 'utf16CodeUnits',
        tool: {
          driver: {
            name: 'lantu',
            version,
            rules: rules.map(({ id, title, why, severity }) => ({
              id,
              shortDescription: { text: title[language] },
              fullDescription: { text: why[language] },
              help: { text: `${title[other]} – ${why[other]}` },
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        results: findings.map((finding) => {
          const [first, ...related] = finding.sources.map((source) => location(source, byName));
          const text = [finding.message[language], finding.arithmetic].filter((part) => part !== null).join('\n');
          return {
            ruleId: finding.rule,
            ...(index.has(finding.rule) && { ruleIndex: index.get(finding.rule) }),
            level: levels[finding.severity],
            message: { text },
            locations: first === undefined ? [] : [first],
            relatedLocations: related.map((each, id) => ({ id: id + 1, ...each })),
            partialFingerprints: { 'lantu/1': fingerprint(finding) },
          };
        }),
      },
    ],
  };
  return JSON.stringify(log, null, 1);
}
