/**
 * Writes what follows from the declarations: docs/generated and the table types.
 * `--check` writes nothing and fails if anything would change.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { declaredOperations } from '../src/app/app.ts';
import { version } from '../src/app/config.ts';
import { ruleEditions } from '../src/app/rule-editions.ts';
import { problems } from '../src/core/problem.ts';
import { sourceStatuses, themes } from '../src/core/rules/edition.ts';
import type { Label } from '../src/core/text.ts';
import { linesOf, rulesUnder } from '../src/modules/evaluation/rule-description.ts';
import { roles } from '../src/modules/people/roles.ts';
import { planRules } from '../src/modules/plans/rules/index.ts';
import { openApi } from '../src/platform/http/openapi.ts';
import { generateDatabase } from './generate-tables.ts';
import { mechanismsPage } from './mechanisms-page.ts';

const root = resolve(import.meta.dirname, '..');
const isCheck = process.argv.includes('--check');
const head = '<!-- written by npm run generate; change the declarations instead -->\n\n';
const escaped = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
}

const problemsPage = (): string =>
  `${head}# 拒绝 Problems\n\n${table(
    ['code', 'status', '中文', 'English'],
    Object.entries(problems).map(([code, { status, message }]) => [code, String(status), message.zh, message.en]),
  )}\n`;

const rulesPage = (): string => {
  const families = Map.groupBy(planRules, ({ id }) => id.split('/')[0] as string);
  const sections = [...families].map(
    ([family, rules]) =>
      `## ${family}\n\n${rules
        .map(
          ({ id, severity, title, why }) =>
            `### ${id}\n\n**${title.zh}** ${title.en} · ${severity}\n\n${why.zh}\n\n${why.en}\n`,
        )
        .join('\n')}`,
  );
  return `${head}# 规划检查规则 Plan rules\n\n${planRules.length} rules.\n\n${sections.join('\n')}`;
};

/** Editions of rules that are shipped: source, what the office must decide, every rule in a line. */
const ruleSetsPage = (): string => {
  const sections = ruleEditions().map(({ edition, cases }) => {
    const { label, source, theme, asks, effective } = edition;
    const { from = '—', to = '—' } = effective;
    const status = sourceStatuses[source.status];
    const questions = asks.map(({ question, why }) => `- **${question.zh}** ${why.zh} ${question.en}\n`).join('');
    const lines = linesOf(edition, rulesUnder(edition, {})).map(
      ({ id, label: name, kindLabel, says, unit, asks: open }) => [
        id,
        name.zh,
        kindLabel.zh,
        `${says.zh}${open.length > 0 ? '（待定 to decide）' : ''}`,
        says.en,
        unit,
      ],
    );
    return [
      `## ${edition.id} · ${edition.edition}`,
      `**${label.zh}** ${label.en} · ${themes[theme].zh} · ${from} – ${to} · ${cases.length} 个算例 cases`,
      `${source.document}，${source.clause}（${status.zh} ${status.en}）${source.url ? ` <${source.url}>` : ''}`,
      ...(source.note ? [`${source.note.zh} ${source.note.en}`] : []),
      ...(questions === '' ? [] : [`本级须先决定 To decide first:\n\n${questions}`]),
      table(['rule', '中文', '方式', '条文', 'English', '单位'], lines),
    ].join('\n\n');
  });
  return `${head}# 规则 Editions of rules\n\n${sections.length} editions.\n\n${sections.join('\n\n')}\n`;
};

const operationsPage = (): string =>
  `${head}# 操作 Operations\n\nEach is a command (\`lantu <noun> <verb>\`) and a route under /api.\n\n${table(
    ['operation', 'route', 'permission', 'roles', '中文', 'English'],
    Object.entries(declaredOperations).map(([id, { route, permission, summary }]) => [
      id,
      `\`${route}\``,
      permission,
      Object.entries(roles)
        .filter(([, { permissions }]) => (permissions as readonly string[]).includes(permission))
        .map(([role]) => role)
        .join(', '),
      summary.zh,
      summary.en,
    ]),
  )}\n`;

/** One line for each operation, one column for each role: a change of who may do what is a change of this page. */
const permissionsPage = (): string => {
  const holders = Object.values(roles);
  const holds = (role: (typeof holders)[number], permission: string): boolean =>
    (role.permissions as readonly string[]).includes(permission);
  const rows = Object.entries(declaredOperations)
    .toSorted(([, a], [, b]) => a.permission.localeCompare(b.permission))
    .map(([id, { permission }]) => [permission, id, ...holders.map((role) => (holds(role, permission) ? '●' : ''))]);
  const heads = holders.map(({ label }) => label.zh);
  const names = holders.map(({ label: { zh, en } }) => `${zh} ${en}`).join(' · ');
  return `${head}# 谁可以做什么 Who may do what\n\n${names}\n\n${table(['permission', 'operation', ...heads], rows)}\n`;
};

const glossaryPage = (): string => {
  const labels: [string, Label][] = [
    ...Object.entries(roles).map(([id, { label }]): [string, Label] => [`role ${id}`, label]),
    ...Object.entries(declaredOperations).map(([id, { summary }]): [string, Label] => [`operation ${id}`, summary]),
    ...planRules.map(({ id, title }): [string, Label] => [`rule ${id}`, title]),
  ];
  return `${head}# 中文 ↔ English\n\n${table(
    ['中文', 'English', 'where'],
    labels.map(([where, { zh, en }]) => [zh, en, where]),
  )}\n`;
};

const { tables, description } = await generateDatabase();
const files: Readonly<Record<string, string>> = {
  'src/core/tables.ts': tables,
  'docs/generated/database.md': head + description,
  'docs/generated/api.json': `${JSON.stringify(openApi(declaredOperations, version), null, 2)}\n`,
  'docs/generated/problems.md': problemsPage(),
  'docs/generated/plan-rules.md': rulesPage(),
  'docs/generated/rules.md': ruleSetsPage(),
  'docs/generated/operations.md': operationsPage(),
  'docs/generated/permissions.md': permissionsPage(),
  'docs/generated/glossary.md': glossaryPage(),
  'docs/mechanisms.md': head + mechanismsPage(),
};

/** Generated TypeScript is formatted as everything else is. */
function formatted(path: string, content: string): string {
  if (!path.endsWith('.ts')) return content;
  const bin = join(root, 'node_modules/.bin/biome');
  const { stdout, status } = spawnSync(bin, ['format', `--stdin-file-path=${path}`], { input: content, cwd: root });
  return status === 0 ? stdout.toString() : content;
}

const stale: string[] = [];
for (const [path, content] of Object.entries(files)) {
  const file = join(root, path);
  const wanted = formatted(path, content);
  if (existsSync(file) && readFileSync(file, 'utf8') === wanted) continue;
  stale.push(path);
  if (isCheck) continue;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, wanted);
  console.log(`wrote ${path}`);
}
if (isCheck && stale.length > 0) {
  console.error(`not up to date (npm run generate): ${stale.join(', ')}`);
  process.exitCode = 1;
}
