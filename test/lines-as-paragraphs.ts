import type { Block, ReadDocument } from '../src/core/document.ts';
import { joinProse, lineStartsOf } from '../src/core/document.ts';

/** Every line a paragraph: these tests are about the files, not about headings. */
export function linesAsParagraphs(name: string, text: string): ReadDocument {
  const lineStarts = lineStartsOf(text);
  const blocks = lineStarts.flatMap((start, i): Block[] => {
    const end = (lineStarts[i + 1] ?? text.length + 1) - 1;
    const prose = joinProse(text, [{ start, end }], () => '');
    return prose.text.trim() === '' ? [] : [{ kind: 'paragraph', start, end, prose }];
  });
  return { name, format: 'txt', text, lineStarts, blocks };
}
