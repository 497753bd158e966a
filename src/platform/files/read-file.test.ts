import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { linesAsParagraphs } from '../../../test/lines-as-paragraphs.ts';
import { planAsDocx, planAsText, planAsXlsx } from '../../../test/sample-plan.ts';
import { docxOf, xlsxOf, zipOf } from '../../../test/zip-of.ts';
import type { ProblemCode } from '../../core/problem.ts';
import type { Limits } from './limits.ts';
import { readFile } from './read-file.ts';

const options = { layOutText: linesAsParagraphs };
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

async function refusal(name: string, bytes: Uint8Array, limits: Partial<Limits> = {}): Promise<ProblemCode | null> {
  try {
    await readFile(name, bytes, { ...options, limits });
    return null;
  } catch (error) {
    return (error as { code: ProblemCode }).code;
  }
}

/** The least PDF: one page with the given content stream and resources. */
function pdfOf(content: string, trailer = ''): Uint8Array {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return at;
  });
  const table = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('');
  const start = file.length;
  file += `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<</Size 6/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`;
  return utf8(file);
}

const oleWith = (stream: string): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(2048),
    Buffer.from(stream, 'utf16le'),
  ]);

describe('what a file is told by its content', () => {
  test.each([
    ['plan.docx', planAsDocx],
    ['plan.xlsx', planAsXlsx],
  ] as const)('%s is read under a wrong name too', async (name, make) => {
    const { format } = await readFile(`${name}.txt`, await make(), options);
    expect(`plan.${format}`).toBe(name);
  });

  test('a web page saved as .doc is a web page', async () => {
    const page = utf8('<html><head><meta charset="utf-8"></head><body><p>总投资12亿元</p></body></html>');
    expect((await readFile('方案.doc', page, options)).format).toBe('html');
    expect((await readFile('台账.xls', page, options)).text).toBe('总投资12亿元\n');
  });

  test('text without a known name is text', async () => {
    expect((await readFile('规划', utf8(planAsText()), options)).format).toBe('txt');
  });

  test('a PDF with a text layer is read', async () => {
    const { format, text } = await readFile('a.pdf', pdfOf('BT /F 12 Tf 20 200 Td (Plan 2025) Tj ET'), options);
    expect([format, text]).toEqual(['pdf', 'Plan 2025\n']);
  });
});

