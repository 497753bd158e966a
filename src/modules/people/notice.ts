import * as z from 'zod';
import type { Label } from '../../core/text.ts';

export const Words = z.object({ zh: z.string().trim().min(1).max(2000), en: z.string().trim().min(1).max(2000) });

/** One thing for one person, as its reader sees it. */
export const Notice = z.object({
  id: z.string(),
  kind: z.string(),
  subject: Words,
  text: Words,
  /** The page where it is dealt with. */
  path: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  readAt: z.string().nullable(),
});
export type Notice = z.infer<typeof Notice>;

export const MailState = z.enum(['pending', 'sent', 'failed', 'off']);
export type MailState = z.infer<typeof MailState>;

/** How a try to mail ended; `off` says that there was nobody to mail to, or no need. */
export const MailOutcome = z.enum(['sent', 'refused', 'unreachable', 'off']);
export type MailOutcome = z.infer<typeof MailOutcome>;

const minute = 60_000;
const longestWaitMinutes = 60;
/** What could not be mailed for so long is old news: it stays to be read here. */
const givenUpAfterDays = 3;

export interface Mailing {
  readonly attempts: number;
  readonly createdAt: string;
}

export interface AfterTry {
  readonly state: MailState;
  readonly attempts: number;
  readonly nextTryAt: string | null;
}

/** What becomes of a mail after a try: waits double from a minute to an hour, for three days. */
export function afterTry({ attempts, createdAt }: Mailing, outcome: MailOutcome, now: string): AfterTry {
  if (outcome === 'off') return { state: 'off', attempts, nextTryAt: null };
  const tried = attempts + 1;
  if (outcome !== 'unreachable')
    return { state: outcome === 'sent' ? 'sent' : 'failed', attempts: tried, nextTryAt: null };
  const wait = Math.min(longestWaitMinutes, 2 ** Math.min(20, tried - 1)) * minute;
  const next = Date.parse(now) + wait;
  return next - Date.parse(createdAt) > givenUpAfterDays * 24 * 60 * minute
    ? { state: 'failed', attempts: tried, nextTryAt: null }
    : { state: 'pending', attempts: tried, nextTryAt: new Date(next).toISOString() };
}

export interface Letter {
  /** The same for every try, so that a mail sent twice shows once. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
}

interface Sendable {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly subject: Label;
  readonly text: Label;
  readonly path: string;
}

const closing: Label = {
  zh: '此邮件由蓝图自动发出，请勿直接回复。',
  en: 'Lantu sent this mail by itself; please do not answer it.',
};

/** The notice as a letter: Chinese first, English below, and the page to go to where the address of the system is known. */
export function letterOf({ id, name, email, subject, text, path }: Sendable, origin: string | null): Letter {
  const link = origin === null ? [] : [`${origin}${path}`];
  const lines = [`${name}：`, text.zh, ...link, '—', subject.en, text.en, '—', `${closing.zh}\n${closing.en}`];
  return { id, to: { name, address: email }, subject: `【蓝图】${subject.zh}`, text: `${lines.join('\n\n')}\n` };
}

/** How a letter leaves the house. */
export interface Mailer {
  send(
    letter: Letter,
  ): Promise<{ readonly outcome: 'sent' | 'refused' | 'unreachable'; readonly error: string | null }>;
}
