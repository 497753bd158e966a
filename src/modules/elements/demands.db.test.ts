import { describe, expect, test } from 'vitest';
import { appOn, planner } from '../../../test/app.ts';
import { addProject, asks, begin, clerk, dispatcher, line } from '../../../test/elements.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { ImportAnswer } from '../../core/register/answers.ts';
import { readRows } from '../../platform/files/rows.ts';
import { writeXlsx } from '../../platform/files/xlsx-writer.ts';
import type { Suggestion } from './demand-operations.ts';
import type { DemandView } from './shapes.ts';

describe('demands', () => {
  test(
    'follow from promises when a person accepts them, once, and name the fact',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const id = await addProject(call, '电池材料一期', '500000000', planner);
      const promises = [
        { measure: 'land', typed: '100', unit: '亩', source: { kind: 'document', document: '规划', line: 12 } },
        { measure: 'jobs', typed: '300', unit: '人', source: { kind: 'document', document: '规划', line: 12 } },
      ];
      await call('promises.add', { projectId: id, promises }, dispatcher);
      const suggestions = async () =>
        ((await call('element-demands.suggest', { projectId: id }, clerk)) as { suggestions: Suggestion[] })
          .suggestions;
      const [land, labour] = await suggestions();
      expect([land, labour]).toMatchObject([
        { element: 'land', quantity: '100', from: '2026-11', isTaken: false },
        { element: 'labour', quantity: '300', to: null },
      ]);
      const accepted = (await call('element-demands.accept', { projectId: id, keys: [land?.key] }, clerk)) as {
        demands: DemandView[];
      };
      expect(accepted.demands[0]?.source).toMatchObject({
        kind: 'promise',
        said: { zh: expect.stringMatching(/100.*《规划》第 12 行/) },
      });
      expect((await suggestions()).map(({ isTaken }) => isTaken)).toEqual([true, false]);
      await expect(call('element-demands.accept', { projectId: id, keys: [land?.key] }, clerk)).rejects.toMatchObject({
        code: 'already-there',
      });
    }),
  );

  test(
    'are changed and withdrawn with a reason; an amount of something else is refused with the way to write it',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const id = await addProject(call, '电池材料一期', '500000000', planner);
      await expect(asks(call, id, [line('100', '2026-03', { unit: '人' })])).rejects.toThrow(/100 亩/);
      await expect(asks(call, id, [line('0')])).rejects.toMatchObject({ code: 'element-amount' });
      const flow = { element: 'energy', from: '2026-05', to: '2026-04', typed: '9', unit: '吨标准煤' };
      await expect(asks(call, id, [flow])).rejects.toMatchObject({ code: 'invalid-input' });
      const [demand] = await asks(call, id, [line('20')]);
      const changed = (await call(
        'element-demands.change',
        { id: demand?.id, revision: 1, line: line('2', '2026-04', { unit: '公顷' }), reason: '一期扩大' },
        clerk,
      )) as DemandView;
      expect(changed).toMatchObject({ quantity: '30', from: '2026-04', typed: '2', unit: '公顷' });
      await call('element-demands.withdraw', { id: demand?.id, revision: 2, reason: '改租厂房' }, clerk);
      expect(await call('element-demands.list', { projectId: id }, clerk)).toEqual({ demands: [] });
      expect(await call('element-demands.list', { projectId: id, all: 'true' }, clerk)).toMatchObject({
        demands: [{ isWithdrawn: true, reason: '改租厂房' }],
      });
    }),
  );
});

describe('spreadsheets', () => {
  test(
    'of two lines that together pass down more than there is, the second is refused, and the first is written',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      const { quota } = await begin(call);
      const line = (typed: string, number: string) => [
        '',
        number,
        '用地',
        '2026',
        typed,
        '亩',
        quota.id,
        '',
        planner.unitPath,
      ];
      const heads = ['编号', '依据文号', '要素', '时期', '数量', '计量单位', '上级指标编号', '说明', '归属单位'];
      const elsewhere = line('1', '11号').with(8, 'cn.99');
      const bytes = await writeXlsx([{ name: '表', rows: [heads, line('100', '9号'), line('51', '10号'), elsewhere] }]);
      const take = (apply: string) =>
        call('element-quotas.import', { name: '下达.xlsx', bytes, apply }, dispatcher) as Promise<ImportAnswer>;
      expect(await take('false')).toMatchObject({ added: 2, refused: 1 });
      const answer = await take('true');
      expect(answer).toMatchObject({ added: 1, refused: 2 });
      expect(
        answer.rows.filter(({ outcome }) => outcome === 'refused').map(({ name, issues }) => [name, issues[0]?.field]),
      ).toEqual([
        ['10号', 'quantity'],
        ['11号', 'unitPath'],
      ]);
      expect(await call('element-quotas.list', {}, planner)).toMatchObject({
        quotas: [{ number: '9号', quantity: '100' }],
      });
    }),
  );

  test(
    'demands and quotas go out and come back; a file is previewed before it is written',
    rolledBack(async (database, owner) => {
      const call = await appOn(database, owner);
      await begin(call);
      for (const noun of ['element-demands', 'element-quotas']) {
        const file = (await call(`${noun}.export`, {}, dispatcher)) as { name: string; bytes: Uint8Array };
        const take = (apply: string, bytes = file.bytes) =>
          call(`${noun}.import`, { name: file.name, bytes, apply }, dispatcher) as Promise<ImportAnswer>;
        const same = await take('true');
        expect([noun, same.read, same.same, same.refused]).toEqual([noun, same.read, same.read, 0]);
        expect(same.read).toBeGreaterThan(0);
        const grid = (await readRows(file.name, file.bytes)).map((row) => [...row]);
        const heads = grid[0] as string[];
        const at = (head: string) => heads.indexOf(head);
        (grid[1] as string[])[at('数量')] = '155';
        const fresh = grid[1]?.map((cell, i) => (i === 0 ? '' : i === at('数量') ? '7' : cell)) as string[];
        const wrong = fresh.map((cell, i) => (i === at('计量单位') ? '人' : cell));
        const bytes = await writeXlsx([{ name: '表', rows: [...grid, fresh, wrong] }]);
        const preview = await take('false', bytes);
        expect(preview).toMatchObject({ isApplied: false, added: 1, changed: 1, refused: 1 });
        expect(preview.rows[0]?.issues[0]).toMatchObject({ field: 'quantity' });
        expect(await take('true', bytes)).toMatchObject({ isApplied: true, added: 1, changed: 1, refused: 1 });
        const again = (await call(`${noun}.export`, { format: 'csv' }, dispatcher)) as { bytes: Uint8Array };
        const text = new TextDecoder().decode(again.bytes);
        expect(text).toContain('155');
        expect(text).not.toContain(',人,');
      }
    }),
  );
});

test(
  'who is short of what, and from when, is one list',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { big, small } = await begin(call);
    await asks(call, big, [{ element: 'labour', from: '2026-05', typed: '300', unit: '人' }]);
    const { short } = (await call('elements.short', {}, dispatcher)) as {
      short: { element: string; month: string; project: { id: string } }[];
    };
    expect(short.map(({ element, month, project }) => [element, month, project.id])).toEqual([
      ['land', '2026-03', big],
      ['labour', '2026-05', big],
      ['land', '2026-07', small],
    ]);
  }),
);
