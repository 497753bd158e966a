import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterTry, letterOf } from './notice.ts';

const minute = 60_000;
const createdAt = '2026-11-22T02:00:00.000Z';
const later = (minutes: number) => new Date(Date.parse(createdAt) + minutes * minute).toISOString();

test('what was sent or refused is settled; what could not be delivered waits twice as long each time, an hour at most', () => {
  expect(afterTry({ attempts: 0, createdAt }, 'sent', createdAt)).toEqual({
    state: 'sent',
    attempts: 1,
    nextTryAt: null,
  });
  expect(afterTry({ attempts: 2, createdAt }, 'refused', createdAt)).toMatchObject({ state: 'failed', attempts: 3 });
  expect(afterTry({ attempts: 0, createdAt }, 'off', createdAt)).toEqual({
    state: 'off',
    attempts: 0,
    nextTryAt: null,
  });
  const waits = [0, 1, 2, 5, 6, 30].map(
    (attempts) =>
      (Date.parse(afterTry({ attempts, createdAt }, 'unreachable', createdAt).nextTryAt ?? '') -
        Date.parse(createdAt)) /
      minute,
  );
  expect(waits).toEqual([1, 2, 4, 32, 60, 60]);
});

test('with a server that never comes back a mail is given up after three days, and never before', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 59 }), (delay) => {
      let [attempts, at] = [0, 0];
      for (;;) {
        const next = afterTry({ attempts, createdAt }, 'unreachable', later(at));
        if (next.nextTryAt === null) break;
        attempts = next.attempts;
        at = (Date.parse(next.nextTryAt) - Date.parse(createdAt)) / minute + delay;
      }
      expect(at).toBeGreaterThan(3 * 24 * 60 - 61 - 60);
      expect(attempts).toBeLessThan(90);
    }),
  );
});

test('a letter says both languages and where to go, if the address of the system is known', () => {
  const notice = {
    id: 'n1',
    name: '王敏',
    email: 'wm@example.cn',
    subject: { zh: '月报被退回', en: 'A report was returned' },
    text: { zh: '请补充说明。', en: 'Please explain.' },
    path: '/reports',
  };
  const letter = letterOf(notice, 'https://lantu.example.cn');
  expect(letter).toMatchObject({ subject: '【蓝图】月报被退回', to: { name: '王敏', address: 'wm@example.cn' } });
  for (const part of ['王敏：', '请补充说明。', 'Please explain.', 'https://lantu.example.cn/reports'])
    expect(letter.text).toContain(part);
  expect(letterOf(notice, null).text).not.toContain('/reports');
});
