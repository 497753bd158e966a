/** The one command to run before a commit, and part of what CI runs. Stops at the first failure. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';

const steps = [
  ['格式与静态检查 format and lint', 'biome check --error-on-warnings .'],
  [
    '类型与纯度 types and purity',
    'tsc -p tsconfig.pure.json && tsc -p tsconfig.node.json && tsc -p tsconfig.web.json && tsc -p tsconfig.browser.json',
  ],
  ['边界 boundaries', 'node scripts/check-boundaries.ts'],
  ['许可证 licences', 'node scripts/check-licences.ts'],
  ['生成文件 generated files', 'node scripts/generate.ts --check'],
  ['测试 tests', 'vitest run --project pure --project database --reporter=dot'],
] as const;

const bin = resolve(import.meta.dirname, '../node_modules/.bin');
/** Where the users are: a day off by one shows here, and would hide under UTC. */
const env = { ...process.env, TZ: 'Asia/Shanghai', PATH: `${bin}:${process.env.PATH}` };

for (const [name, command] of steps) {
  const started = performance.now();
  const { status } = spawnSync(command, { shell: true, stdio: 'inherit', env });
  console.log(`${status === 0 ? '✓' : '✗'} ${name} — ${((performance.now() - started) / 1000).toFixed(1)} s`);
  if (status !== 0) process.exit(status ?? 1);
}
