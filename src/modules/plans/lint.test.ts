import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dossierOf } from './checking/examples.ts';
import { fingerprint } from './fingerprint.ts';
import { lintReadings } from './lint.ts';

const plan =
  '云河经开区“十四五”产业发展规划\n\n一、发展基础\n\n2020年，云河经开区实现工业总产值1800亿元。\n\n二、发展目标\n\n到2025年，云河经开区工业总产值达到2000亿元，年均增长12%。\n';

test('a finding prints the sum that decides and names both places', () => {
  const [finding] = lintReadings(dossierOf(plan).readings).filter(({ rule }) => rule === 'growth/annual');
  expect(finding?.arithmetic).toContain('(2000亿元 ÷ 1800亿元)^(1/5) − 1 = 2.13% ≠ 12%');
  expect(finding?.arithmetic).toContain('3172.22亿元');
  expect(finding?.sources.map(({ quote }) => quote)).toEqual(
    expect.arrayContaining([expect.stringContaining('12%'), expect.stringContaining('1800')]),
  );
  expect(finding?.message.zh).toMatch(/2020 年的 1800亿元 到 2025 年的 2000亿元/);
});

test('text added elsewhere changes no fingerprint, so that what was dismissed stays dismissed', () => {
  const printsOf = (text: string) =>
    lintReadings(dossierOf(text).readings)
      .filter(({ rule }) => rule === 'growth/annual')
      .map(fingerprint);
  expect(printsOf(plan.replace('二、发展目标', '园区交通便利，配套完善。\n\n二、发展目标'))).toEqual(printsOf(plan));
  expect(printsOf(plan.replace('2000亿元', '2100亿元'))).not.toEqual(printsOf(plan));
});

test('documents given together are checked against each other, each finding naming its files', () => {
  const other = '云河经开区高质量发展实施方案\n\n到2025年，云河经开区工业总产值达到2600亿元。\n';
  const found = lintReadings(dossierOf(plan, other).readings).filter(({ rule }) => rule === 'fact/two-values');
  expect(found).toHaveLength(1);
  expect(new Set(found[0]?.sources.map(({ file }) => file)).size).toBe(2);
  expect(lintReadings(dossierOf(other).readings).filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('whatever a document holds, checking ends and every finding stands in it', () => {
  const piece = fc.constantFrom(
    '云河经开区',
    '2020年',
    '到2025年，',
    '税收',
    '利税',
    '利润',
    '总面积',
    '其中',
    '占',
    '年均增长',
    '翻一番',
    '10亿元',
    '0亿元',
    '-3',
    '12%',
    '1000亩',
    '3个',
    '、',
    '，',
    '。',
    '；',
    '\n',
    '\n\n',
    '\t',
    '一、',
    '（一）',
    '合计',
    'M2',
    '等五大产业',
    '表1',
    '项目名称',
    '总投资（亿元）',
    '位于',
    '产业园',
    '***',
    '（',
    '）',
    '“',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
      const { readings } = dossierOf(pieces.join(''));
      const text = readings[0]?.document.text ?? '';
      for (const { sources } of lintReadings(readings))
        for (const { start, end, quote } of sources) expect(text.slice(start, end)).toBe(quote);
    }),
    { numRuns: 200 },
  );
});
