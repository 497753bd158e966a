import type { Command } from 'commander';
import { Problem } from '../../core/problem.ts';
import type { Label } from '../../core/text.ts';
import type { Config } from '../config.ts';
import type { Loaded } from './load.ts';

const line = ({ zh, en }: Label): string => `${zh} / ${en}\n`;

/** What was loaded, and under which names one may sign in. */
export function demoReport({ units, documents, stated, invented, office, accounts }: Loaded, seconds: number): string {
  const sum = (key: 'parks' | 'enterprises' | 'projects' | 'promises') =>
    documents.reduce((total, document) => total + document[key], 0);
  const logins = accounts.map(({ login, password, name }) => `  ${login.padEnd(22)}${password.padEnd(24)}${name}\n`);
  return [
    line({
      zh: `已装入：单位 ${units}，园区 ${sum('parks')}，企业 ${sum('enterprises')}，项目 ${sum('projects')}（承诺 ${sum('promises')} 项），文件所列指标 ${stated}，虚构数 ${invented}，虚构推进过程的项目 ${office.stories} 个、台账事项 ${office.entries} 件，用时 ${seconds.toFixed(0)} 秒`,
      en: `loaded ${units} units, ${sum('parks')} parks, ${sum('enterprises')} enterprises, ${sum('projects')} projects, ${stated} stated and ${invented} invented figures, invented steps of ${office.stories} projects and ${office.entries} ledger entries, in ${seconds.toFixed(0)} s`,
    }),
    line({ zh: '演示账号与口令（只显示这一次）', en: 'demo accounts and their passwords, shown this once' }),
    ...logins,
    line({
      zh: '初看请运行 npm start（免登录）；供多人登录请运行 lantu serve',
      en: 'for a first look run npm start, without signing in; for several people run lantu serve',
    }),
  ].join('');
}

interface Options {
  readonly invented: string;
  readonly password?: string;
}

async function demo(config: Config, { invented, password }: Options, tell: (step: Label) => void): Promise<void> {
  if (invented !== 'months' && invented !== 'none')
    throw new Problem('invalid-input', { count: 1, issues: '--invented: months | none' });
  const { openSystem } = await import('../server.ts');
  const { loadDemo } = await import('./load.ts');
  const system = await openSystem(config, tell);
  try {
    const begin = performance.now();
    const { call, callOn, gate, surroundings } = system;
    const door = { call, on: callOn, gate, today: surroundings.today() };
    const loaded = await loadDemo(door, { invented, password }, tell);
    process.stdout.write(demoReport(loaded, (performance.now() - begin) / 1000));
  } finally {
    await system.close();
  }
}

export function demoCommand(program: Command, config: Config, tell: (step: Label) => void): void {
  program
    .command('demo')
    .description('把五份规划的事实装入空数据库，并生成有标记的虚构月度数 / fill an empty database with a demo')
    .option('--invented <which>', 'months | none', 'months')
    .option('--password <password>', '演示账号共用的口令（不给则各得一次性口令）/ one password for the demo accounts')
    .action((options: Options) => demo(config, options, tell));
}
