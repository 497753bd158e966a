import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { type RoleId, roleIds } from './roles.ts';

export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,63}$/, {
    error: '登录名为 2–64 个小写字母、数字或 . _ @ - (a login has 2–64 small letters, digits or . _ @ -)',
  });

export const Email = z.email({ error: '邮箱写法不对 (this is no address for mail)' }).max(200);

export const RoleName = z.enum(roleIds);

export const Post = z.object({
  id: z.string(),
  /** 岗位: the same through hand-overs; open work belongs to it. */
  seatId: z.string(),
  accountId: z.string(),
  accountName: z.string(),
  unitPath: z.string(),
  unitName: z.string(),
  role: RoleName,
  kind: z.enum(['own', 'stand-in']),
  fromOn: Day,
  /** The last day; null while it goes on. */
  untilOn: Day.nullable(),
  givenBy: z.string(),
  givenAt: z.string(),
  reason: z.string().nullable(),
});
export type Post = z.infer<typeof Post>;

export const Account = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  unitPath: z.string(),
  unitName: z.string(),
  email: z.string().nullable(),
  mustChange: z.boolean(),
  lockedUntil: z.string().nullable(),
  hasTotp: z.boolean(),
  /** Known to an identity provider: its owner signs in there. */
  isLinked: z.boolean(),
  endedAt: z.string().nullable(),
  posts: z.array(Post),
});
export type Account = z.infer<typeof Account>;

export const isValidOn = ({ fromOn, untilOn }: Pick<Post, 'fromOn' | 'untilOn'>, day: Day): boolean =>
  fromOn <= day && (untilOn === null || day <= untilOn);

/** Posts whose days overlap: one person cannot hold the same seat twice at a time. */
export const overlaps = (a: Pick<Post, 'fromOn' | 'untilOn'>, b: Pick<Post, 'fromOn' | 'untilOn'>): boolean =>
  (a.untilOn === null || b.fromOn <= a.untilOn) && (b.untilOn === null || a.fromOn <= b.untilOn);

export const rolesOf = (posts: readonly Pick<Post, 'role'>[]): readonly RoleId[] => posts.map(({ role }) => role);
