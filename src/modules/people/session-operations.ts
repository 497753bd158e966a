import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { defineOperation } from '../../core/operation.ts';
import { Email, Post } from './account.ts';

const Code = z.string().trim().min(6).max(40);

export const sessionOperations = {
  'session.show': defineOperation({
    summary: { zh: '当前用户', en: 'Who is signed in' },
    route: 'GET /session',
    permission: 'session.read',
    input: z.object({}),
    output: z.object({
      id: z.string(),
      name: z.string(),
      unitPath: z.string(),
      unitName: z.string().nullable(),
      permissions: z.array(z.string()),
      /** The plainly marked local sample officer of `npm start`. */
      isSample: z.boolean(),
      /** The password was given by somebody else: it is changed before anything else. */
      mustChange: z.boolean(),
      postId: z.string().nullable(),
      /** Posts valid today; work is done in the one of `postId`. */
      posts: z.array(Post),
    }),
  }),

  'session.choose-post': defineOperation({
    summary: { zh: '切换办公岗位', en: 'Choose the post to work in' },
    route: 'POST /session/post',
    permission: 'session.own',
    input: z.object({ postId: z.uuid() }),
    output: z.object({ postId: z.string() }),
  }),

  'session.change-password': defineOperation({
    summary: { zh: '修改口令', en: 'Change one’s password; other sessions end' },
    route: 'POST /session/password',
    permission: 'session.own',
    input: z.object({ current: z.string().max(1000), next: z.string().max(1000) }),
    output: z.object({ ended: z.int() }),
  }),

  'session.list': defineOperation({
    summary: { zh: '我的会话', en: 'One’s sessions' },
    route: 'GET /session/all',
    permission: 'session.own',
    input: z.object({}),
    output: z.object({
      sessions: z.array(
        z.object({
          id: z.string(),
          createdAt: z.string(),
          seenAt: z.string(),
          address: z.string().nullable(),
          agent: z.string().nullable(),
          isCurrent: z.boolean(),
        }),
      ),
      hasTotp: z.boolean(),
      email: z.string().nullable(),
    }),
  }),

  'session.change-email': defineOperation({
    summary: { zh: '修改本人邮箱（收提醒用）', en: 'Change one’s mail address, for reminders' },
    route: 'POST /session/email',
    permission: 'session.own',
    input: z.object({ email: Email.nullable() }),
    output: z.object({ email: z.string().nullable() }),
  }),

  'session.end': defineOperation({
    summary: { zh: '结束一个会话', en: 'End one of one’s sessions' },
    route: 'POST /session/all/:sessionId/end',
    permission: 'session.own',
    input: z.object({ sessionId: z.uuid() }),
    output: z.object({ ended: z.int() }),
  }),

  'session.tokens': defineOperation({
    summary: { zh: '我的接口令牌', en: 'One’s API tokens' },
    route: 'GET /session/tokens',
    permission: 'session.own',
    input: z.object({}),
    output: z.object({
      tokens: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          permissions: z.array(z.string()),
          createdAt: z.string(),
          expiresOn: Day,
          usedAt: z.string().nullable(),
        }),
      ),
    }),
  }),

  'session.add-token': defineOperation({
    summary: { zh: '建立接口令牌（只显示一次）', en: 'Make an API token; it is shown once' },
    route: 'POST /session/tokens',
    permission: 'session.own',
    shows: 'secret',
    input: z.object({
      name: z.string().trim().min(1).max(60),
      permissions: z.array(z.string()).min(1).max(100),
      expiresOn: Day,
    }),
    output: z.object({ id: z.string(), token: z.string() }),
  }),

  'session.end-token': defineOperation({
    summary: { zh: '作废接口令牌', en: 'Revoke an API token' },
    route: 'POST /session/tokens/:tokenId/end',
    permission: 'session.own',
    input: z.object({ tokenId: z.uuid() }),
    output: z.object({ ended: z.int() }),
  }),

  'session.start-codes': defineOperation({
    summary: { zh: '启用动态口令：取得密钥', en: 'Begin with one-time codes: the secret for the app' },
    route: 'POST /session/codes/start',
    permission: 'session.own',
    shows: 'secret',
    input: z.object({}),
    output: z.object({ secret: z.string(), address: z.string() }),
  }),

  'session.confirm-codes': defineOperation({
    summary: { zh: '启用动态口令：以首个口令确认', en: 'Confirm one-time codes with the first; gives recovery codes' },
    route: 'POST /session/codes',
    permission: 'session.own',
    shows: 'secret',
    input: z.object({ secret: z.string().regex(/^[A-Z2-7]{32}$/), code: Code, password: z.string().max(1000) }),
    output: z.object({ recoveryCodes: z.array(z.string()) }),
  }),

  'session.stop-codes': defineOperation({
    summary: { zh: '停用动态口令', en: 'Do without one-time codes' },
    route: 'POST /session/codes/stop',
    permission: 'session.own',
    input: z.object({ password: z.string().max(1000) }),
    output: z.object({ hasTotp: z.boolean() }),
  }),
};
