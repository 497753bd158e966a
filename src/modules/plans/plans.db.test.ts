import { expect, test } from 'vitest';
import { appOn, colleague, leader, planner, stranger, visitor } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import type { PlanDetail, PlanFact, PlanSummary } from './plan.ts';

const text = `青川经济开发区产业发展规划

一、发展目标

到2030年，全区规模以上工业总产值达到320亿元，规上工业企业达到85家，亩均税收达到21万元/亩。
`;
const bytes = new TextEncoder().encode(text);

const read = (call: Call, actor: Actor = planner, content = bytes) =>
  call('plans.read-file', { name: '规划.txt', bytes: content }, actor) as Promise<PlanSummary>;
const show = (call: Call, planId: string, actor: Actor = planner) =>
  call('plans.show', { planId }, actor) as Promise<PlanDetail>;
const indicatorOf = (plan: PlanDetail, unit: string): PlanFact & { kind: 'indicator' } => {
  const fact = plan.facts.find((each) => each.kind === 'indicator' && each.data.unit === unit);
  if (fact?.kind !== 'indicator') throw new Error(`no indicator in ${unit}`);
  return fact;
};
const corrected = (fact: PlanFact & { kind: 'indicator' }, value: number) => ({
  kind: 'indicator',
  data: { ...fact.data, value, printed: String(value) },
});

test(
  'a document becomes a draft plan whose facts stand on their sentences, and its original comes back byte for byte',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id, stage, counts } = await read(call);
    expect(stage).toBe('draft');
    expect(counts.indicators).toBeGreaterThanOrEqual(3);
    const plan = await show(call, id);
    for (const { data } of plan.facts)
      expect(plan.text.slice(data.source.start, data.source.end)).toBe(data.source.quote);
    const original = (await call('plans.original', { planId: id }, planner)) as { name: string; bytes: Uint8Array };
    expect(original.name).toBe('规划.txt');
    expect(Buffer.from(original.bytes).equals(Buffer.from(bytes))).toBe(true);
  }),
);

test(
  'a correction keeps what was read, who corrected it, and can be taken back',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id: planId } = await read(call);
    const fact = indicatorOf(await show(call, planId), '亿元');
    const ids = { planId, factId: fact.id };
    const once = (await call(
      'plans.revise-fact',
      { ...ids, revision: 1, state: 'corrected', fact: corrected(fact, 325), reason: '以正式印发稿为准' },
      colleague,
    )) as PlanFact;
    expect(once).toMatchObject({
      state: 'corrected',
      revision: 2,
      updatedBy: '李强',
      data: { value: 325 },
      original: { value: 320 },
    });
    const back = (await call(
      'plans.revise-fact',
      { ...ids, revision: 2, state: 'proposed', fact: { kind: 'indicator', data: fact.data } },
      planner,
    )) as PlanFact;
    expect(back).toMatchObject({ state: 'proposed', revision: 3, original: null, data: { value: 320 } });
    const { revisions } = (await call('plans.fact-history', ids, planner)) as { revisions: unknown[] };
    expect(revisions).toMatchObject([
      { revision: 1, state: 'proposed', reason: null },
      { revision: 2, state: 'corrected', reason: '以正式印发稿为准', by: '李强' },
      { revision: 3, state: 'proposed', reason: null, by: '王敏' },
    ]);
  }),
);

test(
  'two people on one fact do not overwrite each other: the second is told who was first',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id: planId } = await read(call);
    const { id: factId } = indicatorOf(await show(call, planId), '家');
    await call('plans.revise-fact', { planId, factId, revision: 1, state: 'accepted' }, planner);
    await expect(
      call('plans.revise-fact', { planId, factId, revision: 1, state: 'rejected' }, colleague),
    ).rejects.toMatchObject({ code: 'changed-meanwhile', data: { actor: '王敏' } });
  }),
);

test(
  'a new version of the file keeps what was decided and says what is new and gone',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id: planId, revision } = await read(call);
    const before = await show(call, planId);
    const value = indicatorOf(before, '亿元');
    const firms = indicatorOf(before, '家');
    await call(
      'plans.revise-fact',
      { planId, factId: value.id, revision: 1, state: 'corrected', fact: corrected(value, 325) },
      planner,
    );
    await call('plans.revise-fact', { planId, factId: firms.id, revision: 1, state: 'accepted' }, planner);
    const revised = new TextEncoder().encode(`（修订）\n\n${text.replace('规上工业企业达到85家，', '')}`);
    const again = (await call(
      'plans.read-again',
      { planId, revision, name: '规划（二稿）.txt', bytes: revised },
      planner,
    )) as {
      plan: PlanSummary;
      kept: number;
      gone: number;
    };
    expect(again).toMatchObject({ kept: 1, gone: 1, plan: { file: { version: 2, name: '规划（二稿）.txt' } } });
    const after = await show(call, planId);
    const carried = indicatorOf(after, '亿元');
    expect(carried).toMatchObject({ state: 'corrected', data: { value: 325 } });
    expect(after.text.slice(carried.data.source.start, carried.data.source.end)).toBe(carried.data.source.quote);
  }),
);

test(
  'a fact added by hand must quote what stands in the document',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id: planId } = await read(call);
    const fact = indicatorOf(await show(call, planId), '家');
    const misquoted = { ...fact.data, source: { ...fact.data.source, quote: '规上工业企业达到900家' } };
    await expect(
      call('plans.add-fact', { planId, fact: { kind: 'indicator', data: misquoted } }, planner),
    ).rejects.toMatchObject({ code: 'invalid-input' });
    const added = (await call(
      'plans.add-fact',
      { planId, fact: { kind: 'indicator', data: fact.data } },
      planner,
    )) as PlanFact;
    expect(added).toMatchObject({ state: 'added', revision: 1 });
    await call('plans.remove-fact', { planId, factId: added.id, revision: 1 }, planner);
    expect((await show(call, planId)).facts.some(({ id }) => id === added.id)).toBe(false);
  }),
);

