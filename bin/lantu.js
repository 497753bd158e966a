#!/usr/bin/env node
// Runs the command line on the Node 24 that ships with the package, whatever Node started this file.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const cli = join(here, '../src/app/cli.ts');

function bundledNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve(`node-linux-${process.arch}/package.json`);
    const binary = join(dirname(manifest), 'bin/node');
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}

// What was compiled once is kept: without it the compiler stays in memory, a third of the server.
const compiled = join(here, '../node_modules/.cache/lantu');

if (Number(process.versions.node.split('.')[0]) >= 24) {
  module.enableCompileCache(compiled);
  await import(cli);
} else {
  const node = bundledNode();
  if (node === null) {
    console.error('蓝图需要 Node 24：请在 Linux x64 或 arm64 上运行 npm ci，或自行安装 Node 24。');
    console.error('Lantu needs Node 24: run npm ci on Linux x64 or arm64, or install Node 24.');
    process.exit(1);
  }
  const child = spawn(node, [cli, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compiled },
  });
  // Ctrl-C reaches the child through the terminal; a signal sent to this process alone is passed on.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
}
