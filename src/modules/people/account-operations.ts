import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { Bytes, defineOperation } from '../../core/operation.ts';
import { Account, Email, Login, Post, RoleName } from './account.ts';
import { UnitPath } from './unit.ts';
import { ImportedRow } from './unit-import.ts';
import { Apply, Tally } from './unit-operations.ts';

const Id = z.uuid();
const Name = z.string().trim().min(1).max(60);
/** Left out: as it was. */
const OptionalEmail = Email.nullable().optional();
const Reason = z.string().trim().max(200).nullable().default(null);
const Posts = z.object({ posts: z.array(Post) });

/** Shown once, to be handed over on paper; changed at the first sign-in. */
const OneTime = z.object({ login: z.string(), name: z.string(), password: z.string() });

export const accountOperations = {
  'accounts.list': defineOperation({
    summary: { zh: '账号及其岗位', en: 'Accounts with their posts' },
    route: 'GET /accounts',
    permission: 'account.read',
    input: z.object({
      search: z.string().max(60).default(''),
      limit: z.coerce.number().int().min(1).max(1000).default(500),
    }),
    output: z.object({ accounts: z.array(Account), total: z.int() }),
  }),

  'accounts.add': defineOperation({
    summary: { zh: '建立账号（给出一次性口令）', en: 'Make an account, with a one-time password' },
    route: 'POST /accounts',
    permission: 'account.write',
    shows: 'secret',
    input: z.object({ login: Login, name: Name, unitPath: UnitPath, email: OptionalEmail }),
    output: OneTime.extend({ id: z.string() }),
  }),

  'accounts.change': defineOperation({
    summary: { zh: '修改姓名、所在单位或邮箱', en: 'Change the name, home unit or mail address of an account' },
    route: 'PUT /accounts/:accountId',
    permission: 'account.write',
    input: z.object({ accountId: Id, name: Name, unitPath: UnitPath, email: OptionalEmail }),
    output: z.object({ id: z.string() }),
  }),

  'accounts.end': defineOperation({
    summary: { zh: '停用账号', en: 'End an account: its sessions and tokens stop at once' },
    route: 'POST /accounts/:accountId/end',
    permission: 'account.write',
    input: z.object({ accountId: Id }),
    output: z.object({ sessions: z.int(), tokens: z.int() }),
  }),

  'accounts.resume': defineOperation({
    summary: { zh: '恢复已停用的账号', en: 'Resume an account that was ended' },
    route: 'POST /accounts/:accountId/resume',
    permission: 'account.write',
    input: z.object({ accountId: Id }),
    output: z.object({ id: z.string() }),
  }),

  'accounts.reset-password': defineOperation({
    summary: { zh: '重置口令（给出一次性口令）', en: 'Reset a password: gives a one-time one' },
    route: 'POST /accounts/:accountId/password',
    permission: 'account.reset',
    shows: 'secret',
    input: z.object({
      accountId: Id,
      /** Also switches the one-time codes off, when the device is lost. */
      dropCodes: z.boolean().default(false),
    }),
    output: OneTime,
  }),

  'accounts.unlock': defineOperation({
    summary: { zh: '解除锁定', en: 'Unlock an account' },
    route: 'POST /accounts/:accountId/unlock',
    permission: 'account.unlock',
    input: z.object({ accountId: Id }),
    output: z.object({ id: z.string() }),
  }),

  'accounts.unlink': defineOperation({
    summary: { zh: '解除与统一身份认证的关联', en: 'Unlink an account from the identity provider' },
    route: 'POST /accounts/:accountId/unlink',
    permission: 'account.reset',
    input: z.object({ accountId: Id }),
    output: z.object({ unlinked: z.int() }),
  }),

  'accounts.import': defineOperation({
    summary: {
      zh: '从 Excel 或 CSV 导入账号与岗位（先预览）',
      en: 'Import accounts and posts from Excel or CSV, with a preview first',
    },
    route: 'POST /accounts/import',
    permission: 'account.import',
    takes: 'bytes',
    shows: 'secret',
    input: z.object({ name: z.string().min(1).max(255), bytes: Bytes, apply: Apply }),
    output: z.object({ ...Tally, rows: z.array(ImportedRow), passwords: z.array(OneTime) }),
  }),

  'accounts.colleagues': defineOperation({
    summary: { zh: '本单位同事（用于代理）', en: 'Colleagues of one’s unit, to ask one to stand in' },
    route: 'GET /colleagues',
    permission: 'session.own',
    input: z.object({}),
    output: z.object({ colleagues: z.array(z.object({ id: z.string(), name: z.string(), unitName: z.string() })) }),
  }),

  'sign-ins.list': defineOperation({
    summary: { zh: '登录日志', en: 'Sign-ins and refusals' },
    route: 'GET /sign-ins',
    permission: 'sign-in.read',
    input: z.object({
      before: z.iso.datetime().optional(),
      limit: z.coerce.number().int().min(1).max(1000).default(200),
    }),
    output: z.object({
      signIns: z.array(
        z.object({
          id: z.string(),
          at: z.string(),
          login: z.string(),
          outcome: z.string(),
          way: z.enum(['password', 'oidc']),
          address: z.string().nullable(),
          agent: z.string().nullable(),
        }),
      ),
    }),
  }),
};

export const postOperations = {
  'posts.give': defineOperation({
    summary: { zh: '授予岗位', en: 'Give a post' },
    route: 'POST /posts',
    permission: 'post.write',
    input: z.object({
      accountId: Id,
      unitPath: UnitPath,
      role: RoleName,
      fromOn: Day,
      untilOn: Day.nullable().default(null),
      reason: Reason,
    }),
    output: Post,
  }),

  'posts.appoint': defineOperation({
    summary: {
      zh: '任命首位安全管理员或审计管理员',
      en: 'Appoint the first security or audit administrator, while there is none',
    },
    route: 'POST /posts/appoint',
    permission: 'account.write',
    input: z.object({ accountId: Id, role: RoleName }),
    output: Post,
  }),

  'posts.end': defineOperation({
    summary: { zh: '免去岗位', en: 'End a post, and whoever stands in for it' },
    route: 'POST /posts/:postId/end',
    permission: 'post.write',
    input: z.object({ postId: Id, untilOn: Day, reason: Reason }),
    output: Posts,
  }),

  'posts.hand-over': defineOperation({
    summary: { zh: '移交岗位（连同未办事项）', en: 'Hand a post over, with its open work' },
    route: 'POST /posts/:postId/hand-over',
    permission: 'post.write',
    input: z.object({ postId: Id, accountId: Id, fromOn: Day, reason: Reason }),
    output: Posts,
  }),

  'posts.stand-in': defineOperation({
    summary: { zh: '请人临时代理', en: 'Let somebody stand in while away' },
    route: 'POST /posts/:postId/stand-in',
    permission: 'session.own',
    input: z.object({ postId: Id, accountId: Id, fromOn: Day, untilOn: Day, reason: Reason }),
    output: Post,
  }),

  'posts.holders': defineOperation({
    summary: { zh: '岗位历任', en: 'Everybody who held a post' },
    route: 'GET /posts/:postId/holders',
    permission: 'session.own',
    input: z.object({ postId: Id }),
    output: Posts,
  }),
};
