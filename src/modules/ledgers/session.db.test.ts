import { expect, test } from 'vitest';
import { appOn, planner, stranger } from '../../../test/app.ts';
import { keepNote } from '../../../test/evidence.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Call } from '../../core/call.ts';
import type { Actor } from '../../core/implement.ts';
import { readFile } from '../../platform/files/read-file.ts';
import { layOutText } from '../documents/layout/layout.ts';
import { permissionsOf } from '../people/roles.ts';
import type { LedgerEntryShown } from './operations.ts';
import type { AgendaItem } from './session-operations.ts';

const keeper: Actor = {
  ...planner,
  id: 'k1',
  name: '周平',
  unitPath: 'qingchuan',
  scope: ['qingchuan'],
  permissions: permissionsOf(['dispatcher', 'planner']),
};

const deciding = (call: Call) => async (ledger: string, choices: Readonly<Record<string, number>>) => {
  for (const [choice, value] of Object.entries(choices))
    await call('ledgers.decide', { ledger, choice, value, reason: '办公会议定' }, keeper);
};

/** Two problems of one project that wait for a session, one that does not, and a session. */
async function beforeSession(call: Call) {
  await deciding(call)('problems', { 'solve-days': 10, 'session-days': 60, 'confirm-days': 5 });
  await deciding(call)('sessions', { 'minutes-days': 5, 'adopt-twice-a-year': 2027 });
  const since = '2026-01-05';
  const project = (await call(
    'projects.add',
    { data: { name: '电池材料一期', stage: 'building' }, since },
    keeper,
  )) as { id: string };
  const raise = async (name: string, isEscalated: boolean) => {
    const data = { category: 'land', assigned: 'qingchuan.fgj', raised: '2026-11-02', content: '缺用地指标 37 亩' };
    const added = (await call(
      'ledgers.add',
      { ledger: 'problems', name, data: { ...data, project: project.id } },
      keeper,
    )) as LedgerEntryShown;
    if (!isEscalated) return added.entry;
    const { entryId, revision } = added.entry;
    const input = { ledger: 'problems', entryId, revision, action: 'escalate', reason: '部门协调不成' };
    return ((await call('ledgers.act', input, keeper)) as LedgerEntryShown).entry;
  };
  const [first, second, third] = [
    await raise('指标不足', true),
    await raise('征拆遗留', true),
    await raise('路灯', false),
  ];
  const session = (await call(
    'ledgers.add',
    { ledger: 'sessions', name: '第一次项目会办会', data: { on: '2026-11-25', chair: '陈主任' } },
    keeper,
  )) as LedgerEntryShown;
  return { first, second, third, session: session.entry };
}

test(
  'a session takes escalated problems, prints its pack, and its decisions go back to each problem with the minutes',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { first, second, third, session } = await beforeSession(call);
    const { items, count } = (await call('meetings.candidates', {}, keeper)) as { items: AgendaItem[]; count: object };
    expect(items.map(({ name }) => name).sort()).toEqual(['征拆遗留', '指标不足']);
    expect(items[0]).toMatchObject({
      project: '电池材料一期',
      projectStage: { zh: '在建' },
      assigned: '青川县发展和改革局',
      category: '用地',
      daysOpen: 20,
    });
    expect(count).toEqual({ period: '2026', done: 0, times: 2, state: 'short' });

    const { entryId } = session;
    const agenda = (problems: readonly string[]) =>
      call('meetings.agenda', { entryId, revision: session.revision, problems }, keeper);
    await expect(agenda([third.entryId])).rejects.toThrow('路灯');
    await agenda([first.entryId, second.entryId]);
    const shown = (await call('meetings.show', { entryId }, keeper)) as { items: AgendaItem[] };
    expect(shown.items.map(({ code }) => code)).toEqual([first.code, second.code]);

    const pack = (await call('meetings.pack', { entryId, format: 'docx' }, keeper)) as {
      name: string;
      bytes: Uint8Array;
    };
    expect(pack.name).toBe('第一次项目会办会材料.docx');
    const read = await readFile(pack.name, pack.bytes, { layOutText });
    const text = JSON.stringify(read);
    for (const words of ['指标不足', '征拆遗留', '电池材料一期（在建阶段）', '已历20天', '陈主任'])
      expect(text).toContain(words);
    const pdf = (await call('meetings.pack', { entryId, format: 'pdf' }, keeper)) as { bytes: Uint8Array };
    expect(Buffer.from(pdf.bytes.subarray(0, 5)).toString()).toBe('%PDF-');

    const evidence = [await keepNote(call, keeper)];
    const decision = {
      problem: first.entryId,
      seen: first.revision,
      decision: '年内调剂指标',
      assigned: 'qingchuan.ghk',
    };
    const stray = { ...decision, problem: third.entryId };
    const decide = (decisions: readonly object[]) => call('meetings.decide', { entryId, decisions, evidence }, keeper);
    await expect(decide([stray])).rejects.toMatchObject({ code: 'invalid-input' });
    await decide([decision]);
    const back = (await call(
      'ledgers.show',
      { ledger: 'problems', entryId: first.entryId },
      keeper,
    )) as LedgerEntryShown;
    expect(back.entry).toMatchObject({ stage: 'decided', calledPath: 'qingchuan.ghk', evidence });
    expect(back.entry.data.session).toBe('年内调剂指标');
    expect(back.events.at(-1)).toMatchObject({ action: 'decide', reason: `第一次项目会办会（${session.code}）` });
    await expect(decide([decision])).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(call('meetings.show', { entryId }, stranger)).rejects.toMatchObject({ code: 'not-found' });
  }),
);

test(
  'sessions held count towards the two of the year, planned ones do not',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { first, session } = await beforeSession(call);
    const agreed = (await call(
      'meetings.agenda',
      { entryId: session.entryId, revision: session.revision, problems: [first.entryId] },
      keeper,
    )) as LedgerEntryShown;
    const input = { ledger: 'sessions', entryId: session.entryId, revision: agreed.entry.revision, action: 'hold' };
    await call('ledgers.act', { ...input, data: { present: '发改局、自然资源局' } }, keeper);
    const { count } = (await call('meetings.candidates', {}, keeper)) as { count: object };
    expect(count).toEqual({ period: '2026', done: 1, times: 2, state: 'short' });
  }),
);
