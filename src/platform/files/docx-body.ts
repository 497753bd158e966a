import { isOn } from './docx-styles.ts';
import { damaged, type Limits } from './limits.ts';
import { concat, type Rich, richOf } from './rich.ts';
import { type Attributes, walkXml } from './xml.ts';

/** Where words stand in a part's XML: in a text element of a run, or, where no comment may stand, beside a run. */
export type Origin = RunOrigin | PointOrigin;

export interface RunOrigin {
  readonly kind: 'run';
  readonly run: { readonly start: number; end: number; properties: readonly [number, number] | null };
  /** The characters between the tags of the text element; null for a tab, break or symbol. */
  readonly content: readonly [number, number] | null;
}

/** Inside a text box or a note: comments stand at the run that holds the box or the mark. */
export interface PointOrigin {
  readonly kind: 'point';
  at: number;
}

export interface Paragraph {
  readonly kind: 'paragraph';
  rich: Rich<Origin>;
  style: string | null;
  num: string | null;
  level: number | null;
  outline: number | null;
  isContents: boolean;
  /** Its paragraph mark was deleted, so the next paragraph goes on in it. */
  runsOn: boolean;
}

export interface TableCell {
  readonly items: BodyItem[];
  columns: number;
  rows: number;
  merge: 'restart' | 'continue' | null;
  across: 'restart' | 'continue' | null;
}

export interface Table {
  readonly kind: 'table';
  readonly rows: TableCell[][];
  declaredHeads: number;
}

export type BodyItem = Paragraph | Table;

export interface Body {
  readonly items: readonly BodyItem[];
  /** Footnotes and endnotes in the order of their marks. */
  readonly notes: readonly { kind: 'footnote' | 'endnote'; id: string; origin: PointOrigin }[];
}

/** What is not there for a reader: deletions, alternatives for older programs, former formats, field codes, phonetics. */
const skipped = new Set([
  'del',
  'moveFrom',
  'Fallback',
  'instrText',
  'delText',
  'delInstrText',
  'rt',
  'sectPr',
  'object',
]);
const isSkipped = (tag: string): boolean => skipped.has(tag) || tag.endsWith('PrChange');

/** Ticks and boxes from symbol fonts, the marks that forms of offices use. */
const dingbats: Readonly<Record<string, string>> = {
  F0FE: '☑',
  F052: '☑',
  F0A8: '□',
  F0A3: '□',
  F06F: '□',
  F071: '□',
  F0FC: '√',
  F050: '√',
  F0FB: '×',
  F04F: '×',
  F06C: '●',
  F0E0: '→',
};
const mathSymbols: Readonly<Record<string, string>> = {
  F0B7: '·',
  F0B3: '≥',
  F0A3: '≤',
  F0B1: '±',
  F0B4: '×',
  F0B0: '°',
  F0BB: '≈',
  F06D: 'μ',
  F0AE: '→',
};
const symbolOf = ({ char = '', font = '' }: Attributes): string =>
  (/^symbol$/i.test(font) ? mathSymbols : dingbats)[char.toUpperCase().padStart(4, 'F0')] ?? '';

const breaks: Readonly<Record<string, string>> = { tab: ' ', ptab: ' ', cr: '\n', noBreakHyphen: '-', softHyphen: '' };

interface Field {
  code: string;
  isResult: boolean;
}

interface OpenRow {
  cells: TableCell[];
  column: number;
  isHead: boolean;
  isDeleted: boolean;
}

/** A table being read, with the cells above that a vertical merge may continue, by grid column. */
interface OpenTable {
  readonly table: Table;
  readonly above: Map<number, TableCell>;
  row: OpenRow | null;
}