describe('what is refused', () => {
  test.each([
    ['an empty file', 'a.docx', new Uint8Array(0), 'file-empty'],
    ['an empty text', 'a.txt', utf8(' \n\r\n '), 'file-empty'],
    [
      'bytes that are no text',
      'a.txt',
      Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919 + (i >> 3)) % 256),
      'file-damaged',
    ],
    ['text named .docx', 'a.docx', utf8('规划'), 'file-damaged'],
    ['text named .pdf', 'a.pdf', utf8('规划'), 'file-damaged'],
    ['an old Word file', 'a.doc', oleWith('WordDocument'), 'file-format'],
    ['an old Excel file named .docx', 'a.docx', oleWith('Workbook'), 'file-format'],
    ['an encrypted office file', 'a.docx', oleWith('EncryptedPackage'), 'file-protected'],
    [
      'Word XML of 2003',
      'a.xml',
      utf8('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w/>'),
      'file-format',
    ],
    ['RTF', 'a.rtf', utf8('{\\rtf1 规划}'), 'file-format'],
    ['a picture', 'a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'file-format'],
    ['a PDF without text', 'a.pdf', pdfOf('0 0 100 100 re f'), 'file-no-text'],
    ['a PDF of noise', 'a.pdf', utf8('%PDF-1.7\nnothing'), 'file-damaged'],
    ['a cut-off ZIP', 'a.docx', utf8('PK\u0003\u0004abc'), 'file-damaged'],
  ] as const)('%s', async (_, name, bytes, code) => {
    expect(await refusal(name, bytes)).toBe(code);
  });

  test('a PDF that asks for a password', async () => {
    const key = `<${'41'.repeat(32)}>`;
    const encrypted = pdfOf('BT ET', `/Encrypt<</Filter/Standard/V 1/R 2/P -4/O${key}/U${key}>>/ID[<41><41>]`);
    expect(await refusal('a.pdf', encrypted)).toBe('file-protected');
  });

  test('an OFD, a presentation and a plain ZIP, each by what it holds', async () => {
    expect(await refusal('a.docx', await zipOf({ 'OFD.xml': '<OFD/>' }))).toBe('file-format');
    expect(await refusal('a.pptx', await zipOf({ 'ppt/presentation.xml': '<p/>' }))).toBe('file-format');
    expect(await refusal('a.zip', await zipOf({ 'a/b.txt': 'x' }))).toBe('file-format');
    expect(await refusal('a.docx', await zipOf({ 'readme.txt': 'x' }))).toBe('file-damaged');
  });

  test('a document of pictures only, and one of nothing', async () => {
    const picture = { ...(await docxParts()), 'word/media/image1.png': 'picture' };
    expect(await refusal('a.docx', await zipOf(picture))).toBe('file-no-text');
    expect(await refusal('a.docx', await docxOf('<w:p/>'))).toBe('file-empty');
    expect(await refusal('a.xlsx', await xlsxOf('<sheetData/>'))).toBe('file-empty');
  });

  test('a file over the limit, before it is looked at', async () => {
    const untouched = new Proxy(new Uint8Array(0), {
      get(_, property) {
        if (property === 'byteLength' || property === 'length') return 200 * 1024 * 1024;
        throw new Error(`looked at ${String(property)}`);
      },
    });
    expect(await refusal('a.docx', untouched)).toBe('file-too-large');
    expect(await refusal('a.txt', utf8('规划'), { file: 3 })).toBe('file-too-large');
  });

  test('a bomb: one part that swells, many parts, or a directory that lies', async () => {
    const zeros = new Uint8Array(8 * 1024 * 1024);
    expect(await refusal('a.docx', await zipOf({ 'word/document.xml': zeros }))).toBe('file-bomb');
    expect(await refusal('a.docx', await zipOf({ 'word/a.xml': 'x', 'word/b.xml': 'y' }), { entries: 1 })).toBe(
      'file-bomb',
    );
    expect(
      await refusal('a.docx', await docxOf(`<w:p><w:r><w:t>${'规划'.repeat(500)}</w:t></w:r></w:p>`), {
        unpacked: 900,
      }),
    ).toBe('file-bomb');
    const lying = withDeclaredSize(await zipOf({ 'word/document.xml': zeros }), 'word/document.xml', 1000);
    expect(['file-bomb', 'file-damaged']).toContain(await refusal('a.docx', lying));
  });

  test('entities that would expand, deep nesting and endless tables', async () => {
    const lol = '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><w:document>&b;</w:document>';
    expect(await refusal('a.docx', await zipOf({ 'word/document.xml': lol }))).toBe('file-damaged');
    const deep = '<w:sdt>'.repeat(5000);
    expect(await refusal('a.docx', await docxOf(deep))).toBe('file-damaged');
    expect(await refusal('a.html', utf8(`<html>${'<div>'.repeat(100_000)}x`))).toBe('file-damaged');
    const wide = '<td colspan=1000 rowspan=60000>x'.repeat(20);
    expect(await refusal('a.html', utf8(`<table>${`<tr>${wide}`.repeat(3000)}</table>`), { cells: 10_000 })).toBe(
      'file-damaged',
    );
    expect(await refusal('a.md', utf8(`${'>'.repeat(200_000)} x`))).toMatch(/^file-damaged$/);
  });
});

async function docxParts(): Promise<Record<string, string>> {
  return { 'word/document.xml': '<w:document><w:body><w:p/></w:body></w:document>' };
}

/** A ZIP whose directory says that a part is smaller than it is. */
function withDeclaredSize(zip: Uint8Array, path: string, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const name = Buffer.from(path);
  for (let at = bytes.indexOf('PK\u0001\u0002'); at >= 0; at = bytes.indexOf('PK\u0001\u0002', at + 4))
    if (bytes.subarray(at + 46, at + 46 + name.length).equals(name)) bytes.writeUInt32LE(size, at + 24);
  return bytes;
}
