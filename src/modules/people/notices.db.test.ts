import type { Kysely } from 'kysely';
import { afterEach, expect, test } from 'vitest';
import type * as z from 'zod';
import { peopleOn } from '../../../test/people.ts';
import { openPostOffice } from '../../../test/post-office.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import { operator } from '../../app/first-units.ts';
import { takeTurn } from '../../app/jobs.ts';
import type { Actor } from '../../core/implement.ts';
import type { Tables } from '../../core/tables.ts';
import { smtpMailer } from '../../platform/mail/smtp.ts';
import type { noticeOperations } from './notice-operations.ts';
import { mailJob } from './notices.jobs.ts';
import { peopleOperations } from './operations.ts';

const city = 'cn.99.9901';
const county = 'cn.99.9901.990101';
const other = 'cn.99.9901.990102';
const refusal = (code: string) => expect.objectContaining({ code });

const returned: z.input<(typeof noticeOperations)['notices.send']['input']> = {
  about: county,
  to: { unitPath: county, roles: ['clerk'] },
  kind: 'report-returned',
  subject: { zh: '10月月报被退回', en: 'The report of October was returned' },
  text: { zh: '“投资”与上月相差过大，请说明。', en: 'Explain the change of the investment.' },
  path: '/reports',
};

type People = Awaited<ReturnType<typeof peopleOn>>;

async function cast(people: People) {
  const { person } = people;
  const enter = async (...given: Parameters<People['person']>) => (await person(...given)).enter();
  return {
    reviewer: await enter('review', city, ['reviewer', city]),
    clerk: await enter('clerk1', county, ['clerk', county]),
    second: await enter('clerk2', county, ['clerk', county]),
    stranger: await enter('far', other, ['clerk', other]),
  };
}

const subjects = async ({ act }: People, actor: Actor) => {
  const { unread, notices } = await act(actor, 'notices.list', {});
  return { unread, subjects: notices.map(({ subject }) => subject.zh) };
};

let office: Awaited<ReturnType<typeof openPostOffice>> | undefined;
afterEach(async () => {
  await office?.close();
  office = undefined;
});

/** Turns of the mail job on a test's clock. */
function mailing(people: People, owner: Kysely<Tables>, url: string | null) {
  const mailer = url === null ? null : smtpMailer({ url, from: '蓝图 <lantu@example.cn>' });
  const failures: unknown[] = [];
  const turn = () =>
    takeTurn({
      owner,
      operations: peopleOperations,
      call: people.call,
      jobs: [mailJob({ mailer, origin: 'https://lantu.example.cn' })],
      now: people.now,
      today: people.today,
      onFailure: (_, error) => failures.push(error),
    });
  const states = async () =>
    (await owner.selectFrom('notice').select(['mail_state', 'attempts']).orderBy('notice_id').execute()).map(
      ({ mail_state, attempts }) => `${mail_state} ${attempts}`,
    );
  return { turn, states, failures };
}

test(
  'a notice reaches the holders of a role at a unit, once under its mark, and nobody else',
  rolledBack(async (database, owner) => {
    const people = await peopleOn(database, owner);
    const { reviewer, clerk, second, stranger } = await cast(people);
    const send = () => people.act(reviewer, 'notices.send', { ...returned, once: 'returned 2026-10' });
    expect(await send()).toEqual({ sent: 2, already: 0 });
    expect(await send()).toEqual({ sent: 0, already: 2 });
    for (const reader of [clerk, second])
      expect(await subjects(people, reader)).toEqual({ unread: 1, subjects: ['10月月报被退回'] });
    for (const reader of [reviewer, stranger]) expect((await subjects(people, reader)).subjects).toEqual([]);
    expect(await people.act(reviewer, 'notices.send', returned)).toEqual({ sent: 2, already: 0 });
  }),
);

test(
  'a clerk can tell those above about the own unit; about a unit out of scope nobody can tell or be told',
  rolledBack(async (database, owner) => {
    const people = await peopleOn(database, owner);
    const { reviewer, clerk, stranger } = await cast(people);
    const up: typeof returned = { ...returned, to: { unitPath: city, roles: ['reviewer'] } };
    expect(await people.act(clerk, 'notices.send', up)).toEqual({ sent: 1, already: 0 });
    expect((await subjects(people, reviewer)).unread).toBe(1);
    await expect(people.act(stranger, 'notices.send', up)).rejects.toEqual(refusal('not-found'));
    const astray = { ...returned, to: { accountIds: [stranger.id, clerk.id] } };
    expect(await people.act(reviewer, 'notices.send', astray)).toEqual({ sent: 1, already: 0 });
    expect((await subjects(people, stranger)).subjects).toEqual([]);
    const visitor = await (await people.person('guest', county, ['visitor', county])).enter();
    await expect(people.act(visitor, 'notices.send', returned)).rejects.toEqual(refusal('not-allowed'));
    for (const path of ['//evil.test', 'https://evil.test', 'reports', '/a b'])
      await expect(people.act(clerk, 'notices.send', { ...up, path })).rejects.toEqual(refusal('invalid-input'));
  }),
);

