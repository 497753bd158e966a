import * as z from 'zod';
import { Day } from '../../core/day.ts';
import type { Label } from '../../core/text.ts';
import { dayOf, rowsOf } from './sheet.ts';
import { isWithin, parentOf, type Unit, type UnitKind, UnitPath, unitKinds } from './unit.ts';

export const unitColumns = {
  path: ['路径', '单位路径', '单位代码', 'path', 'unit path'],
  name: ['名称', '单位名称', 'name'],
  shortName: ['简称', 'short name'],
  kind: ['种类', '类别', 'kind'],
  regionCode: ['区划代码', '行政区划代码', 'region code'],
  since: ['设立日期', '设立', 'since'],
} as const;

const Note = z.object({ zh: z.string(), en: z.string() });

export const ImportedRow = z.object({
  row: z.int(),
  id: z.string(),
  outcome: z.enum(['added', 'changed', 'same', 'refused']),
  notes: z.array(Note),
});
export type ImportedRow = z.infer<typeof ImportedRow>;

export interface UnitStep {
  readonly row: ImportedRow;
  readonly add?: Omit<Unit, 'tenantId'>;
  readonly rename?: Pick<Unit, 'unitPath' | 'name' | 'shortName'> & { readonly from: string };
}

const kindOf = (text: string): UnitKind | undefined =>
  (Object.keys(unitKinds) as UnitKind[]).find(
    (kind) =>
      kind === text.toLowerCase() || unitKinds[kind].label.zh === text || `${unitKinds[kind].label.zh}单位` === text,
  );

interface Known {
  readonly scope: readonly string[];
  readonly today: string;
  readonly units: ReadonlyMap<string, Unit>;
}

type Cells = Readonly<Record<keyof typeof unitColumns, string>>;

function stepOf(cells: Cells, { scope, today, units }: Known): Omit<UnitStep, 'row'> & { notes: Label[] } {
  const notes: Label[] = [];
  const refuse = (column: keyof typeof unitColumns, zh: string, en: string) => {
    notes.push({ zh: `${unitColumns[column][0]}：${zh}`, en: `${column}: ${en}` });
  };
  const { path, name, regionCode } = cells;
  const kind = kindOf(cells.kind);
  const since = cells.since === '' ? today : dayOf(cells.since);
  const shortName = cells.shortName === '' ? null : cells.shortName;
  if (!UnitPath.safeParse(path).success) refuse('path', '不是由点连接的代码', 'not codes joined by dots');
  else if (!isWithin(scope, path)) refuse('path', '不在您管理的范围内', 'outside of what you administer');
  if (name === '' || name.length > 100) refuse('name', '须有 1–100 字', 'needs 1–100 characters');
  if (since === null || !Day.safeParse(since).success) refuse('since', '不是日期', 'not a day');
  if (regionCode !== '' && !/^\d{6}$/.test(regionCode)) refuse('regionCode', '须为 6 位数字', 'needs 6 digits');
  const known = units.get(path);
  if (known === undefined) {
    const parent = parentOf(path);
    if (kind === undefined)
      refuse(
        'kind',
        `须为${Object.values(unitKinds)
          .map(({ label }) => label.zh)
          .join('、')}之一`,
        `one of ${Object.keys(unitKinds).join(', ')}`,
      );
    if (parent === null || !units.has(parent)) refuse('path', '上级单位不存在', 'there is no unit above it');
    if (notes.length > 0 || kind === undefined || since === null) return { notes };
    const code = regionCode === '' ? null : regionCode;
    return {
      notes,
      add: { unitPath: path, kind, regionCode: code, name, shortName, since, until: null, successor: null },
    };
  }
  if (kind !== undefined && kind !== known.kind)
    refuse('kind', '与已有的不同，种类不能改', 'differs; a kind never changes');
  if (regionCode !== '' && regionCode !== known.regionCode)
    refuse('regionCode', '与已有的不同', 'differs from what is known');
  const isRenamed = name !== known.name || (shortName !== null && shortName !== known.shortName);
  if (notes.length > 0 || !isRenamed) return { notes };
  return { notes, rename: { unitPath: path, name, shortName: shortName ?? known.shortName, from: today } };
}

/** What an import would do, row by row. Rows may stand in any order as long as the unit above is there or in the file. */
export function planUnitImport(
  rows: readonly (readonly string[])[],
  known: Known,
): { steps: readonly UnitStep[]; issues: readonly Label[] } {
  const { rows: data, issues } = rowsOf(rows, unitColumns, ['path', 'name', 'kind']);
  if (issues.length > 0) return { steps: [], issues };
  const units = new Map(known.units);
  const seen = new Map<string, number>();
  const depth = (path: string) => path.split('.').length;
  const steps = data
    .toSorted((a, b) => depth(a.cells.path) - depth(b.cells.path) || a.row - b.row)
    .map(({ row, cells }): UnitStep => {
      const earlier = seen.get(cells.path);
      seen.set(cells.path, row);
      if (earlier !== undefined) {
        const notes = [{ zh: `路径：与第 ${earlier} 行重复`, en: `path: the same as in row ${earlier}` }];
        return { row: { row, id: cells.path, outcome: 'refused', notes } };
      }
      const { notes, add, rename } = stepOf(cells, { ...known, units });
      if (add !== undefined) units.set(add.unitPath, { ...add, tenantId: '' });
      const outcome = notes.length > 0 ? 'refused' : add ? 'added' : rename ? 'changed' : 'same';
      return { row: { row, id: cells.path, outcome, notes }, ...(add && { add }), ...(rename && { rename }) };
    });
  return { steps, issues };
}

export const tally = (rows: readonly ImportedRow[]) => {
  const count = (outcome: ImportedRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  return {
    read: rows.length,
    added: count('added'),
    changed: count('changed'),
    same: count('same'),
    refused: count('refused'),
  };
};
