/** The command line: standing commands here, one command for every operation from its declaration. */
import { readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command, CommanderError } from 'commander';
import { Problem } from '../core/problem.ts';
import type { Label } from '../core/text.ts';
import { type Config, configOf, version } from './config.ts';
import { demoCommand } from './demo/command.ts';

/** Exit codes: 1 the documents have errors, 2 the command was refused. */
const refused = 2;

function tell({ zh, en }: Label): void {
  process.stderr.write(`${zh} / ${en}\n`);
}

async function readFiles(paths: readonly string[]) {
  const { readAnyFile } = await import('./read.ts');
  const readings = [];
  for (const path of paths) readings.push(await readAnyFile(basename(path), new Uint8Array(await contentOf(path))));
  return readings;
}

/** A file too large is refused by its size alone: nothing of it comes into memory. */
async function contentOf(path: string): Promise<Buffer> {
  const { checkSize, defaultLimits } = await import('../platform/files/limits.ts');
  const size = await stat(path).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) throw new Problem('not-found', { kind: '文件 file', id: path });
  checkSize(basename(path), size, defaultLimits);
  return readFile(path);
}

async function extract(paths: readonly string[], { format }: { format: string }): Promise<void> {
  const { extractionJson, extractionTable } = await import('./render.ts');
  for (const { facts } of await readFiles(paths))
    process.stdout.write(`${format === 'json' ? extractionJson(facts) : extractionTable(facts)}\n`);
}

async function lint(
  paths: readonly string[],
  { format, language }: { format: string; language: string },
): Promise<void> {
  const { lintReadings } = await import('../modules/plans/lint.ts');
  const { renderFindings } = await import('./render.ts');
  const readings = await readFiles(paths);
  const findings = lintReadings(readings);
  const documents = readings.map(({ document }) => document);
  process.stdout.write(`${renderFindings(format, findings, documents, language === 'en' ? 'en' : 'zh')}\n`);
  if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
}

async function gongwen(path: string, { format, output }: { format: string; output: string }): Promise<void> {
  const { gongwenFormats, setGongwen } = await import('../platform/publication/gongwen.ts');
  const wanted = gongwenFormats.find((each) => each === format);
  if (wanted === undefined) throw new Problem('file-format', { format });
  const { writeFile } = await import('node:fs/promises');
  const bytes = await setGongwen((await contentOf(path)).toString('utf8'), basename(path), wanted);
  await writeFile(output, bytes).catch(() => {
    throw new Problem('not-found', { kind: '可写入的文件 file to write', id: output });
  });
}

