import * as z from 'zod';
import { Day } from '../../core/day.ts';
import { Bytes, defineOperation } from '../../core/operation.ts';
import { Unit, UnitCode, UnitKind, UnitPath } from './unit.ts';
import { ImportedRow } from './unit-import.ts';

const Name = z.string().trim().min(1).max(100);
const ShortName = z.string().trim().min(1).max(40).nullable().default(null);
const RegionCode = z
  .string()
  .regex(/^\d{6}$/, { error: '行政区划代码为 6 位数字 (a region code has six digits)' })
  .nullable()
  .default(null);

/** `true` writes; anything else only says what would happen. */
export const Apply = z
  .enum(['true', 'false'])
  .default('false')
  .transform((text) => text === 'true');

export const Tally = {
  read: z.int(),
  added: z.int(),
  changed: z.int(),
  same: z.int(),
  refused: z.int(),
  isApplied: z.boolean(),
};

export const unitOperations = {
  'units.list': defineOperation({
    summary: { zh: '单位（某日）', en: 'Units as of a day' },
    route: 'GET /units',
    permission: 'unit.read',
    input: z.object({ on: Day.optional() }),
    output: z.object({ on: Day, units: z.array(Unit) }),
  }),

  'units.above': defineOperation({
    summary: { zh: '本级以上各级单位', en: 'The units above the own ones, up to the top' },
    route: 'GET /units-above',
    permission: 'unit.read',
    input: z.object({ on: Day.optional() }),
    output: z.object({ on: Day, units: z.array(Unit) }),
  }),

  'units.around': defineOperation({
    summary: { zh: '可以请来共同办理的单位', en: 'Units that can be called upon: the own ones and those around them' },
    route: 'GET /units-around',
    permission: 'unit.read',
    input: z.object({ on: Day.optional() }),
    output: z.object({ on: Day, units: z.array(Unit) }),
  }),

  'units.show': defineOperation({
    summary: { zh: '单位及其历次名称', en: 'A unit with its names through time' },
    route: 'GET /units/:unitPath',
    permission: 'unit.read',
    input: z.object({ unitPath: UnitPath }),
    output: Unit.extend({
      names: z.array(
        z.object({ name: z.string(), shortName: z.string().nullable(), validFrom: Day, validTo: Day.nullable() }),
      ),
    }),
  }),

  'units.add': defineOperation({
    summary: { zh: '增设单位', en: 'Add a unit' },
    route: 'POST /units',
    permission: 'unit.write',
    input: z.object({
      parentPath: UnitPath,
      code: UnitCode,
      kind: UnitKind,
      name: Name,
      shortName: ShortName,
      regionCode: RegionCode,
      since: Day,
      /** Whether it owns rows of data by itself; by kind unless said. */
      ownsRows: z.boolean().optional(),
    }),
    output: Unit,
  }),

  'units.rename': defineOperation({
    summary: { zh: '单位更名（保留旧名）', en: 'Rename a unit, keeping its earlier names' },
    route: 'POST /units/:unitPath/name',
    permission: 'unit.write',
    input: z.object({ unitPath: UnitPath, name: Name, shortName: ShortName, from: Day }),
    output: Unit,
  }),

  'units.end': defineOperation({
    summary: { zh: '撤销单位（可指定承接单位）', en: 'End a unit, with its successor' },
    route: 'POST /units/:unitPath/end',
    permission: 'unit.write',
    input: z.object({ unitPath: UnitPath, until: Day, successor: UnitPath.nullable().default(null) }),
    output: Unit,
  }),

  'units.import': defineOperation({
    summary: { zh: '从 Excel 或 CSV 导入单位（先预览）', en: 'Import units from Excel or CSV, with a preview first' },
    route: 'POST /units/import',
    permission: 'unit.write',
    takes: 'bytes',
    input: z.object({ name: z.string().min(1).max(255), bytes: Bytes, apply: Apply }),
    output: z.object({ ...Tally, rows: z.array(ImportedRow) }),
  }),
};
