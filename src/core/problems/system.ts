import type { Refusals } from './refusal.ts';

/** Refusals of the database, of backups and of starting. */
export const systemProblems = {
  'database-busy': {
    status: 503,
    message: {
      zh: '另一个蓝图（进程 {pid}）正在使用 {directory}；请先停止它，或用 LANTU_HOME 换一个目录',
      en: 'Another Lantu (process {pid}) uses {directory}; stop it first or choose another directory with LANTU_HOME',
    },
  },
  'database-unavailable': {
    status: 503,
    message: { zh: '数据库不可用：{reason}', en: 'The database is not available: {reason}' },
  },
  'database-version': {
    status: 503,
    message: {
      zh: '{directory} 需要 PostgreSQL {needed}，本机有：{found}；请安装该版本，或用 LANTU_POSTGRES 指明其目录',
      en: '{directory} needs PostgreSQL {needed}, here is: {found}; install it, or name its folder in LANTU_POSTGRES',
    },
  },
  'database-programs': {
    status: 503,
    message: {
      zh: 'LANTU_POSTGRES 指明的 {path} 中没有账户 {account} 可运行的 PostgreSQL；请改正或去掉此变量',
      en: '{path}, named in LANTU_POSTGRES, has no PostgreSQL that {account} can run; correct or drop the variable',
    },
  },
  'database-account': {
    status: 503,
    message: {
      zh: '没有可运行数据库的普通账户（{account}）；请建立账户，并在 LANTU_DB_USER 中写明',
      en: 'There is no unprivileged account to run the database ({account}); make one and name it in LANTU_DB_USER',
    },
  },
  'database-closed': {
    status: 503,
    message: {
      zh: '数据库账户 {account} 不能进入 {directory}；请放开该目录（chmod a+x），或用 LANTU_HOME 换一个目录',
      en: 'The database account {account} may not enter {directory}; open it (chmod a+x) or choose another LANTU_HOME',
    },
  },
  'migration-edited': {
    status: 503,
    message: {
      zh: '已执行的数据库变更 {name} 被改动；请恢复原文件，修改应写成新的变更',
      en: 'The migration {name} was edited after it ran; restore the file and write the change as a new migration',
    },
  },
  'migration-unknown': {
    status: 503,
    message: {
      zh: '数据库由更新的蓝图写成（{name}）；请使用新版本打开',
      en: 'The database was written by a newer Lantu ({name}); open it with that version',
    },
  },
  'backup-damaged': {
    status: 422,
    message: {
      zh: '备份文件“{name}”不完整或已损坏（{reason}）；未作任何改动，请换一份备份',
      en: 'The backup “{name}” is incomplete or damaged ({reason}); nothing was changed, use another backup',
    },
  },
  'database-not-empty': {
    status: 409,
    message: {
      zh: '数据库中已有数据（{rows} 行）；确要以备份替换，请加 --replace',
      en: 'The database already holds data ({rows} rows); to put the backup in their place, add --replace',
    },
  },
  'backup-too-large': {
    status: 413,
    message: {
      zh: '备份“{name}”为 {size}，超过网页下载上限 {limit}；请在服务器上从 {folder} 直接取用',
      en: '“{name}” has {size}, over the limit of {limit} for a page; fetch it from {folder} on the server',
    },
  },
  'loopback-only': {
    status: 500,
    message: {
      zh: '样例不用登录，只在本机开放，不能监听 {host}；请去掉 LANTU_HOST，或用 lantu serve',
      en: 'The first look needs no sign-in and stays on this machine, not on {host}; unset LANTU_HOST or use lantu serve',
    },
  },
  'pages-not-built': {
    status: 500,
    message: {
      zh: '网页还没有生成；请先运行 npm run build',
      en: 'The pages are not built yet; run npm run build first',
    },
  },
  'port-taken': {
    status: 500,
    message: {
      zh: '端口 {port} 已被占用；请用 LANTU_PORT 换一个端口，例如 LANTU_PORT=8081 npm start',
      en: 'Port {port} is taken; choose another with LANTU_PORT, as in LANTU_PORT=8081 npm start',
    },
  },
  'demo-not-empty': {
    status: 409,
    message: {
      zh: '演示数据只装入空数据库，这里已有：{found}。请用 LANTU_HOME 另指一个空目录，再运行 lantu demo',
      en: 'The demo fills an empty database only, and this one holds: {found}. Point LANTU_HOME to an empty folder and run lantu demo again',
    },
  },
} as const satisfies Refusals;
