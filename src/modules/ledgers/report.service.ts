import { isUnmet, type Measure, type MeasureStanding, measuresOf } from '../../core/ledger/measure.ts';
import { Problem } from '../../core/problem.ts';
import { isWithin } from '../people/unit.ts';
import { answersIn, type Desk, type Reading, sheetData } from './desk.service.ts';
import { titleOf } from './documents.ts';
import type { LedgerReport, MeasureLine } from './operations.ts';
import * as store from './store.ts';

/** More entries than this of one ledger are not counted; an office has some thousands. */
const mostCounted = 100_000;

interface Asked {
  readonly unitPath?: string | undefined;
  /** A day of the periods that are asked for; left out, today. */
  readonly on?: string | undefined;
}

interface Told {
  readonly unitPath: string;
  readonly measure: Measure;
  readonly standing: MeasureStanding;
}

/** The unit that is asked for, and those below it that follow a document by a decision of their own. */
async function subjectsOf({ db }: Reading, unitPath: string, { ledger }: Desk) {
  const own = answersIn(await store.listAnswers(db, unitPath), ledger.id);
  const below = (await store.listAnswersBelow(db, unitPath)).filter(
    (row) => row.ledger === ledger.id && row.choice.startsWith('adopt-'),
  );
  const subjects = [{ unitPath, answers: own, adopted: null as ReadonlySet<string> | null }];
  for (const [path, rows] of Map.groupBy(below, (row) => row.unitPath)) {
    const answers = answersIn(await store.listAnswers(db, path), ledger.id);
    subjects.push({ unitPath: path, answers, adopted: new Set(rows.map(({ choice }) => choice)) });
  }
  return subjects;
}

/** Every measure of a ledger, for the unit asked for and for those below that have adopted one. */
async function toldOf(context: Reading, desk: Desk, entries: readonly store.EntryRow[], asked: Asked): Promise<Told[]> {
  const { actor, today } = context;
  const { unitPath = actor.unitPath, on = today } = asked;
  const subjects = await subjectsOf(context, unitPath, desk);
  const told = subjects.flatMap(({ unitPath: subject, answers, adopted }) => {
    const own = entries.filter((row) => isWithin([subject], row.unitPath));
    return measuresOf(desk.ledger, own, { today, on, answers }).flatMap((standing): Told[] => {
      const measure = desk.ledger.measures.find(({ id }) => id === standing.measure);
      const isOwn = adopted === null || adopted.has(`adopt-${standing.measure}`);
      return measure === undefined || !isOwn ? [] : [{ unitPath: subject, measure, standing }];
    });
  });
  // Whoever has nothing adopted is told so, unless somebody below has.
  const adoptedBelow = new Set(told.filter((each) => each.unitPath !== unitPath).map(({ measure }) => measure.id));
  return told.filter(({ standing, measure }) => standing.state !== 'not-adopted' || !adoptedBelow.has(measure.id));
}

const entriesOf = ({ db, actor, today }: Reading, desk: Desk, { unitPath }: Asked) =>
  store.listEntries(
    db,
    actor.scope,
    { ledger: desk.ledger.id, unitPath, today },
    { limit: mostCounted, order: 'newest' },
  );

async function linesOf(context: Reading, desk: Desk, asked: Asked): Promise<MeasureLine[]> {
  const { ledger, kit } = desk;
  if (ledger.measures.length === 0) return [];
  const entries = await entriesOf(context, desk, asked);
  const names = await kit.namesIn(context, entries.map(sheetData), context.today);
  const told = await toldOf(context, desk, entries, asked);
  return told.map(({ unitPath, measure, standing }) => {
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
  const lines: MeasureLine[] = [];
  for (const desk of desks) lines.push(...(await linesOf(context, desk, asked)));
  return lines.filter(({ state }) => isUnmet(state));
}

/** 台账报告. Of each ledger what is due, overdue and finished, and every measure with its state. */
export async function reportOf(context: Reading, desks: readonly Desk[], asked: Asked) {
  const { db, actor, today } = context;
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
      measures: await linesOf(context, desk, asked),
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
