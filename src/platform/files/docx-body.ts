import {
  type Body,
  type BodyItem,
  type NoteMark,
  newCell,
  newParagraph,
  type Origin,
  type Paragraph,
  type PointOrigin,
  type RunOrigin,
} from './docx-model.ts';
import { isOn } from './docx-styles.ts';
import { symbolOf } from './docx-symbols.ts';
import { closeRow, type OpenTable, openRow, openTable, tableProperty } from './docx-table.ts';
import { damaged, type Limits } from './limits.ts';
import { richOf } from './rich.ts';
import { type Attributes, walkXml } from './xml.ts';

/** What is not there for a reader: deletions, alternatives for older programs, former formats, field codes, phonetics. */
const skipped = new Set('del moveFrom Fallback instrText delText delInstrText rt sectPr object'.split(' '));
const isSkipped = (tag: string): boolean => skipped.has(tag) || tag.endsWith('PrChange');

/** Elements that print a character of their own. */
const printing: Readonly<Record<string, string>> = { tab: ' ', ptab: ' ', cr: '\n', noBreakHyphen: '-' };

interface Run {
  readonly origin: RunOrigin['run'];
  readonly after: PointOrigin;
  isHidden: boolean;
}

/** A field prints its result; what stands before the result is its code. */
interface Field {
  code: string;
  isResult: boolean;
}

/** What is open at a place of the XML, the innermost last. */
interface State {
  readonly containers: BodyItem[][];
  readonly paragraphs: Paragraph[];
  readonly runs: Run[];
  readonly tables: OpenTable[];
  readonly boxes: { readonly items: BodyItem[]; readonly point: PointOrigin }[];
  readonly formulas: PointOrigin[];
  readonly fields: Field[];
  readonly notes: NoteMark[];
  /** The run outside this part that holds it, for notes. */
  readonly host: PointOrigin | null;
  content: { readonly start: number; text: string } | null;
  properties: { readonly of: 'paragraph' | 'run'; readonly start: number } | null;
  /** Fields of contents, and the structured part of a gallery of contents. */
  contents: number;
  structures: number;
  gallery: number;
}

const container = ({ containers }: State): BodyItem[] => containers.at(-1) as BodyItem[];
const isContentsField = (field: Field | undefined): boolean => /^\s*TOC\b/i.test(field?.code ?? '');

function say(state: State, text: string, content: RunOrigin['content'] = null): void {
  const paragraph = state.paragraphs.at(-1);
  const run = state.runs.at(-1);
  if (paragraph === undefined || run === undefined || run.isHidden || text === '') return;
  if (state.fields.some(({ isResult }) => !isResult)) return;
  const point = state.boxes.at(-1)?.point ?? state.host ?? state.formulas[0];
  paragraph.parts.push(richOf<Origin>(text, point ?? { kind: 'run', run: run.origin, content }));
}

function openParagraph(state: State): void {
  const before = container(state).at(-1);
  const goesOn = before?.kind === 'paragraph' && before.runsOn;
  const paragraph = goesOn ? before : newParagraph(state.contents > 0 || state.gallery > 0);
  paragraph.runsOn = false;
  if (!goesOn) container(state).push(paragraph);
  state.paragraphs.push(paragraph);
}

function paragraphProperty(paragraph: Paragraph | undefined, tag: string, { val }: Attributes): void {
  if (paragraph === undefined) return;
  if (tag === 'pStyle') paragraph.style = val ?? null;
  else if (tag === 'numId') paragraph.num = val ?? null;
  else if (tag === 'ilvl') paragraph.level = Number(val ?? 0);
  else if (tag === 'outlineLvl') paragraph.outline = Number(val ?? 9);
  else if (tag === 'del') paragraph.runsOn = true;
}

function fieldMark(state: State, { fldCharType }: Attributes): void {
  const open = state.fields.at(-1);
  if (fldCharType === 'begin') state.fields.push({ code: '', isResult: false });
  else if (fldCharType === 'end') {
    if (isContentsField(state.fields.pop())) state.contents = Math.max(0, state.contents - 1);
  } else if (fldCharType === 'separate' && open !== undefined) {
    open.isResult = true;
    const paragraph = state.paragraphs.at(-1);
    if (isContentsField(open)) state.contents += 1;
    if (state.contents > 0 && paragraph !== undefined) paragraph.isContents = true;
  }
}

function noteMark(state: State, kind: NoteMark['kind'], { id }: Attributes): void {
  const run = state.runs.at(-1);
  if (run !== undefined && id !== undefined) state.notes.push({ kind, id, origin: run.after });
}

type Opened = (state: State, attributes: Attributes, start: number, end: number) => void;

