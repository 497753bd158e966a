import { implement, type Service } from '../../core/implement.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import { unitOperations } from '../people/unit-operations.ts';
import { catalog, indicatorById } from './catalog/index.ts';
import { indicatorOperations } from './operations.ts';
import { linesOfSheet, templateRows } from './sheet-lines.ts';
import { figureSheetOperations } from './sheet-operations.ts';

/** Figures by spreadsheet: the same import as that of a file of lines, with the checks of the same place. */
export const figureSheetService = (tools: Pick<RegisterTools, 'readRows' | 'writeXlsx'>): Service =>
  implement(figureSheetOperations, {
    'observations.template': async ({ ask, actor }, { unitPath = actor.unitPath, period }) => {
      const { units } = await ask(unitOperations['units.list'], {});
      const { figures } = await ask(indicatorOperations['observations.figures'], { unitPath, period });
      const given = figures.flatMap(({ indicatorId }) => indicatorById.get(indicatorId) ?? []);
      const name = units.find((unit) => unit.unitPath === unitPath)?.name ?? unitPath;
      const rows = templateRows(name, period, given.length > 0 ? given : catalog);
      return {
        name: `${name} ${period}.xlsx`,
        mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        bytes: await tools.writeXlsx('数据', rows),
      };
    },

    'observations.import-sheet': async ({ ask, tell }, { name, bytes, ...rest }) => {
      const { units } = await ask(unitOperations['units.list'], {});
      const byName = Map.groupBy(units, (unit) => unit.name);
      const pathOf = (text: string) => {
        const called = byName.get(text.trim()) ?? [];
        return called.length === 1 ? (called[0]?.unitPath ?? null) : null;
      };
      const { text, blank } = linesOfSheet(await tools.readRows(name, bytes), pathOf);
      const answer = await tell(indicatorOperations['observations.import'], {
        ...rest,
        name,
        bytes: new TextEncoder().encode(text),
      });
      return { ...answer, blank };
    },
  });
