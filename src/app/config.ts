import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';

export const packageFolder = resolve(import.meta.dirname, '../..');
export const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')));

const Environment = z.object({
  /** Where the embedded database and the server's files live. */
  LANTU_HOME: z.string().optional(),
  /** A PostgreSQL server to use instead of the embedded one. */
  DATABASE_URL: z.string().optional(),
  /** The folder of the programs of PostgreSQL, instead of the bundled ones. */
  LANTU_POSTGRES: z.string().optional(),
  /** The account of the database process when Lantu runs as root. */
  LANTU_DB_USER: z.string().optional(),
  LANTU_HOST: z.string().default('127.0.0.1'),
  LANTU_PORT: z.coerce.number().int().min(0).max(65535).default(8080),
  /** The address that readers see, when a reverse proxy stands in front: https://lantu.example.gov.cn */
  LANTU_ORIGIN: z
    .url({ protocol: /^https?$/ })
    .transform((url) => new URL(url).origin)
    .optional(),
  /** The first administrator, for starts without a terminal. */
  LANTU_ADMIN: z.string().optional(),
  LANTU_ADMIN_PASSWORD: z.string().optional(),
  /** The token with which commands speak to a server that runs. */
  LANTU_TOKEN: z.string().optional(),
  LANTU_LOG: z.enum(['silent', 'error', 'info', 'debug']).default('info'),
});

export interface Config {
  readonly home: string;
  readonly databaseUrl: string | null;
  readonly postgres: string | undefined;
  readonly user: string | undefined;
  readonly host: string;
  readonly port: number;
  readonly origin?: string | undefined;
  readonly admin?: { readonly login: string; readonly password: string } | undefined;
  readonly token?: string | undefined;
  readonly logLevel: 'silent' | 'error' | 'info' | 'debug';
}

/** The environment, parsed once; a wrong value is named with its variable. */
export function configOf(environment: Readonly<Record<string, string | undefined>>): Config {
  const { data, error } = Environment.safeParse(environment);
  if (error) {
    const names = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw new Error(`环境变量有误 (a wrong environment variable): ${names}`);
  }
  // A service of the system (started as root) keeps its data where services do.
  const isRoot = process.getuid?.() === 0;
  const home = data.LANTU_HOME ?? (isRoot ? '/var/lib/lantu' : join(homedir(), '.lantu'));
  return {
    home: resolve(home),
    databaseUrl: data.DATABASE_URL ?? null,
    postgres: data.LANTU_POSTGRES,
    user: data.LANTU_DB_USER,
    host: data.LANTU_HOST,
    port: data.LANTU_PORT,
    origin: data.LANTU_ORIGIN,
    admin:
      data.LANTU_ADMIN !== undefined && data.LANTU_ADMIN_PASSWORD !== undefined
        ? { login: data.LANTU_ADMIN, password: data.LANTU_ADMIN_PASSWORD }
        : undefined,
    token: data.LANTU_TOKEN,
    logLevel: data.LANTU_LOG,
  };
}
