import * as z from 'zod';
import { defineOperation } from '../../core/operation.ts';
import { RoleName } from './account.ts';
import { MailOutcome, Notice, Words } from './notice.ts';
import { UnitPath } from './unit.ts';

const Recipients = z.union([
  z.object({ accountIds: z.array(z.uuid()).min(1).max(500) }),
  /** Everybody who holds one of the roles at the unit today. */
  z.object({ unitPath: UnitPath, roles: z.array(RoleName).min(1) }),
]);

export const noticeOperations = {
  'notices.send': defineOperation({
    summary: { zh: '发出提醒', en: 'Tell people something, here and by mail where there is mail' },
    route: 'POST /notices',
    permission: 'notice.send',
    input: z.object({
      /** The unit that it is about: within the sender's scope, and shown to those only who have it in theirs. */
      about: UnitPath,
      to: Recipients,
      kind: z.string().regex(/^[a-z][a-z0-9-]{1,59}$/),
      /** Told before to the same person under the same mark, it is not told again. */
      once: z.string().min(1).max(200).nullable().default(null),
      subject: Words,
      text: Words,
      /** The page where it is dealt with: an address within the system. */
      path: z
        .string()
        .max(500)
        .regex(/^\/(?!\/)[\w./?=&%:$-]*$/),
    }),
    output: z.object({ sent: z.int(), already: z.int() }),
  }),

  'notices.list': defineOperation({
    summary: { zh: '我的提醒', en: 'One’s notices, unread first' },
    route: 'GET /notices',
    permission: 'session.own',
    input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({ unread: z.int(), notices: z.array(Notice) }),
  }),

  'notices.read': defineOperation({
    summary: { zh: '标为已读', en: 'Mark notices as read; all of them when none is named' },
    route: 'POST /notices/read',
    permission: 'session.own',
    input: z.object({ ids: z.array(z.uuid()).min(1).max(200).optional() }),
    output: z.object({ read: z.int() }),
  }),

  'notices.due': defineOperation({
    summary: { zh: '待发邮件的提醒', en: 'Notices whose mail is due' },
    route: 'GET /notices/due',
    permission: 'notice.mail',
    input: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
    output: z.object({
      notices: z.array(
        Notice.pick({ id: true, subject: true, text: true, path: true, readAt: true }).extend({
          tenantId: z.string(),
          name: z.string(),
          email: z.string().nullable(),
        }),
      ),
    }),
  }),

  'notices.mailed': defineOperation({
    summary: { zh: '登记邮件发送结果', en: 'Note how mailing ended' },
    route: 'POST /notices/mailed',
    permission: 'notice.mail',
    input: z.object({
      results: z.array(
        z.object({
          tenantId: z.string().regex(/^\d{1,18}$/),
          id: z.uuid(),
          outcome: MailOutcome,
          error: z.string().max(1000).nullable(),
        }),
      ),
    }),
    output: z.object({ noted: z.int() }),
  }),
};
