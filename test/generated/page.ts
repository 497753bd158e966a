/** A plan before it is laid out: blocks of words, and what a careful reader would note about them. */
import type { Figure } from './gold.ts';

/** A clause with the figures that it states; `mark` lets planted errors point at it. */
export interface Phrase {
  readonly text: string;
  readonly figures?: readonly Figure[];
  readonly mark?: string | readonly string[];
}

/** Where something stands before lines are known: in a block, perhaps in one row of it. */
export interface Place {
  readonly block: number;
  readonly quote: string;
  readonly row?: number;
}

export type TableLook = 'tabs' | 'spaces' | 'pipes' | 'cells';

export interface Table {
  readonly title: string;
  readonly caption: string;
  readonly unit: string | null;
  readonly head: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  readonly look: TableLook;
}

export type Block =
  | { readonly kind: 'title' | 'address' | 'dateline' | 'box-title'; readonly text: string }
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'contents' }
  | { readonly kind: 'table'; readonly table: Table };

export interface Page {
  readonly blocks: readonly Block[];
  readonly figures: readonly { readonly figure: Figure; readonly place: Place }[];
  readonly marks: ReadonlyMap<string, readonly Place[]>;
}

export interface PageWriter {
  readonly page: Page;
  line(kind: 'title' | 'address' | 'dateline' | 'box-title', text: string): Place;
  heading(level: number, title: string): Place;
  /** A heading as it is given, number and all; it does not count. */
  plainHeading(level: number, text: string): Place;
  paragraph(...phrases: readonly (Phrase | string)[]): Place;
  contents(): void;
  table(table: Table): number;
  note(figure: Figure, place: Place): void;
  mark(name: string, place: Place): void;
}

export type Numbering = (level: number, index: number, above: readonly number[]) => string;

export function createPage(numbering: Numbering): PageWriter {
  const blocks: Block[] = [];
  const figures: { figure: Figure; place: Place }[] = [];
  const marks = new Map<string, Place[]>();
  const counters: number[] = [];
  const push = (block: Block): number => blocks.push(block) - 1;
  const mark = (name: string, place: Place): void => {
    marks.set(name, [...(marks.get(name) ?? []), place]);
  };
  const write: PageWriter = {
    page: { blocks, figures, marks },
    line: (kind, text) => ({ block: push({ kind, text }), quote: text }),
    heading(level, title) {
      counters.length = level;
      counters[level - 1] = (counters[level - 1] ?? 0) + 1;
      const text = numbering(level, counters[level - 1] as number, counters) + title;
      return { block: push({ kind: 'heading', level, text }), quote: text };
    },
    plainHeading: (level, text) => ({ block: push({ kind: 'heading', level, text }), quote: text }),
    paragraph(...phrases) {
      const whole = phrases.map((each) => (typeof each === 'string' ? each : each.text)).join('');
      const block = push({ kind: 'paragraph', text: whole });
      for (const each of phrases) {
        if (typeof each === 'string') continue;
        const place = { block, quote: each.text };
        for (const figure of each.figures ?? []) figures.push({ figure, place });
        for (const name of typeof each.mark === 'string' ? [each.mark] : (each.mark ?? [])) mark(name, place);
      }
      return { block, quote: whole };
    },
    contents: () => void push({ kind: 'contents' }),
    table: (table) => push({ kind: 'table', table }),
    note: (figure, place) => void figures.push({ figure, place }),
    mark,
  };
  return write;
}

const chinese = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** 1–99 in Chinese numerals. */
export function chineseNumber(value: number): string {
  if (value <= 10) return chinese[value] as string;
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  return `${tens > 1 ? chinese[tens] : ''}十${ones > 0 ? chinese[ones] : ''}`;
}

export const numberings: Readonly<Record<'official' | 'chapters' | 'decimal' | 'loose', Numbering>> = {
  official: (level, index) =>
    [`${chineseNumber(index)}、`, `（${chineseNumber(index)}）`, `${index}.`, `（${index}）`][level - 1] ?? '',
  chapters: (level, index) =>
    [
      `第${chineseNumber(index)}章 `,
      `第${chineseNumber(index)}节 `,
      `${chineseNumber(index)}、`,
      `（${chineseNumber(index)}）`,
    ][level - 1] ?? '',
  decimal: (level, index, above) => `${[...above.slice(0, level - 1), index].join('.')} `,
  loose: (level, index) =>
    [`${chineseNumber(index)}、`, `(${chineseNumber(index)})`, `${index}、`, `(${index})`][level - 1] ?? '',
};
