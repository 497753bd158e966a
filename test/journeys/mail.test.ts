/** A notice is mailed by a server that was killed before it could. */
import { afterAll, expect, test } from 'vitest';
import { startLantu } from '../browser/lantu.ts';
import { enter, environment, firstPlanner, noticeTo } from '../first-people.ts';
import { openPostOffice } from '../post-office.ts';

const closing: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const close of closing.toReversed()) await close();
});

const until = async (isSo: () => boolean): Promise<void> => {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 100));
};

test('what was told before the server was killed is mailed once after its start, and stays to be read', async () => {
  const office = await openPostOffice();
  closing.push(office.close);
  const env = { ...environment, LANTU_SMTP_URL: office.url, LANTU_MAIL_FROM: '蓝图 <lantu@example.cn>' };
  const lantu = await startLantu({ command: 'serve', env });
  closing.push(lantu.stop);
  const { id, ask, password } = await firstPlanner(lantu.url, { login: 'wangmin', email: 'wangmin@example.cn' });
  expect(await ask('/notices', noticeTo(id))).toEqual({ sent: 1, already: 0 });
  await lantu.restart();
  await until(() => office.received.length > 0);
  expect(office.received.map(({ to }) => to)).toEqual([['wangmin@example.cn']]);
  const again = await enter(lantu.url, 'wangmin', password);
  expect(await again('/notices')).toMatchObject({ unread: 1, notices: [{ subject: { zh: '10月月报被退回' } }] });
  expect(await again('/notices', noticeTo(id))).toEqual({ sent: 0, already: 1 });
  expect(office.received).toHaveLength(1);
}, 120_000);
