/** An OpenID provider on loopback, with people whose passwords nobody checks, and a reader who walks its pages. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';

export const client = { id: 'lantu', secret: 'a secret of lantu and the provider' };

interface Person {
  readonly sub: string;
  readonly preferred_username: string;
}

/** Whoever types a name is taken for the person of that name; `people` may change under way. */
export async function openProvider(redirectUris: () => string[], host = '127.0.0.1') {
  const people = new Map<string, Person>();
  const server: Server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const issuer = `http://${host}:${port}`;
  const configuration = (): Configuration => ({
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        redirect_uris: redirectUris(),
        post_logout_redirect_uris: redirectUris().map((uri) => new URL('/', uri).href),
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'] },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    cookies: { keys: ['only for tests'] },
    findAccount: (_, name) => {
      const person = people.get(name) ?? { sub: name, preferred_username: name };
      return { accountId: name, claims: async () => ({ ...person }) };
    },
  });
  // Made when it is first asked: the one who asks may have to be started with the issuer’s address.
  let answer: ReturnType<Provider['callback']> | undefined;
  server.on('request', (request, response) => {
    answer ??= new Provider(issuer, configuration()).callback();
    void answer(request, response);
  });
  return {
    issuer,
    people,
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Cookies as a browser keeps them, as far as one host on one machine needs it: by port, name and path. */
function createJar() {
  const kept = new Map<string, { value: string; path: string; port: string; name: string }>();
  return {
    take: (url: URL, headers: Headers) => {
      for (const line of headers.getSetCookie()) {
        const [pair = '', ...attributes] = line.split(';').map((part) => part.trim());
        const at = pair.indexOf('=');
        const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
        const path = attributes.find((each) => /^path=/i.test(each))?.slice(5) ?? '/';
        const isGone = value === '' || attributes.some((each) => /^max-age=0$/i.test(each));
        const key = `${url.port} ${name} ${path}`;
        if (isGone) kept.delete(key);
        else kept.set(key, { value, path, port: url.port, name });
      }
    },
    give: (url: URL): string =>
      [...kept.values()]
        .filter(({ port, path }) => port === url.port && url.pathname.startsWith(path))
        .map(({ name, value }) => `${name}=${value}`)
        .join('; '),
  };
}

export type Jar = ReturnType<typeof createJar>;

/** One step at a time: answers where the next one leads. */
export async function step(jar: Jar, url: URL, form?: Record<string, string>): Promise<Response> {
  const response = await fetch(url, {
    redirect: 'manual',
    headers: { cookie: jar.give(url) },
    ...(form && { method: 'POST', body: new URLSearchParams(form) }),
  });
  jar.take(url, response.headers);
  return response;
}

/**
 * From our start page through the provider’s pages up to, not including, the way back: its address.
 * The provider’s own pages ask for a name, then for consent.
 */
export async function walk(start: string, name: string, jar: Jar = createJar()): Promise<{ jar: Jar; back: URL }> {
  let url = new URL(start);
  const home = url.port;
  let response = await step(jar, url);
  for (let steps = 0; steps < 20; steps += 1) {
    const location = response.headers.get('location');
    if (location !== null) {
      url = new URL(location, url);
      if (url.port === home) return { jar, back: url };
      response = await step(jar, url);
      continue;
    }
    const page = await response.text();
    const action = page.match(/<form[^>]*action="([^"]+)"/)?.[1];
    const prompt = page.match(/name="prompt" value="(\w+)"/)?.[1];
    if (action === undefined || prompt === undefined) throw new Error(`no form at ${url}: ${page.slice(0, 300)}`);
    url = new URL(action, url);
    response = await step(jar, url, prompt === 'login' ? { prompt, login: name, password: 'x' } : { prompt });
  }
  throw new Error('the provider never came to an end');
}
