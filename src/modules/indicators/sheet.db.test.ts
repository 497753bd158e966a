import { expect, test } from 'vitest';
import type * as z from 'zod';
import { appOn, leader } from '../../../test/app.ts';
import { rolledBack } from '../../../test/rolled-back.ts';
import type { Actor } from '../../core/implement.ts';
import { readRows } from '../../platform/files/rows.ts';
import { sheets } from '../../platform/files/sheets.ts';
import { businessPermissions } from '../people/roles.ts';
import { indicatorById } from './catalog/index.ts';
import type { figureSheetOperations } from './sheet-operations.ts';

const officer: Actor = { ...leader, id: 'o1', name: '周平', permissions: businessPermissions };
type Answer = z.output<(typeof figureSheetOperations)['observations.import-sheet']['output']>;

test(
  'a template comes back filled: previewed cell by cell, written, and only then a figure; what nobody filled is told',
  rolledBack(async (database, owner) => {
    const call = await appOn(database, owner);
    const { name, bytes } = (await call('observations.template', { period: '2026-09' }, officer)) as {
      name: string;
      bytes: Uint8Array;
    };
    const rows = (await readRows(name, bytes)).map((row) => [...row]);
    const at = (id: string) => rows.findIndex((row) => row[1] === indicatorById.get(id)?.label.zh);
    const value = (rows[0] ?? []).indexOf('数值');
    (rows[at('industry.profit')] as string[])[value] = '12.5';
    (rows[at('economy.tax-total')] as string[])[value] = '很多';
    const filled = await sheets.writeXlsx('数据', rows);
    const send = (mode: string) =>
      call('observations.import-sheet', { name, bytes: filled, mode }, officer) as Promise<Answer>;

    const preview = await send('preview');
    expect(preview).toMatchObject({ rows: 2, added: 1, changed: 0, refused: 1, blank: rows.length - 3 });
    expect(preview.refusals).toMatchObject([{ row: at('economy.tax-total') + 1, column: '数值', cell: '很多' }]);
    const figures = () => call('observations.figures', { period: '2026-09' }, officer);
    expect(await figures()).toMatchObject({ figures: [] });

    expect(await send('import')).toMatchObject({ mode: 'import', added: 1, refused: 1 });
    expect(await figures()).toMatchObject({ figures: [{ indicatorId: 'industry.profit' }] });
    expect(await send('preview')).toMatchObject({ added: 0, changed: 1, same: 1 });
  }),
);
