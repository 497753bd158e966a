import { type Context, Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { FileAnswer, isRead, type Operation, type Operations } from '../../core/operation.ts';
import { Problem } from '../../core/problem.ts';
import { jsonAnswer, securityHeaders } from './answers.ts';
import { openApi } from './openapi.ts';
import { mountSession, type SessionGate, type SessionOptions } from './session.ts';

export interface HttpLog {
  info(data: object, message: string): void;
  error(data: object, message: string): void;
}

export interface HttpParts {
  readonly operations: Operations;
  readonly call: Call;
  readonly version: string;
  readonly log: HttpLog;
  /** Bytes a JSON body, and a file, may have. */
  readonly limits: { readonly json: number; readonly file: number };
  /** Host names that may be asked for: a page of another site that points its name at us is refused. */
  readonly hosts: readonly string[] | null;
  /** The address that readers see when a reverse proxy stands in front. */
  readonly origin?: string | null;
  /** Where accounts are: how one signs in and out. */
  readonly session?: SessionOptions & { readonly gate: SessionGate };
  authenticate(request: Request): Promise<Actor>;
  newId(): string;
  /** Says whether the database answers. */
  isHealthy(): Promise<boolean>;
}

type Env = {
  Variables: {
    requestId: string;
    /** The answer has all its headers and is compressed if it should be. */
    isComplete?: boolean;
  };
};

const problemAnswer = (problem: Problem, requestId: string): Response =>
  Response.json(
    { code: problem.code, status: problem.status, title: problem.label, data: problem.data, requestId },
    { status: problem.status, headers: { 'content-type': 'application/problem+json; charset=utf-8' } },
  );

async function bodyOf(request: Request, limit: number, limitLabel: string): Promise<Uint8Array> {
  const tooLarge = () => new Problem('body-too-large', { limit: limitLabel });
  const declared = request.headers.get('content-length');
  if (Number(declared ?? 0) > limit) throw tooLarge();
  // No more comes than was declared: read whole, past the streams of the web, which cost more than the rest.
  if (declared !== null) {
    const whole = new Uint8Array(await request.arrayBuffer());
    if (whole.length > limit) throw tooLarge();
    return whole;
  }
  if (request.body === null) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body as unknown as AsyncIterable<Uint8Array>) {
    size += piece.length;
    if (size > limit) throw tooLarge();
    pieces.push(piece);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

function parseJson(bytes: Uint8Array): Record<string, unknown> {
  if (bytes.length === 0) return {};
  try {
    const parsed: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed))
      return parsed as Record<string, unknown>;
  } catch {
    // Falls through to the one refusal below: broken UTF-8 and broken JSON need the same remedy.
  }
  throw new Problem('invalid-input', { count: 1, issues: '正文须是 JSON 对象 (the body must be a JSON object)' });
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

/** Path wins over body, so a body cannot redirect a request to another id; If-Match is the revision seen. */
async function inputOf(c: Context<Env>, operation: Operation, { limits }: HttpParts): Promise<Record<string, unknown>> {
  const ifMatch = c.req.header('if-match')?.replace(/^(W\/)?"(.*)"$/, '$2');
  const common = { ...(ifMatch !== undefined && { revision: ifMatch }), ...c.req.param() };
  if (operation.takes === 'bytes') {
    const bytes = await bodyOf(c.req.raw, limits.file, megabytes(limits.file));
    const mediaType = c.req.header('content-type') ?? 'application/octet-stream';
    return { mediaType, ...c.req.query(), bytes, ...common };
  }
  if (isRead(operation)) return { ...c.req.query(), ...common };
  return { ...c.req.query(), ...parseJson(await bodyOf(c.req.raw, limits.json, megabytes(limits.json))), ...common };
}

function answer(c: Context<Env>, operation: Operation, output: unknown): Response | Promise<Response> {
  if (operation.gives === 'file') {
    const { name, mediaType, bytes } = FileAnswer.parse(output);
    const fallback = name.replaceAll(/[^\w.-]/g, '_');
    return new Response(bytes as Uint8Array<ArrayBuffer>, {
      headers: {
        'content-type': mediaType,
        'cache-control': 'no-store',
        'content-disposition': `attachment; filename="${fallback}"; filename*=UTF-8''${encodeURIComponent(name)}`,
        // A file that somebody uploaded must never run as a page of ours.
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      },
    });
  }
  const revision = (output as { revision?: unknown } | null)?.revision;
  return complete(c, output, typeof revision === 'number' ? { etag: `"${revision}"` } : {});
}

function complete(c: Context<Env>, output: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
  c.set('isComplete', true);
  return jsonAnswer(output, { requestId: c.get('requestId'), accept: c.req.header('accept-encoding'), headers });
}

function refuseForeignHosts(c: Context<Env>, { hosts }: Pick<HttpParts, 'hosts'>): string {
  const host = c.req.header('host') ?? '';
  const name = host.replace(/:\d+$/, '');
  if (hosts !== null && !hosts.includes(name)) throw new Problem('not-allowed', { permission: `host ${name}` });
  return host;
}

/** A write from a page must come from our own page: another site cannot make a signed-in browser write. */
function refuseForeignPages(c: Context<Env>, { hosts, origin: known }: Pick<HttpParts, 'hosts' | 'origin'>): void {
  const host = refuseForeignHosts(c, { hosts });
  const origin = c.req.header('origin');
  const crossSite = c.req.header('sec-fetch-site') === 'cross-site';
  const isOurs = origin === undefined || [known, `http://${host}`, `https://${host}`].includes(origin);
  if (crossSite || !isOurs) throw new Problem('not-allowed', { permission: `origin ${origin ?? 'cross-site'}` });
}

const parametersOf = ({ route }: Operation): number => route.split('/:').length;

/** Mounts every operation on its route under /api, with health, OpenAPI and one shape for refusals. */
export function createHttp(parts: HttpParts): Hono<Env> {
  const { operations, call, version, log, authenticate, newId, isHealthy } = parts;
  const app = new Hono<Env>();
  app.use(async (c, next) => {
    const requestId = newId();
    c.set('requestId', requestId);
    const started = performance.now();
    await next();
    if (c.get('isComplete') !== true) {
      c.header('x-request-id', requestId);
      for (const [name, value] of Object.entries(securityHeaders)) if (!c.res.headers.has(name)) c.header(name, value);
    }
    const ms = Math.round(performance.now() - started);
    const { method, path } = c.req;
    if (path.startsWith('/api/')) log.info({ requestId, method, path, status: c.res.status, ms }, 'request');
  });
  const compressed = compress();
  app.use(async (c, next) => {
    await next();
    if (c.get('isComplete') !== true) await compressed(c, async () => {});
  });

  app.onError((error, c) => {
    const requestId = c.get('requestId');
    const problem = error instanceof Problem ? error : new Problem('unexpected');
    if (problem.code === 'unexpected') log.error({ requestId, error: error.stack ?? String(error) }, 'unexpected');
    return problemAnswer(problem, requestId);
  });

  app.get('/health', async (c) => {
    const healthy = await isHealthy();
    return c.json({ status: healthy ? 'ok' : 'unavailable', version }, healthy ? 200 : 503);
  });
  const document = openApi(operations, version);
  app.get('/api/openapi.json', (c) => complete(c, document, { 'cache-control': 'no-cache' }));

  // `/reviews/form` goes before `/reviews/:id`, wherever they are declared.
  const inOrder = Object.entries(operations).toSorted(([, a], [, b]) => parametersOf(a) - parametersOf(b));
  for (const [id, operation] of inOrder) {
    const [method = 'GET', path = '/'] = operation.route.split(' ');
    app.on(method, `/api${path}`, async (c) => {
      refuseForeignPages(c, parts);
      const actor = await authenticate(c.req.raw);
      const key = method === 'POST' ? c.req.header('idempotency-key')?.slice(0, 100) : undefined;
      const output = await call(id, await inputOf(c, operation, parts), actor, { key });
      return answer(c, operation, output);
    });
  }
  if (parts.session !== undefined)
    mountSession(app as never, parts.session.gate, parts.session, {
      origin: parts.origin ?? null,
      host: (c) => void refuseForeignHosts(c as never, parts),
      page: (c) => refuseForeignPages(c as never, parts),
      body: async (c) => parseJson(await bodyOf(c.req.raw, 4096, '4 KB')),
    });
  app.all('/api/*', (c) =>
    problemAnswer(new Problem('not-found', { kind: 'API', id: c.req.path }), c.get('requestId')),
  );
  return app;
}
