import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { measuredPages } from '../../../test/measured-page.ts';
import { readAnyFile } from '../../app/read.ts';
import { emptyDocument, type OfficialDocument } from '../../core/publication/document.ts';
import { documentFromMarkdown } from '../../core/publication/markdown.ts';
import { writeDocx } from './docx.ts';
import { writeTables } from './tables-xlsx.ts';

const soffice = '/usr/bin/soffice';

const text = `---
发文机关: 云河市人民政府办公室文件
文号: 云政办发〔2026〕3号
主送: 各县人民政府
附件: [投资情况表, 产值情况表]
署名: 云河市人民政府办公室
日期: 2026-04-08
抄送: 市委办公室
印发机关: 云河市人民政府办公室
印发日期: 2026-04-08
---
# 关于一季度园区运行情况的通报

## 总体情况

完成投资[36.4](observation:a1)亿元，同比下降[1.7](observation:a2 "-")%。

| 园区 | 投资 | 增速 |
|:--|--:|--:|
| 青川经济开发区 | [20.1](observation:a3) | -2.4 |
| 临江工业园 | [16.30](observation:a4) | 未报送 |

\`\`\`chart
青川经济开发区：20.1
临江工业园：16.3
\`\`\`
`;
const document = documentFromMarkdown(text);

test('every element and every figure of the document stands in the Word file', async () => {
  const { document: read } = await readAnyFile('a.docx', await writeDocx(document));
  const words = [
    '云河市人民政府办公室文件',
    '云政办发〔2026〕3号',
    '各县人民政府：',
    '一、总体情况',
    '36.4',
    '1.7',
    '16.30',
  ];
  const rest = ['附件：', '产值情况表', '2026年4月8日', '抄送：市委办公室。', '2026年4月8日印发'];
  for (const each of [...words, ...rest]) expect(read.text).toContain(each);
});

test('the Word file names the fonts of the standard and the measures of its page', async () => {
  const bytes = await writeDocx(document);
  const { fromBuffer } = await import('yauzl');
  const parts = await new Promise<Record<string, string>>((done, fail) => {
    const found: Record<string, string> = {};
    fromBuffer(Buffer.from(bytes), { lazyEntries: true }, (error, zip) => {
      if (error) return fail(error);
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (_, stream) => {
          const chunks: Buffer[] = [];
          stream?.on('data', (chunk: Buffer) => chunks.push(chunk));
          stream?.on('end', () => {
            found[entry.fileName] = Buffer.concat(chunks).toString('utf8');
            zip.readEntry();
          });
        });
      });
      zip.on('end', () => done(found));
      zip.readEntry();
    });
  });
  const xml = parts['word/document.xml'] ?? '';
  for (const font of ['仿宋_GB2312', '方正小标宋简体', '黑体']) expect(xml).toContain(`w:eastAsia="${font}"`);
  expect(xml).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
  expect(xml).toMatch(/<w:docGrid w:type="lines" w:linePitch="579"/);
  expect(xml).toContain('w:firstLineChars="200"');
  expect(parts['word/settings.xml']).toContain('evenAndOddHeaders');
});

function converted(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'lantu-office-'));
  try {
    writeFileSync(join(folder, `a.${from}`), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(soffice, [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, `a.${from}`)], {
      stdio: 'ignore',
      timeout: 90_000,
    });
    return new Uint8Array(readFileSync(join(folder, `a.${to.split(':')[0]}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test.skipIf(!existsSync(soffice))(
  'LibreOffice lays the Word file out as 22 lines of 28 characters within the margins',
  { timeout: 120_000 },
  async () => {
    const sentence = '各园区要对照年度目标逐项查找差距落实责任到人确保全年目标任务完成并按月报送进展情况';
    const long: OfficialDocument = {
      ...emptyDocument,
      title: '满页',
      blocks: Array.from({ length: 8 }, () => ({ kind: 'paragraph', content: [sentence.repeat(12)] })),
    };
    const pages = await measuredPages(converted(await writeDocx(long), 'docx', 'pdf'));
    const lines = (pages[1]?.lines ?? []).filter(({ text: found }) => !/^—\s*\d+\s*—$/.test(found));
    expect(lines).toHaveLength(22);
    const full = lines.filter(({ left, right }) => left < 29 && right > 182);
    expect(full.length).toBeGreaterThan(15);
    for (const { text: found } of full) expect([...found.replace(/\s/g, '')]).toHaveLength(28);
    expect(Math.abs(Math.min(...lines.map(({ left }) => left)) - 28)).toBeLessThan(1);
    expect(Math.abs(210 - Math.max(...lines.map(({ right }) => right)) - 26)).toBeLessThan(1);
  },
);

test('the tables come out as sheets with numbers as numbers, and last the sources of all figures', async () => {
  const { document: read } = await readAnyFile('a.xlsx', await writeTables(document));
  expect(read.text).toContain('青川经济开发区');
  expect(read.text).toContain('16.30');
  expect(read.text).toContain('observation');
  expect(read.text).toMatch(/-1\.7\D+observation\D+a2/);
});
