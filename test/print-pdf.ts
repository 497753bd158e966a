import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium';
export const hasChromium = existsSync(chromium);

/** The page as its browser prints it. */
export async function printPdf(html: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'lantu-print-'));
  try {
    writeFileSync(join(folder, 'page.html'), html);
    const options = [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--no-pdf-header-footer',
      `--user-data-dir=${folder}/profile`,
    ];
    await promisify(execFile)(
      chromium,
      [...options, `--print-to-pdf=${folder}/page.pdf`, `file://${folder}/page.html`],
      { timeout: 60_000 },
    );
    return new Uint8Array(readFileSync(join(folder, 'page.pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