async function serve(config: Config, { sample }: { sample: boolean }): Promise<void> {
  const { startServer } = await import('./server.ts');
  const running = await startServer(config, { sample, tell });
  tell({
    zh: `蓝图已在 ${running.url} 运行，按 Ctrl-C 停止`,
    en: `Lantu runs at ${running.url}, press Ctrl-C to stop`,
  });
  let isStopping = false;
  const stop = async () => {
    if (isStopping) return;
    isStopping = true;
    tell({ zh: '正在停止……', en: 'Stopping …' });
    await running.close();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

/** The operation on our own database; on the server that holds it, when one runs. */
async function reach(config: Config, id: string, input: Record<string, unknown>): Promise<unknown> {
  const { openSystem, localOfficer } = await import('./server.ts');
  const { operator } = await import('./first-units.ts');
  try {
    const system = await openSystem(config, () => {});
    try {
      return await system.call(id, input, (await system.hasPeople()) ? operator : localOfficer);
    } finally {
      await system.close();
    }
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'database-busy') throw error;
    const { url } = JSON.parse(readFileSync(join(config.home, 'server.json'), 'utf8')) as { url: string };
    const { callRemote } = await import('../platform/cli/remote.ts');
    const { declaredOperations } = await import('./app.ts');
    const operation = declaredOperations[id];
    if (operation === undefined) throw error;
    return callRemote(url, operation, input, config.token);
  }
}

function databaseCommands(program: Command, config: Config): void {
  const withDatabase = async <T>(work: (opened: Awaited<ReturnType<typeof open>>) => Promise<T>): Promise<T> => {
    const opened = await open();
    try {
      return await work(opened);
    } finally {
      await opened.close();
    }
  };
  const open = async () => {
    const { openDatabase } = await import('../platform/db/open.ts');
    return openDatabase(config, tell);
  };
  const db = program.command('db').description('数据库 / the database');
  db.command('migrate')
    .description('升级数据库结构（升级前自动备份）/ migrate the database (after a backup)')
    .action(() =>
      withDatabase(async ({ describe }) => tell({ zh: `已是最新：${describe}`, en: `up to date: ${describe}` })),
    );
  db.command('lint')
    .description('检查库表规则 / check the rules of the schema')
    .action(() =>
      withDatabase(async (opened) => {
        const { lintSchema } = await import('../platform/db/schema-lint.ts');
        const complaints = await lintSchema(opened.owner);
        for (const { object, problem } of complaints) process.stdout.write(`${object}: ${problem}\n`);
        if (complaints.length > 0) process.exitCode = 1;
      }),
    );
  program
    .command('backup <file>')
    .description('备份全部数据到一个文件 / back all data up into one file')
    .action(async (file: string) => {
      const { backUpDatabase } = await import('../platform/db/open.ts');
      await backUpDatabase(config, file, tell);
      tell({ zh: `已备份到 ${file}`, en: `backed up to ${file}` });
    });
  program
    .command('restore <file>')
    .description('从备份文件恢复 / restore a backup')
    .option('--replace', '替换现有数据 / in place of the data that are there')
    .action((file: string, { replace }: { replace?: boolean }) =>
      withDatabase(async (opened) => {
        await opened.restore(file, { replace });
        tell({ zh: `已从 ${file} 恢复`, en: `restored from ${file}` });
      }),
    );
}

const breakWords: Readonly<Record<string, Label>> = {
  changed: { zh: '被改动', en: 'was changed' },
  removed: { zh: '被删除', en: 'was removed' },
  forged: { zh: '是事后塞入的', en: 'was put in by hand' },
  unlinked: { zh: '前后不相连', en: 'does not follow from the one before' },
  cut: {
    zh: '与记下的链头不符（尾部被截断或重写）',
    en: 'is not the head that was noted: the end was cut off or made anew',
  },
};

async function verifyAudit(config: Config, heads: readonly string[]): Promise<void> {
  const { withOwner } = await import('../platform/db/open.ts');
  const { sealPending } = await import('../platform/audit/seal.ts');
  const { parseHead, printHead, verify } = await import('../platform/audit/verify.ts');
  const noted = heads.map(parseHead);
  await withOwner(
    config,
    async (owner) => {
      await sealPending(owner, () => new Date().toISOString());
      const found = await verify(owner, { noted });
      for (const { kind, tenantId, seq, auditId, at } of found.breaks) {
        const { zh, en } = breakWords[kind] as Label;
        const where = [tenantId, seq ?? '-', auditId ?? '', at ?? ''].join(':').replace(/:+$/, '');
        process.stdout.write(`✗ ${where} ${zh} / ${en}\n`);
      }
      for (const head of found.heads) process.stdout.write(`${printHead(head)}\n`);
      const result = {
        zh: `${found.rows} 行，${found.broken} 处不符`,
        en: `${found.rows} rows, ${found.broken} broken`,
      };
      tell(result);
      if (found.broken > 0) process.exitCode = 1;
    },
    tell,
  );
}

function auditCommands(program: Command, config: Config): void {
  const audit = program.command('audit').description('审计链 / the chain of the audit');
  audit
    .command('verify')
    .description(
      '核验审计链；不符时列出位置，退出码为 1 / verify the audit; exit 1 and the places when it does not hold',
    )
    .option('--head <heads...>', '另处记下的链头 / heads noted elsewhere (lantu audit head)', [])
    .action(({ head }: { head: string[] }) => verifyAudit(config, head));
  audit
    .command('head')
    .description('打印链头，请另处保存 / print the heads of the chains, to be kept elsewhere')
    .action(async () => {
      const { withOwner } = await import('../platform/db/open.ts');
      const { sealPending } = await import('../platform/audit/seal.ts');
      const { headsOf, printHead } = await import('../platform/audit/verify.ts');
      await withOwner(config, async (owner) => {
        await sealPending(owner, () => new Date().toISOString());
        for (const head of await headsOf(owner)) process.stdout.write(`${printHead(head)}\n`);
      });
    });
}

async function commands(config: Config): Promise<Command> {
  const program = new Command('lantu')
    .description('蓝图：读规划、查算术、成台账 / Lantu: reads a plan, checks its arithmetic, makes it live')
    .version(version)
    .showHelpAfterError()
    .configureHelp({ sortSubcommands: true });
  program
    .command('start')
    .description('本机初看：样例数据，http://127.0.0.1:8080 / a first look with sample data')
    .option('--port <port>', '端口 / port (0: any free one)')
    .action(({ port }: { port?: string }) =>
      serve(port === undefined ? config : { ...config, port: Number(port) }, { sample: true }),
    );
  program
    .command('serve')
    .description('启动服务（首次启动时建立管理员）/ start the server; the first time it asks for an administrator')
    .option('--port <port>', '端口 / port (0: any free one)')
    .action(({ port }: { port?: string }) =>
      serve(port === undefined ? config : { ...config, port: Number(port) }, { sample: false }),
    );
  program
    .command('extract <files...>')
    .description('读取文件，列出指标、项目、任务、园区、企业、表格 / read documents; no database needed')
    .option('--format <format>', 'json | table', 'table')
    .action(extract);
  program
    .command('lint <files...>')
    .description('检查文件中的算术错误与前后矛盾；有错误时退出码为 1 / check documents; exit 1 on errors')
    .option('--format <format>', 'text | json | sarif | html', 'text')
    .option('--language <language>', 'zh | en', 'zh')
    .action(lint);
  program
    .command('gongwen <file>')
    .description('把 Markdown 文件排成公文（GB/T 9704-2012）/ set a Markdown text as an official document')
    .option('--format <format>', 'docx | pdf | xlsx', 'docx')
    .requiredOption('--output <file>', '保存到文件 / write to this file')
    .action(gongwen);
  databaseCommands(program, config);
  auditCommands(program, config);
  demoCommand(program, config, tell);
  const { operationCommands } = await import('../platform/cli/operations.ts');
  const { declaredOperations } = await import('./app.ts');
  for (const command of operationCommands(declaredOperations, (id, _, input) => reach(config, id, input)))
    program.addCommand(command);
  return program;
}

try {
  const program = await commands(configOf(process.env));
  await program.parseAsync(process.argv);
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode;
  else {
    const text =
      error instanceof Problem
        ? error.message
        : error instanceof Error
          ? (error.stack ?? error.message)
          : String(error);
    process.stderr.write(`${text}\n`);
    process.exit(refused);
  }
}
