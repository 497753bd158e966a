import type { Actor } from '../../core/implement.ts';
import { isValidOn, type Post, rolesOf } from './account.ts';
import { permissionsOf } from './roles.ts';

interface Person {
  readonly id: string;
  readonly name: string;
  /** Home unit, where the person stands while holding no post. */
  readonly unitPath: string;
  readonly mustChange: boolean;
}

/** Own posts come before those where one stands in, older before newer: the first is the one worked in. */
export const inOrder = (posts: readonly Post[]): readonly Post[] =>
  posts.toSorted((a, b) =>
    a.kind === b.kind ? a.fromOn.localeCompare(b.fromOn) || a.id.localeCompare(b.id) : a.kind === 'own' ? -1 : 1,
  );

interface Choice {
  readonly today: string;
  readonly chosen: string | null;
  readonly sessionId: string | null;
  /** What a token restricts its person to. */
  readonly only?: readonly string[] | undefined;
}

const minding: ReadonlySet<string> = new Set(['session.read', 'session.own']);

/**
 * The person as actor: scope and permissions over all posts valid today, work done in the chosen one. A password that
 * must be changed, and an account without posts, leave nothing but minding one's own account.
 */
export function actorOf(
  person: Person,
  posts: readonly Post[],
  tenantOf: (unitPath: string) => string,
  { today, chosen, sessionId, only }: Choice,
): Actor {
  const valid = inOrder(posts.filter((post) => isValidOn(post, today)));
  const post = valid.find(({ id }) => id === chosen) ?? valid[0];
  const unitPath = post?.unitPath ?? person.unitPath;
  const full = person.mustChange || post === undefined ? minding : permissionsOf(rolesOf(valid));
  const permissions =
    only === undefined ? full : new Set([...full].filter((each) => only.includes(each) && each !== 'session.own'));
  return {
    id: person.id,
    name: person.name,
    tenantId: tenantOf(unitPath),
    unitPath,
    scope: post === undefined ? [person.unitPath] : [...new Set(valid.map((each) => each.unitPath))],
    permissions,
    signedIn: { postId: post?.id ?? null, sessionId, mustChange: person.mustChange },
  };
}
