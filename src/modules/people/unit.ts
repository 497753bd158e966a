import * as z from 'zod';
import { Day } from '../../core/day.ts';
import type { Label } from '../../core/text.ts';

/** Kinds of units; those that own rows of data by themselves are tenants unless said otherwise. */
export const unitKinds = {
  country: { label: { zh: '国家', en: 'Country' }, ownsRows: true },
  province: { label: { zh: '省级', en: 'Province' }, ownsRows: true },
  city: { label: { zh: '市级', en: 'City' }, ownsRows: true },
  county: { label: { zh: '县级', en: 'County' }, ownsRows: true },
  zone: { label: { zh: '开发区', en: 'Zone' }, ownsRows: true },
  department: { label: { zh: '部门', en: 'Department' }, ownsRows: false },
  enterprise: { label: { zh: '企业', en: 'Enterprise' }, ownsRows: false },
} as const satisfies Record<string, { label: Label; ownsRows: boolean }>;

export type UnitKind = keyof typeof unitKinds;
export const UnitKind = z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]);

const code = '[a-z0-9_]{1,40}';

/** One step of a path: a code of GB/T 2260, or a short word of one's own. */
export const UnitCode = z.string().regex(new RegExp(`^${code}$`), {
  error: '单位代码只用小写字母、数字和下划线 (a unit code has small letters, digits and underscores)',
});

/** 单位路径: stable codes from the top down, joined by dots. */
export const UnitPath = z
  .string()
  .max(500)
  .regex(new RegExp(`^${code}(\\.${code})*$`), {
    error: '单位路径是由点连接的代码 (a unit path is codes joined by dots)',
  });
export type UnitPath = z.infer<typeof UnitPath>;

export const Unit = z.object({
  unitPath: z.string(),
  tenantId: z.string(),
  kind: UnitKind,
  regionCode: z.string().nullable(),
  name: z.string(),
  shortName: z.string().nullable(),
  since: Day,
  until: Day.nullable(),
  successor: z.string().nullable(),
});
export type Unit = z.infer<typeof Unit>;

export const parentOf = (path: string): string | null => {
  const dot = path.lastIndexOf('.');
  return dot === -1 ? null : path.slice(0, dot);
};

/** The units above, from the nearest up. */
export function ancestorsOf(path: string): readonly string[] {
  const parent = parentOf(path);
  return parent === null ? [] : [parent, ...ancestorsOf(parent)];
}

/** Whether a unit lies at or below one of the units of a scope. */
export const isWithin = (scope: readonly string[], path: string): boolean =>
  scope.some((top) => path === top || path.startsWith(`${top}.`));

/** A unit exists on the days from `since` up to, but not on, `until`. */
export const existsOn = ({ since, until }: Pick<Unit, 'since' | 'until'>, day: Day): boolean =>
  since <= day && (until === null || day < until);
