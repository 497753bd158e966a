import type { Job } from '../../core/job.ts';
import { letterOf, type Mailer, type MailOutcome } from './notice.ts';
import { noticeOperations } from './notice-operations.ts';

interface Post {
  /** Null where no mail server is configured: notices are then read here only. */
  readonly mailer: Mailer | null;
  /** The address of the system, for links. */
  readonly origin: string | null;
}

interface Result {
  readonly outcome: MailOutcome;
  readonly error: string | null;
}

/** Sends what is due. A server that cannot be reached for one letter is not asked for the rest of this turn. */
export const mailJob = ({ mailer, origin }: Post): Job => ({
  id: 'people.mail',
  every: { minutes: 1 },
  permissions: ['notice.mail'],
  run: async (call) => {
    const { notices } = await call(noticeOperations['notices.due'], {});
    let down: Result | null = null;
    const results = [];
    for (const { tenantId, email, readAt, ...notice } of notices) {
      let result: Result = { outcome: 'off', error: null };
      if (mailer !== null && email !== null && readAt === null)
        result = down ?? (await mailer.send(letterOf({ ...notice, email }, origin)));
      if (result.outcome === 'unreachable') down = result;
      results.push({ tenantId, id: notice.id, ...result });
    }
    if (results.length > 0) await call(noticeOperations['notices.mailed'], { results });
  },
});
