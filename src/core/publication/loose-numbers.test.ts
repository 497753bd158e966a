import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyDocument } from './document.ts';
import { looseNumbers, numbersIn } from './loose-numbers.ts';

describe('words that are no figures', () => {
  test.each([
    '2026年1—10月',
    '截至2026年10月31日',
    '上年同期为2025年度',
    '青政办发〔2026〕18号',
    '（1）总体情况',
    '1.总体情况',
    '表1 各园区完成情况',
    '第3条',
    '2026-10',
    '2026-Q3',
    '2026-10-31',
    '10月份',
    '1—2月合并报送',
    '附件2：',
    '见表3',
    '按GB/T 4754-2017划分',
    '22日前',
    '二〇二六年',
  ])('%s', (text) => expect(numbersIn(text)).toEqual([]));
});

describe('numbers that claim something', () => {
  test.each([
    ['完成投资36.4亿元，同比下降1.7%', ['36.4', '1.7']],
    ['共1,234,567个', ['1234567']],
    ['-2.4', ['-2.4']],
    ['增速为-2.4%', ['2.4']],
    ['5月完成10个', ['10']],
    ['1.5倍', ['1.5']],
    ['全角３６．４亿元', ['36.4']],
    ['2026个项目', ['2026']],
    ['120 000 万元', ['120', '000']],
    ['分别为10，200万元', ['10', '200']],
    ['未报送的报表5张', ['5']],
    ['附件3份', ['3']],
  ] as const)('%s', (text, numbers) => expect(numbersIn(text)).toEqual(numbers));
});

test('a number typed into the text is counted, the same number tied to a source is not', () => {
  const tied = { text: '36.4', source: { kind: 'formula' as const, id: 'x' } };
  const paragraph = (...content: (string | typeof tied)[]) => ({ kind: 'paragraph' as const, content });
  const blocks = [paragraph('完成', tied, '亿元，', '其中工业20.1亿元')];
  expect(looseNumbers({ ...emptyDocument, title: '关于2026年3月情况的通报', blocks })).toEqual([
    { at: '0', number: '20.1', text: '完成36.4亿元，其中工业20.1亿元' },
  ]);
});

test('no figure of any size hides behind the words around it', () => {
  const amount = fc.double({ min: 0.01, max: 1e9, noNaN: true }).map((value) => value.toFixed(2));
  fc.assert(
    fc.property(amount, fc.constantFrom('亿元', '万元', '%', '个百分点', '家', '吨'), (value, unit) => {
      expect(numbersIn(`本期完成${value}${unit}。`)).toEqual([value]);
    }),
  );
});
