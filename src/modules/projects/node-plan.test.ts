import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysBetween } from '../../core/day.ts';
import { isWorkday } from '../../core/workday.ts';
import { dayOf, finishFrom, numberOf, startFor } from './node-calendar.ts';
import { type NodeChange, withActual, withChanges } from './node-change.ts';
import { inOrder, type NodeSpec, type PlanNode } from './node-plan.ts';
import { forecastOf, planBackward, planForward, roomOf, settled, spanOfPlan } from './node-schedule.ts';
import { templates } from './node-templates.ts';

const today = '2026-11-22';
const spec = (id: string, days: number, after: string[] = [], more: Partial<NodeSpec> = {}): NodeSpec => ({
  id,
  name: `节点${id}`,
  kind: 'preparation',
  days,
  counts: 'calendar',
  after: after.map((each) => ({ id: each, lag: 0 })),
  owner: null,
  item: null,
  ...more,
});
const at = (nodes: readonly PlanNode[], id: string) => nodes.find((node) => node.id === id) as PlanNode;
const days = (nodes: readonly PlanNode[]) => nodes.map(({ id, start, finish }) => [id, start, finish]);

/** Every broken promise of a plan: a node that begins before what it waits for has ended, or of another length. */
function violations(nodes: readonly PlanNode[]): string[] {
  return nodes
    .filter(({ actualStart }) => actualStart === null)
    .flatMap((node) => {
      const early = node.after.filter(({ id, lag }) => {
        const before = at(nodes, id);
        return daysBetween(before.actualFinish ?? before.finish, node.start) < 1 + lag;
      });
      const isLength = finishFrom(numberOf(node.start), node) === numberOf(node.finish);
      const isOnWorkdays = node.counts === 'calendar' || (isWorkday(node.start) && isWorkday(node.finish));
      return [...early.map(({ id }) => `${node.id} before ${id}`), ...(isLength && isOnWorkdays ? [] : [node.id])];
    });
}

