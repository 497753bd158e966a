import type { Reader } from '../../core/database.ts';
import type { Context } from '../../core/implement.ts';
import { type Figure, figuresOf, type OfficialDocument } from '../../core/publication/document.ts';
import { sourceKey } from '../../core/publication/freeze.ts';
import { indicatorById } from '../indicators/catalog/index.ts';
import { originOperations } from '../indicators/origin-operations.ts';
import { parentOf } from '../people/unit.ts';
import type { About } from './bulletin.ts';
import { type ParksPlace, type Place, placeOf, type RollupPlace } from './figure-source.ts';
import { dueOf, projectsOf, reportsOf } from './monthly.service.ts';
import { dueQuantity } from './monthly.ts';
import { lastDayOf } from './monthly-data.ts';
import { projectTexts } from './monthly-projects.ts';
import { printed, quantitiesOf } from './quantities.ts';

type Reading = Context<Reader>;
type Texts = Map<string, string | null>;

interface Placed<P extends Place> {
  readonly figure: Figure;
  readonly place: P;
}
const ofKind = <K extends Place['kind']>(figures: readonly Placed<Place>[], ...kinds: readonly K[]) =>
  figures.filter((each): each is Placed<Extract<Place, { kind: K }>> => kinds.includes(each.place.kind as K));

/** The unit whose figures are asked for, and whether the figure is its own or of one below it. */
const unitOver = ({ unitPath, depth }: RollupPlace): string =>
  depth === 0 ? unitPath : (parentOf(unitPath) ?? unitPath);

/** Figures that come out of one question to the roll-ups, by that question. */
function questions(figures: readonly Placed<RollupPlace | ParksPlace>[], about: About | null) {
  const parks = about?.parks ?? null;
  return Map.groupBy(figures, ({ place }) => {
    const over =
      place.kind === 'rollup' ? { by: 'unit', unitPath: unitOver(place) } : { by: 'park', unitPath: about?.unitPath };
    return JSON.stringify({
      ...over,
      period: place.period,
      industry: place.industry,
      parkIds: place.kind === 'parks' ? parks?.ids?.join(',') : undefined,
    });
  });
}

async function rollupTexts(
  { ask }: Reading,
  figures: readonly Placed<RollupPlace | ParksPlace>[],
  about: About | null,
  texts: Texts,
) {
  for (const [question, asked] of questions(figures, about)) {
    const indicatorIds = [...new Set(asked.map(({ place }) => place.indicatorId))].filter((id) =>
      indicatorById.has(id),
    );
    const answer = await ask(originOperations['rollups.ranking'], {
      ...JSON.parse(question),
      indicatorIds: indicatorIds.join(','),
    });
    for (const { figure, place } of asked) {
      const depth = place.kind === 'rollup' ? place.depth : place.parkId === null ? 0 : 1;
      const subject = place.kind === 'rollup' ? place.unitPath : place.parkId;
      const row = (depth === 0 ? answer.own : answer.rows).find(
        ({ subjectId, indicatorId }) => indicatorId === place.indicatorId && (depth === 0 || subjectId === subject),
      );
      const indicator = indicatorById.get(place.indicatorId);
      const scope = { period: place.period, unit: { path: '', name: '' }, parks: null, industry: null };
      const quantity = row && indicator ? quantitiesOf(scope, row, indicator, depth)[place.measure] : null;
      texts.set(sourceKey(figure.source), quantity === null ? null : printed(quantity));
    }
  }
}

/** Lists are made anew: what is no longer on them is gone. */
async function listTexts(
  context: Reading,
  figures: readonly Placed<Place>[],
  about: About,
  period: string,
  texts: Texts,
) {
  const wish = { ...about, indicatorIds: null };
  const projects = ofKind(figures, 'project', 'projects');
  if (projects.length > 0) {
    const found = await projectsOf(context, period, wish);
    const now = projectTexts(found, lastDayOf(period));
    for (const { figure, place } of projects)
      if (place.on === lastDayOf(period)) texts.set(sourceKey(figure.source), now.get(figure.source.id) ?? null);
  }
  const reports = ofKind(figures, 'reports');
  if (reports.length > 0) {
    const found = await reportsOf(context, period, wish);
    for (const { figure, place } of reports)
      texts.set(sourceKey(figure.source), found === null ? null : String(found.counts[place.what]));
  }
}

/** What the figures of a document read today; those that nobody can look up are left out. */
export async function currentFigures(
  context: Reading,
  document: OfficialDocument,
  about: About | null,
  period: string | null,
): Promise<Texts> {
  const texts: Texts = new Map();
  const placed = figuresOf(document).flatMap(({ figure }): Placed<Place>[] => {
    const place = figure.source.kind === 'observation' ? null : placeOf(figure.source);
    return place === null ? [] : [{ figure, place }];
  });
  await rollupTexts(context, ofKind(placed, 'rollup', 'parks'), about, texts);
  if (about !== null && period !== null) await listTexts(context, placed, about, period, texts);
  for (const { figure, place } of ofKind(placed, 'calendar'))
    texts.set(sourceKey(figure.source), printed(dueQuantity({ due: dueOf(place.period), period: place.period })));
  return texts;
}
