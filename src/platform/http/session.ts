import type { Context, Hono } from 'hono';
import type { Actor } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import type { Identity, OidcDoor } from '../oidc.ts';
import { leavingCookie, leavingOf, mountOidc } from './oidc.ts';

export interface Visitor {
  readonly address: string | null;
  readonly agent: string | null;
}

/** What the people module offers to whoever knocks; sign-in stands before the operations, which need an actor. */
export interface SessionGate {
  signIn(attempt: Visitor & { login: string; password: string; code: string | null }): Promise<string>;
  /** For whomever an issuer vouches. */
  signInAs(identity: Identity, visitor: Visitor): Promise<string>;
  /** Writes down that an issuer did not vouch for somebody. */
  noteUnconfirmed(why: 'not-confirmed' | 'unreachable', visitor: Visitor): Promise<void>;
  signOut(token: string, visitor: Visitor): Promise<void>;
  actorOfSession(token: string, postId: string | null): Promise<Actor>;
  actorOfToken(token: string, postId: string | null): Promise<Actor>;
}

export interface SessionOptions {
  /** Whether readers come by HTTPS: the cookie then never travels without it. */
  readonly isSecure: boolean;
  /** Whether a reverse proxy of ours stands in front, whose last word on the address is true. */
  readonly isProxied: boolean;
  /** Signing in at another place, where that is set up. */
  readonly oidc?: OidcDoor | undefined;
}

const cookieName = 'lantu_session';
export const sessionSeconds = 7 * 24 * 3600;

/** The value of a cookie; the first wins, as browsers send the most specific first. */
export function cookieOf(header: string | null, name = cookieName): string | null {
  for (const part of (header ?? '').split(';')) {
    const [key, ...value] = part.trim().split('=');
    if (key === name) return value.join('=');
  }
  return null;
}

export const cookieFor = (token: string, isSecure: boolean): string =>
  `${cookieName}=${token}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${token === '' ? 0 : sessionSeconds}${isSecure ? '; Secure' : ''}`;

/** The person behind a request: by token, or by the cookie of a session. */
export const authenticateBy =
  (gate: SessionGate) =>
  (request: Request): Promise<Actor> => {
    const postId = request.headers.get('x-lantu-post');
    const bearer = request.headers.get('authorization')?.match(/^Bearer\s+(\S+)$/i)?.[1];
    if (bearer !== undefined) return gate.actorOfToken(bearer, postId);
    const token = cookieOf(request.headers.get('cookie'));
    if (token === null || token === '') return Promise.reject(new Problem('not-signed-in'));
    return gate.actorOfSession(token, postId);
  };

const text = (value: unknown, limit: number): string | null =>
  typeof value === 'string' && value.length <= limit ? value : null;

interface Incoming {
  readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
}

/** Who may ask, and with what. */
export interface Admission {
  readonly origin: string | null;
  /** Refuses other host names. */
  host(c: Context): void;
  /** Refuses pages of other sites as well. */
  page(c: Context): void;
  body(c: Context): Promise<Record<string, unknown>>;
}

/** Signing in and out, which set the cookie. */
export function mountSession(
  app: Hono,
  gate: SessionGate,
  { isSecure, isProxied, oidc }: SessionOptions,
  admission: Admission,
): void {
  const admit = (c: Context): Promise<Record<string, unknown>> => {
    admission.page(c);
    return admission.body(c);
  };
  const visitorOf = (c: Context): Visitor => {
    const forwarded = isProxied ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined;
    const address = forwarded ?? (c.env as Incoming | undefined)?.incoming?.socket?.remoteAddress ?? null;
    return { address: address?.slice(0, 64) ?? null, agent: c.req.header('user-agent')?.slice(0, 200) ?? null };
  };

  app.get('/api/session/ways', (c) => {
    admission.page(c);
    return c.json({ oidc: oidc?.name ?? null });
  });
  if (oidc !== undefined)
    mountOidc(app, {
      door: oidc,
      gate,
      isSecure,
      visitorOf,
      origin: admission.origin,
      admitHost: admission.host,
      admitPage: admission.page,
    });

  app.post('/api/session/sign-in', async (c) => {
    const body = await admit(c);
    const login = text(body.login, 64)?.trim().toLowerCase();
    const password = text(body.password, 1000);
    const code = text(body.code, 40);
    if (!login || !password) throw new Problem('sign-in-refused');
    const token = await gate.signIn({ login, password, code: code === '' ? null : code, ...visitorOf(c) });
    c.header('set-cookie', cookieFor(token, isSecure));
    if (oidc !== undefined) c.header('set-cookie', leavingCookie('', isSecure), { append: true });
    c.header('cache-control', 'no-store');
    return c.json({ signedIn: true });
  });

  app.post('/api/session/sign-out', async (c) => {
    await admit(c);
    const token = cookieOf(c.req.header('cookie') ?? null);
    if (token !== null && token !== '') await gate.signOut(token, visitorOf(c));
    c.header('set-cookie', cookieFor('', isSecure));
    if (oidc === undefined) return c.json({ signedIn: false, leave: null });
    c.header('set-cookie', leavingCookie('', isSecure), { append: true });
    const home = `${admission.origin ?? new URL(c.req.url).origin}/`;
    return c.json({ signedIn: false, leave: await oidc.leave(leavingOf(c), home) });
  });
}
