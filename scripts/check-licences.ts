/** Every installed package has a permissive licence, or stands below with the reason why it may stay. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const permissive = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'CC-BY-4.0',
  'ISC',
  'MIT',
  'MIT-0',
  'PostgreSQL',
  'Python-2.0',
  'Unlicense',
  'Zlib',
]);

/** Used only to build or test, unmodified, and not shipped. */
const tolerated: Readonly<Record<string, string>> = {
  'axe-core': 'MPL-2.0: runs in browser tests, not shipped',
  lightningcss: 'MPL-2.0: build tool of vite, not shipped',
};

const root = resolve(import.meta.dirname, '..');
const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, { license?: string; dev?: boolean; version?: string }>;
};

/** “(MIT OR GPL-3.0)” leaves the choice to us; “MIT AND Zlib” asks for both. */
function isPermissive(licence: string): boolean {
  const plain = licence.replaceAll(/[()]/g, '');
  if (/ OR /i.test(plain)) return plain.split(/ OR /i).some(isPermissive);
  return plain.split(/ AND /i).every((each) => permissive.has(each.trim()));
}

const complaints: string[] = [];
for (const [path, { license, version }] of Object.entries(packages)) {
  if (path === '') continue;
  const name = path.replace(/^.*node_modules\//, '');
  const isTolerated = Object.keys(tolerated).some((each) => name === each || name.startsWith(`${each}-`));
  if (!isPermissive(license ?? 'none') && !isTolerated)
    complaints.push(`${name}@${version}: ${license ?? 'no licence stated'}`);
}
if (complaints.length > 0) console.error(`licences to look at:\n  ${complaints.join('\n  ')}`);
process.exitCode = complaints.length > 0 ? 1 : 0;
