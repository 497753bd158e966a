import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clipboardText, readClipboard } from './sheet-clipboard.ts';

describe('the clipboard of a sheet', () => {
  test('holds the rows that a spreadsheet copies, with or without the last line break', () => {
    expect(readClipboard('1,200\t主体完工\r\n３００\t\r\n')).toEqual([
      ['1,200', '主体完工'],
      ['３００', ''],
    ]);
    expect(readClipboard('1\n2')).toEqual([['1'], ['2']]);
    expect(readClipboard('')).toEqual([]);
  });

  test('keeps a cell in quotes in one piece, with its line breaks, tabs and doubled quotes', () => {
    expect(readClipboard('"一期""东区""\n已封顶"\t5\r\n')).toEqual([['一期"东区"\n已封顶', '5']]);
  });

  test('takes a quote that never closes for what it is', () => {
    expect(readClipboard('"abc\t1\r\n2" 管\t3')).toEqual([
      ['"abc', '1'],
      ['2" 管', '3'],
    ]);
  });

  test('any table comes back as it went', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', ',', '"', '\t', '\n', '\r', ' ', '万', '３') });
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, (table) => {
        expect(readClipboard(clipboardText(table))).toEqual(table);
      }),
    );
  });
});
