/** A template filled the way a user’s own program fills it: the file is read as plain XML and written anew. */
import { partsOfZip, type SheetCell } from '../bulletin-figures.ts';
import { zipOf } from '../zip-of.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? sign);

const columnOf = (at: string): string => at.replace(/\d+$/, '');
const rowOf = (at: string): string => at.replace(/^[A-Z]+/, '');

/** Where the cell of a row (found by any of its words) below a heading stands. */
export function placeIn(cells: readonly SheetCell[], sheet: string, row: string, heading: string): string {
  const own = cells.filter((cell) => cell.sheet === sheet);
  const line = own.find(({ text }) => text === row);
  const head = own.find(({ text }) => text.startsWith(heading));
  if (line === undefined || head === undefined) throw new Error(`${sheet} has no “${row}” or “${heading}”`);
  return `${columnOf(head.at)}${rowOf(line.at)}`;
}

/** Puts values into cells of one sheet, keeping how these look. */
export async function filledWorkbook(
  bytes: Uint8Array,
  path: string,
  values: Readonly<Record<string, string | number>>,
): Promise<Uint8Array> {
  const parts = await partsOfZip(bytes);
  let xml = parts.get(path) ?? '';
  for (const [at, value] of Object.entries(values)) {
    const cell = new RegExp(`<c r="${at}"([^>]*?)(?:/>|>.*?</c>)`, 's');
    if (!cell.test(xml)) throw new Error(`${path} has no cell ${at}`);
    xml = xml.replace(cell, (_, attributes: string) => {
      const look = attributes.replace(/ t="[^"]*"/, '');
      return typeof value === 'number'
        ? `<c r="${at}"${look}><v>${value}</v></c>`
        : `<c r="${at}"${look} t="inlineStr"><is><t>${escaped(value)}</t></is></c>`;
    });
  }
  return zipOf({ ...Object.fromEntries(parts), [path]: xml });
}
