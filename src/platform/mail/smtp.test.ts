import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { afterEach, expect, test } from 'vitest';
import { smtpMailer } from './smtp.ts';

let close: () => Promise<void> = async () => {};
afterEach(() => close());

/** A mail server of the test's making, and a mailer that knows it. */
async function withServer(options: SMTPServerOptions, signIn = '') {
  const received: string[] = [];
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    authOptional: true,
    onData: (stream, _session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        received.push(Buffer.concat(pieces).toString('utf8'));
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  close = () => new Promise((resolve) => server.close(resolve));
  const { port } = server.server.address() as AddressInfo;
  const mailer = smtpMailer({ url: `smtp://${signIn}127.0.0.1:${port}`, from: '蓝图 <lantu@example.cn>' });
  return { received, mailer };
}

const letter = {
  id: '0195b1f2-0000-7000-8000-000000000001',
  to: { name: '王敏', address: 'wm@example.cn' },
  subject: '10月月报被退回',
  text: '请说明。',
};

const refuseWith = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

test('a letter arrives whole, under the number of its notice', async () => {
  const { received, mailer } = await withServer({});
  expect(await mailer.send(letter)).toEqual({ outcome: 'sent', error: null });
  const [head = '', body = ''] = (received[0] ?? '').split('\r\n\r\n');
  expect(head).toContain(`Message-ID: <${letter.id}@lantu>`);
  expect(Buffer.from(body, 'base64').toString('utf8').trim()).toBe('请说明。');
});

test('line breaks in a heading or a name make no header of their own', async () => {
  const { received, mailer } = await withServer({});
  const subject = '退回\r\nBcc: spy@example.com\r\n\r\nx';
  await mailer.send({ ...letter, subject, to: { name: '王\r\nBcc: spy@example.com', address: 'wm@example.cn' } });
  const [head = ''] = (received[0] ?? '').split('\r\n\r\n');
  expect(head).not.toMatch(/^bcc:/im);
});

test('a mail server that wants another password, or asks to come later, is tried again', async () => {
  const wrongPassword = await withServer(
    { onAuth: (_auth, _session, done) => done(refuseWith(535, 'wrong password')), authOptional: false },
    'lantu:wrong@',
  );
  expect(await wrongPassword.mailer.send(letter)).toMatchObject({
    outcome: 'unreachable',
    error: expect.stringContaining('535'),
  });
  await close();
  const busy = await withServer({ onRcptTo: (_address, _session, done) => done(refuseWith(451, 'come back later')) });
  expect(await busy.mailer.send(letter)).toMatchObject({ outcome: 'unreachable' });
});

test('a reader whom the mail server does not know, and one that is none, are refused for good', async () => {
  const { mailer } = await withServer({
    onRcptTo: (_address, _session, done) => done(refuseWith(550, 'no such mailbox')),
  });
  expect(await mailer.send(letter)).toMatchObject({ outcome: 'refused' });
  expect(await mailer.send({ ...letter, to: { name: '', address: 'nobody' } })).toMatchObject({ outcome: 'refused' });
});

test('where nobody listens the letter waits', async () => {
  const { mailer } = await withServer({});
  await close();
  close = async () => {};
  expect(await mailer.send(letter)).toMatchObject({
    outcome: 'unreachable',
    error: expect.stringContaining('ECONNREFUSED'),
  });
});
