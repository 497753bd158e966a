/** Signing in at another place: OpenID Connect Core 1.0, authorization code with PKCE (RFC 7636), state and nonce. */
import * as client from 'openid-client';
import { Problem } from '../core/problem.ts';
import type { Label } from '../core/text.ts';

export interface OidcConfig {
  readonly issuer: string;
  readonly clientId: string;
  /** Without one we are a public client: PKCE alone. */
  readonly clientSecret?: string | undefined;
  /** What the button says. */
  readonly name: Label;
  /** The claim that is the login here, as long as an account is not yet linked. */
  readonly claim: string;
  readonly scope: string;
}

/** Whom the issuer vouches for. */
export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly login: string;
}

export interface OidcDoor {
  readonly name: Label;
  /** The page of the issuer, and what the browser keeps for us meanwhile. */
  begin(redirectUri: string, to: string): Promise<{ address: string; memo: string }>;
  /** Whoever comes back from there, and the page wished for. */
  finish(
    returned: URL,
    redirectUri: string,
    memo: string | null,
  ): Promise<{ identity: Identity; to: string; leaving: string | null }>;
  /**
   * Where the session at the issuer ends as well (OpenID Connect RP-Initiated Logout 1.0), with the way back home; null
   * for whoever did not come from there, and where the issuer announces no such place.
   */
  leave(leaving: string | null, home: string): Promise<string | null>;
}

interface Parts {
  readonly secrets: { seal(text: string, about: string): string; open(sealed: string, about: string): string | null };
  now(): string;
  /** Told what exactly went wrong: the reader hears less. */
  onTrouble(error: unknown): void;
}

interface Memo {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly to: string;
  readonly until: number;
}

/** A reader who takes longer begins again. */
export const memoSeconds = 600;
const patienceSeconds = 10;
const about = 'oidc';
const aboutLeaving = 'oidc-leaving';
/** Browsers keep cookies of up to 4096 bytes; an issuer may be left without the hint as well. */
const longestMemo = 3500;

const isLoopback = ({ hostname }: URL): boolean => ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);

const unreachableCodes = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);
const isUnreachable = (error: unknown): boolean =>
  error instanceof TypeError || unreachableCodes.has((error as { code?: string }).code ?? '');

/** Asks the issuer for its addresses. */
function discover({ issuer, clientId, clientSecret }: OidcConfig): Promise<client.Configuration> {
  const server = new URL(issuer);
  const authentication = clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret);
  return client.discovery(server, clientId, undefined, authentication, {
    timeout: patienceSeconds,
    // Plain HTTP is for issuers on this machine only.
    ...(isLoopback(server) && { execute: [client.allowInsecureRequests] }),
  });
}

/** From the ID token, or from the user information where the issuer keeps such claims there. */
async function loginOf(
  config: client.Configuration,
  claim: string,
  { claims, accessToken }: { claims: client.IDToken; accessToken: string },
): Promise<string> {
  const all =
    typeof claims[claim] === 'string' || config.serverMetadata().userinfo_endpoint === undefined
      ? claims
      : { ...claims, ...(await client.fetchUserInfo(config, accessToken, claims.sub)) };
  const login = all[claim];
  if (typeof login !== 'string') throw new Error(`the issuer names no ${claim}`);
  // An address that its owner never confirmed may be anybody's.
  if (claim === 'email' && all.email_verified !== true) throw new Error('the issuer has not verified the email');
  return login.trim().toLowerCase();
}

export function oidcDoor(config: OidcConfig, { secrets, now, onTrouble }: Parts): OidcDoor {
  let known: client.Configuration | undefined;

  const memoOf = (sealed: string | null): Memo | null => {
    const text = sealed === null ? null : secrets.open(sealed, about);
    const memo = text === null ? null : (JSON.parse(text) as Memo);
    return memo !== null && Date.parse(now()) < memo.until ? memo : null;
  };

  const leavingOf = (issuer: string, idToken: string | undefined): string => {
    const sealed = secrets.seal(JSON.stringify({ issuer, idToken }), aboutLeaving);
    return sealed.length <= longestMemo ? sealed : secrets.seal(JSON.stringify({ issuer }), aboutLeaving);
  };

  return {
    name: config.name,

    leave: async (leaving, home) => {
      const text = leaving === null ? null : secrets.open(leaving, aboutLeaving);
      if (text === null) return null;
      const { issuer, idToken } = JSON.parse(text) as { issuer: string; idToken?: string };
      try {
        known ??= await discover(config);
      } catch (error) {
        // Our own session has ended all the same.
        onTrouble(error);
        return null;
      }
      const { end_session_endpoint: end, issuer: present } = known.serverMetadata();
      if (end === undefined || present !== issuer) return null;
      const hint = idToken === undefined ? {} : { id_token_hint: idToken };
      return client.buildEndSessionUrl(known, { post_logout_redirect_uri: home, ...hint }).href;
    },

    begin: async (redirectUri, to) => {
      // Asked anew each time: nobody is sent off to an issuer that does not answer.
      const found = await discover(config).catch((error) => {
        onTrouble(error);
        throw new Problem('oidc-unreachable');
      });
      known = found;
      const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
      const address = client.buildAuthorizationUrl(found, {
        redirect_uri: redirectUri,
        scope: config.scope,
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      const memo: Memo = { state, nonce, verifier, to, until: Date.parse(now()) + memoSeconds * 1000 };
      return { address: address.href, memo: secrets.seal(JSON.stringify(memo), about) };
    },

    finish: async (returned, redirectUri, sealed) => {
      const memo = memoOf(sealed);
      if (memo === null) throw new Problem('oidc-refused');
      // Behind a proxy the request shows another address than the one that was registered.
      const current = new URL(redirectUri);
      current.search = returned.search;
      try {
        const found = known ?? (await discover(config));
        const tokens = await client.authorizationCodeGrant(found, current, {
          expectedState: memo.state,
          expectedNonce: memo.nonce,
          pkceCodeVerifier: memo.verifier,
          idTokenExpected: true,
        });
        const claims = tokens.claims() as client.IDToken;
        const login = await loginOf(found, config.claim, { claims, accessToken: tokens.access_token });
        return {
          identity: { issuer: claims.iss, subject: claims.sub, login },
          to: memo.to,
          leaving: leavingOf(claims.iss, tokens.id_token),
        };
      } catch (error) {
        onTrouble(error);
        throw new Problem(isUnreachable(error) ? 'oidc-unreachable' : 'oidc-refused');
      }
    },
  };
}
