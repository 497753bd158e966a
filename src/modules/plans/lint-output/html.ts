import type { Finding } from '../../../core/check.ts';
import type { ReadDocument } from '../../../core/document.ts';
import type { Language } from '../../../core/text.ts';
import { severityLabels } from './text.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] as string);

interface Mark {
  readonly start: number;
  readonly end: number;
  readonly finding: number;
}

/** The document's text with marks; where marks overlap, each stretch carries all that cover it. */
function markedText({ text }: ReadDocument, marks: readonly Mark[], findings: readonly Finding[]): string {
  const edges = [...new Set([0, text.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  const anchored = new Set<number>();
  let open: Mark[] = [];
  let next = 0;
  let html = '';
  for (const [i, from] of edges.entries()) {
    const to = edges[i + 1];
    if (to === undefined) break;
    while (next < sorted.length && (sorted[next] as Mark).start <= from) open.push(sorted[next++] as Mark);
    open = open.filter(({ end }) => end > from);
    const piece = escaped(text.slice(from, to));
    const [first] = open;
    if (first === undefined) {
      html += piece;
      continue;
    }
    const severity = open.map(({ finding }) => findings[finding]?.severity);
    const worst = severity.includes('error') ? 'error' : severity.includes('warning') ? 'warning' : 'advice';
    const id = anchored.has(first.finding) ? '' : ` id="m${first.finding}"`;
    anchored.add(first.finding);
    html += `<a class="mark ${worst}" href="#f${first.finding}"${id}>${piece}</a>`;
  }
  return html;
}

const style = `
:root{color-scheme:light dark;--ink:#1f2329;--paper:#fff;--soft:#f5f6f8;--line:#d9dde3;--error:#c0392b;--warning:#a86400;--advice:#3867b0}
@media (prefers-color-scheme:dark){:root{--ink:#dfe3e8;--paper:#16181c;--soft:#1f2227;--line:#363b43;--error:#ff8a7a;--warning:#f0b35a;--advice:#8fb5f5}}
*{box-sizing:border-box}body{margin:0;font:15px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif;color:var(--ink);background:var(--paper)}
header{padding:20px 28px;border-bottom:1px solid var(--line)}h1{font-size:20px;margin:0}h2{font-size:16px;margin:24px 0 8px}
main{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,420px);gap:0}
.text{padding:20px 28px;white-space:pre-wrap;overflow-wrap:anywhere;tab-size:4}
aside{border-left:1px solid var(--line);padding:8px 20px;background:var(--soft)}
.finding{padding:10px 0;border-bottom:1px solid var(--line)}.finding:target{outline:2px solid var(--advice);outline-offset:4px}
.tag{font-weight:600}.error .tag,.tag.error{color:var(--error)}.warning .tag,.tag.warning{color:var(--warning)}.advice .tag,.tag.advice{color:var(--advice)}
code{font:13px/1.5 ui-monospace,Consolas,monospace;display:block;margin-top:4px;overflow-wrap:anywhere}
.where{color:inherit;opacity:.75;font-size:13px}a{color:inherit}
.mark{text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:3px}.mark.error{text-decoration-color:var(--error);text-decoration-style:wavy}.mark.warning{text-decoration-color:var(--warning)}.mark.advice{text-decoration-color:var(--advice);text-decoration-style:dotted}
.mark:target{background:color-mix(in srgb,var(--advice) 25%,transparent)}
@media (max-width:900px){main{grid-template-columns:1fr}aside{border-left:0}}
@media print{main{display:block}aside{background:none;border:0;break-before:page}.finding{break-inside:avoid}}`;

/** A report in one file: the document with its marks, the findings with their sums; opens anywhere, loads nothing. */
export function lintHtml(findings: readonly Finding[], documents: readonly ReadDocument[], language: Language): string {
  const word = (zh: string, en: string) => escaped(language === 'zh' ? zh : en);
  const markOf = ({ name }: ReadDocument): Mark[] =>
    findings.flatMap(({ sources }, finding) =>
      sources
        .filter(({ file }) => file === undefined || file === name)
        .map(({ start, end }) => ({ start, end: Math.max(end, start + 1), finding })),
    );
  const list = findings.map(({ severity, message, rule, sources, arithmetic }, i) => {
    const places = sources
      .map(({ file, line, quote }) => {
        const place = documents.length > 1 ? `${file ?? ''} ` : '';
        return `<div class="where">${escaped(place)}${word(`第 ${line} 行`, `line ${line}`)}：${escaped(quote.replaceAll(/\s+/g, ' ').slice(0, 80))}</div>`;
      })
      .join('');
    const sum = arithmetic === null ? '' : `<code>${escaped(arithmetic)}</code>`;
    return `<section class="finding ${severity}" id="f${i}"><a href="#m${i}"><span class="tag">${word(severityLabels[severity].zh, severityLabels[severity].en)}</span></a> ${escaped(message[language])}${sum}${places}<div class="where">${escaped(rule)}</div></section>`;
  });
  const texts = documents.map(
    (document) =>
      `<h2>${escaped(document.name)}</h2><div class="text">${markedText(document, markOf(document), findings)}</div>`,
  );
  const title = `${word('检查报告', 'Check report')} · ${escaped(documents.map(({ name }) => name).join('、'))}`;
  const count = word(`${findings.length} 处问题`, `${findings.length} findings`);
  return `<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${style}</style></head><body><header><h1>${title}</h1><div>${count}</div></header><main><div>${texts.join('')}</div><aside>${list.join('')}</aside></main></body></html>\n`;
}
