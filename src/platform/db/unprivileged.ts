import { readFile, stat } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { Problem } from '../../core/problem.ts';

/** The account that the PostgreSQL process runs under. */
export interface Runner {
  readonly name: string;
  /** Handed to spawn; empty when the server runs as Lantu itself. */
  readonly identity: { readonly uid?: number; readonly gid?: number };
}

interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

async function accounts(): Promise<Account[]> {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n');
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/** PostgreSQL looks its own account up, too, and would fail with less to go by. */
function ownName(): string {
  try {
    return userInfo().username;
  } catch {
    throw new Problem('database-account', { account: `uid ${process.getuid?.()}` });
  }
}

const ownerOf = async (path: string): Promise<number | undefined> =>
  stat(path).then(
    ({ uid }) => uid,
    () => undefined,
  );

/**
 * PostgreSQL refuses to run as root. Whoever owns an existing data directory goes on owning it: an account
 * named `postgres` may appear later with a package and must not strand the data of `nobody`.
 */
export async function chooseRunner(dataDirectory: string, wanted: string | undefined): Promise<Runner> {
  const known = await accounts();
  const self = process.getuid?.();
  if (self !== 0) return { name: known.find(({ uid }) => uid === self)?.name ?? ownName(), identity: {} };
  const owner = await ownerOf(dataDirectory);
  const candidates = wanted === undefined ? ['postgres', 'nobody'] : [wanted];
  const account = owner
    ? known.find(({ uid }) => uid === owner)
    : candidates.map((name) => known.find((each) => each.name === name)).find((found) => found !== undefined);
  if (account === undefined || account.uid === 0) {
    throw new Problem('database-account', { account: owner === undefined ? candidates.join(', ') : `uid ${owner}` });
  }
  return { name: account.name, identity: { uid: account.uid, gid: account.gid } };
}

/** The first directory on the way to `path` that the runner may not pass, if there is one. */
export async function closedTo({ identity }: Runner, path: string): Promise<string | undefined> {
  const { uid, gid } = identity;
  if (uid === undefined) return undefined;
  const ways = [path];
  while (dirname(ways[0] as string) !== ways[0]) ways.unshift(dirname(ways[0] as string));
  for (const way of ways) {
    const { mode, uid: owner, gid: group } = await stat(way);
    const bit = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return way;
  }
  return undefined;
}
