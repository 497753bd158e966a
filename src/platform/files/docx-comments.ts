import { Buffer } from 'node:buffer';
import { posix } from 'node:path';
import { ZipFile } from 'yazl';
import { Problem } from '../../core/problem.ts';
import { type Anchor, type ReadDocx, readDocxParts } from './docx.ts';
import type { RunOrigin } from './docx-model.ts';
import { checkSize, defaultLimits, type Limits } from './limits.ts';
import { relationsOf, relationsPath, targetOf } from './relations.ts';
import { escapeXml, walkXml } from './xml.ts';
import { openPackage, type Package } from './zip.ts';

/** A remark on a stretch of the document's text, by the offsets of its `ReadDocument`. */
export interface Note {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly author: string;
  /** ISO 8601, shown beside the author. */
  readonly at?: string;
}

interface Insertion {
  readonly at: number;
  /** At one place, what ends comes before what begins. */
  readonly order: number;
  readonly xml: string;
}

const relationship = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const wordprocessing = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const contentType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';

/** The prefix that the part gives to the elements of word processing, with its colon. */
const prefixAt = (xml: string, start: number): string =>
  /^<((?:[\w.-]+:)?)/.exec(xml.slice(start, start + 40))?.[1] ?? 'w:';

/** The place in the source of the n-th character between two tags: an entity is one character. */
function sourceOffset(xml: string, [from, to]: readonly [number, number], characters: number): number {
  let at = from;
  for (let left = characters; left > 0 && at < to; left -= 1) {
    const entity = xml[at] === '&' ? /^&[^;]{1,10};/.exec(xml.slice(at, at + 12))?.[0] : undefined;
    at += entity?.length ?? 1;
  }
  return at;
}

/** Whether nothing but tags stands between two places, so that no run need be cut there. */
const isBare = (xml: string, from: number, to: number): boolean =>
  !/<[\w.-]*:?(?:t|tab|br|sym|cr|drawing|pict)\b/.test(xml.slice(from, to));

/** Where a mark goes to stand before the n-th character of an anchor, cutting the run in two if it must. */
function insertionAt(
  xml: string,
  { skip }: Anchor,
  origin: RunOrigin,
  characters: number,
  mark: string,
  order: number,
): Insertion {
  const { run, content } = origin;
  if (content === null) return { at: order === 0 ? run.end : run.start, order, xml: mark };
  const at = sourceOffset(xml, content, skip + characters);
  const textStart = xml.lastIndexOf('<', content[0] - 1);
  if (at <= content[0] && isBare(xml, run.properties?.[1] ?? xml.indexOf('>', run.start) + 1, textStart))
    return { at: run.start, order, xml: mark };
  const textEnd = xml.indexOf('>', content[1]) + 1;
  if (at >= content[1] && isBare(xml, textEnd, run.end)) return { at: run.end, order, xml: mark };
  const prefix = prefixAt(xml, run.start);
  const properties = run.properties === null ? '' : xml.slice(...run.properties);
  const cut = `</${prefix}t></${prefix}r>${mark}<${prefix}r>${properties}<${prefix}t xml:space="preserve">`;
  return { at, order, xml: cut };
}

/** The two marks and the reference of one comment, or null where the text has no run that can carry them. */
function marksOf({ xml, anchors }: ReadDocx, { start, end }: Note, id: number): Insertion[] {
  const touched = anchors.filter((anchor) => anchor.end > start && anchor.start < Math.max(end, start + 1));
  const first = touched[0] ?? anchors.findLast((anchor) => anchor.start <= start) ?? anchors[0];
  const last = touched.at(-1) ?? first;
  if (first === undefined || last === undefined) return [];
  const prefix = first.origin.kind === 'run' ? prefixAt(xml, first.origin.run.start) : 'w:';
  const opening = `<${prefix}commentRangeStart ${prefix}id="${id}"/>`;
  const closing = `<${prefix}commentRangeEnd ${prefix}id="${id}"/><${prefix}r><${prefix}commentReference ${prefix}id="${id}"/></${prefix}r>`;
  // In a text box or a note the comment stands at the run that holds it.
  if (first.origin.kind === 'point' || last.origin.kind === 'point') {
    const point = first.origin.kind === 'point' ? first.origin.at : (last.origin as { at: number }).at;
    return [{ at: point, order: 2, xml: opening + closing }];
  }
  const from = Math.max(0, start - first.start);
  const to = Math.min(last.end - last.start, Math.max(end - last.start, 1));
  return [insertionAt(xml, first, first.origin, from, opening, 1), insertionAt(xml, last, last.origin, to, closing, 0)];
}

function withInsertions(xml: string, insertions: readonly Insertion[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const insertion of insertions.toSorted((a, b) => a.at - b.at || a.order - b.order)) {
    pieces.push(xml.slice(at, insertion.at), insertion.xml);
    at = insertion.at;
  }
  return pieces.join('') + xml.slice(at);
}

const safe = (text: string): string => escapeXml(text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, ''));

