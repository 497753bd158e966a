import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { annotateDocx } from '../src/platform/files/docx-comments.ts';
import { readFile } from '../src/platform/files/read-file.ts';
import { linesAsParagraphs } from './lines-as-paragraphs.ts';
import { planAsDocx, planAsXlsx } from './sample-plan.ts';

const soffice = '/usr/bin/soffice';
const options = { layOutText: linesAsParagraphs };

/** What LibreOffice makes of a file when it opens and saves it. */
async function savedBy(name: string, bytes: Uint8Array, as: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'lantu-office-'));
  try {
    writeFileSync(join(folder, name), bytes);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const out = join(folder, 'out');
    await promisify(execFile)(
      soffice,
      [profile, '--headless', '--convert-to', as, '--outdir', out, join(folder, name)],
      {
        timeout: 90_000,
      },
    );
    return new Uint8Array(readFileSync(join(out, name.replace(/\w+$/, as))));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

// LibreOffice (Debian: libreoffice-writer-nogui, libreoffice-calc-nogui) is needed by these tests only.
test.skipIf(!existsSync(soffice))(
  'an office program opens the DOCX with comments and keeps them',
  { timeout: 120_000 },
  async () => {
    const bytes = await planAsDocx();
    const { text } = await readFile('plan.docx', bytes, options);
    const start = text.indexOf('186.4亿元');
    const note = { start, end: start + 7, text: '与附表不一致，请核对', author: '蓝图' };
    const saved = await savedBy('plan.docx', await annotateDocx('plan.docx', bytes, [note]), 'fodt');
    const xml = new TextDecoder().decode(saved);
    expect(xml).toMatch(
      /<office:annotation [^>]*>.*?与附表不一致，请核对.*?<\/office:annotation>186\.4亿元<office:annotation-end/s,
    );
  },
);

test.skipIf(!existsSync(soffice))(
  'a workbook reads the same after an office program saved it',
  { timeout: 120_000 },
  async () => {
    const bytes = await planAsXlsx();
    const saved = await savedBy('plan.xlsx', bytes, 'xlsx');
    expect((await readFile('plan.xlsx', saved, options)).text).toBe((await readFile('plan.xlsx', bytes, options)).text);
  },
);
