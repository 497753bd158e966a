import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const soffice = '/usr/bin/soffice';
/** LibreOffice (Debian: libreoffice-writer-nogui, libreoffice-calc-nogui) is needed by a few tests only. */
export const hasOffice = existsSync(soffice);

/** What LibreOffice makes of a file when it opens and saves it. */
export async function savedBy(name: string, bytes: Uint8Array, as: string): Promise<Uint8Array> {
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
