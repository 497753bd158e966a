import {
  type Block,
  joinProse,
  type Prose,
  type ReadDocument,
  type Span,
  type TableBlock,
} from '../../../core/document.ts';
import { units as shippedUnits, type Units, unitsWith } from '../../../core/quantity.ts';
import type { DocumentFacts } from '../extraction.ts';
import type { OwnVocabulary } from '../own-vocabulary.ts';
import { isReport, ownPeriodOf } from './entities/own-period.ts';
import { narrow } from './numerals.ts';
import { type Now, periodsIn } from './periods.ts';
import { quantitiesIn } from './quantities.ts';
import type { Sentence } from './reading.ts';

const longest = 1500;
const ender = /[。！？；!?;]+[”’」』）)》】]*/g;

/** Ends of the sentences of a text: after 。！？； with the quotes and brackets that close there. */
function sentenceEnds(text: string): number[] {
  const ends: number[] = [];
  let from = 0;
  const add = (end: number) => {
    // What never ends (a converter lost the full stops) is cut at a comma: reading a sentence may cost its square.
    while (end - from > longest) {
      const comma = text.lastIndexOf('，', from + longest);
      from = comma > from ? comma + 1 : from + longest;
      ends.push(from);
    }
    if (end > from) ends.push(end);
    from = end;
  };
  ender.lastIndex = 0;
  while (ender.exec(text) !== null) add(ender.lastIndex);
  add(text.length);
  return ends;
}

/** The parts of a prose up to each end; one walk over its runs, however many parts there are. */
function cut(prose: Prose, ends: readonly number[]): Prose[] {
  let run = 0;
  let from = 0;
  return ends.map((end) => {
    const runs: [number, number][] = [];
    while ((prose.runs[run + 1]?.[0] ?? Number.POSITIVE_INFINITY) <= from) run++;
    for (let i = run; i < prose.runs.length; i++) {
      const [at, source] = prose.runs[i] as readonly [number, number];
      if (at >= end) break;
      const start = Math.max(at, from);
      runs.push([start - from, source + start - at]);
    }
    const part = { text: prose.text.slice(from, end), runs };
    from = end;
    return part;
  });
}

function linesOf(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  for (let from = start; from < end; ) {
    const found = text.indexOf('\n', from);
    const to = found < 0 || found > end ? end : found;
    let [a, b] = [from, to];
    while (a < b && text.charAt(a).trim() === '') a++;
    while (b > a && text.charAt(b - 1).trim() === '') b--;
    if (b > a) spans.push({ start: a, end: b });
    from = to + 1;
  }
  return spans;
}

const worded = /[\u4e00-\u9fff][\u4e00-\u9fff]/;

/** Cells that hold a statement rather than a figure or a label: “到2025年，入驻企业30户以上。” */
function statements(document: ReadDocument, { rows, headerRows }: TableBlock): Prose[] {
  const seen = new Set<Span>();
  const proses: Prose[] = [];
  for (const row of rows.slice(headerRows)) {
    for (const cell of row) {
      if (seen.has(cell) || cell.text.length < 12 || !/[，。；,;]/.test(cell.text) || !worded.test(cell.text)) continue;
      seen.add(cell);
      proses.push(joinProse(document.text, linesOf(document.text, cell), () => ''));
    }
  }
  return proses;
}

const prosesOf = (document: ReadDocument, block: Block): Prose[] => {
  if (block.kind === 'furniture') return [];
  return block.kind === 'table' ? statements(document, block) : [block.prose];
};

const yearIn = (text: string | null | undefined): number | null => {
  const year = /^\d{4}/.exec(text ?? '')?.[0];
  return year === undefined ? null : Number(year);
};

/** What 今年 and 近五年 count from in this document. */
export function nowOf(about: DocumentFacts): Now {
  const own = ownPeriodOf(about);
  const ownYear = yearIn(own);
  const issued = yearIn(about.issuedOn);
  const start = yearIn(about.period?.start);
  const year = issued ?? start ?? ownYear;
  const isPast = ownYear !== null && (isReport(about) || (issued !== null && issued > ownYear));
  const last = isPast ? ownYear : year === null ? null : year - 1;
  return { year, base: yearIn(about.baseYear) ?? (start === null ? last : start - 1), own };
}

/** The shipped units and the office's own. */
export const unitsOf = (own: OwnVocabulary): Units => (own.units.length === 0 ? shippedUnits : unitsWith(own.units));

/** Cuts running text into sentences and finds the quantities and periods in each. */
export function sentencesOf(document: ReadDocument, about: DocumentFacts, own: OwnVocabulary): Sentence[] {
  const now = nowOf(about);
  const units = unitsOf(own);
  const sentences: Sentence[] = [];
  document.blocks.forEach((block, index) => {
    for (const prose of prosesOf(document, block)) {
      for (const part of cut(prose, sentenceEnds(prose.text))) {
        const plain = narrow(part.text);
        const { periods, dates } = periodsIn(plain, now);
        sentences.push({ prose: part, block: index, quantities: quantitiesIn(plain, dates, units), periods });
      }
    }
  });
  return sentences;
}
