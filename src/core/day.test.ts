import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Day, dayNumber, daysBetween } from './day.ts';

const anyDay = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('counting days agrees with the platform calendar', () => {
  fc.assert(fc.property(anyDay, (day) => dayNumber(day) === Date.parse(`${day}T00:00:00Z`) / 86_400_000));
});

test('the way there and the way back are equally long', () => {
  fc.assert(fc.property(anyDay, anyDay, (a, b) => daysBetween(a, b) === -daysBetween(b, a)));
});

test.each(['2025-02-29', '2025-13-01', '2025-1-1', '2025-04-31', '二〇二五'])('%s is no day', (text) => {
  expect(Day.safeParse(text).success).toBe(false);
});

test('the leap day of 2024 is a day', () => expect(Day.parse('2024-02-29')).toBe('2024-02-29'));
