import type { Prose, Span, TableBlock } from '../../../../core/document.ts';
import type { Draft } from '../draft.ts';
import type { Section } from '../reading.ts';
import { cellPassages, cellProse, type Passage, passagesOf, sentenceSpans } from './passages.ts';
import { builtBy, firmProject, headlineEnd, isProjectTitle } from './project-headlines.ts';
import { type Found, listedProjects, singleProjects } from './project-phrases.ts';
import { projectRows, type RowFields } from './project-tables.ts';

/** A project that the document names, before owner and figures are read. */
export interface ProjectItem {
  readonly prose: Prose;
  /** Where the name stands in `prose`. */
  readonly span: Span;
  readonly kind: 'row' | 'box' | 'list' | 'single' | 'headline' | 'firm';
  readonly block: number;
  /** The table, box or heading that it comes from. */
  readonly list: string | null;
  readonly group: string | null;
  readonly status: string | null;
  /** Said before the name: “由甲公司投资建设的……”. */
  readonly owner?: string;
  /** What completes a bare item of a counted list. */
  readonly head: string;
  /** Running text that says more of it. */
  readonly details: readonly { readonly prose: Prose; readonly span: Span }[];
  readonly fields: RowFields | null;
}

/** Every project named in tables, boxes, lists and sentences, in the order of the document. */
export function projectItems(draft: Draft): readonly ProjectItem[] {
  const known = read.get(draft);
  if (known !== undefined) return known;
  const items = readItems(draft);
  read.set(draft, items);
  return items;
}

/** Parks, firms and projects all ask for the same items of one draft. */
const read = new WeakMap<Draft, readonly ProjectItem[]>();

function readItems(draft: Draft): ProjectItem[] {
  const { blocks } = draft.document;
  const passages = new Map(passagesOf(blocks).map((passage) => [passage.block, passage]));
  return blocks.flatMap((block, i) => {
    if (block.kind === 'table') return tableItems(draft, block, i);
    const passage = passages.get(i);
    if (passage === undefined) return [];
    return passage.kind === 'heading' ? headedItem(draft, passage, passages.get(i + 1)) : textItems(draft, passage);
  });
}

const projectBox = /重[点大](?:建设)?(?:工程|项目)|项目(?:清单|名单|一览|汇总|布局|表)|工程(?:清单|一览)/u;

function tableItems(draft: Draft, table: TableBlock, block: number): ProjectItem[] {
  const rows = projectRows(draft.document, table);
  const common = { block, list: table.title, status: null, head: '' };
  if (rows !== null)
    return rows.map(({ name, content, fields }) => ({
      ...common,
      prose: name,
      span: { start: 0, end: name.text.length },
      kind: 'row' as const,
      group: fields.industry,
      details: content.map((prose) => ({ prose, span: { start: 0, end: prose.text.length } })),
      fields,
    }));
  if (!table.box || table.headerRows > 0 || !projectBox.test(table.title ?? ''))
    return cellPassages(draft.document, table, block).flatMap((passage) => textItems(draft, passage));
  return table.rows.flatMap((row): ProjectItem[] => {
    const filled = row.filter(({ text }) => text !== '');
    const cell = filled.at(-1);
    if (cell === undefined) return [];
    const prose = cellProse(draft.document, cell);
    const group = filled.length > 1 && filled[0] !== cell ? (filled[0]?.text ?? null) : null;
    const end = nameEnd(prose.text);
    if (end < 4) return [];
    const details = [{ prose, span: { start: end, end: prose.text.length } }];
    return [{ ...common, prose, span: { start: 0, end }, kind: 'box', group, details, fields: null }];
  });
}

/** A box may say more after the name: “恒远轴承项目：总投资2亿元。” */
const nameEnd = (text: string): number => /[：:。；;]/u.exec(text)?.index ?? text.length;

