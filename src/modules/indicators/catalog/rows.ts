import type * as z from 'zod';
import { Indicator } from '../indicator.ts';

type Given = z.input<typeof Indicator>;

/** Columns of a theme: who keeps it and whose definition it is. */
interface Theme {
  readonly department: string;
  readonly owner: string;
  readonly source: string;
  readonly since?: string;
}

interface Row extends Partial<Omit<Given, 'label' | 'editions'>> {
  readonly id: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: string;
  /** 口径, in both languages. */
  readonly is: readonly [zh: string, en: string];
  readonly source?: string;
}

const moneyUnits = /^[十百千万亿]*元$/;

/** What most have in common: a flow reported cumulatively, more is better, money kept in 元. */
export const theme = ({ department, owner, source, since = '2016' }: Theme, rows: readonly Row[]): Indicator[] =>
  rows.map(({ zh, en, is, source: own = source, ...row }) =>
    Indicator.parse({
      base: moneyUnits.test(row.unit) ? '元' : row.unit,
      decimals: 0,
      direction: 'more',
      aggregation: 'sum',
      accumulation: row.aggregation === 'last' ? 'single' : 'cumulative',
      department,
      owner,
      label: { zh, en },
      editions: [{ since, definition: { zh: is[0], en: is[1] }, source: own }],
      ...row,
    } satisfies Given),
  );
