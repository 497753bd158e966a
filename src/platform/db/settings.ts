/** What an operator may tune afterwards: appended to postgresql.conf once, sized for one office on a small machine. */
export const initialSettings = (major: number): string =>
  [
    '',
    '# Set by Lantu when the directory was made; change what you like.',
    'max_connections = 40',
    'shared_buffers = 64MB',
    'max_wal_size = 512MB',
    'min_wal_size = 64MB',
    'max_worker_processes = 4',
    'max_parallel_workers = 2',
    'max_parallel_workers_per_gather = 1',
    'autovacuum_max_workers = 2',
    'jit = off',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "lc_messages = 'C'",
    // Three idle processes fewer; PostgreSQL 18 starts them for asynchronous reads.
    ...(major >= 18 ? ['io_method = sync'] : []),
    '',
  ].join('\n');

/** What Lantu's promises rest on, given on the command line so that no file can undo it. */
export const fixedSettings = (socketDirectory: string): readonly string[] => [
  'listen_addresses=',
  `unix_socket_directories=${socketDirectory}`,
  'unix_socket_permissions=0700',
  'fsync=on',
  'full_page_writes=on',
  'synchronous_commit=on',
  // The way to a server of one's own is logical replication: the bundled programs include no pg_dump.
  'wal_level=logical',
  'max_wal_senders=4',
  'logging_collector=off',
  'log_destination=stderr',
];

export const initdbArguments = (major: number, dataDirectory: string, superuser: string): readonly string[] => [
  `--pgdata=${dataDirectory}`,
  `--username=${superuser}`,
  // Only the runner and root can enter the socket's directory: that is the authentication.
  '--auth=trust',
  '--encoding=UTF8',
  '--data-checksums',
  ...(major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] : ['--locale=C.UTF-8']),
];
