import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Hono } from 'hono';

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** Serves the built pages. A path that is no file is a page of the single-page app. */
export function serveStatic(app: Hono<never>, folder: string): void {
  const cache = new Map<string, Uint8Array<ArrayBuffer>>();
  const load = async (path: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    const kept = cache.get(path);
    if (kept) return kept;
    try {
      const bytes = new Uint8Array(await readFile(path));
      cache.set(path, bytes);
      return bytes;
    } catch {
      return null;
    }
  };
  app.get('*', async (c) => {
    const path = join(folder, normalize(decodeURIComponent(c.req.path)));
    if (path !== folder && !path.startsWith(folder + sep)) return c.notFound();
    const isFile = extname(path) !== '';
    const file = isFile ? path : join(folder, 'index.html');
    const bytes = await load(file);
    if (bytes === null) return c.notFound();
    // Built assets carry a hash of their content in the name.
    const lasting = isFile && c.req.path.startsWith('/assets/');
    return new Response(bytes, {
      headers: {
        'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
        'cache-control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
      },
    });
  });
}
