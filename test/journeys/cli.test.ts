/** The standing commands, run as a person runs them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Extraction } from '../../src/modules/documents/extraction.ts';

const folder = mkdtempSync(join(tmpdir(), 'lantu-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const cli = resolve(import.meta.dirname, '../../bin/lantu.js');
const lantu = (...args: string[]) => spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8', cwd: folder });

function file(name: string, text: string | Uint8Array): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const wrong = file(
  '有错.txt',
  '云河市高新区产业规划\n\n2025年，全区工业总产值100亿元。到2030年，工业总产值达到300亿元，年均增长10%。\n',
);
const right = file('无错.txt', '云河市高新区产业规划\n\n2025年，全区工业总产值100亿元。\n');

test('extract prints the contract, every fact quoting what stands on its line', () => {
  const { stdout, status } = lantu('extract', wrong, '--format', 'json');
  expect(status).toBe(0);
  const { indicators } = Extraction.parse(JSON.parse(stdout));
  expect(indicators.map(({ value, unit, period }) => `${value}${unit} ${period}`)).toEqual(
    expect.arrayContaining(['100亿元 2025', '300亿元 2030']),
  );
  for (const { source } of indicators) expect(source.line).toBe(3);
});

test('lint ends with 1 on an arithmetic error and prints the sum, with 0 on a clean document', () => {
  const bad = lantu('lint', wrong);
  expect(bad.status).toBe(1);
  expect(bad.stdout).toMatch(/错误.*年均增长/);
  expect(bad.stdout).toMatch(/24\.57%|161/);
  expect(lantu('lint', right).status).toBe(0);
});

test('lint as JSON names the file and the sources of each finding', () => {
  const { schema, findings } = JSON.parse(lantu('lint', wrong, '--format', 'json').stdout);
  expect(schema).toBe('lantu.lint/1');
  expect(findings[0]).toMatchObject({ file: '有错.txt', severity: 'error' });
  expect(findings[0].sources.length).toBeGreaterThan(0);
});

test.each([
  ['a format that nobody here reads', file('旧.rtf', '{\\rtf1 x}'), '.docx'],
  ['a file that is not there', '没有.txt', '没有找到'],
  ['an empty file', file('空.txt', ''), '没有内容'],
])('%s is refused with exit code 2 and what to do', (_, name, advice) => {
  const { status, stderr } = lantu('lint', name);
  expect(status).toBe(2);
  expect(stderr).toContain(advice);
});

test('help lists the standing commands and those of every module', () => {
  const { stdout } = lantu('--help');
  for (const command of [
    'serve',
    'start',
    'extract',
    'lint',
    'backup',
    'restore',
    'audit',
    'audits',
    'backups',
    'plans',
    'vocabulary',
  ])
    expect(stdout).toMatch(new RegExp(`^ +${command}\\b`, 'm'));
});
