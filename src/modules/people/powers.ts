import type { Label } from '../../core/text.ts';
import type { Post } from './account.ts';
import { overlaps } from './account.ts';
import { isAdministration, type RoleId, roles } from './roles.ts';

interface Wish {
  readonly giverId: string;
  readonly accountId: string;
  readonly role: RoleId;
  readonly fromOn: string;
  readonly untilOn: string | null;
}

/**
 * 三员分立. Why a role may not be given, or null: nobody gives a role to himself, and whoever administers the system
 * holds at that time neither business nor another part of the administration.
 */
export function powersConflict(wish: Wish, held: readonly Pick<Post, 'role' | 'fromOn' | 'untilOn'>[]): Label | null {
  const { zh, en } = roles[wish.role].label;
  if (wish.giverId === wish.accountId) return { zh: '不能给自己授予角色', en: 'nobody gives a role to himself' };
  const other = held.find(
    (post) =>
      overlaps(post, wish) && post.role !== wish.role && (isAdministration(post.role) || isAdministration(wish.role)),
  );
  if (other === undefined) return null;
  const { label } = roles[other.role];
  return { zh: `“${zh}”与已任的“${label.zh}”不能由同一人担任`, en: `“${en}” cannot be held beside “${label.en}”` };
}

/** While nobody holds them, the system administrator appoints the first of the other two. */
export const isFirstAppointment = (role: RoleId, holders: number): boolean =>
  holders === 0 && (role === 'security-administrator' || role === 'audit-administrator');
