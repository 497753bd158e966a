import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedOn, standingOf, versionOn, withVersion } from './history.ts';
import type { Known, Version } from './register.ts';

const data = (name: string) => ({ name, code: null, aliases: [] });
const stamp = { reason: null, at: '2026-11-22T00:00:00Z', by: '王敏' };
const first: Version = { ...stamp, validFrom: '2020-01-01', validTo: null, data: data('甲') };
const day = fc.integer({ min: 0, max: 1460 }).map((n) => new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10));

describe('history of a record', () => {
  test('however it is changed, spans join without gap or overlap, and a day before the change keeps its state', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(day, fc.string({ minLength: 1 })), { maxLength: 12 }), (changes) => {
        let versions: Version[] = [first];
        for (const [from, name] of changes) {
          const before = versions;
          versions = withVersion(versions, { ...stamp, data: data(name) }, from);
          expect(versionOn(versions, from)?.data.name).toBe(name);
          for (const version of before.filter(({ validFrom }) => validFrom < from))
            expect(versionOn(versions, version.validFrom)?.data).toEqual(version.data);
        }
        for (const [i, version] of versions.entries()) expect(version.validTo).toBe(versions[i + 1]?.validFrom ?? null);
      }),
    );
  });

  test('a change before the beginning, or after the end, is refused', () => {
    const next = { ...stamp, data: data('乙') };
    expect(() => withVersion([first], next, '2019-12-31')).toThrow('早于设立日期');
    const closed = closedOn([first], '2022-01-01');
    expect(() => withVersion(closed, next, '2022-01-01')).toThrow('已不存在');
    expect(() => closedOn(closed, '2023-01-01')).toThrow('已经撤销');
    expect(() => closedOn([first], '2020-01-01')).toThrow('已有更新');
  });

  test('a merged record is met under its successor from the day on, through several mergers, and a circle ends', () => {
    const known = (id: string, endedOn: string | null, mergedInto: string | null): [string, Known] => [
      id,
      { id, name: id, code: null, aliases: [], endedOn, mergedInto },
    ];
    const all = new Map([
      known('a', '2021-01-01', 'b'),
      known('b', '2023-01-01', 'c'),
      known('c', null, null),
      known('x', '2021-01-01', 'y'),
      known('y', '2021-01-01', 'x'),
    ]);
    const at = (id: string, on: string) => standingOf(all, id, on)?.id;
    expect([at('a', '2020-12-31'), at('a', '2021-01-01'), at('a', '2023-01-01')]).toEqual(['a', 'b', 'c']);
    expect(['x', 'y']).toContain(at('x', '2022-01-01'));
    expect(at('nobody', '2022-01-01')).toBeUndefined();
  });
});