const anyDay = fc.integer({ min: 20_300, max: 21_000 }).map(dayOf);
/** Networks without circles: each node waits for some of those before it. */
const networkWith = (mostLag: number) =>
  fc
    .array(
      fc.record({
        days: fc.integer({ min: 1, max: 40 }),
        counts: fc.constantFrom('working' as const, 'calendar' as const),
        picks: fc.array(fc.tuple(fc.nat(11), fc.integer({ min: 0, max: mostLag })), { maxLength: 3 }),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((rows) =>
      rows.map(({ days: length, counts, picks }, i) => {
        const ties = new Map(picks.filter(() => i > 0).map(([pick, lag]) => [`n${pick % i}`, lag] as const));
        return spec(`n${i}`, length, [], { counts, after: [...ties].map(([id, lag]) => ({ id, lag })) });
      }),
    );
const network = networkWith(5);
/** Some of the nodes have begun or ended, in whatever order life had it. */
const lived = fc
  .tuple(network, anyDay, fc.infiniteStream(fc.tuple(fc.nat(2), fc.nat(30))))
  .map(([specs, target, luck]) =>
    planBackward(specs, target).map((node): PlanNode => {
      const [what, length] = luck.next().value as [number, number];
      if (what === 0) return node;
      const actualStart = dayOf(numberOf(node.start) + length - 10);
      return { ...node, actualStart, actualFinish: what === 1 ? null : dayOf(numberOf(actualStart) + length) };
    }),
  );

describe('days of a node', () => {
  test('five working days from a Thursday end on the Wednesday after, and back again', () => {
    const five = { days: 5, counts: 'working' } as const;
    const thursday = numberOf('2026-11-05');
    expect(dayOf(finishFrom(thursday, five))).toBe('2026-11-11');
    expect(dayOf(startFor(numberOf('2026-11-11'), five))).toBe('2026-11-05');
    expect(dayOf(finishFrom(thursday, { days: 5, counts: 'calendar' }))).toBe('2026-11-09');
  });
});

describe('the order of nodes', () => {
  test('a circle is refused with the names of the nodes in it, and of no others', () => {
    const nodes = [
      spec('a', 1),
      spec('b', 1, ['a', 'd']),
      spec('c', 1, ['b']),
      spec('d', 1, ['c']),
      spec('e', 1, ['d']),
    ];
    expect(() => inOrder(nodes)).toThrow(
      expect.objectContaining({ code: 'node-circle', data: { nodes: '节点c → 节点d → 节点b → 节点c' } }),
    );
  });

  test('a node that waits for one that is not there, and an id used twice, are refused', () => {
    expect(() => inOrder([spec('a', 1, ['z'])])).toThrow(expect.objectContaining({ code: 'node-unknown' }));
    expect(() => inOrder([spec('a', 1), spec('a', 2)])).toThrow(expect.objectContaining({ code: 'node-twice' }));
  });

  test('the templates that ship have 32, 24 and 17 nodes and can be planned back from a day', () => {
    expect(templates.map(({ id, nodes }) => [id, nodes.length])).toEqual([
      ['industrial', 32],
      ['infrastructure', 24],
      ['upgrading', 17],
    ]);
    for (const { nodes } of templates) {
      const plan = planBackward(nodes, '2028-12-29');
      expect(violations(plan)).toEqual([]);
      expect(spanOfPlan(plan).finish).toBe('2028-12-29');
      expect(plan.some(({ id }) => roomOf(plan).get(id)?.isCritical)).toBe(true);
    }
  });
});

describe('a plan worked by hand', () => {
  // a 4 days → b 3 → d 2;  a → c 1 → d
  const diamond = [spec('a', 4), spec('b', 3, ['a']), spec('c', 1, ['a']), spec('d', 2, ['b', 'c'])];

  test('forward it starts early, backward late; both end on the same day', () => {
    expect(days(planForward(diamond, '2026-11-02'))).toEqual([
      ['a', '2026-11-02', '2026-11-05'],
      ['b', '2026-11-06', '2026-11-08'],
      ['c', '2026-11-06', '2026-11-06'],
      ['d', '2026-11-09', '2026-11-10'],
    ]);
    expect(days(planBackward(diamond, '2026-11-10'))).toEqual([
      ['a', '2026-11-02', '2026-11-05'],
      ['b', '2026-11-06', '2026-11-08'],
      ['c', '2026-11-08', '2026-11-08'],
      ['d', '2026-11-09', '2026-11-10'],
    ]);
  });

  test('the longest way is critical; what stands beside it has slack in working days', () => {
    const longer = diamond.map((node) => (node.id === 'b' ? { ...node, days: 8 } : node));
    const room = roomOf(planForward(longer, '2026-11-02'));
    expect([...room].filter(([, { isCritical }]) => isCritical).map(([id]) => id)).toEqual(['a', 'b', 'd']);
    // c may end on Friday the 13th instead of Friday the 6th.
    expect(room.get('c')).toEqual({ slack: 5, isCritical: false, latestStart: '2026-11-13' });
  });

  test('a node pulled later pushes those after it; pulled earlier it waits for those before', () => {
    const plan = planForward(diamond, '2026-12-01');
    const later = withChanges(plan, [{ does: 'move', node: 'b', start: '2026-12-10' }], today);
    expect(at(later, 'd').start).toBe('2026-12-13');
    expect(at(later, 'c')).toEqual(at(plan, 'c'));
    const earlier = withChanges(plan, [{ does: 'move', node: 'd', start: '2026-12-01' }], today);
    expect(at(earlier, 'd').start).toBe(at(plan, 'd').start);
  });

  test('what took longer pushes the rest, the baseline says by how much, and a removed node hands on its ties', () => {
    const base = planForward(diamond, '2026-11-02').map((node) => ({
      ...node,
      baselineStart: node.start,
      baselineFinish: node.finish,
    }));
    const after = withActual(base, { node: 'a', start: '2026-11-04', finish: '2026-11-20' }, today);
    expect(at(after, 'd').finish).toBe('2026-11-25');
    const forecast = forecastOf(after, today);
    expect(forecast.get('a')?.daysLate).toBe(15);
    expect(forecast.get('d')).toEqual({ start: '2026-11-25', finish: '2026-11-26', daysLate: 16 });
    const without = withChanges(after, [{ does: 'remove', node: 'b' }], today);
    expect(at(without, 'd').after.map(({ id }) => id)).toEqual(['c', 'a']);
  });

  test('what has happened is neither moved nor removed, and nothing happens tomorrow', () => {
    const plan = withActual(
      planForward(diamond, '2026-11-02'),
      { node: 'a', start: '2026-11-02', finish: null },
      today,
    );
    const refused = (change: NodeChange) => () => withChanges(plan, [change], today);
    expect(refused({ does: 'move', node: 'a', start: '2026-12-01' })).toThrow(/已有实际日期/);
    expect(refused({ does: 'remove', node: 'a' })).toThrow(/已有实际日期/);
    expect(() => withActual(plan, { node: 'a', start: '2026-11-02', finish: '2026-11-23' }, today)).toThrow(/今天/);
    expect(() => withActual(plan, { node: 'b', start: null, finish: '2026-11-20' }, today)).toThrow(/开始日期/);
  });
});

describe('any plan', () => {
  test('keeps its dependencies, forward and backward, and ends by its target', () => {
    fc.assert(
      fc.property(network, anyDay, (specs, day) => {
        expect(violations(planForward(specs, day))).toEqual([]);
        const back = planBackward(specs, day);
        expect(violations(back)).toEqual([]);
        expect(spanOfPlan(back).finish <= day).toBe(true);
      }),
    );
  });

  // A lag may run over a weekend, and gives room where it does.
  test('has a critical path without slack that leads to its end, each node held by one before it', () => {
    fc.assert(
      fc.property(networkWith(0), anyDay, (specs, day) => {
        const plan = planForward(specs, day);
        const room = roomOf(plan);
        const critical = plan.filter(({ id }) => room.get(id)?.isCritical);
        const end = spanOfPlan(plan).finish;
        expect(critical.some(({ finish }) => finish === end)).toBe(true);
        const first = spanOfPlan(plan).start;
        for (const node of critical) {
          expect(room.get(node.id)).toMatchObject({ slack: 0, latestStart: node.start });
          const isHeld = node.after.some(({ id }) => room.get(id)?.isCritical);
          expect(isHeld || node.after.length === 0 || node.start === first).toBe(true);
        }
      }),
    );
  });

  test('ends no later when a node begins as late as its slack allows', () => {
    fc.assert(
      fc.property(network, anyDay, fc.nat(11), (specs, day, pick) => {
        const plan = planForward(specs, day);
        const node = plan[pick % plan.length] as PlanNode;
        const start = roomOf(plan).get(node.id)?.latestStart as string;
        const late = withChanges(plan, [{ does: 'move', node: node.id, start }], today);
        expect(spanOfPlan(late).finish).toBe(spanOfPlan(plan).finish);
      }),
    );
  });

  test('stays as it is when it is planned again without a change, whatever has happened', () => {
    fc.assert(
      fc.property(lived, (nodes) => {
        const once = settled(nodes);
        expect(violations(once)).toEqual([]);
        expect(settled(once)).toEqual(once);
      }),
    );
  });

  test('never moves what has happened, whatever is done to the rest', () => {
    const dragged = fc.tuple(lived, fc.nat(11), anyDay, fc.boolean());
    fc.assert(
      fc.property(dragged, ([nodes, pick, start, alsoReplan]) => {
        const node = nodes[pick % nodes.length] as PlanNode;
        const changes: NodeChange[] = alsoReplan ? [{ does: 'replan' }] : [];
        if (node.actualStart === null) changes.push({ does: 'move', node: node.id, start });
        const next = withChanges(settled(nodes), changes, today);
        const actual = (plan: readonly PlanNode[]) =>
          plan.map(({ id, actualStart, actualFinish }) => [id, actualStart, actualFinish]);
        expect(actual(next)).toEqual(actual(nodes));
        expect(violations(next)).toEqual([]);
        for (const done of nodes.filter(({ actualFinish }) => actualFinish !== null))
          expect(at(next, done.id)).toEqual(done);
      }),
    );
  });
});

test('a node is added beneath the row that is named, and those that are told to wait for it do', () => {
  const plan = planForward([spec('a', 2), spec('b', 3, ['a'])], '2026-12-01');
  const node = spec('between', 4, ['a']);
  const grown = withChanges(
    plan,
    [
      { does: 'add', node, beneath: 'a' },
      { does: 'edit', node: 'b', to: { after: [{ id: 'between', lag: 0 }] } },
    ],
    today,
  );
  expect(days(grown)).toEqual([
    ['a', '2026-12-01', '2026-12-02'],
    ['between', '2026-12-03', '2026-12-06'],
    ['b', '2026-12-07', '2026-12-09'],
  ]);
  expect(withChanges(plan, [{ does: 'add', node }], today).map(({ id }) => id)).toEqual(['a', 'b', 'between']);
  expect(() => withChanges(grown, [{ does: 'edit', node: 'a', to: { after: [{ id: 'b', lag: 0 }] } }], today)).toThrow(
    /节点between/,
  );
});
