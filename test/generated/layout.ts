/** From blocks to lines: the forms in which plans really reach a reader. */
import type { Located } from './gold.ts';
import type { Block, Page, Place, Table } from './page.ts';
import type { Dice } from './random.ts';

export interface Layout {
  readonly name: 'plain' | 'spaced' | 'wrapped' | 'wrapped-spaced' | 'markdown';
  /** Half-width columns at which lines break; null for one line per paragraph. */
  readonly width: number | null;
  readonly indent: string;
  readonly blankBetween: boolean;
  readonly markdown: boolean;
  /** Characters on a page; null without page marks. */
  readonly pageLength: number | null;
  readonly pageMark: (page: number) => readonly string[];
  /** A scan leaves ends of lines from the margin between paragraphs. */
  readonly ghosts: boolean;
}

interface Laid {
  readonly text: string;
  readonly locate: (place: Place) => Located;
}

interface Piece {
  readonly line: number;
  readonly text: string;
}

const widthOf = (character: string): number => (/[\u2e80-\uffef“”‘’—…]/.test(character) ? 2 : 1);

/** Lines of at most `width` half-width columns; figures and Latin words stay whole, punctuation does not start a line. */
export function wrap(text: string, width: number): string[] {
  const units = text.match(/[A-Za-z0-9.,%×/-]+|./gu) ?? [];
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const unit of units) {
    const size = [...unit].reduce((sum, each) => sum + widthOf(each), 0);
    if (used + size > width && line !== '' && !/^[，。、；：）”》？！]/.test(unit)) {
      lines.push(line);
      line = '';
      used = 0;
    }
    line += unit;
    used += size;
  }
  if (line !== '') lines.push(line);
  return lines;
}

export function layOut(page: Page, layout: Layout, dice: Dice): Laid {
  const lines: string[] = [];
  const pieces: Piece[][] = [];
  const rows: Piece[][][] = [];
  let onPage = 0;
  let pageNumber = 1;

  const blank = (): void => {
    if (lines.at(-1) !== '') lines.push('');
  };
  const turn = (): void => {
    lines.push(...layout.pageMark(pageNumber));
    pageNumber += 1;
    onPage = 0;
  };
  const put = (mine: Piece[], text: string): void => {
    lines.push(text);
    mine.push({ line: lines.length, text });
    onPage += text.length;
  };
  const running = (mine: Piece[], text: string, indent: string): void => {
    const { width, pageLength, blankBetween } = layout;
    if (width === null) {
      const room = pageLength === null ? Infinity : pageLength - onPage;
      const cut = text.length > room && room > 40 ? breakNear(text, room) : 0;
      if (cut > 0 && dice.chance(0.5)) {
        put(mine, indent + text.slice(0, cut));
        if (blankBetween) blank();
        turn();
        put(mine, text.slice(cut));
      } else put(mine, indent + text);
      return;
    }
    for (const [i, line] of wrap(indent + text, width).entries()) {
      if (i > 0 && layout.name === 'wrapped-spaced') blank();
      if (i > 0 && pageLength !== null && onPage > pageLength) turn();
      put(mine, line);
    }
  };

  page.blocks.forEach((block, index) => {
    const mine: Piece[] = [];
    const mineRows: Piece[][] = [];
    pieces[index] = mine;
    rows[index] = mineRows;
    if (layout.pageLength !== null && onPage > layout.pageLength && index > 4) turn();
    if (block.kind === 'table') {
      if (layout.blankBetween) blank();
      const repeated = block.table.head.map((cells) => tableLine(block.table, cells));
      putTable(block.table, layout, (text, row) => {
        // A long table goes on over the page, often under its head once more.
        const breaks =
          row !== null && layout.pageLength !== null && block.table.look !== 'pipes' && block.table.look !== 'cells';
        if (breaks && onPage > layout.pageLength * 1.2) {
          turn();
          if (dice.chance(0.5)) lines.push(...repeated);
        }
        put(mine, text);
        const at = mine.at(-1) as Piece;
        if (row !== null) mineRows[row] = [...(mineRows[row] ?? []), at];
      });
    } else if (block.kind === 'contents') {
      for (const each of contents(page.blocks, layout, dice)) put(mine, each);
    } else if (block.kind === 'heading') {
      if (layout.blankBetween) blank();
      put(
        mine,
        (layout.markdown ? `${'#'.repeat(block.level + 1)} ` : block.level > 1 ? layout.indent : '') + block.text,
      );
    } else if (block.kind === 'paragraph') {
      running(mine, block.text, layout.indent);
    } else if (block.kind === 'title' && layout.markdown) put(mine, `# ${block.text}`);
    else if (block.kind === 'title' && layout.width !== null) running(mine, block.text, '');
    else put(mine, block.kind === 'box-title' && layout.markdown ? `**${block.text}**` : block.text);
    if (layout.blankBetween) blank();
    if (layout.ghosts && block.kind === 'paragraph' && block.text.length > 60 && dice.chance(0.08)) {
      const rests = Array.from({ length: dice.int(2, 4) }, () =>
        block.text.slice(dice.int(3, 30)).slice(0, dice.int(2, 4)),
      );
      lines.push(...rests.flatMap((each) => (dice.chance(0.4) ? [each, ''] : [each])), '');
    }
  });

  return { text: `${lines.join('\n')}\n`, locate: (place) => locate(place, pieces, rows) };
}

