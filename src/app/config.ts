import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { type EvidenceKind, evidenceKindIds } from '../modules/documents/evidence-kinds.ts';
import type { SmtpOptions } from '../platform/mail/smtp.ts';
import type { OidcConfig } from '../platform/oidc.ts';

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
  /** What seals secrets that must be read again, instead of the file in the data home; needed by several servers. */
  LANTU_SECRET_KEY: z.string().optional(),
  LANTU_SECRET_KEY_FILE: z.string().optional(),
  /** Signing in at an OpenID provider. */
  LANTU_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  LANTU_OIDC_CLIENT_ID: z.string().min(1).optional(),
  LANTU_OIDC_CLIENT_SECRET: z.string().optional(),
  LANTU_OIDC_CLIENT_SECRET_FILE: z.string().optional(),
  /** What the button says: 统一身份认证|Single sign-on */
  LANTU_OIDC_NAME: z.string().min(1).default('统一身份认证|Single sign-on'),
  LANTU_OIDC_CLAIM: z.string().min(1).default('preferred_username'),
  LANTU_OIDC_SCOPE: z.string().default('openid profile'),
  /** Where mail is handed over: smtp://name:password@mail.example.gov.cn:587 */
  LANTU_SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  LANTU_MAIL_FROM: z.string().min(3).optional(),
  /** A virus scanner for evidence: gets the file on its standard input, exit 0 is clean. */
  LANTU_SCAN_COMMAND: z.string().min(1).optional(),
  /** Megabytes by kind of evidence: pdf=80,jpg=10 */
  LANTU_EVIDENCE_LIMITS: z.string().optional(),
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
  readonly secretKey?: string | undefined;
  readonly oidc?: OidcConfig | undefined;
  readonly smtp?: SmtpOptions | undefined;
  readonly evidence?:
    | { readonly scanner?: string | undefined; readonly limits?: Partial<Record<EvidenceKind, number>> | undefined }
    | undefined;
  readonly logLevel: 'silent' | 'error' | 'info' | 'debug';
}

type Parsed = z.output<typeof Environment>;

const wrong = (reason: string) => new Error(`环境变量有误 (a wrong environment variable): ${reason}`);

/** A secret as the variable has it, or the file that the variable of the same name with _FILE names. */
function given(data: Parsed, name: 'LANTU_SECRET_KEY' | 'LANTU_OIDC_CLIENT_SECRET'): string | undefined {
  const file = data[`${name}_FILE`];
  if (data[name] !== undefined || file === undefined) return data[name];
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    throw wrong(`${name}_FILE: ${(error as Error).message}`);
  }
}

function oidcOf(data: Parsed): OidcConfig | undefined {
  const { LANTU_OIDC_ISSUER: issuer, LANTU_OIDC_CLIENT_ID: clientId } = data;
  if (issuer === undefined && clientId === undefined) return undefined;
  if (issuer === undefined || clientId === undefined)
    throw wrong('LANTU_OIDC_ISSUER 与 LANTU_OIDC_CLIENT_ID 须一起设置 (set both or neither)');
  const [zh = '', en = zh] = data.LANTU_OIDC_NAME.split('|').map((part) => part.trim());
  const clientSecret = given(data, 'LANTU_OIDC_CLIENT_SECRET');
  return {
    issuer,
    clientId,
    clientSecret,
    name: { zh, en },
    claim: data.LANTU_OIDC_CLAIM,
    scope: data.LANTU_OIDC_SCOPE,
  };
}

function smtpOf({ LANTU_SMTP_URL: url, LANTU_MAIL_FROM: from }: Parsed): SmtpOptions | undefined {
  if (url === undefined && from === undefined) return undefined;
  if (url === undefined || from === undefined)
    throw wrong('LANTU_SMTP_URL 与 LANTU_MAIL_FROM 须一起设置 (set both or neither)');
  return { url, from };
}

function limitsOf(text: string | undefined): Partial<Record<EvidenceKind, number>> | undefined {
  if (text === undefined) return undefined;
  const pairs = text.split(',').map((part) => part.trim().split('='));
  for (const [kind = '', megabytes] of pairs)
    if (!evidenceKindIds.some((id) => id === kind) || !(Number(megabytes) > 0 && Number(megabytes) <= 50))
      throw wrong(`LANTU_EVIDENCE_LIMITS 写作 pdf=30,jpg=10，至多 50 (${kind}=${megabytes}; at most 50 MB each)`);
  return Object.fromEntries(pairs.map(([kind, megabytes]) => [kind, Number(megabytes)]));
}

/** The environment, parsed once; a wrong value is named with its variable. */
export function configOf(environment: Readonly<Record<string, string | undefined>>): Config {
  const { data, error } = Environment.safeParse(environment);
  if (error) {
    const names = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
    throw wrong(names);
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
    secretKey: given(data, 'LANTU_SECRET_KEY'),
    oidc: oidcOf(data),
    smtp: smtpOf(data),
    evidence: { scanner: data.LANTU_SCAN_COMMAND, limits: limitsOf(data.LANTU_EVIDENCE_LIMITS) },
    logLevel: data.LANTU_LOG,
  };
}