function textItems(draft: Draft, passage: Passage): ProjectItem[] {
  const { prose, block } = passage;
  const section = draft.sectionOf[block] ?? null;
  const list = runInTitle(prose.text) ?? section?.title ?? null;
  const common = { prose, block, list, group: null, fields: null, head: '' };
  const headline = headlineEnd(passage, inProjectSection(section));
  const built = headline === null ? builtBy(prose.text) : null;
  if (built !== null) {
    const details = [{ prose, span: { start: built.name.end, end: prose.text.length } }];
    return [{ ...common, span: built.name, kind: 'headline', owner: built.owner, status: null, details }];
  }
  const firm = headline === null ? firmProject(prose.text) : null;
  if (firm !== null) {
    const details = [{ prose, span: { start: 0, end: prose.text.length } }];
    return [{ ...common, span: firm, kind: 'firm', status: null, details }];
  }
  if (headline !== null) {
    const details = [{ prose, span: { start: headline.end, end: prose.text.length } }];
    const list = listTitle(section);
    return [
      { ...common, span: headline, kind: 'headline', list, status: null, details },
      ...others(draft, passage, common, headline.end),
    ];
  }
  return others(draft, passage, common, 0);
}

/** “1. 恒远机械轴承项目。” as a heading: what follows tells of it. */
function headedItem(draft: Draft, heading: Passage, next: Passage | undefined): ProjectItem[] {
  if (next === undefined || next.kind === 'heading' || !isProjectTitle(heading.prose.text, next.prose.text)) return [];
  const { prose, block } = heading;
  const span = { start: 0, end: prose.text.replace(/[。：；\s]+$/u, '').length };
  const details = [{ prose: next.prose, span: { start: 0, end: next.prose.text.length } }];
  const list = listTitle(draft.sectionOf[block]?.parent ?? null);
  return [{ prose, block, span, kind: 'headline', list, group: null, fields: null, head: '', status: null, details }];
}

type Common = Pick<ProjectItem, 'prose' | 'block' | 'list' | 'group' | 'fields' | 'head'>;

function others(_draft: Draft, { prose }: Passage, common: Common, from: number): ProjectItem[] {
  const { text } = prose;
  return sentenceSpans(text)
    .filter(({ start }) => start >= from)
    .flatMap((sentence) => {
      const listed = listedProjects(text, sentence);
      const single = singleProjects(text, sentence).filter(
        (each) => !listed.some((one) => overlaps(one.span, each.span)),
      );
      const item = (found: Found, kind: 'list' | 'single', details: ProjectItem['details']): ProjectItem => ({
        ...common,
        span: found.span,
        kind,
        status: found.verb,
        head: found.head,
        details,
      });
      return [
        ...listed.map((found) => item(found, 'list', found.said === undefined ? [] : [{ prose, span: found.said }])),
        ...single.map((found, i) =>
          item(found, 'single', detailsAround(prose, sentence, found.span, single[i + 1]?.span ?? null)),
        ),
      ];
    });
}

/** What stands before the name in its clause (“投资5亿元的某项目”), and after it up to the clause of the next project. */
function detailsAround(prose: Prose, sentence: Span, { start, end }: Span, next: Span | null): ProjectItem['details'] {
  const { text } = prose;
  const from = Math.max(sentence.start, text.lastIndexOf('，', start) + 1);
  const to = next === null ? sentence.end : Math.max(end, text.lastIndexOf('，', next.start));
  return [
    { prose, span: { start: end, end: to } },
    { prose, span: { start: from, end: start } },
  ];
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** “重点项目。加快实施……”: a first sentence without a verb is the title of what follows. */
const runInTitle = (text: string): string | null => /^([^，。：、]{2,14})[。：]/u.exec(text)?.[1] ?? null;

/** The nearest chapter that lists projects, else the nearest chapter. */
function listTitle(section: Section | null): string | null {
  for (let each = section; each !== null; each = each.parent) if (projectBox.test(each.title)) return each.title;
  return section?.title ?? null;
}

const inProjectSection = (section: Section | null): boolean =>
  section !== null && (projectBox.test(section.title) || inProjectSection(section.parent));