function breakNear(text: string, at: number): number {
  for (let i = Math.floor(at); i > 20; i--) {
    if (
      !/[\d.,A-Za-z%]/.test(text[i] ?? '') &&
      !/[\d.,A-Za-z]/.test(text[i - 1] ?? '') &&
      !/[，。、；：）”》]/.test(text[i] ?? '')
    )
      return i;
  }
  return 0;
}

function contents(blocks: readonly Block[], layout: Layout, dice: Dice): string[] {
  const dots = dice.pick(['……………', '..........', '\t']);
  let page = 1;
  const entries = blocks.flatMap((each) => {
    if (each.kind !== 'heading' || each.level > 2) return [];
    page += dice.int(0, 2);
    return [`${each.level > 1 ? layout.indent : ''}${each.text}${dots}${page}`];
  });
  return [dice.pick(['目 录', '目  录', '目录']), '', ...entries, ''];
}

const tableLine = ({ look }: Table, row: readonly string[]): string =>
  look === 'tabs' ? row.join('\t') : row.filter((cell) => cell !== '').join(' ');

function putTable(table: Table, layout: Layout, put: (text: string, row: number | null) => void): void {
  put(table.caption, null);
  if (table.unit !== null) put(`单位：${table.unit}`, null);
  if (table.look === 'pipes') {
    const [first = []] = table.head;
    put('', null);
    put(`| ${first.join(' | ')} |`, null);
    put(`|${first.map(() => ' --- ').join('|')}|`, null);
    for (const [i, row] of table.rows.entries()) put(`| ${row.join(' | ')} |`, i);
  } else if (table.look === 'cells') {
    for (const row of table.head) {
      put('', null);
      for (const cell of row) put(`\t${cell}`, null);
    }
    table.rows.forEach((row, i) => {
      put('', null);
      for (const cell of row) put(`\t${cell}`, i);
    });
    put('', null);
  } else {
    for (const row of table.head) put(tableLine(table, row), null);
    table.rows.forEach((row, i) => {
      if (layout.name === 'wrapped-spaced') put('', null);
      put(tableLine(table, row), i);
    });
  }
}

/** First line of a quote, found in its own block whatever the wraps; page marks inside may shorten it. */
function locate(
  place: Place,
  pieces: readonly (readonly Piece[])[],
  rows: readonly (readonly (readonly Piece[])[])[],
): Located {
  if (place.row !== undefined) {
    const cells = (rows[place.block]?.[place.row] ?? []).filter(({ text }) => text.trim() !== '');
    const [first] = cells;
    if (first === undefined) throw new Error(`no row ${place.row} in block ${place.block}`);
    const words = cells.map(({ text }) => text.trim()).join(' ');
    return { line: first.line, quote: words.slice(0, 60) };
  }
  const mine = pieces[place.block] ?? [];
  const wanted = place.quote.replace(/\s+/g, '');
  let flat = '';
  const lineOf: number[] = [];
  for (const { line, text } of mine) {
    for (const each of text.replace(/\s+/g, '')) {
      flat += each;
      lineOf.push(line);
    }
  }
  const at = flat.indexOf(wanted);
  if (at < 0) throw new Error(`“${place.quote}” is not in its block: ${flat.slice(0, 80)}`);
  return { line: lineOf[[...flat.slice(0, at)].length] as number, quote: place.quote.slice(0, 60) };
}
