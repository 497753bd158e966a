/** Random trees of units with the people who work in them. */
import type { Actor } from '../../src/core/implement.ts';
import type { Post } from '../../src/modules/people/account.ts';
import { actorOf } from '../../src/modules/people/actor.ts';
import { type RoleId, roleIds } from '../../src/modules/people/roles.ts';
import { isWithin, type UnitKind, unitKinds } from '../../src/modules/people/unit.ts';
import type { Dice } from '../generated/random.ts';

export const today = '2026-11-22';
export const root = 'cn';

export interface TreeUnit {
  readonly path: string;
  readonly kind: UnitKind;
  readonly tenantId: string;
}

export interface Person {
  readonly id: string;
  readonly unitPath: string;
  readonly posts: readonly Post[];
}

export interface Tree {
  readonly units: readonly TreeUnit[];
  readonly people: readonly Person[];
}

/** Codes that trip comparisons of text: one begins another, and one matches the other in a pattern. */
const codesBelow: Readonly<Record<string, readonly string[]>> = {
  country: ['23', '2', '23_'],
  province: ['2303', '230', '23031'],
  city: ['230321', '23032', '230_21', '2303211'],
  county: ['kfq', 'kf', 'k_q'],
};
const below = { country: 'province', province: 'city', city: 'county', county: 'zone' } as const;

function growTree(dice: Dice): TreeUnit[] {
  const units: TreeUnit[] = [];
  const add = (path: string, kind: UnitKind, above: string): TreeUnit => {
    const unit = { path, kind, tenantId: unitKinds[kind].ownsRows ? String(units.length + 1) : above };
    units.push(unit);
    return unit;
  };
  const grow = ({ path, kind, tenantId }: TreeUnit): void => {
    for (const office of dice.some(['d_fgj', 'd_f', 'd_tjj'], dice.int(0, 2)))
      add(`${path}.${office}`, 'department', tenantId);
    if (kind === 'county' || kind === 'zone')
      for (const firm of dice.some(['e1', 'e11'], dice.int(0, 2))) add(`${path}.${firm}`, 'enterprise', tenantId);
    if (!(kind in below)) return;
    const most = kind === 'country' || units.length > 14 ? 1 : 2;
    for (const code of dice.some(codesBelow[kind] ?? [], dice.int(1, most)))
      grow(add(`${path}.${code}`, below[kind as keyof typeof below], tenantId));
  };
  grow(add(root, 'country', ''));
  return units;
}

const post = (accountId: string, id: string, unitPath: string, role: RoleId, more: Partial<Post>): Post => ({
  id,
  seatId: id,
  accountId,
  accountName: '',
  unitPath,
  unitName: '',
  role,
  kind: 'own',
  fromOn: '2026-01-01',
  untilOn: null,
  givenBy: '',
  givenAt: '2026-01-01T00:00:00Z',
  reason: null,
  ...more,
});

/** Posts that hold and posts that no longer do, of one's own and as a stand-in, at any units. */
function postsOf(dice: Dice, accountId: string, home: TreeUnit, units: readonly TreeUnit[], id: () => string): Post[] {
  const role = home.kind === 'enterprise' ? 'enterprise' : dice.pick(roleIds);
  const own = dice.chance(0.8) ? [post(accountId, id(), home.path, role, {})] : [];
  const elsewhere = dice
    .some(units.slice(1), dice.int(0, 2))
    .map(({ path }) =>
      post(
        accountId,
        id(),
        path,
        dice.pick(roleIds),
        dice.chance(0.5) ? { kind: 'stand-in', untilOn: '2026-12-31' } : {},
      ),
    );
  const past = post(accountId, id(), dice.pick(units).path, dice.pick(roleIds), { untilOn: '2026-10-31' });
  return [...own, ...elsewhere, past];
}

export function randomTree(dice: Dice, newId: () => string): Tree {
  const units = growTree(dice);
  const people = units.map((unit) => {
    const id = newId();
    return { id, unitPath: unit.path, posts: postsOf(dice, id, unit, units, newId) };
  });
  return { units, people };
}

/** The person as the product sees him, but allowed everything: here only the scope may stand in the way. */
export function actorFor({ units }: Tree, person: Person, sessionId: string, permissions: ReadonlySet<string>): Actor {
  const tenants = new Map(units.map(({ path, tenantId }) => [path, tenantId]));
  const identity = { id: person.id, name: '王敏', unitPath: person.unitPath, mustChange: false };
  const choice = { today, chosen: null, sessionId };
  return { ...actorOf(identity, person.posts, (path) => tenants.get(path) ?? '', choice), permissions };
}

/** Those for whom there is something that they may not see. */
export const isBounded = ({ units }: Tree, { scope }: Pick<Actor, 'scope'>): boolean =>
  units.some(({ path }) => !isWithin(scope, path));
