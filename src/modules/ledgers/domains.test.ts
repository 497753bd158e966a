import { expect, test } from 'vitest';
import { ledgers } from './catalog/index.ts';
import { domainOf } from './domains.ts';

test('every ledger that carries out a mechanism stands under a domain', () => {
  const without = ledgers.filter((ledger) => ledger.mechanisms.length > 0 && domainOf(ledger) === null);
  expect(without.map(({ id }) => id)).toEqual([]);
  expect(domainOf({ mechanisms: [] })).toBeNull();
  expect(domainOf({ mechanisms: ['complaint'] })).toBe('service');
});
