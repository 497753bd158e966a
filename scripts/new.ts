/**
 * Scaffolds what CONTRIBUTING's table lists:
 *   npm run new rule growth/stated-rate        a plan rule, with its line in the list
 *   npm run new rule-set reward-x 2026         an edition of rules with its cases, to be filled in
 *   npm run new migration plans add-owner      a migration, dated today
 *   npm run new decision one-package           the next decision record
 *   npm run new change report-locking          a note in changes/, dated today
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

function create(path: string, content: string): void {
  const file = join(root, path);
  if (existsSync(file)) throw new Error(`${path} is there already`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  console.log(`created ${path}`);
}

const camel = (name: string): string => name.replaceAll(/[-/](\w)/g, (_, letter: string) => letter.toUpperCase());

function rule(id = ''): void {
  if (!/^[a-z]+\/[a-z-]+$/.test(id)) throw new Error('a rule is named family/what-is-wrong, as growth/stated-rate');
  const name = camel(id);
  create(
    `src/modules/plans/rules/${id}.ts`,
    `import { defineCheck } from '../../../../core/check.ts';
import type { Dossier } from '../../dossier.ts';

export const ${name} = defineCheck<Dossier>({
  id: '${id}',
  severity: 'warning',
  title: { zh: '', en: '' },
  why: { zh: '', en: '' },
  message: { zh: '', en: '' },
  run({ readings }, report) {
    for (const { document } of readings) report([], { name: document.name });
  },
  examples: { pass: [], fail: [] },
});
`,
  );
  const list = join(root, 'src/modules/plans/rules/index.ts');
  const source = readFileSync(list, 'utf8');
  const withImport = source.replace(/(import type \{ Dossier \}[^\n]*\n)/, `$1import { ${name} } from './${id}.ts';\n`);
  writeFileSync(list, withImport.replace(/\n\];/, `\n  ${name},\n];`));
  console.log('added to rules/index.ts; npm run format sorts it');
}

/** Runs and holds as it stands, so that whoever fills it in starts from something that works. */
function ruleSet(id = '', edition = ''): void {
  if (!/^[a-z][a-z0-9-]*$/.test(id) || !/^[0-9a-z][0-9a-z.-]*$/.test(edition))
    throw new Error('an edition is named rule edition, as reward-x 2026');
  const folder = 'src/modules/evaluation/rule-sets';
  create(
    `${folder}/${id}-${edition}.yaml`,
    `id: ${id}
edition: "${edition}"
label: { zh: 新规则, en: New rule }
theme: assessment
subject: project
source:
  document: 文件名称和文号
  clause: 第几条
  status: own
effective: { from: "${today}" }
inputs:
  - { id: amount, label: { zh: 数额, en: Amount }, unit: 万元 }
rules:
  - { id: reached, label: { zh: 达到门槛, en: Reached }, kind: threshold, value: amount, op: ">=", limit: 1000 }
outcome: [reached]
`,
  );
  create(
    `${folder}/${id}-${edition}.cases.yaml`,
    `- name: { zh: 恰好达到, en: Exactly reached }
  given: { amount: 1000 }
  expect: { reached: true }
- name: { zh: 差一点, en: Just below }
  given: { amount: 999.99 }
  expect: { reached: false }
- name: { zh: 没有数, en: Without a figure }
  expect: { reached: { missing: not-reported } }
`,
  );
}

function migration(module = '', ...what: string[]): void {
  const path = `src/platform/db/migrations/${today.replaceAll('-', '')}-${module}-${what.join('-')}.sql`;
  create(path, `-- forward only; every table says its class ([R], [D] or [L]) in its comment, every column has one\n`);
}

function decision(...words: string[]): void {
  const last = Math.max(0, ...readdirSync(join(root, 'docs/decisions')).map((file) => Number.parseInt(file, 10) || 0));
  const title = words.join(' ').replaceAll('-', ' ');
  const number = String(last + 1).padStart(4, '0');
  create(
    `docs/decisions/${number}-${words.join('-')}.md`,
    `# ${number} ${title}\n\nDate: ${today}\n\n## Context\n\n## Decision\n\n## Consequence\n`,
  );
}

function change(...words: string[]): void {
  create(
    `changes/${today}-${words.join('-')}.md`,
    `# ${words.join(' ').replaceAll('-', ' ')}\n\nWho notices:\n\nImpacted periods: none\n`,
  );
}

const kinds: Readonly<Record<string, (...words: string[]) => void>> = {
  rule,
  'rule-set': ruleSet,
  migration,
  decision,
  change,
};
const [kind = '', ...words] = process.argv.slice(2);
const make = kinds[kind];
if (make === undefined || words.length === 0) {
  console.error(`npm run new ${Object.keys(kinds).join('|')} NAME`);
  process.exit(2);
}
make(...words);
