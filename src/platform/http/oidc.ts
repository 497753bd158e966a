import type { Context, Hono } from 'hono';
import { Problem, type ProblemCode } from '../../core/problem.ts';
import { memoSeconds, type OidcDoor } from '../oidc.ts';
import { cookieFor, cookieOf, type SessionGate, sessionSeconds, type Visitor } from './session.ts';

const cookieName = 'lantu_oidc';
const place = '/api/session/oidc';

const leavingName = 'lantu_oidc_leaving';

/** Kept beside the session of whoever came from the issuer, to end the one there too; taken back with an empty one. */
export const leavingCookie = (leaving: string, isSecure: boolean): string =>
  `${leavingName}=${leaving}; Path=/api/session; HttpOnly; SameSite=Strict; Max-Age=${leaving === '' ? 0 : sessionSeconds}${isSecure ? '; Secure' : ''}`;

export const leavingOf = (c: Context): string | null => {
  const leaving = cookieOf(c.req.header('cookie') ?? null, leavingName);
  return leaving === '' ? null : leaving;
};

/** Kept while the reader is at the issuer; Lax, because the way back begins at another site. */
const memoCookie = (memo: string, isSecure: boolean): string =>
  `${cookieName}=${memo}; Path=${place}; HttpOnly; SameSite=Lax; Max-Age=${memo === '' ? 0 : memoSeconds}${isSecure ? '; Secure' : ''}`;

/** A page of ours, never another site. */
const ownPath = /^\/(?!\/)[\w./?=&%:$-]{0,500}$/;

export interface OidcMounting {
  readonly door: OidcDoor;
  readonly gate: SessionGate;
  readonly isSecure: boolean;
  /** The address that readers see; without one, the one they asked for. */
  readonly origin: string | null;
  visitorOf(c: Context): Visitor;
  /** Refuses other host names. */
  admitHost(c: Context): void;
  /** Refuses pages of other sites as well: nobody else sends our readers off to sign in. */
  admitPage(c: Context): void;
}

/** The way to the issuer and back. A refusal is told on the sign-in page, where the password still works. */
export function mountOidc(app: Hono, parts: OidcMounting): void {
  const { door, gate, isSecure, origin, visitorOf } = parts;
  const redirectUri = (c: Context): string => `${origin ?? new URL(c.req.url).origin}${place}/callback`;
  const withTrouble = (c: Context, code: ProblemCode): Response => c.redirect(`/#sign-in=${code}`);

  app.get(`${place}/start`, async (c) => {
    parts.admitPage(c);
    c.header('cache-control', 'no-store');
    const to = c.req.query('to') ?? '/';
    try {
      const { address, memo } = await door.begin(redirectUri(c), ownPath.test(to) ? to : '/');
      c.header('set-cookie', memoCookie(memo, isSecure));
      return c.redirect(address);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      await gate.noteUnconfirmed(error.code === 'oidc-unreachable' ? 'unreachable' : 'not-confirmed', visitorOf(c));
      return withTrouble(c, error.code);
    }
  });

  app.get(`${place}/callback`, async (c) => {
    parts.admitHost(c);
    c.header('cache-control', 'no-store');
    c.header('set-cookie', memoCookie('', isSecure), { append: true });
    try {
      const memo = cookieOf(c.req.header('cookie') ?? null, cookieName);
      const { identity, to, leaving } = await door
        .finish(new URL(c.req.url), redirectUri(c), memo)
        .catch(async (error: unknown) => {
          const isDown = error instanceof Problem && error.code === 'oidc-unreachable';
          await gate.noteUnconfirmed(isDown ? 'unreachable' : 'not-confirmed', visitorOf(c));
          throw error;
        });
      const token = await gate.signInAs(identity, visitorOf(c));
      c.header('set-cookie', cookieFor(token, isSecure), { append: true });
      if (leaving !== null) c.header('set-cookie', leavingCookie(leaving, isSecure), { append: true });
      return c.redirect(to);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      return withTrouble(c, error.code);
    }
  });
}
