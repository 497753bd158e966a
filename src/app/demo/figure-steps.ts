/** Figures that the documents state: what was measured as actual, what is aimed at as plan. */
import { indicatorById } from '../../modules/indicators/catalog/index.ts';
import { type DemoDocument, type DemoFigure, type DemoUnits, demoUnits } from './facts.ts';
import type { ActAt, Adopted } from './register-steps.ts';
import { type Door, fieldPath, zonePath } from './unit-steps.ts';

interface Subject {
  readonly unitPath: string;
  readonly subjectKind: 'unit' | 'park';
  readonly subjectId?: string;
}

/** What the documents call a unit or a park, and which one it is here. */
function subjectsOf(documents: readonly DemoDocument[], units: DemoUnits, names: Names, { parks }: Adopted) {
  const subjects = new Map<string, Subject>();
  for (const [unitPath, name] of names) subjects.set(name, { unitPath, subjectKind: 'unit' });
  for (const [name, { id, unitPath }] of parks) subjects.set(name, { unitPath, subjectKind: 'park', subjectId: id });
  for (const document of documents) {
    for (const park of document.parks)
      if (park.zone !== undefined) subjects.set(park.name, { unitPath: zonePath(document, park), subjectKind: 'unit' });
    for (const { no, name } of document.fields)
      subjects.set(name, { unitPath: fieldPath(units, no), subjectKind: 'unit' });
    if (document.fields.length > 0)
      subjects.set(units.fieldsTotal, { unitPath: units.fieldsUnder, subjectKind: 'unit' });
  }
  return subjects;
}

/** Names of units by their path. */
export type Names = ReadonlyMap<string, string>;

/** Things are counted by many words: what the document counts by 个, the dictionary may count by 件. */
const counters = new Set(['个', '件', '家', '户', '项']);
const unitFor = (indicatorId: string | undefined, unit: string): string => {
  const own = indicatorById.get(indicatorId ?? '')?.unit ?? unit;
  return counters.has(own) && counters.has(unit) ? own : unit;
};

/** “Over 600” is not a measured value; a ratio that was measured follows from its parts. */
export function canStand({ indicator, period = '', kind, is }: DemoFigure): boolean {
  const known = indicatorById.get(indicator ?? '');
  if (known === undefined || !/^\d{4}$/.test(period)) return false;
  return kind === 'target' || (is === undefined && known.aggregation !== 'ratio');
}

export async function recordStated(
  { call }: Door,
  documents: readonly DemoDocument[],
  names: Names,
  adopted: Adopted,
  at: ActAt,
): Promise<{ readonly recorded: number; readonly periods: ReadonlySet<string> }> {
  const subjects = subjectsOf(documents, demoUnits(), names, adopted);
  const periods = new Set<string>();
  let recorded = 0;
  for (const { document, figures } of documents)
    for (const figure of figures) {
      const subject = subjects.get(figure.subject);
      if (subject === undefined || !canStand(figure)) continue;
      const { indicator, period = '', kind, value, unit, line } = figure;
      const said = `${value}${unit}`;
      await call(
        'observations.record',
        {
          ...subject,
          period,
          scenario: kind === 'target' ? 'plan' : 'actual',
          status: 'submitted',
          provenance: { kind: 'document', plan: document.title, line, quote: said },
          values: [{ indicatorId: indicator, typed: value, unit: unitFor(indicator, unit) }],
        },
        at(subject.unitPath),
      );
      periods.add(period);
      recorded++;
    }
  return { recorded, periods };
}