/** One part of the document (body, footnotes) as paragraphs and tables. */
export function readBody(name: string, xml: string, limits: Limits, host: PointOrigin | null = null): Body {
  const body: BodyItem[] = [];
  const notes: { kind: 'footnote' | 'endnote'; id: string; origin: PointOrigin }[] = [];
  const containers: BodyItem[][] = [body];
  const paragraphs: Paragraph[] = [];
  const runs: { origin: RunOrigin['run']; isHidden: boolean; after: PointOrigin }[] = [];
  const tables: OpenTable[] = [];
  const boxes: { items: BodyItem[]; point: PointOrigin }[] = [];
  const formulas: PointOrigin[] = [];
  const fields: Field[] = [];
  let skipping: { tag: string; depth: number } | null = null;
  let content: { start: number; text: string } | null = null;
  let inProperties: 'pPr' | 'rPr' | null = null;
  let propertiesStart = 0;
  let contentsDepth = 0;
  let galleryDepth = 0;
  let structureDepth = 0;

  const container = (): BodyItem[] => containers.at(-1) as BodyItem[];
  const isCode = (): boolean => fields.some(({ isResult }) => !isResult);

  function say(text: string, place: readonly [number, number] | null): void {
    const paragraph = paragraphs.at(-1);
    const run = runs.at(-1);
    if (paragraph === undefined || run === undefined || run.isHidden || isCode() || text === '') return;
    const point = boxes.at(-1)?.point ?? host ?? formulas[0];
    const origin: Origin = point ?? { kind: 'run', run: run.origin, content: place };
    paragraph.rich = concat([paragraph.rich, richOf<Origin>(text, origin)]);
  }

  function openParagraph(): void {
    const before = container().at(-1);
    const goesOn = before?.kind === 'paragraph' && before.runsOn;
    const isContents = contentsDepth > 0 || galleryDepth > 0;
    const paragraph: Paragraph = goesOn
      ? before
      : {
          kind: 'paragraph',
          rich: richOf<Origin>('', null),
          style: null,
          num: null,
          level: null,
          outline: null,
          isContents,
          runsOn: false,
        };
    paragraph.runsOn = false;
    if (!goesOn) container().push(paragraph);
    paragraphs.push(paragraph);
  }

  function openCell(): void {
    const cell: TableCell = { items: [], columns: 1, rows: 1, merge: null, across: null };
    tables.at(-1)?.row?.cells.push(cell);
    containers.push(cell.items);
  }

  /** Places the cell of the row just read under the cells that it continues. */
  function closeRow({ table, above, row }: OpenTable): void {
    if (row === null || row.isDeleted) return;
    let column = row.column;
    const kept: TableCell[] =
      row.column > 0 ? [{ items: [], columns: row.column, rows: 1, merge: null, across: null }] : [];
    for (const cell of row.cells) {
      const over = above.get(column);
      const left = kept.at(-1);
      if (cell.across === 'continue' && left !== undefined) left.columns += cell.columns;
      else if (cell.merge === 'continue' && over !== undefined) over.rows += 1;
      else kept.push(cell);
      if (cell.merge !== 'continue') above.delete(column);
      if (cell.merge === 'restart') above.set(column, cell);
      column += cell.columns;
    }
    if (row.isHead && table.declaredHeads === table.rows.length) table.declaredHeads += 1;
    table.rows.push(kept);
  }

  function paragraphProperty(tag: string, attributes: Attributes): void {
    const paragraph = paragraphs.at(-1);
    if (paragraph === undefined) return;
    if (tag === 'pStyle') paragraph.style = attributes.val ?? null;
    else if (tag === 'numId') paragraph.num = attributes.val ?? null;
    else if (tag === 'ilvl') paragraph.level = Number(attributes.val ?? 0);
    else if (tag === 'outlineLvl') paragraph.outline = Number(attributes.val ?? 9);
  }

  function tableProperty(tag: string, attributes: Attributes): void {
    const row = tables.at(-1)?.row;
    const cell = row?.cells.at(-1);
    const merge = attributes.val === 'restart' ? 'restart' : 'continue';
    if (row === undefined || row === null) return;
    if (tag === 'gridBefore') row.column = Math.min(Number(attributes.val ?? 0) || 0, 1000);
    else if (tag === 'tblHeader') row.isHead = isOn(attributes);
    else if (cell === undefined) return;
    else if (tag === 'gridSpan') cell.columns = Math.max(1, Math.min(Number(attributes.val ?? 1) || 1, 1000));
    else if (tag === 'vMerge') cell.merge = merge;
    else if (tag === 'hMerge') cell.across = merge;
  }

  function field(attributes: Attributes): void {
    if (attributes.fldCharType === 'begin') fields.push({ code: '', isResult: false });
    else if (attributes.fldCharType === 'separate') {
      const open = fields.at(-1);
      if (open !== undefined) open.isResult = true;
      if (/^\s*TOC\b/i.test(open?.code ?? '')) contentsDepth += 1;
      const paragraph = paragraphs.at(-1);
      if (contentsDepth > 0 && paragraph !== undefined) paragraph.isContents = true;
    } else if (attributes.fldCharType === 'end') {
      if (/^\s*TOC\b/i.test(fields.pop()?.code ?? '')) contentsDepth = Math.max(0, contentsDepth - 1);
    }
  }

  function note(kind: 'footnote' | 'endnote', attributes: Attributes): void {
    const run = runs.at(-1);
    if (run !== undefined && attributes.id !== undefined) notes.push({ kind, id: attributes.id, origin: run.after });
  }

  const opened: Readonly<Record<string, (attributes: Attributes, start: number, end: number) => void>> = {
    p: openParagraph,
    r: (_, start) =>
      runs.push({
        origin: { start, end: start, properties: null },
        isHidden: false,
        after: { kind: 'point', at: start },
      }),
    pPr: () => {
      inProperties = 'pPr';
    },
    rPr: (_, start) => {
      // The mark of a paragraph has run properties too; they say nothing of its words.
      if (inProperties === null) {
        inProperties = 'rPr';
        propertiesStart = start;
      }
    },
    t: (_, __, end) => {
      content = { start: end, text: '' };
    },
    br: ({ type }) => say(type === undefined || type === 'textWrapping' ? '\n' : '', null),
    sym: (attributes) => say(symbolOf(attributes), null),
    fldChar: field,
    footnoteReference: (attributes) => note('footnote', attributes),
    endnoteReference: (attributes) => note('endnote', attributes),
    tbl: () => {
      const table: Table = { kind: 'table', rows: [], declaredHeads: 0 };
      container().push(table);
      tables.push({ table, above: new Map(), row: null });
    },
    tr: () => {
      const open = tables.at(-1);
      if (open !== undefined) open.row = { cells: [], column: 0, isHead: false, isDeleted: false };
    },
    tc: openCell,
    txbxContent: () => {
      const point = boxes.at(-1)?.point ?? runs.at(-1)?.after ?? host ?? { kind: 'point', at: 0 };
      const items: BodyItem[] = [];
      boxes.push({ items, point });
      containers.push(items);
    },
    oMathPara: (_, start) => formulas.push({ kind: 'point', at: start }),
    oMath: (_, start) => formulas.push({ kind: 'point', at: start }),
    sdt: () => {
      structureDepth += 1;
    },
    docPartGallery: ({ val }) => {
      if (/table of contents/i.test(val ?? '')) galleryDepth ||= structureDepth;
    },
  };

  const closed: Readonly<Record<string, (start: number, end: number) => void>> = {
    p: () => paragraphs.pop(),
    r: (_, end) => {
      const run = runs.pop();
      if (run === undefined) return;
      run.origin.end = end;
      run.after.at = end;
    },
    pPr: () => {
      inProperties = null;
    },
    rPr: (_, end) => {
      if (inProperties !== 'rPr') return;
      inProperties = null;
      const run = runs.at(-1);
      if (run !== undefined) run.origin.properties = [propertiesStart, end];
    },
    t: (start) => {
      if (content === null) return;
      say(
        content.text.replace(/[\n\r\t]+/g, (blank) => ' '.repeat(blank.length)),
        [content.start, start],
      );
      content = null;
    },
    tc: () => containers.length > 1 && containers.pop(),
    tr: () => {
      const open = tables.at(-1);
      if (open === undefined) return;
      closeRow(open);
      open.row = null;
    },
    tbl: () => tables.pop(),
    txbxContent: () => {
      const box = boxes.pop();
      containers.pop();
      // A box stands where it is anchored: after the paragraph that holds it.
      if (box !== undefined) container().push(...box.items);
    },
    oMathPara: () => formulas.pop(),
    oMath: () => formulas.pop(),
    sdt: () => {
      if (galleryDepth === structureDepth) galleryDepth = 0;
      structureDepth -= 1;
    },
  };

  let codeDepth = 0;
  walkXml(name, xml, limits, {
    open(tag, attributes, start, end) {
      if (skipping !== null) {
        if (tag === skipping.tag) skipping.depth += 1;
        return;
      }
      if (inProperties === 'pPr' && tag === 'del') {
        const paragraph = paragraphs.at(-1);
        if (paragraph !== undefined) paragraph.runsOn = true;
      }
      const open = tables.at(-1);
      const deletesRow = tag === 'del' && open?.row != null && open.row.cells.length === 0;
      if (deletesRow && open?.row) open.row.isDeleted = true;
      if (tag === 'instrText') codeDepth += 1;
      if (isSkipped(tag)) {
        skipping = { tag, depth: 1 };
        return;
      }
      if (tag === 'tab' && inProperties !== null) return;
      if (inProperties === 'pPr') paragraphProperty(tag, attributes);
      else if (inProperties === 'rPr' && tag === 'vanish') {
        const run = runs.at(-1);
        if (run !== undefined) run.isHidden = isOn(attributes);
      } else tableProperty(tag, attributes);
      if (breaks[tag] !== undefined && runs.length > 0) say(breaks[tag], null);
      opened[tag]?.(attributes, start, end);
    },
    text(text) {
      if (codeDepth > 0) {
        const open = fields.at(-1);
        if (open !== undefined && !open.isResult) open.code += text;
      } else if (skipping === null && content !== null) content.text += text;
    },
    close(tag, start, end) {
      if (tag === 'instrText') codeDepth -= 1;
      if (skipping !== null) {
        if (tag === skipping.tag) skipping.depth -= 1;
        if (skipping.depth === 0) skipping = null;
        return;
      }
      closed[tag]?.(start, end);
    },
  });
  if (containers.length !== 1) throw damaged(name, 'tables are not closed');
  return { items: body, notes };
}
