/**
 * Scores reading and checking on the seed documents with the shared scorers.
 *   node scripts/score.ts [000|002|004]… [--lint] [-- options of the scorer, such as --show both]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readText } from '../src/modules/documents/reading/read.ts';

const shared = resolve(import.meta.dirname, '../../shared');
const [own = [], passed = []] = [process.argv.slice(2)].map((args) => {
  const cut = args.indexOf('--');
  return cut < 0 ? [args, []] : [args.slice(0, cut), args.slice(cut + 1)];
})[0] as [string[], string[]];
const lint = own.includes('--lint');
const wanted = own.filter((each) => /^\d+$/.test(each));
const folder = mkdtempSync(join(tmpdir(), 'lantu-score-'));

for (const file of readdirSync(join(shared, 'seeds')).sort()) {
  const seed = file.slice(0, 3);
  if (!(wanted.length > 0 ? wanted : ['000', '002', '004']).includes(seed)) continue;
  const path = join(shared, 'seeds', file);
  const text = readFileSync(path, 'utf8');
  const reading = readText(file, text);
  const out = join(folder, `${seed}.json`);
  let command: string[];
  if (lint) {
    const { lintReadings } = await import('../src/modules/plans/lint.ts');
    writeFileSync(out, JSON.stringify({ schema: 'lantu.lint/1', findings: lintReadings([reading]) }));
    command = ['score-lint.mjs', '--gold', join(shared, 'gold/inconsistencies.json'), '--seed', seed];
  } else {
    writeFileSync(out, JSON.stringify(reading.facts));
    command = ['score-extraction.mjs', '--gold', join(shared, `gold/${seed}.json`)];
  }
  const [script = '', ...rest] = command;
  console.log(`\n== ${seed} → ${out}`);
  spawnSync(process.execPath, [join(shared, 'tools', script), ...rest, '--out', out, '--text', path, ...passed], {
    stdio: 'inherit',
  });
}
