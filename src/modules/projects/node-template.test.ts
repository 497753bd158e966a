import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAfter, sayAfter } from './node-after.ts';
import { NodeSpec } from './node-plan.ts';
import { findingsOf, isSound, lengthOf } from './node-template-checks.ts';
import { rowsOf, templateOfRows, templateOfYaml, yamlOf } from './node-template-file.ts';
import { templates } from './node-templates.ts';

const node = (id: string, more: Partial<NodeSpec> = {}): NodeSpec =>
  NodeSpec.parse({ id, name: `节点${id}`, kind: 'preparation', days: 5, ...more });

describe('what a node waits for, by the numbers of rows', () => {
  const ids = ['a', 'b', 'c', 'd'];

  it('is read as people type it', () => {
    expect(readAfter('1、3+5', ids, 3)).toEqual({
      after: [
        { id: 'a', lag: 0 },
        { id: 'c', lag: 5 },
      ],
      issue: null,
    });
    expect(readAfter(' 1，2 ', ids, 3).after).toHaveLength(2);
    expect(readAfter('', ids, 0)).toEqual({ after: [], issue: null });
  });

  it('says what cannot be read', () => {
    expect(readAfter('9', ids, 0).issue?.zh).toBe('没有第 9 行');
    expect(readAfter('0', ids, 1).issue?.zh).toBe('没有第 0 行');
    expect(readAfter('1', ids, 0).issue?.zh).toContain('自己');
    expect(readAfter('2,2', ids, 0).issue?.zh).toContain('两次');
    expect(readAfter('二', ids, 0).issue?.zh).toContain('读不懂');
    expect(readAfter('2+999', ids, 0).issue?.zh).toContain('365');
  });

  it('is written so that it reads back', () => {
    const after = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c'), lag: fc.nat(365) }), {
      selector: ({ id }) => id,
    });
    fc.assert(
      fc.property(after, (given) => {
        expect(readAfter(sayAfter(given, ids), ids, 3)).toEqual({ after: given, issue: null });
      }),
    );
  });
});

describe('the checks of a template', () => {
  it('find nothing wrong with those that ship', () => {
    for (const { nodes } of templates) expect(isSound(findingsOf(nodes))).toBe(true);
  });

  it('name a circle at each node in it, and nobody else', () => {
    const circle = [
      node('a'),
      node('b', { after: [{ id: 'd', lag: 0 }] }),
      node('c', { after: [{ id: 'b', lag: 0 }] }),
      node('d', { after: [{ id: 'c', lag: 0 }] }),
    ];
    const errors = findingsOf(circle).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ node: id, field }) => [id, field])).toEqual([
      ['b', 'after'],
      ['c', 'after'],
      ['d', 'after'],
    ]);
    expect(errors[0]?.message.zh).toContain('节点b');
  });

  it('name a predecessor that is not there, an empty name and a length that cannot be', () => {
    const found = findingsOf([node('a', { after: [{ id: 'x', lag: 0 }] }), { ...node('b'), name: ' ', days: 0 }]);
    expect(found.map(({ node: id, field, severity }) => `${id} ${field} ${severity}`)).toEqual([
      'a after error',
      'b name error',
      'b days error',
    ]);
    expect(findingsOf([])).toMatchObject([{ node: null, severity: 'error' }]);
  });

  it('advise where a node is longer than the law gives the office, in the days that the law counts', () => {
    const permit = (days: number, counts: 'working' | 'calendar') =>
      findingsOf([node('a', { item: 'registration', days, counts })]);
    expect(permit(20, 'working')).toEqual([]);
    expect(permit(21, 'working')).toMatchObject([{ node: 'a', field: 'days', severity: 'advice' }]);
    expect(permit(30, 'calendar')).toEqual([]);
  });

  it('say how long the whole takes, back from a target', () => {
    const nodes = [
      node('a', { counts: 'calendar' }),
      node('b', { counts: 'calendar', days: 3, after: [{ id: 'a', lag: 2 }] }),
    ];
    expect(lengthOf(nodes, '2026-06-30')).toMatchObject({ start: '2026-06-21', finish: '2026-06-30', calendar: 10 });
  });
});

describe('a template that is passed on', () => {
  it('comes back the same from a sheet and from YAML', () => {
    for (const template of templates) {
      expect(templateOfRows(rowsOf(template))).toEqual(template);
      expect(templateOfYaml(yamlOf(template))).toEqual(template);
    }
  });

  it('may be a plain sheet of nodes', () => {
    const rows = [
      ['序号', '节点', '类别', '工期', '计日', '前置'],
      ['1', '备案', '审批', '3', '', ''],
      ['', '', '', '', '', ''],
      ['2', '开工', '施工', '20', '自然日', '1+2'],
    ];
    expect(templateOfRows(rows).nodes).toMatchObject([
      { id: 'n1', kind: 'approval', counts: 'working' },
      { id: 'n2', counts: 'calendar', after: [{ id: 'n1', lag: 2 }] },
    ]);
  });

  it('names the row that it cannot read', () => {
    const rows = (line: string[]) => [['序号', '节点', '类别', '工期', '计日', '前置'], line];
    expect(() => templateOfRows(rows(['1', '备案', '审批', '三', '', '']))).toThrow(/第 2 行.*工期/);
    expect(() => templateOfRows(rows(['1', '备案', '考试', '3', '', '']))).toThrow(/类别“考试”/);
    expect(() => templateOfRows(rows(['1', '备案', '审批', '3', '', '5']))).toThrow(/没有第 5 行/);
    expect(() => templateOfRows([['姓名', '电话']])).toThrow(/表头/);
    expect(() => templateOfYaml('id: [')).toThrow(/YAML/);
    expect(() => templateOfYaml('id: x')).toThrow(/不完整/);
  });
});
