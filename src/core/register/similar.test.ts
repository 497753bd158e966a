import { describe, expect, test } from 'vitest';
import { effort } from '../../../test/effort.ts';
import { alike, type Candidate, coreOf, suspicionsAmong } from './similar.ts';

const one = (id: string, name: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  name,
  code: null,
  aliases: [],
  site: null,
  ...more,
});

describe('records that may be one thing', () => {
  test('a name is told apart by what is left without brackets and legal form', () => {
    expect(coreOf('青川（云河）轴承有限责任公司')).toBe(coreOf('青川云河轴承 有限公司'));
    expect(alike('青川轴承', '青川轴承')).toBe(1);
    expect(alike('青川轴承', '临江水泥')).toBe(0);
  });

  test('each suspicion says its grounds, and their points add up to the score', () => {
    const [pair] = suspicionsAmong(
      [one('a', '青川轴承有限公司', { code: 'X1' }), one('b', '云河轴承厂', { code: 'X1' })],
      new Set(),
    );
    expect(pair?.grounds.map(({ label }) => label.zh)).toContain('代码相同：X1');
    expect(pair?.score).toBe(pair?.grounds.reduce((sum, { points }) => sum + points, 0));
  });

  test('an alias finds its name; different codes, or another phase, are two things', () => {
    const found = suspicionsAmong(
      [
        one('a', '青川经济开发区'),
        one('b', '临江高新区', { aliases: ['青川经济开发区'] }),
        one('c', '云河电池有限公司', { code: 'C1' }),
        one('d', '云河电池股份有限公司', { code: 'C2' }),
        one('e', '临江标准厂房一期项目'),
        one('f', '临江标准厂房二期项目'),
      ],
      new Set(),
    );
    expect(found.map(({ a, b }) => [a, b])).toEqual([['a', 'b']]);
  });

  test('ten thousand names, many beginning alike, are compared without each against each', () => {
    const many = Array.from({ length: 10_000 }, (_, i) =>
      one(String(i).padStart(6, '0'), `青川县第${i}号轴承有限公司`),
    );
    const twin = one('999999', '青川县第7777号 轴承有限责任公司');
    expect(suspicionsAmong([...many, twin], new Set())).toMatchObject([{ a: '007777', b: '999999' }]);
    const effortOf = (count: number) => effort(() => suspicionsAmong(many.slice(0, count), new Set()));
    expect(effortOf(8_000) / effortOf(1_000)).toBeLessThan(8 * 4);
  });
});
