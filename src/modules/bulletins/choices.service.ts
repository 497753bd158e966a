import type * as z from 'zod';
import type { Reader } from '../../core/database.ts';
import type { Context } from '../../core/implement.ts';
import { indicatorById } from '../indicators/catalog/index.ts';
import { originOperations } from '../indicators/origin-operations.ts';
import { industryNames } from '../parks/industry-code.ts';
import { parkOperations } from '../parks/operations.ts';
import { isWithin, parentOf } from '../people/unit.ts';
import { unitOperations } from '../people/unit-operations.ts';
import { lastDayOf } from './monthly-data.ts';
import type { bulletinOperations } from './operations.ts';

type Asked = z.output<(typeof bulletinOperations)['bulletins.choices']['input']>;

/** As many as a page of headlines holds; the others are a choice. */
const mostDefault = 8;

/** What a new bulletin can be about: the units of the scope, what has figures in the period, the parks of then. */
export async function choicesOf(
  { ask, actor }: Context<Reader>,
  { period, unitPath = actor.unitPath, industry }: Asked,
) {
  const on = lastDayOf(period);
  const { units } = await ask(unitOperations['units.list'], { on });
  const parents = new Set(units.map((unit) => parentOf(unit.unitPath)));
  const isChoice = (path: string) => isWithin(actor.scope, path) && (parents.has(path) || path === actor.unitPath);
  const narrowed = industry ? { industry } : {};
  const { own } = await ask(originOperations['rollups.ranking'], { period, unitPath, first: 0, ...narrowed });
  const ofParks = await ask(originOperations['rollups.ranking'], {
    period,
    unitPath,
    by: 'park',
    first: 0,
    ...narrowed,
  });
  const known = [...own, ...ofParks.own].filter((row) => row.known > 0).map(({ indicatorId }) => indicatorId);
  const inOrder = [...indicatorById.values()].filter(({ id }) => known.includes(id));
  const { rows } = await ask(parkOperations['parks.list'], { on, under: unitPath, limit: 2000 });
  return {
    unitPath,
    units: units
      .filter((unit) => isChoice(unit.unitPath))
      .map((unit) => ({ unitPath: unit.unitPath, name: unit.name })),
    indicators: inOrder.map(({ id, label, unit }, i) => ({ id, name: label.zh, unit, isDefault: i < mostDefault })),
    parks: rows.map(({ id, data }) => ({ id, name: data.name, level: (data.level as string | null) ?? null })),
    industries: [...industryNames].filter(([code]) => code.length <= 2).map(([code, name]) => ({ code, name })),
  };
}
