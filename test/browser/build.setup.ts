import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

/** The pages under test are those of the sources as they stand, built as they are shipped. */
export function setup(): void {
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync(resolve('node_modules/.bin/vite'), ['build', '--logLevel', 'warn'], { env, stdio: 'inherit' });
}
