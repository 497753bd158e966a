/** Who may import whom. Prints every import that points the wrong way. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';

/** Reading order: a module may use only the modules above it, so there are no cycles to find. */
export const moduleOrder = [
  'people',
  'audits',
  'backups',
  'regions',
  'documents',
  'parks',
  'enterprises',
  'land',
  'projects',
  'indicators',
  'reports',
  'plans',
  'evaluation',
  'ledgers',
  'promotion',
  'elements',
  'funds',
  'bulletins',
  'overview',
];

const layers = {
  core: ['core'],
  pure: ['core', 'pure'],
  store: ['core', 'pure'],
  service: ['core', 'pure', 'store'],
  commands: ['core', 'pure'],
  jobs: ['core', 'pure'],
  pages: ['core', 'pure', 'web', 'pages'],
  platform: ['core', 'platform'],
  web: ['core', 'web'],
  app: ['core', 'pure', 'store', 'service', 'commands', 'jobs', 'pages', 'platform', 'web', 'app'],
} as const satisfies Record<string, readonly string[]>;
type Layer = keyof typeof layers;

function layerOf(path: string): Layer {
  const [, top = '', , ...rest] = path.split('/');
  if (top !== 'modules') return top as Layer;
  if (rest[0] === 'pages') return 'pages';
  // A module with much of one kind splits it: `accounts.store.ts` beside `store.ts`.
  return (rest[0]?.match(/^(?:[a-z-]+\.)?(store|service|commands|jobs)\.ts$/)?.[1] as Layer | undefined) ?? 'pure';
}

const moduleOf = (path: string): string | undefined => path.match(/^src\/modules\/([^/]+)/)?.[1];

/** Types travel freely from a store to the pure files of its own module: they carry no capability. */
const importPattern = /(import|export)\s+(type\s+)?[^;]*?from '(\.[^']+)'/g;

function complaintsOf(file: string): string[] {
  const source = readFileSync(file, 'utf8');
  const layer = layerOf(file);
  const complaints: string[] = [];
  const isPure = layer === 'core' || layer === 'pure';
  if (isPure && /\b(new Date\(\)|Date\.now|Math\.random|performance\.now)/.test(source))
    complaints.push(`${file}: time and chance must be passed in`);
  if (isPure && /from 'node:/.test(source))
    complaints.push(`${file}: a plain file name means a pure file, without Node`);
  const mine = moduleOf(file);
  if (mine !== undefined && !moduleOrder.includes(mine)) complaints.push(`${file}: module ${mine} is not in the order`);
  for (const [, , isType, target = ''] of source.matchAll(importPattern)) {
    const to = posix.join(posix.dirname(file), target);
    if (to.endsWith('.json')) continue;
    const allowed: readonly string[] = layers[layer];
    const theirs = moduleOf(to);
    const ownTypes = isType !== undefined && mine === theirs && layerOf(to) === 'store';
    const isSplit = mine !== undefined && mine === theirs && layerOf(to) === layer;
    if (!allowed.includes(layerOf(to)) && !ownTypes && !isSplit)
      complaints.push(`${file} (${layer}) imports ${to} (${layerOf(to)})`);
    if (!mine || !theirs || mine === theirs) continue;
    if (layerOf(to) !== 'pure') complaints.push(`${file} reaches into ${theirs}’s ${layerOf(to)}`);
    if (moduleOrder.indexOf(theirs) > moduleOrder.indexOf(mine))
      complaints.push(`${file}: ${mine} comes before ${theirs}`);
  }
  return complaints;
}

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((path) => `src/${path.replaceAll('\\', '/')}`)
  .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
const complaints = files.flatMap(complaintsOf);
if (complaints.length > 0) console.error(complaints.join('\n'));
process.exitCode = complaints.length > 0 ? 1 : 0;
