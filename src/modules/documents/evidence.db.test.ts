import { Buffer } from 'node:buffer';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import yazl from 'yazl';
import { appOn, leader, planner, stranger, visitor } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import { lookInside } from '../../platform/files/look.ts';
import { scanBy } from '../../platform/files/scan.ts';
import { sheets } from '../../platform/files/sheets.ts';
import { type EvidenceKind, isNamedSo, kindOf } from './evidence-kinds.ts';

const utf8 = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const latin = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

function zipOf(parts: Readonly<Record<string, string | Buffer>>): Promise<Uint8Array> {
  const zip = new yazl.ZipFile();
  for (const [path, content] of Object.entries(parts)) zip.addBuffer(Buffer.from(content as string), path);
  zip.end();
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    zip.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk));
    zip.outputStream.on('error', reject);
    zip.outputStream.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
  });
}

const ole = (stream: string) =>
  new Uint8Array(
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(2000),
      Buffer.from(`${stream}\0`, 'utf16le'),
      Buffer.alloc(600),
    ]),
  );

describe('the kind of a file follows from what it holds', () => {
  const cases: [string, () => Promise<Uint8Array> | Uint8Array, EvidenceKind | undefined][] = [
    ['纪要.pdf', () => latin('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n'), 'pdf'],
    ['方案.docx', () => zipOf({ '[Content_Types].xml': '<t/>', 'word/document.xml': '<d/>' }), 'docx'],
    ['表.xlsx', () => sheets.writeXlsx('表', [['一'], ['二']]), 'xlsx'],
    ['汇报.pptx', () => zipOf({ 'ppt/presentation.xml': '<p/>' }), 'pptx'],
    ['公文.ofd', () => zipOf({ 'OFD.xml': '<OFD/>', 'Doc_0/Document.xml': '<d/>' }), 'ofd'],
    ['旧文.doc', () => ole('WordDocument'), 'doc'],
    ['旧表.xls', () => ole('Workbook'), 'xls'],
    ['照片.png', () => latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'png'],
    ['照片.jpg', () => latin('\xff\xd8\xff\xe0\0\x10JFIF\0'), 'jpg'],
    ['照片.webp', () => latin('RIFF\x24\0\0\0WEBPVP8 '), 'webp'],
    ['照片.heic', () => latin('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'heic'],
    ['说明.txt', () => utf8('会办纪要：用地问题由自然资源局负责。'), 'txt'],
    ['旧说明.txt', () => Uint8Array.from([0xb9, 0xe6, 0xbb, 0xae]), 'txt'],
    ['打包.zip', () => zipOf({ 'a.txt': 'x' }), undefined],
    ['程序.pdf', () => latin('MZ\x90\0\x03\0\0\0'), undefined],
    ['网页.txt', () => utf8('<!doctype html><script>alert(1)</script>'), undefined],
    ['脚本.txt', () => utf8('#!/bin/sh\nrm -r data'), undefined],
    ['带宏.docx', () => zipOf({ 'word/document.xml': '<d/>', 'word/vbaProject.bin': 'x' }), undefined],
    ['图.svg', () => utf8('<svg xmlns="http://www.w3.org/2000/svg"/>'), undefined],
  ];
  test.each(cases)('%s', async (name, make, kind) => {
    expect(kindOf(await lookInside(name, await make()))).toBe(kind);
  });

  test('an ending that promises something else is told apart, other endings of pictures are not', () => {
    expect(isNamedSo('照片.pdf', 'png')).toBe(false);
    expect(isNamedSo('照片', 'png')).toBe(false);
    expect(isNamedSo('照片.JPEG', 'png')).toBe(true);
  });
});

const attach = (name: string, bytes: Uint8Array) => ['files.attach', { name, bytes }] as const;

test(
  'evidence is kept byte for byte, known to its unit and those above it, and to nobody else',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const bytes = utf8('会办纪要：定于十二月办结。');
    const kept = (await call(...attach('纪要.txt', bytes), planner)) as { fileId: string };
    expect(kept).toMatchObject({ kind: 'txt', size: bytes.length, isScanned: false });
    const describe = (actor: typeof planner) =>
      call('files.describe', { ids: `${kept.fileId},${'0'.repeat(64)}` }, actor);
    expect(await describe(planner)).toMatchObject({ files: [{ fileId: kept.fileId, name: '纪要.txt', by: '王敏' }] });
    expect(await describe(leader)).toMatchObject({ files: [{ fileId: kept.fileId }] });
    expect(await describe(stranger)).toEqual({ files: [] });
    const content = (await call('files.content', { fileId: kept.fileId }, leader)) as { bytes: Uint8Array };
    expect(Buffer.from(content.bytes)).toEqual(Buffer.from(bytes));
    await expect(call('files.content', { fileId: kept.fileId }, stranger)).rejects.toMatchObject({ code: 'not-found' });
    await expect(call(...attach('纪要.txt', bytes), visitor)).rejects.toMatchObject({ code: 'not-allowed' });
  }),
);

test(
  'what is no evidence is refused with the way out, and nothing of it is kept',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const refused = (name: string, bytes: Uint8Array, code: string) =>
      expect(call(...attach(name, bytes), planner), name).rejects.toMatchObject({ code });
    await refused('空.txt', new Uint8Array(), 'file-empty');
    await refused('打包.zip', await zipOf({ 'a.txt': 'x' }), 'evidence-kind');
    await refused('合同.pdf', latin('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'evidence-name');
    await refused('合同.docx', latin('PK\x03\x04 cut off'), 'file-damaged');
    await refused('炸弹.docx', await zipOf({ 'word/document.xml': Buffer.alloc(8 * 1024 * 1024) }), 'file-bomb');
    await refused('长.txt', new Uint8Array(Buffer.alloc(6 * 1024 * 1024, 'a')), 'file-too-large');
    const { count } = await owner
      .selectFrom('file')
      .select((each) => each.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow();
    expect(Number(count)).toBe(0);
  }),
);

describe('the scanner', () => {
  const file = new Uint8Array(randomBytes(200_000));

  test('gets the whole file, and what ends with 0 is clean', async () => {
    expect(await scanBy(`test "$(wc -c)" -eq ${file.length}`)('a.pdf', file)).toBeNull();
  });

  test('says what it found, even if it stops reading early', async () => {
    expect(await scanBy('head -c 10 >/dev/null; echo "stream: Eicar-Signature FOUND"; exit 1')('a.pdf', file)).toBe(
      'stream: Eicar-Signature FOUND',
    );
  });

  test('that is not there, or does not end, lets nothing through', async () => {
    await expect(scanBy('no-such-scanner-here')('a.pdf', file)).rejects.toMatchObject({ code: 'scan-failed' });
    await expect(scanBy('sleep 30', 0.2)('a.pdf', file)).rejects.toMatchObject({ code: 'scan-failed' });
  });
});
