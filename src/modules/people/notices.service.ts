import type { Writer } from '../../core/database.ts';
import { type Context, implement } from '../../core/implement.ts';
import { afterTry } from './notice.ts';
import { noticeOperations } from './notice-operations.ts';
import * as store from './notices.store.ts';
import { loadUnit } from './store.ts';

export const noticeService = implement(noticeOperations, {
  'notices.send': async ({ db, actor, today, now, newId, audit }: Context<Writer>, { about, to, ...what }) => {
    const { tenantId } = await loadUnit(db, actor.scope, about, today);
    const days = { about, today };
    const readers =
      'roles' in to ? await store.holdersOf(db, to, days) : await store.readersOf(db, to.accountIds, days);
    const notice = { ...what, tenantId, unitPath: about, createdAt: now, createdBy: actor.name };
    const sent: string[] = [];
    for (const reader of readers) {
      const id = newId();
      if (!(await store.addNotice(db, id, reader, notice))) continue;
      sent.push(reader);
      audit('notice', id, null, { about, to: reader, kind: what.kind, once: what.once, subject: what.subject });
    }
    return { sent: sent.length, already: readers.length - sent.length };
  },

  'notices.list': async ({ db, actor }, { limit }) =>
    actor.signedIn === undefined ? { unread: 0, notices: [] } : store.listNotices(db, actor, limit),

  'notices.read': async ({ db, actor, now, audit }, { ids }) => {
    if (actor.signedIn === undefined) return { read: 0 };
    const read = await store.markRead(db, actor, ids, now);
    for (const id of read) audit('notice', id, { readAt: null }, { readAt: now });
    return { read: read.length };
  },

  'notices.due': async ({ db, actor, now }, { limit }) => ({
    notices: await store.listDue(db, actor.scope, now, limit),
  }),

  'notices.mailed': async ({ db, actor, now, audit }, { results }) => {
    let noted = 0;
    for (const result of results) {
      const mailing = await store.lockMailing(db, actor.scope, result.tenantId, result.id);
      if (mailing === null) continue;
      const next = afterTry(mailing, result.outcome, now);
      await store.saveMailing(db, result, next);
      audit('notice', result.id, { mail: 'pending', attempts: mailing.attempts }, { mail: next.state, ...next });
      noted += 1;
    }
    return { noted };
  },
});
