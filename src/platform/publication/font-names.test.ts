import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fonts } from '../../core/publication/layout.ts';
import { familiesIn, installedFamilies } from './font-names.ts';

const shipped = join(import.meta.dirname, 'fonts');

test('the fonts that stand in are shipped under the names the layout knows', () => {
  const families = installedFamilies(shipped);
  for (const { shipped: name } of Object.values(fonts)) expect(families).toContain(name);
});

test('a damaged font and other files are passed over', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lantu-fonts-'));
  try {
    writeFileSync(join(folder, 'broken.ttf'), 'not a font');
    writeFileSync(join(folder, 'readme.txt'), 'fonts');
    expect(familiesIn(join(folder, 'broken.ttf'))).toEqual([]);
    expect([...installedFamilies(folder)]).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
