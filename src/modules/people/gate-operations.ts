import * as z from 'zod';
import { defineOperation } from '../../core/operation.ts';

/** Signing in and out. They set the cookie and stand before the door: nobody is there yet to have a permission. */
export const gateOperations = {
  'sign-in': defineOperation({
    summary: { zh: '登录', en: 'Sign in' },
    route: 'POST /session/sign-in',
    permission: '',
    input: z.object({ login: z.string(), password: z.string(), code: z.string().optional() }),
    output: z.object({ signedIn: z.boolean() }),
  }),
  ways: defineOperation({
    summary: { zh: '可用的登录方式', en: 'How one can sign in' },
    route: 'GET /session/ways',
    permission: '',
    input: z.object({}),
    /** What the button of the identity provider says, where one is set up. */
    output: z.object({ oidc: z.object({ zh: z.string(), en: z.string() }).nullable() }),
  }),
  'sign-out': defineOperation({
    summary: { zh: '退出', en: 'Sign out' },
    route: 'POST /session/sign-out',
    permission: '',
    input: z.object({}),
    output: z.object({
      signedIn: z.boolean(),
      /** Where the session at the identity provider ends, for whoever came from there. */
      leave: z.string().nullable(),
    }),
  }),
};
