import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvRows } from './csv.ts';

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const cell = fc.string({ unit: fc.constantFrom('a', '中', '"', ',', '\n', ' ', '1'), maxLength: 6 });

test('any table written as CSV is read back cell by cell', () => {
  const tables = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(tables, fc.constantFrom('\n', '\r\n'), (rows, end) => {
      const text = rows.map((row) => row.map(quoted).join(',')).join(end);
      expect([...csvRows(`\ufeff${text}${end}`)]).toEqual(rows);
    }),
  );
});

test('tabs separate where there are no commas, and broken quotes lose no row', () => {
  expect([...csvRows('a\tb\r\n1\t2\r\n')]).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  expect([...csvRows('a,b\n"1"x,2\n3,"4')]).toEqual([
    ['a', 'b'],
    ['1x', '2'],
    ['3', '4'],
  ]);
});