test(
  'unread notices come first; reading is one’s own and counted down; a post that ends takes its notices along',
  rolledBack(async (database, owner) => {
    const people = await peopleOn(database, owner);
    const { reviewer, clerk, second } = await cast(people);
    for (const zh of ['一', '二', '三']) {
      await people.act(reviewer, 'notices.send', { ...returned, subject: { zh, en: zh } });
      people.pass({ minutes: 1 });
    }
    const { notices } = await people.act(clerk, 'notices.list', {});
    expect(notices.map(({ subject }) => subject.zh)).toEqual(['三', '二', '一']);
    const newest = [notices[0]?.id ?? ''];
    expect(await people.act(second, 'notices.read', { ids: newest })).toEqual({ read: 0 });
    expect(await people.act(clerk, 'notices.read', { ids: newest })).toEqual({ read: 1 });
    expect(await subjects(people, clerk)).toEqual({ unread: 2, subjects: ['二', '一', '三'] });
    expect(await people.act(clerk, 'notices.read', {})).toEqual({ read: 2 });
    expect((await subjects(people, clerk)).unread).toBe(0);
    const { accounts } = await people.act(operator, 'accounts.list', { search: 'clerk2' });
    const postId = accounts[0]?.posts[0]?.id ?? '';
    await people.act(operator, 'posts.end', { postId, untilOn: people.today() });
    people.pass({ days: 1 });
    await people.act(operator, 'posts.give', {
      accountId: second.id,
      unitPath: other,
      role: 'clerk',
      fromOn: people.today(),
    });
    expect((await subjects(people, await people.enter('clerk2', 'seven green boats'))).subjects).toEqual([]);
  }),
);

test(
  'mail goes to those with an address, once, with the page to go to; the mail server refuses an unknown reader for good',
  rolledBack(async (database, owner) => {
    office = await openPostOffice();
    const people = await peopleOn(database, owner);
    const { reviewer, clerk, second } = await cast(people);
    await people.act(clerk, 'session.change-email', { email: 'clerk1@example.cn' });
    await people.act(reviewer, 'notices.send', returned);
    const { turn, states, failures } = mailing(people, owner, office.url);
    expect(await turn()).toEqual(['people.mail']);
    people.pass({ minutes: 1 });
    await turn();
    expect(office.received.map(({ to }) => to)).toEqual([['clerk1@example.cn']]);
    const { raw = '' } = office.received[0] ?? {};
    expect(raw).toContain('Auto-Submitted: auto-generated');
    const body = Buffer.from(
      raw
        .split(/\r\n\r\n/)
        .slice(1)
        .join(''),
      'base64',
    ).toString('utf8');
    expect(body).toContain('“投资”与上月相差过大，请说明。');
    expect(body).toContain('https://lantu.example.cn/reports');
    expect((await states()).sort()).toEqual(['off 0', 'sent 1']);
    await people.act(second, 'session.change-email', { email: 'nobody@example.cn' });
    await people.act(reviewer, 'notices.send', { ...returned, to: { accountIds: [second.id] } });
    people.pass({ minutes: 1 });
    await turn();
    expect((await states()).sort()).toEqual(['failed 1', 'off 0', 'sent 1']);
    expect(failures).toEqual([]);
  }),
);

test(
  'nothing is lost while the mail server is down: tried again later and later, it arrives when the server is back',
  rolledBack(async (database, owner) => {
    office = await openPostOffice();
    const people = await peopleOn(database, owner);
    const { reviewer, clerk, second } = await cast(people);
    await people.act(clerk, 'session.change-email', { email: 'clerk1@example.cn' });
    await people.act(second, 'session.change-email', { email: 'clerk2@example.cn' });
    const { turn, states } = mailing(people, owner, office.url);
    await office.close();
    await people.act(reviewer, 'notices.send', returned);
    await turn();
    expect(await states()).toEqual(['pending 1', 'pending 1']);
    await turn();
    expect(await states()).toEqual(['pending 1', 'pending 1']);
    people.pass({ minutes: 1 });
    await turn();
    expect(await states()).toEqual(['pending 2', 'pending 2']);
    await people.act(second, 'notices.read', {});
    await office.open();
    people.pass({ minutes: 2 });
    await turn();
    expect((await states()).sort()).toEqual(['off 2', 'sent 3']);
    expect(office.received.map(({ to }) => to)).toEqual([['clerk1@example.cn']]);
  }),
);

test(
  'without a mail server notices are read here, and old ones are not mailed when one is set up later',
  rolledBack(async (database, owner) => {
    const people = await peopleOn(database, owner);
    const { reviewer, clerk } = await cast(people);
    await people.act(clerk, 'session.change-email', { email: 'clerk1@example.cn' });
    await people.act(reviewer, 'notices.send', returned);
    await mailing(people, owner, null).turn();
    office = await openPostOffice();
    people.pass({ minutes: 1 });
    await mailing(people, owner, office.url).turn();
    expect(office.received).toEqual([]);
    expect((await subjects(people, clerk)).unread).toBe(1);
  }),
);

test(
  'a job that fails is noted with its reason and tried again after its rest; others go on',
  rolledBack(async (database, owner) => {
    const people = await peopleOn(database, owner);
    const runs: string[] = [];
    const job = (id: string, fails: () => boolean) => ({
      id,
      every: { minutes: 1 },
      permissions: [],
      run: async () => {
        runs.push(id);
        if (fails()) throw new Error('the disk is full');
      },
    });
    let isFull = true;
    const failures: string[] = [];
    const turn = () =>
      takeTurn({
        owner,
        operations: peopleOperations,
        call: people.call,
        jobs: [job('first', () => isFull), job('second', () => false)],
        now: people.now,
        today: people.today,
        onFailure: (id) => failures.push(id),
      });
    expect(await turn()).toEqual(['second']);
    const first = await owner.selectFrom('job').selectAll().where('job_id', '=', 'first').executeTakeFirstOrThrow();
    expect(first).toMatchObject({ done_at: null, error: 'Error: the disk is full' });
    people.pass({ minutes: 5 });
    expect(await turn()).toEqual(['second']);
    isFull = false;
    people.pass({ minutes: 5 });
    expect(await turn()).toEqual(['first', 'second']);
    expect(runs).toEqual(['first', 'second', 'second', 'first', 'second']);
    expect(failures).toEqual(['first']);
  }),
);
