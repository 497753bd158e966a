import { expect, test } from 'vitest';
import { defineCheck, runChecks } from './check.ts';

const source = (start: number) => ({ line: 1, quote: '甲', start, end: start + 1 });
const rule = (id: `${string}/${string}`, severity: 'error' | 'advice', at: number) =>
  defineCheck<null>({
    id,
    severity,
    title: { zh: '规则', en: 'Rule' },
    why: { zh: '因', en: 'because' },
    message: { zh: '“{name}”有误', en: '“{name}” is wrong' },
    run: (_, report) => report([source(at)], { name: '产值' }, { arithmetic: '1 + 1 = 2 ≠ 3' }),
    examples: { pass: [], fail: [null] },
  });

test('findings come in reading order, the more serious first at one place, and say their arithmetic', () => {
  const findings = runChecks(
    [rule('b/late', 'error', 9), rule('a/soft', 'advice', 2), rule('a/hard', 'error', 2)],
    null,
  );
  expect(findings.map((finding) => finding.rule)).toEqual(['a/hard', 'a/soft', 'b/late']);
  expect(findings[0]).toMatchObject({ message: { zh: '“产值”有误' }, arithmetic: '1 + 1 = 2 ≠ 3', severity: 'error' });
});
