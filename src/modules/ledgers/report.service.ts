import { adoptionOf, isUnmet, type Measure, type MeasureStanding, measuresOf } from '../../core/ledger/measure.ts';
import { Problem } from '../../core/problem.ts';
import { isWithin } from '../people/unit.ts';
import { answersIn, type Desk, type Reading, sheetData } from './desk.service.ts';
import { titleOf } from './documents.ts';
import type { LedgerReport, MeasureLine } from './report-shapes.ts';
import * as store from './store.ts';

/** More entries than this of one ledger are not counted; an office has some thousands. */
const mostCounted = 100_000;

interface Asked {
  readonly unitPath?: string | undefined;
  /** A day of the periods that are asked for; left out, today. */
  readonly on?: string | undefined;
}

interface Days {
  readonly today: string;
  readonly on: string;
}

interface Told {
  readonly unitPath: string;
  readonly measure: Measure;
  readonly standing: MeasureStanding;
}

/** What was decided at the unit that is asked for and below it, read once for all ledgers. */
async function decidedAt({ db, actor }: Reading, { unitPath = actor.unitPath }: Asked) {
  const own = await store.listAnswers(db, unitPath);
  const below = (await store.listAnswersBelow(db, unitPath)).filter(({ choice }) => choice.startsWith(adoptionOf('')));
  const at = new Map([[unitPath, own]]);
  for (const path of new Set(below.map((row) => row.unitPath))) at.set(path, await store.listAnswers(db, path));
  return { unitPath, at, below };
}
type Decided = Awaited<ReturnType<typeof decidedAt>>;

/** Every measure of a ledger, for the unit asked for and for those below that have adopted one by themselves. */
function toldOf({ ledger }: Desk, entries: readonly store.EntryRow[], decided: Decided, days: Days): Told[] {
  const told = [...decided.at].flatMap(([subject, rows]) => {
    const own = entries.filter((row) => isWithin([subject], row.unitPath));
    const hasAdopted = (measure: string) =>
      decided.below.some(
        (row) => row.unitPath === subject && row.ledger === ledger.id && row.choice === adoptionOf(measure),
      );
    return measuresOf(ledger, own, { ...days, answers: answersIn(rows, ledger.id) }).flatMap((standing): Told[] => {
      const measure = ledger.measures.find(({ id }) => id === standing.measure);
      const isAsked = subject === decided.unitPath || hasAdopted(standing.measure);
      return measure === undefined || !isAsked ? [] : [{ unitPath: subject, measure, standing }];
    });
  });
  // Whoever has nothing adopted is told so, unless somebody below has.
  const adoptedBelow = new Set(
    told.filter(({ unitPath }) => unitPath !== decided.unitPath).map(({ measure }) => measure.id),
  );
  return told.filter(({ standing, measure }) => standing.state !== 'not-adopted' || !adoptedBelow.has(measure.id));
}

const entriesOf = ({ db, actor, today }: Reading, desk: Desk, { unitPath }: Asked) =>
  store.listEntries(
    db,
    actor.scope,
    { ledger: desk.ledger.id, unitPath, today },
    { limit: mostCounted, order: 'newest' },
  );

async function linesOf(context: Reading, desk: Desk, asked: Asked, decided: Decided): Promise<MeasureLine[]> {
  const { ledger, kit } = desk;
  if (ledger.measures.length === 0) return [];
  const { today } = context;
  const entries = await entriesOf(context, desk, asked);
  const names = entries.length === 0 ? {} : await kit.namesIn(context, entries.map(sheetData), today);
  return toldOf(desk, entries, decided, { today, on: asked.on ?? today }).map(({ unitPath, measure, standing }) => {
    const { of, working, until, measure: id, ...said } = standing;
    const { label, unit, target, set, per } = measure;
    const word = ledger.fields.find((field) => field.id === per)?.kind.choices?.[of ?? ''];
    return {
      ...said,
      ...{ ledger: ledger.id, measure: id, label, unitPath, of, unit },
      ofName: of === null ? null : (word?.zh ?? names[of] ?? of),
      is: target?.is ?? null,
      set: set === undefined ? null : { ...set, years: [...set.years], title: titleOf(set.document), until },
      counted: working.counted.length,
      among: working.among.length,
      without: working.without.length,
    };
  });
}

/** What is not met, of some ledgers: for the list of what is due. */
export async function unmetOf(context: Reading, desks: readonly Desk[], asked: Asked): Promise<MeasureLine[]> {
  const decided = await decidedAt(context, asked);
  const lines: MeasureLine[] = [];
  for (const desk of desks) lines.push(...(await linesOf(context, desk, asked, decided)));
  return lines.filter(({ state }) => isUnmet(state));
}

/** 台账报告. Of each ledger what is due, overdue and finished, and every measure with its state. */
export async function reportOf(context: Reading, desks: readonly Desk[], asked: Asked) {
  const { db, actor, today } = context;
  const decided = await decidedAt(context, asked);
  const counts = Map.groupBy(
    await store.countEntries(db, actor.scope, { unitPath: asked.unitPath, today }),
    ({ ledger }) => ledger,
  );
  const ledgers: LedgerReport[] = [];
  for (const desk of desks) {
    const rows = counts.get(desk.ledger.id) ?? [];
    const sum = (some: typeof rows) => some.reduce((all, { total }) => all + total, 0);
    const open = rows.filter(({ isFinal }) => !isFinal);
    const overdue = rows.reduce((all, row) => all + row.overdue, 0);
    ledgers.push({
      ...{ ledger: desk.ledger.id, label: desk.ledger.label, total: sum(rows), open: sum(open), overdue },
      due: rows.reduce((all, row) => all + row.due, 0),
      fulfilled: sum(rows.filter(({ isFinal }) => isFinal)),
      measures: await linesOf(context, desk, asked, decided),
    });
  }
  const unmet = ledgers.flatMap(({ measures }) => measures).filter(({ state }) => isUnmet(state)).length;
  return { on: asked.on ?? today, ledgers, unmet };
}

interface Behind extends Asked {
  readonly measure: string;
  readonly part: 'counted' | 'among' | 'without';
  readonly of?: string | undefined;
}

/** The entries behind a number: every figure of the report opens them. */
export async function entriesBehind(context: Reading, desk: Desk, asked: Behind): Promise<readonly string[]> {
  const { unitPath = context.actor.unitPath, on = context.today, measure: id, part, of = null } = asked;
  const { ledger } = desk;
  if (ledger.measures.every((each) => each.id !== id)) throw new Problem('not-found', { kind: '统计 measure', id });
  const own = (await entriesOf(context, desk, asked)).filter((row) => isWithin([unitPath], row.unitPath));
  const answers = answersIn(await store.listAnswers(context.db, unitPath), ledger.id);
  const standing = measuresOf(ledger, own, { today: context.today, on, answers }).find(
    (each) => each.measure === id && each.of === of,
  );
  return standing?.working[part] ?? [];
}
