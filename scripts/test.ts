/**
 * `npm test`: every test, the browser's too where a Chromium is installed; says what it skipped and why.
 * `npm run test:long` repeats the random ones thousands of times.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

interface Result {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numFailedTestSuites: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly message: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'lantu-test-'));
const isLong = process.argv.includes('--long');
const env = {
  ...process.env,
  TZ: 'Asia/Shanghai',
  PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}`,
  ...(isLong && { LANTU_LONG: '1' }),
};

interface Outcome {
  readonly result: Result | null;
  readonly status: number;
}

const plain = ['--config', 'vitest.config.ts', '--project', 'pure', '--project', 'database'];
const processes = ['--config', 'vitest.config.ts', '--project', 'processes'];
const browser = ['--config', 'vitest.browser.config.ts'];

function run(which: readonly string[], ...files: string[]): Outcome {
  const output = join(folder, `${which.at(-1)}.json`);
  const args = ['run', ...files, ...which, '--reporter=default', '--reporter=json', `--outputFile.json=${output}`];
  const { status } = spawnSync('vitest', args, { cwd: root, stdio: 'inherit', env });
  return { result: existsSync(output) ? JSON.parse(readFileSync(output, 'utf8')) : null, status: status ?? 1 };
}

const total = { passed: 0, failed: 0, skipped: 0 };
const reasons: string[] = [];
/** Told once more at the very end, where whoever reads only the last lines of a log finds them. */
const failures: string[] = [];
let isFailed = false;

function count({ result, status }: Outcome): void {
  if (status !== 0) isFailed = true;
  if (result === null) return;
  total.passed += result.numPassedTests;
  total.failed += result.numFailedTests;
  total.skipped += result.numPendingTests;
  for (const { name, message, assertionResults } of result.testResults) {
    const file = name.replace(`${root}/`, '');
    if (message) failures.push(`${file}: ${message.slice(0, 1000)}`);
    for (const { status: each, fullName, failureMessages } of assertionResults)
      if (each === 'failed')
        failures.push(`${file} > ${fullName}\n    ${(failureMessages ?? []).join('\n').slice(0, 2000)}`);
    const skipped = assertionResults.filter(({ status: each }) => each === 'skipped' || each === 'pending').length;
    if (skipped > 0) reasons.push(`${file}: ${skipped}`);
  }
}

/** Whole processes and a real browser on a busy machine now and then miss a moment: such a file is told once more, and that is said. */
function runTwiceIfNeeded(which: readonly string[]): Outcome {
  const first = run(which);
  const isStopped = ({ assertionResults }: Result['testResults'][number]) =>
    assertionResults.some(({ status }) => status === 'failed');
  const stopped = first.result?.testResults.filter(isStopped) ?? [];
  if (first.result === null || stopped.length === 0) return first;
  const again = run(which, ...stopped.map(({ name }) => name));
  if (again.result === null) return first;
  reasons.push(
    `说两遍才通过或仍未通过 told twice: ${stopped.map(({ name }) => name.replace(`${root}/`, '')).join(', ')}`,
  );
  const kept = first.result.testResults.filter((file) => !stopped.includes(file));
  const passed = kept.flatMap(({ assertionResults }) => assertionResults).filter(({ status }) => status === 'passed');
  return {
    status: again.status,
    result: {
      ...again.result,
      numPassedTests: passed.length + again.result.numPassedTests,
      testResults: [...kept, ...again.result.testResults],
    },
  };
}

count(run(plain));
count(runTwiceIfNeeded(processes));
if (existsSync('/usr/bin/chromium')) count(runTwiceIfNeeded(browser));
else reasons.push('test/browser: 没有 Chromium（Debian: apt-get install chromium） / no Chromium is installed');
rmSync(folder, { recursive: true, force: true });

if (!existsSync(resolve(root, '../shared/seeds')))
  reasons.push('没有 ../shared：不核对真实文件 / no ../shared beside the repository: real documents are not compared');
if (reasons.length > 0) console.log(`\n跳过与重试 skipped, and told twice:\n  ${reasons.join('\n  ')}`);
if (failures.length > 0) console.log(`\n未通过 failed:\n  ${failures.join('\n  ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = isFailed || total.failed > 0 ? 1 : 0;
