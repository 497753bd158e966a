import land from '../../vocabulary/land-codes.json' with { type: 'json' };
import { displayWidth, type Line } from '../lines.ts';
import { blankCell, bodyText, type Row } from './grid.ts';
import { type Token, tokensOf } from './tokens.ts';

/** 大类 中类 小类 only divide the column of codes. */
export const classWords = new RegExp(land.classWords.join('|'));

interface Piece extends Token {
  /** Whether it ends or begins its line, so that it may be half of a broken head. */
  readonly ends: boolean;
  readonly begins: boolean;
}

/** The heads of the columns from lines on which a converter broke them; null when their number does not come out. */
export function headRow(headLines: readonly Line[], width: number, at: number): Row | null {
  let pieces = headLines.flatMap(piecesIn);
  pieces = mergeUnits(pieces);
  while (pieces.length > width) {
    const cut = brokenPair(pieces);
    if (cut === null) break;
    pieces = [
      ...pieces.slice(0, cut),
      mergePieces(pieces[cut] as Piece, pieces[cut + 1] as Piece),
      ...pieces.slice(cut + 2),
    ];
  }
  if (pieces.length === 0 || pieces.length > width + 2) return null;
  // A head too many stands over the groups, which have no column of their own here.
  pieces = pieces.slice(-width);
  const cells = pieces.map(({ start, end, text }) => ({ start, end, text: bodyText(text) }));
  const missing = Array.from({ length: width - cells.length }, () => blankCell(at));
  return [...missing, ...cells];
}

/** The words of a head line; 大类 中类 小类 only divide the column of codes. */
export function piecesIn(line: Line): Piece[] {
  const tokens = tokensOf(line).flatMap((token) => {
    const cut = token.text.search(classWords);
    if (cut < 0) return [token];
    return cut === 0 ? [] : [{ ...token, text: token.text.slice(0, cut), end: token.start + cut }];
  });
  return tokens.map((token, i) => ({ ...token, begins: i === 0, ends: i === tokens.length - 1 }));
}

const mergePieces = (a: Piece, b: Piece): Piece => ({
  ...a,
  end: b.end,
  text: a.text + b.text,
  edge: a.edge + displayWidth(b.text),
  ends: b.ends,
});

/** A unit in brackets belongs to the word before it. */
export function mergeUnits(pieces: readonly Piece[]): Piece[] {
  const merged: Piece[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last !== undefined && /^[（([【]/.test(piece.text)) merged[merged.length - 1] = mergePieces(last, piece);
    else merged.push(piece);
  }
  return merged;
}

const whole = /(?:代码|名称|序号|编号|单位|属性|指标|备注|[)）])$/;

/** The last two pieces that one head was broken into at a line end. */
function brokenPair(pieces: readonly Piece[]): number | null {
  for (let i = pieces.length - 2; i >= 0; i -= 1) {
    const [a, b] = [pieces[i] as Piece, pieces[i + 1] as Piece];
    if (a.ends && b.begins && !whole.test(a.text)) return i;
  }
  return null;
}
