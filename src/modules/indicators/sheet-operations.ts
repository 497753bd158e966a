import * as z from 'zod';
import { Bytes, defineOperation, FileAnswer } from '../../core/operation.ts';
import { Period } from '../../core/period.ts';
import { UnitPath } from '../people/unit.ts';
import { indicatorOperations } from './operations.ts';

const imported = indicatorOperations['observations.import'];

export const figureSheetOperations = {
  'observations.template': defineOperation({
    summary: { zh: '下载数据导入模板', en: 'A sheet to fill with figures of a unit and period' },
    route: 'GET /observations/template',
    permission: imported.permission,
    gives: 'file',
    input: z.object({ unitPath: UnitPath.optional(), period: Period }),
    output: FileAnswer,
  }),

  'observations.import-sheet': defineOperation({
    summary: { zh: '导入数据（Excel 或 CSV），先预览', en: 'Import figures from Excel or CSV, with a preview first' },
    route: 'POST /observations/import-sheet',
    permission: imported.permission,
    takes: 'bytes',
    input: imported.input.extend({ bytes: Bytes }),
    /** Rows without a value are told and left alone: those of a template that nobody filled. */
    output: imported.output.extend({ blank: z.int() }),
  }),
};
