import { Buffer } from 'node:buffer';
import type { ReadDocument } from '../../core/document.ts';
import { Problem } from '../../core/problem.ts';
import { readDocx } from './docx.ts';
import { readHtml } from './html.ts';
import { checkSize, damaged, defaultLimits, type Limits } from './limits.ts';
import { readMarkdown } from './markdown.ts';
import { readPdf } from './pdf.ts';
import type { LayOutText } from './placed.ts';
import { refuseOle } from './refused.ts';
import { readPlainText } from './text.ts';
import { readXlsx } from './xlsx.ts';
import { openPackage, type Package } from './zip.ts';

export interface ReadOptions {
  /** How running text is laid out; the documents module's own, so that every format reads the same. */
  readonly layOutText: LayOutText;
  readonly limits?: Partial<Limits>;
}

const begins = (bytes: Uint8Array, ...start: number[]): boolean => start.every((byte, i) => bytes[i] === byte);
const latin = (bytes: Uint8Array, length: number): string => Buffer.from(bytes.subarray(0, length)).toString('latin1');

const extensionOf = (name: string): string => /\.([a-z0-9]{1,8})$/i.exec(name.trim())?.[1]?.toLowerCase() ?? '';

/** Formats that are told by their first characters and that nobody here reads. */
const foreign: readonly { readonly starts: readonly string[]; readonly format: string }[] = [
  { starts: ['{\\rtf'], format: 'RTF' },
  { starts: ['\x89PNG', '\xff\xd8\xff', 'GIF8', 'II*\0', 'MM\0*'], format: '图片 / picture' },
  { starts: ['Rar!', '7z\xbc\xaf', '\x1f\x8b'], format: '压缩包 / archive' },
  { starts: ['CAJ', 'HN\0\0', 'KDH '], format: 'CAJ' },
  { starts: ['AC10'], format: 'DWG' },
];

const foreignExtensions = new Set(
  'doc wps et dps ofd rtf xls ppt pptx odt ods odp ceb caj wpt dot mht mhtml'.split(' '),
);

function readPackage(name: string, file: Package, { layOutText }: ReadOptions, limits: Limits): Promise<ReadDocument> {
  if (file.paths.some((path) => path === 'OFD.xml')) throw new Problem('file-format', { format: 'OFD' });
  if (file.paths.some((path) => path.startsWith('word/'))) return readDocx(name, file, layOutText, limits);
  if (file.paths.some((path) => path.startsWith('xl/'))) {
    if (file.has('xl/workbook.bin')) throw new Problem('file-format', { format: '.xlsb' });
    return readXlsx(name, file, layOutText, limits);
  }
  const extension = extensionOf(name);
  if (extension === 'docx' || extension === 'xlsx') throw damaged(name, 'its parts are missing');
  const isPptx = file.paths.some((path) => path.startsWith('ppt/'));
  throw new Problem('file-format', { format: isPptx ? '.pptx' : `.${extension === '' ? 'zip' : extension}` });
}

const looksLikeHtml = (bytes: Uint8Array): boolean =>
  /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body|table|meta)\b/i.test(
    latin(bytes, 4096),
  );

/** Reads a file of any known format into blocks, by what it holds first and by its name second. */
export async function readFile(name: string, bytes: Uint8Array, options: ReadOptions): Promise<ReadDocument> {
  const limits = { ...defaultLimits, ...options.limits };
  const { layOutText } = options;
  checkSize(name, bytes.length, limits);
  if (begins(bytes, 0x50, 0x4b)) return readPackage(name, await openPackage(name, bytes, limits), options, limits);
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return refuseOle(name, bytes);
  const start = latin(bytes, 1024);
  if (start.includes('%PDF-')) return readPdf(name, bytes, layOutText, limits);
  const known = foreign.find(({ starts }) => starts.some((mark) => start.startsWith(mark)));
  if (known !== undefined) throw new Problem('file-format', { format: known.format });
  if (/<\?mso-application\s/.test(start)) throw new Problem('file-format', { format: 'Office 2003 XML' });

  const extension = extensionOf(name);
  // Office systems export pages under the names of office files: what it is decides.
  if (looksLikeHtml(bytes)) return readHtml(name, bytes, layOutText, limits);
  if (foreignExtensions.has(extension)) throw new Problem('file-format', { format: `.${extension}` });
  if (['docx', 'xlsx', 'pdf'].includes(extension))
    throw damaged(name, `内容不是 ${extension} / not ${extension} inside`);
  if (/^(?:html?|xhtml)$/.test(extension)) return readHtml(name, bytes, layOutText, limits);
  if (/^(?:md|markdown)$/.test(extension)) return readMarkdown(name, bytes, layOutText);
  return readPlainText(name, bytes, layOutText);
}