function commentXml({ text, author, at }: Note, id: number, prefix: string): string {
  const p = prefix;
  const date = at === undefined ? '' : ` ${p}date="${safe(at)}"`;
  const paragraphs = text
    .split('\n')
    .map((line) => `<${p}p><${p}r><${p}t xml:space="preserve">${safe(line)}</${p}t></${p}r></${p}p>`);
  const initials = safe([...author].slice(0, 1).join(''));
  return `<${p}comment ${p}id="${id}" ${p}author="${safe(author)}" ${p}initials="${initials}"${date}>${paragraphs.join('')}</${p}comment>`;
}

const emptyComments = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="${wordprocessing}"></w:comments>`;

/** Puts words before the closing tag of the root, also where the root was empty and closed itself. */
function appended(xml: string, words: string): string {
  const closing = xml.lastIndexOf('</');
  const empty = /<([\w.:-]+)((?:\s[^<>]*)?)\/>\s*$/.exec(xml);
  if (empty !== null && empty.index > closing)
    return `${xml.slice(0, empty.index)}<${empty[1]}${empty[2]}>${words}</${empty[1]}>`;
  return xml.slice(0, closing) + words + xml.slice(closing);
}

function nextId(name: string, xml: string, limits: Limits): number {
  let highest = -1;
  walkXml(name, xml, limits, {
    open(tag, { id }) {
      if (tag === 'comment') highest = Math.max(highest, Number(id ?? -1) || 0);
    },
  });
  return highest + 1;
}

/** The parts to write anew, by path. */
async function changedParts(
  name: string,
  file: Package,
  read: ReadDocx,
  notes: readonly Note[],
  limits: Limits,
): Promise<Map<string, string>> {
  const changed = new Map<string, string>();
  const existing = targetOf(await relationsOf(name, file, read.path, limits), 'comments');
  const path = existing ?? posix.join(posix.dirname(read.path), 'comments.xml');
  const comments = existing !== null && file.has(existing) ? await file.text(existing) : emptyComments;
  const prefix = /<([\w.-]+:)?comments\b/.exec(comments)?.[1] ?? '';
  const first = nextId(name, comments, limits);
  const marked = notes
    .map((note, i) => ({ note, id: first + i, marks: marksOf(read, note, first + i) }))
    .filter(({ marks }) => marks.length > 0);
  changed.set(
    read.path,
    withInsertions(
      read.xml,
      marked.flatMap(({ marks }) => marks),
    ),
  );
  changed.set(path, appended(comments, marked.map(({ note, id }) => commentXml(note, id, prefix)).join('')));
  if (existing !== null) return changed;

  const relations = relationsPath(read.path);
  const relationsXml = file.has(relations)
    ? await file.text(relations)
    : '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>';
  const free = Array.from({ length: 10_000 }, (_, i) => `rIdLantu${i}`).find((id) => !relationsXml.includes(`"${id}"`));
  const target = posix.relative(posix.dirname(read.path), path);
  changed.set(
    relations,
    appended(relationsXml, `<Relationship Id="${free}" Type="${relationship}/comments" Target="${target}"/>`),
  );
  const types = await file.text('[Content_Types].xml');
  if (!types.includes(`"/${path}"`))
    changed.set('[Content_Types].xml', appended(types, `<Override PartName="/${path}" ContentType="${contentType}"/>`));
  return changed;
}

/** A package with some parts changed; all others keep their bytes, order and dates. */
async function repack(file: Package, changed: ReadonlyMap<string, string>): Promise<Uint8Array> {
  const zip = new ZipFile();
  const chunks: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on('end', resolve);
    zip.outputStream.on('error', reject);
  });
  for (const path of file.paths) {
    if (path.endsWith('/')) continue;
    const words = changed.get(path);
    const bytes = words === undefined ? await file.bytes(path) : Buffer.from(words);
    zip.addBuffer(Buffer.from(bytes), path, { mtime: file.modified(path) });
  }
  const added = [...changed].filter(([path]) => !file.has(path));
  for (const [path, words] of added)
    zip.addBuffer(Buffer.from(words), path, { mtime: file.modified(file.paths[0] as string) });
  zip.end();
  await done;
  return Buffer.concat(chunks);
}

/**
 * The original DOCX with remarks as Word comments at the words they are about. Offsets are those of the text
 * that `readFile` gives for the same bytes; where words stand is read anew, so nothing need be kept beside the file.
 */
export async function annotateDocx(
  name: string,
  bytes: Uint8Array,
  notes: readonly Note[],
  own: Partial<Limits> = {},
): Promise<Uint8Array> {
  const limits = { ...defaultLimits, ...own };
  checkSize(name, bytes.length, limits);
  const file = await openPackage(name, bytes, limits);
  if (!file.paths.some((path) => path.startsWith('word/'))) throw new Problem('file-format', { format: name });
  if (notes.length === 0) return bytes;
  const read = await readDocxParts(name, file, limits);
  return repack(file, await changedParts(name, file, read, notes, limits));
}