const opened: Readonly<Record<string, Opened>> = {
  p: openParagraph,
  r: (state, _, start) => {
    const origin = { start, end: start, properties: null };
    state.runs.push({ origin, after: { kind: 'point', at: start }, isHidden: false });
  },
  pPr: (state, _, start) => {
    state.properties = { of: 'paragraph', start };
  },
  rPr: (state, _, start) => {
    // The mark of a paragraph has run properties too; they say nothing of its words.
    state.properties ??= { of: 'run', start };
  },
  t: (state, _, __, end) => {
    state.content = { start: end, text: '' };
  },
  br: (state, { type }) => say(state, type === undefined || type === 'textWrapping' ? '\n' : ''),
  sym: (state, attributes) => say(state, symbolOf(attributes)),
  fldChar: fieldMark,
  footnoteReference: (state, attributes) => noteMark(state, 'footnote', attributes),
  endnoteReference: (state, attributes) => noteMark(state, 'endnote', attributes),
  tbl: (state) => {
    const open = openTable();
    container(state).push(open.table);
    state.tables.push(open);
  },
  tr: ({ tables }) => {
    const open = tables.at(-1);
    if (open !== undefined) open.row = openRow();
  },
  tc: ({ tables, containers }) => {
    const cell = newCell();
    tables.at(-1)?.row?.cells.push(cell);
    containers.push(cell.items);
  },
  txbxContent: ({ boxes, runs, host, containers }) => {
    const point = boxes.at(-1)?.point ?? host ?? runs.at(-1)?.after ?? { kind: 'point', at: 0 };
    const items: BodyItem[] = [];
    boxes.push({ items, point });
    containers.push(items);
  },
  oMathPara: ({ formulas }, _, start) => formulas.push({ kind: 'point', at: start }),
  oMath: ({ formulas }, _, start) => formulas.push({ kind: 'point', at: start }),
  sdt: (state) => {
    state.structures += 1;
  },
  docPartGallery: (state, { val }) => {
    if (/table of contents/i.test(val ?? '')) state.gallery ||= state.structures;
  },
};

type Closed = (state: State, start: number, end: number) => void;

const closed: Readonly<Record<string, Closed>> = {
  p: ({ paragraphs }) => paragraphs.pop(),
  r: ({ runs }, _, end) => {
    const run = runs.pop();
    if (run === undefined) return;
    run.origin.end = end;
    run.after.at = end;
  },
  pPr: (state) => {
    state.properties = null;
  },
  rPr: (state, _, end) => {
    if (state.properties?.of !== 'run') return;
    const run = state.runs.at(-1);
    if (run !== undefined) run.origin.properties = [state.properties.start, end];
    state.properties = null;
  },
  t: (state, start) => {
    if (state.content === null) return;
    say(state, state.content.text.replace(/[\n\r\t]/g, ' '), [state.content.start, start]);
    state.content = null;
  },
  tc: ({ containers }) => containers.length > 1 && containers.pop(),
  tr: ({ tables }) => {
    const open = tables.at(-1);
    if (open === undefined) return;
    closeRow(open);
    open.row = null;
  },
  tbl: ({ tables }) => tables.pop(),
  txbxContent: (state) => {
    const box = state.boxes.pop();
    state.containers.pop();
    // A box stands where it is anchored: after the paragraph that holds it.
    if (box !== undefined) container(state).push(...box.items);
  },
  oMathPara: ({ formulas }) => formulas.pop(),
  oMath: ({ formulas }) => formulas.pop(),
  sdt: (state) => {
    if (state.gallery === state.structures) state.gallery = 0;
    state.structures -= 1;
  },
};

function openElement(state: State, tag: string, attributes: Attributes, start: number, end: number): void {
  if (state.properties?.of === 'paragraph') paragraphProperty(state.paragraphs.at(-1), tag, attributes);
  else if (state.properties?.of === 'run') {
    const run = state.runs.at(-1);
    if (tag === 'vanish' && run !== undefined) run.isHidden = isOn(attributes);
  } else {
    tableProperty(state.tables.at(-1), tag, attributes);
    const printed = printing[tag];
    if (printed !== undefined) say(state, printed);
  }
  if (!isSkipped(tag)) opened[tag]?.(state, attributes, start, end);
}

/** One part of the document (body, a note) as paragraphs and tables. */
export function readBody(name: string, xml: string, limits: Limits, host: PointOrigin | null = null): Body {
  const items: BodyItem[] = [];
  const state: State = {
    containers: [items],
    paragraphs: [],
    runs: [],
    tables: [],
    boxes: [],
    formulas: [],
    fields: [],
    notes: [],
    host,
    content: null,
    properties: null,
    contents: 0,
    structures: 0,
    gallery: 0,
  };
  let skipping: { readonly tag: string; depth: number } | null = null;
  walkXml(name, xml, limits, {
    open(tag, attributes, start, end) {
      if (skipping === null) openElement(state, tag, attributes, start, end);
      else if (tag === skipping.tag) skipping.depth += 1;
      if (skipping === null && isSkipped(tag)) skipping = { tag, depth: 1 };
    },
    text(text) {
      const field = state.fields.at(-1);
      if (skipping?.tag === 'instrText' && field !== undefined && !field.isResult) field.code += text;
      else if (skipping === null && state.content !== null) state.content.text += text;
    },
    close(tag, start, end) {
      if (skipping === null) closed[tag]?.(state, start, end);
      else if (tag === skipping.tag) skipping.depth -= 1;
      if (skipping?.depth === 0) skipping = null;
    },
  });
  if (state.containers.length !== 1) throw damaged(name, 'tables are not closed');
  return { items, notes: state.notes };
}
