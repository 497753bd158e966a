import { Problem } from '../../core/problem.ts';
import { units } from '../../core/quantity.ts';
import { measureOf } from '../../core/register/kinds.ts';
import { stampOf } from '../../core/register/records.ts';
import * as store from './delivery.store.ts';
import { type Fund, isOpenPost } from './delivery.ts';
import { type Desk, type Input, ownedOf, type Writing } from './delivery-desk.service.ts';

const refused = (zh: string, en: string) => new Problem('invalid-input', { count: 1, issues: `${zh} (${en})` });

export async function assign(context: Writing, { load, show }: Desk, input: Input<'delivery.assign'>) {
  const { id, role, person, personUnit, fromOn = context.today } = input;
  const { entry, posts } = await load(context, id);
  if (posts.some((post) => post.role === role && post.person === person && isOpenPost(post, fromOn)))
    throw new Problem('already-there', { kind: '责任人 post', id: person });
  const post = { postId: context.newId(), role, person, personUnit, fromOn, toOn: null, reason: null };
  await store.addPost(context.db, ownedOf(entry), post, stampOf(context));
  context.audit('project-post', post.postId, null, { ...post, projectId: id });
  return show(context, id);
}

export async function release(context: Writing, { load, show }: Desk, input: Input<'delivery.release'>) {
  const { id, postId, on = context.today, reason, successor } = input;
  const { entry, posts } = await load(context, id);
  const post = posts.find((each) => each.postId === postId);
  if (post === undefined) throw new Problem('not-found', { kind: '责任人 post', id: postId });
  if (!(await store.endPost(context.db, ownedOf(entry), postId, on, reason)))
    throw refused('该职责已结束，或结束日期早于开始日期', 'it has ended already, or would end before it began');
  if (successor !== undefined) {
    const next = { ...post, postId: context.newId(), person: successor, fromOn: on, toOn: null, reason: null };
    await store.addPost(context.db, ownedOf(entry), next, stampOf(context));
  }
  context.audit('project-post', postId, post, { ...post, toOn: on, reason, successor: successor ?? null });
  return show(context, id);
}

export async function enterList(context: Writing, { load, show }: Desk, input: Input<'delivery.list'>) {
  const { id, list, year, on = context.today, reason } = input;
  const { entry } = await load(context, id);
  const listing = { list, year, enteredOn: on, entryReason: reason, exitedOn: null, exitReason: null };
  if (!(await store.addListing(context.db, ownedOf(entry), listing, stampOf(context))))
    throw new Problem('already-there', { kind: '清单 list', id: `${list} ${year}` });
  context.audit('project-listing', `${id} ${list} ${year}`, null, listing);
  return show(context, id);
}

export async function leaveList(context: Writing, { load, show }: Desk, input: Input<'delivery.unlist'>) {
  const { id, list, year, on = context.today, reason } = input;
  const { entry, listings } = await load(context, id);
  const before = listings.find((each) => each.list === list && each.year === year);
  if (before === undefined || !(await store.endListing(context.db, ownedOf(entry), { list, year }, on, reason)))
    throw refused(
      '项目不在该年度清单中，或退出日期早于进入日期',
      'it is not on this list, or would leave before it entered',
    );
  context.audit('project-listing', `${id} ${list} ${year}`, before, { ...before, exitedOn: on, exitReason: reason });
  return show(context, id);
}

export async function recordFunds(context: Writing, { load, show }: Desk, { id, entries }: Input<'delivery.fund'>) {
  const { entry } = await load(context, id);
  const { now: at, actor, today, newId } = context;
  const funds = entries.map(({ typed, unit, on = today, ...given }, i): Fund => {
    const read = units.parse(unit)?.dimension === 'CNY' ? measureOf(typed, unit) : null;
    if (read === null)
      throw refused(
        `第 ${i + 1} 笔金额“${typed}${unit}”读不懂，写作 1200 万元`,
        `entry ${i + 1}: write the amount as 1200 万元`,
      );
    if (given.kind === 'plan' && given.period === null)
      throw refused(`第 ${i + 1} 笔计划须写明月份`, `entry ${i + 1}: a plan has its month`);
    if (given.kind !== 'payable' && given.agreedDays !== null)
      throw refused(`第 ${i + 1} 笔：付款天数只用于应付款`, `entry ${i + 1}: only a payable has days to pay`);
    const own = { amount: read.value, typed, typedUnit: unit };
    return { ...given, ...own, fundId: newId(), on, at, by: actor.name };
  });
  await store.addFunds(context.db, ownedOf(entry), funds);
  context.audit('project-fund', id, null, funds);
  return show(context, id);
}
