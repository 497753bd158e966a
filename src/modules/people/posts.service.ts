import type { Reader, Writer } from '../../core/database.ts';
import { type Day, dayNumber } from '../../core/day.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import { Problem } from '../../core/problem.ts';
import { isValidOn, type Post } from './account.ts';
import { postOperations } from './account-operations.ts';
import * as accounts from './accounts.store.ts';
import * as posts from './posts.store.ts';
import { isFirstAppointment, powersConflict } from './powers.ts';
import { loadUnit } from './store.ts';
import { isWithin } from './unit.ts';

type Writing = Context<Writer>;

const wrong = (field: string, zh: string, en: string) =>
  new Problem('invalid-input', { count: 1, issues: `${field}: ${zh} (${en})` });

const dayBefore = (day: Day): Day => new Date((dayNumber(day) - 1) * 86_400_000).toISOString().slice(0, 10);

type Wish = Pick<Post, 'accountId' | 'unitPath' | 'role' | 'kind' | 'fromOn' | 'untilOn' | 'reason'>;

/** Gives the post, as long as nothing forbids that this person holds it. */
async function give(context: Writing, wish: Wish, seatId: string, giverId = context.actor.id): Promise<Post> {
  const { db, actor, now, newId, audit } = context;
  const account = await accounts.lockById(db, wish.accountId);
  if (account.endedAt !== null) throw wrong('accountId', '账号已停用', 'the account has ended');
  const conflict = powersConflict({ ...wish, giverId }, await posts.listPostsOf(db, [wish.accountId]));
  if (conflict !== null) throw new Problem('powers-apart', { reason: `${conflict.zh} (${conflict.en})` });
  const id = newId();
  await posts.addPost(db, { ...wish, id, seatId, givenBy: actor.name, givenAt: now });
  audit('post', id, null, { ...wish, seatId });
  return posts.loadPost(db, id);
}

/** A post at a unit that the actor administers; others are not there for him. */
async function loadWithin({ db, actor }: Context<Reader>, postId: string): Promise<Post> {
  const post = await posts.loadPost(db, postId);
  if (!isWithin(actor.scope, post.unitPath)) throw new Problem('not-found', { kind: '岗位 post', id: postId });
  return post;
}

/** The post and whoever stands in for it end on the same day. */
async function endSeat(context: Writing, post: Post, untilOn: Day): Promise<Post[]> {
  const { db, actor, audit } = context;
  if (untilOn < post.fromOn) throw wrong('untilOn', '早于任职的第一日', 'before the first day of the post');
  const holders = await posts.listSeat(db, actor.scope, post.seatId);
  for (const each of holders) {
    const isConcerned = each.id === post.id || (post.kind === 'own' && each.kind === 'stand-in');
    if (!isConcerned || (each.untilOn !== null && each.untilOn <= untilOn)) continue;
    const last = untilOn < each.fromOn ? each.fromOn : untilOn;
    await posts.endPost(db, each.id, last);
    audit('post', each.id, { untilOn: each.untilOn }, { untilOn: last });
  }
  return posts.listSeat(db, actor.scope, post.seatId);
}

export const postService: Service = implement(postOperations, {
  'posts.give': async (context, { accountId, ...wish }) => {
    const { db, actor, today, newId } = context;
    await loadUnit(db, actor.scope, wish.unitPath, today);
    await accounts.lockAccount(db, actor.scope, accountId);
    if (wish.untilOn !== null && wish.untilOn < wish.fromOn)
      throw wrong('untilOn', '早于起始日', 'before the first day');
    return give(context, { ...wish, accountId, kind: 'own' }, newId());
  },

  'posts.appoint': async (context, { accountId, role }) => {
    const { db, actor, today, newId } = context;
    if (!isFirstAppointment(role, await posts.countHolders(db, role, today)))
      throw new Problem('powers-apart', {
        reason:
          '系统管理员只能任命首位安全管理员、审计管理员 (only the first security and audit administrators are appointed)',
      });
    await accounts.lockAccount(db, actor.scope, accountId);
    const { unitPath } = actor;
    const wish = { accountId, unitPath, role, kind: 'own', fromOn: today, untilOn: null, reason: null } as const;
    return give(context, wish, newId());
  },

  'posts.end': async (context, { postId, untilOn }) => {
    const post = await loadWithin(context, postId);
    return { posts: await endSeat(context, post, untilOn) };
  },

  'posts.hand-over': async (context, { postId, accountId, fromOn, reason }) => {
    const { db, actor } = context;
    const post = await loadWithin(context, postId);
    if (post.kind !== 'own' || post.untilOn !== null)
      throw wrong('postId', '只有在任的本人岗位可以移交', 'only a post that goes on and is held in person');
    if (fromOn <= post.fromOn) throw wrong('fromOn', '须晚于现任起始日', 'after the first day of the present holder');
    await accounts.lockAccount(db, actor.scope, accountId);
    await endSeat(context, post, dayBefore(fromOn));
    const { unitPath, role, seatId } = post;
    await give(context, { accountId, unitPath, role, kind: 'own', fromOn, untilOn: null, reason }, seatId);
    return { posts: await posts.listSeat(db, actor.scope, seatId) };
  },

  'posts.stand-in': async (context, { postId, accountId, fromOn, untilOn, reason }) => {
    const { db, actor, today } = context;
    const post = await posts.loadPost(db, postId);
    const isMine = post.accountId === actor.id;
    if (!isMine && !(actor.permissions.has('post.write') && isWithin(actor.scope, post.unitPath)))
      throw new Problem('not-found', { kind: '岗位 post', id: postId });
    if (post.kind !== 'own' || !isValidOn(post, fromOn) || !isValidOn(post, untilOn))
      throw wrong('postId', '代理期间须在本人任期之内', 'the days must lie within the post itself');
    if (untilOn < fromOn || untilOn < today)
      throw wrong('untilOn', '早于起始日或今天', 'before the first day or today');
    const colleagues = await accounts.listColleagues(db, post.unitPath);
    if (!colleagues.some(({ id }) => id === accountId))
      throw wrong('accountId', '代理人须是本单位的人', 'must be somebody of the same unit');
    const { unitPath, role, seatId } = post;
    const wish = { accountId, unitPath, role, kind: 'stand-in', fromOn, untilOn, reason } as const;
    return give(context, wish, seatId, isMine ? post.accountId : actor.id);
  },

  'posts.holders': async (context, { postId }) => {
    const { seatId } = await loadWithin(context, postId);
    return { posts: await posts.listSeat(context.db, context.actor.scope, seatId) };
  },
});
