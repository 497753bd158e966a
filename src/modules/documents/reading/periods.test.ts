import { expect, test } from 'vitest';
import { periodsIn } from './periods.ts';

const now = { year: 2022, base: 2020 };
const read = (text: string) => periodsIn(text, now).periods.map(({ period, relation }) => `${period} ${relation}`);

test.each([
  ['截至2019年末，完成', '2019 in'],
  ['到2025年底，建成', '2025 until'],
  ['2025年前完成', '2025 until'],
  ['自2019 年以来', '2019 since'],
  ['“十四五”末，达到', '2025 until'],
  ['在"十三五"期间', '2016/2020 in'],
  ['十六五时期', '2031/2035 in'],
  ['2016—2020年', '2016/2020 in'],
  ['2021年至2023年', '2021/2023 in'],
  ['二〇三五年远景目标', '2035 in'],
  ['２０２３年'.normalize('NFKC'), '2023 in'],
  ['2023年3月20日', '2023-03 in'],
  ['2022年上半年', '2022-H1 in'],
  ['2022年一季度', '2022-Q1 in'],
  ['近五年，', '2016/2020 in'],
  ['未来五年', '2021/2025 in'],
  ['今年完成', '2022 in'],
  ['去年上半年', '2021-H1 in'],
])('%s → %s', (text, expected) => {
  expect(read(text)).toEqual([expected]);
});

test.each([
  '近年来，',
  '每年2次',
  '十五个项目、三五家',
  '“十二五”规划开局',
  '《某县规划（2019-2025）》',
  '5月底前报送',
  '第三季度例会前一周',
])('“%s” names no period', (text) => {
  expect(read(text)).toEqual([]);
});

test('今年 means nothing without the date of the document', () => {
  expect(periodsIn('今年完成', { year: null, base: null }).periods).toEqual([]);
});

test('dates without a year still close their digits to quantities', () => {
  expect(periodsIn('3月20日至25日召开', now).dates).toEqual([
    { start: 0, end: 5 },
    { start: 6, end: 9 },
  ]);
});