test(
  'a plan goes with all that hangs on it, and says how much that was',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id: planId, revision, counts } = await read(call);
    const removed = (await call('plans.remove', { planId, revision }, planner)) as { facts: number; documents: number };
    expect(removed.documents).toBe(1);
    expect(removed.facts).toBeGreaterThanOrEqual(counts.indicators);
    await expect(show(call, planId)).rejects.toMatchObject({ code: 'not-found' });
  }),
);

test(
  'another office sees nothing of a plan, the leader above sees it and may not change it, a visitor gets nothing',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id: planId, revision } = await read(call);
    await expect(show(call, planId, stranger)).rejects.toMatchObject({ code: 'not-found' });
    expect(((await call('plans.list', {}, stranger)) as { plans: unknown[] }).plans).toEqual([]);
    expect((await show(call, planId, leader)).id).toBe(planId);
    await expect(call('plans.save', { planId, revision }, leader)).rejects.toMatchObject({ code: 'not-allowed' });
    await expect(call('plans.list', {}, visitor)).rejects.toMatchObject({ code: 'not-allowed' });
  }),
);

test(
  'a repeated upload with the same key makes one plan',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const once = await call('plans.read-file', { name: '规划.txt', bytes }, planner, { key: 'k' });
    const twice = await call('plans.read-file', { name: '规划.txt', bytes }, planner, { key: 'k' });
    expect(twice).toEqual(once);
    expect(((await call('plans.list', {}, planner)) as { plans: unknown[] }).plans).toHaveLength(1);
  }),
);

test(
  'every write leaves an audit row with before and after, and no file content in it',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id: planId, revision } = await read(call);
    await call('plans.save', { planId, revision }, planner);
    const rows = await owner.selectFrom('audit').selectAll().orderBy('at').execute();
    expect(rows.map(({ operation, entity }) => `${operation} ${entity}`).sort()).toEqual([
      'plans.read-file file',
      'plans.read-file plan',
      'plans.save plan',
    ]);
    expect(JSON.stringify(rows)).not.toContain('工业总产值达到');
    expect(rows.at(-1)).toMatchObject({ actor: 'p1', before: { stage: 'draft' }, after: { stage: 'saved' } });
  }),
);

test(
  'a finding goes when the figure that it rests on is set right, also where the rule reads the sentence itself',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const content = new TextEncoder().encode(
      '云河市产业规划\n\n2025年，规模以上工业企业实现利润8.2亿元，利税7.6亿元。\n',
    );
    const { id: planId } = await read(call, planner, content);
    const plan = await show(call, planId);
    const rule = 'account/profit-tax';
    expect(plan.findings.map((finding) => finding.rule)).toContain(rule);
    const fact = plan.facts.find((each) => each.kind === 'indicator' && each.data.value === 7.6);
    if (fact?.kind !== 'indicator') throw new Error('the figure was not read');
    await call(
      'plans.revise-fact',
      { planId, factId: fact.id, revision: 1, state: 'corrected', fact: corrected(fact, 17.6) },
      planner,
    );
    const { findings } = (await call('plans.findings', { planId }, planner)) as Pick<PlanDetail, 'findings'>;
    expect(findings.map((finding) => finding.rule)).not.toContain(rule);
  }),
);

test.each([
  ['an empty file', '空.txt', new Uint8Array(), 'file-empty'],
  ['a broken DOCX', '坏.docx', new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'file-damaged'],
  ['a picture', '图.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]), 'file-format'],
])('%s is refused and leaves nothing behind', async (_, name, content, code) => {
  await rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    await expect(call('plans.read-file', { name, bytes: content }, planner)).rejects.toMatchObject({ code });
    for (const table of ['file', 'plan', 'audit'] as const)
      expect(await owner.selectFrom(table).select('tenant_id').execute()).toEqual([]);
  })();
});

test(
  'several facts are decided on at once: each keeps the state it had, and one that changed meanwhile stops them all',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { id: planId } = await read(call);
    const { facts } = await show(call, planId);
    const chosen = facts.map(({ id: factId, revision }) => ({ factId, revision }));
    const [first] = chosen;
    if (first === undefined) throw new Error('the document gave no facts');
    const review = (which: typeof chosen, state: string) =>
      call('plans.review-facts', { planId, facts: which, state }, colleague) as Promise<{ facts: PlanFact[] }>;

    const { facts: accepted } = await review(chosen, 'accepted');
    expect(accepted.map(({ state, revision, updatedBy }) => [state, revision, updatedBy])).toEqual(
      facts.map(() => ['accepted', 2, colleague.name]),
    );
    expect((await show(call, planId)).facts).toEqual(expect.arrayContaining(accepted));
    const history = (await call('plans.fact-history', { planId, factId: first.factId }, planner)) as {
      revisions: { state: string; by: string }[];
    };
    expect(history.revisions.map(({ state, by }) => [state, by])).toEqual([
      ['proposed', planner.name],
      ['accepted', colleague.name],
    ]);

    await expect(review(chosen, 'rejected')).rejects.toMatchObject({ code: 'changed-meanwhile' });
    expect((await show(call, planId)).facts.every(({ state }) => state === 'accepted')).toBe(true);
  }),
);
