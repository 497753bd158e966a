import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingOf } from './payment-standing.ts';

const delivery = (deliveredOn: string, amount: string, agreedDays: number | null = null) => ({
  deliveredOn,
  amount,
  agreedDays,
});

describe('what is paid against what is due', () => {
  it('is not known while nobody recorded a delivery', () => {
    expect(standingOf({ payables: [], paid: '500' })).toBeNull();
    expect(standingOf()).toBeNull();
  });

  it('settles the oldest delivery first and looks at the first that is not settled', () => {
    const payables = [delivery('2026-03-01', '100', 60), delivery('2026-05-01', '80')];
    expect(standingOf({ payables, paid: '0' })).toEqual({
      deliveredOn: '2026-03-01',
      agreedDays: 60,
      unpaid: '100',
      allUnpaid: '180',
    });
    expect(standingOf({ payables, paid: '130.5' })).toEqual({
      deliveredOn: '2026-05-01',
      agreedDays: null,
      unpaid: '49.5',
      allUnpaid: '49.5',
    });
    expect(standingOf({ payables, paid: '180' })).toMatchObject({ deliveredOn: '2026-05-01', unpaid: '0' });
  });

  it('takes a negative delivery for a correction, and a payment beyond what is due for no debt', () => {
    const payables = [delivery('2026-03-01', '100'), delivery('2026-04-01', '-30')];
    expect(standingOf({ payables, paid: '60' })).toMatchObject({ deliveredOn: '2026-03-01', unpaid: '10' });
    expect(standingOf({ payables, paid: '900' })).toMatchObject({ unpaid: '0', allUnpaid: '0' });
  });

  it('owes what was delivered less what was paid, never less than nothing, whatever the order', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 10_000 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 50_000 }), (delivered, paid) => {
        const payables = delivered.map((amount, i) => delivery(`2026-0${i + 1}-15`, String(amount)));
        const whole = standingOf({ payables, paid: String(paid) });
        const sum = delivered.reduce((all, each) => all + each, 0);
        expect(Number(whole?.allUnpaid)).toBe(Math.max(0, sum - paid));
        expect(standingOf({ payables: payables.toReversed(), paid: String(paid) })).toEqual(whole);
      }),
    );
  });
});
