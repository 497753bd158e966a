import { expect, test } from 'vitest';
import type { Finding } from '../../../core/check.ts';
import { lineStartsOf, type ReadDocument, sourceOf } from '../../../core/document.ts';
import { fingerprint } from '../fingerprint.ts';
import { lintHtml } from './html.ts';
import { lintSarif } from './sarif.ts';
import { lintText } from './text.ts';

const text = '云河市产业规划\n2025年产值为100亿元，<b>年均增长10%</b>，到2030年达到300亿元。\n';
const document: ReadDocument = { name: '规划.txt', format: 'txt', text, lineStarts: lineStartsOf(text), blocks: [] };
const at = (quote: string) => ({
  file: '规划.txt',
  ...sourceOf(document, { start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }),
});
const finding: Finding = {
  rule: 'growth/annual',
  severity: 'error',
  message: { zh: '增速与目标不符', en: 'The rate does not lead to the target' },
  sources: [at('年均增长10%'), at('300亿元')],
  arithmetic: '100 × 1.1^5 = 161 ≠ 300',
};

test('the terminal shows the part in question underlined where a Chinese character takes two columns', () => {
  const lines = lintText([finding], [document], 'zh').split('\n');
  expect(lines[0]).toBe('规划.txt:2  错误  增速与目标不符  [growth/annual]');
  expect(lines[1]).toBe('     2 │ 2025年产值为100亿元，<b>年均增长10%</b>，到2030年达到300亿元。');
  expect(lines[2]).toBe(`       │ ${' '.repeat(4 + 8 + 3 + 6 + 3)}${'^'.repeat(11)}`);
  expect(lines.at(-1)).toBe('共 1 处：错误 1，提示 0，建议 0');
});

test('SARIF names the rule, the columns and a fingerprint', () => {
  const rule = {
    id: 'growth/annual' as const,
    severity: 'error' as const,
    title: finding.message,
    why: finding.message,
  };
  const log = JSON.parse(lintSarif([finding], [document], { rules: [rule], version: '1', language: 'en' }));
  expect(log.version).toBe('2.1.0');
  const [result] = log.runs[0].results;
  expect(result).toMatchObject({ ruleId: 'growth/annual', ruleIndex: 0, level: 'error' });
  const { region } = result.locations[0].physicalLocation;
  expect(text.split('\n')[region.startLine - 1]?.slice(region.startColumn - 1, region.endColumn - 1)).toBe(
    '年均增长10%',
  );
  expect(result.relatedLocations).toHaveLength(1);
  expect(result.partialFingerprints['lantu/1']).toBe(fingerprint(finding));
});

test('the HTML report loads nothing, escapes the document and links marks with findings both ways', () => {
  const html = lintHtml([finding], [document], 'zh');
  expect(html).not.toMatch(/<b>|<script|https?:|url\(/);
  expect(html).toContain('&lt;b&gt;');
  expect(html).toContain('<a class="mark error" href="#f0" id="m0">年均增长10%</a>');
  expect(html).toContain('id="f0"');
  expect(html).toContain('100 × 1.1^5 = 161 ≠ 300');
});

test('overlapping marks lose no character of the document', () => {
  const overlapping = { ...finding, sources: [at('产值为100亿元，<b>年均'), at('年均增长10%</b>')] };
  const html = lintHtml([overlapping], [document], 'zh');
  const body = html.slice(html.indexOf('<div class="text">') + 18, html.indexOf('</div></div><aside>'));
  const plain = body
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>');
  expect(plain).toBe(text);
});

test('a fingerprint survives text added above and line wraps inside, and tells rules apart', () => {
  const moved = {
    ...finding,
    sources: finding.sources.map((source) => ({
      ...source,
      line: 9,
      start: 90,
      end: 99,
      quote: source.quote.replace('增', '\n增'),
    })),
  };
  expect(fingerprint(moved)).toBe(fingerprint(finding));
  expect(fingerprint({ ...finding, rule: 'fact/two-values' })).not.toBe(fingerprint(finding));
});

test('a finding with many places shows some and counts the rest', () => {
  const many = { ...finding, sources: Array.from({ length: 11 }, () => at('300亿元')) };
  const lines = lintText([many], [document], 'zh').split('\n');
  expect(lines.filter((line) => /^\s+│ \s*\^+$/.test(line))).toHaveLength(8);
  expect(lines).toContain('       │ …另有 3 处');
});
