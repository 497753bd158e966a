import type { LedgerDeclaration } from './ledger.ts';
import type { Among, Measure } from './measure.ts';

type Wrong = string[];

const isField = ({ fields }: LedgerDeclaration, id: string): boolean => fields.some((field) => field.id === id);

function needStage({ stages }: LedgerDeclaration, id: string, where: string, wrong: Wrong): void {
  if (stages[id] === undefined) wrong.push(`${where} names the unknown stage ${id}`);
}

function inActions(ledger: LedgerDeclaration, wrong: Wrong): void {
  const { stages, actions, called } = ledger;
  for (const [id, { from, to, needs = [], by }] of Object.entries(actions)) {
    for (const stage of [...from, to]) needStage(ledger, stage, id, wrong);
    if (from.some((stage) => stages[stage]?.isFinal)) wrong.push(`${id} leads out of a final stage`);
    for (const field of needs) if (!isField(ledger, field)) wrong.push(`${id} needs the unknown field ${field}`);
    if (by === 'called' && called === undefined) wrong.push(`${id} is for a called unit, and there is none`);
  }
}

function inStages(ledger: LedgerDeclaration, wrong: Wrong): void {
  const { stages, actions, first, choices = [] } = ledger;
  for (const [id, { clock, isFinal }] of Object.entries(stages)) {
    if (clock?.from !== undefined && !isField(ledger, clock.from))
      wrong.push(`the clock of ${id} starts from an unknown field`);
    const choice = typeof clock?.days === 'object' ? clock.days.choice : null;
    if (choice !== null && choices.every((each) => each.id !== choice)) wrong.push(`${id} waits for an unknown choice`);
    const isLeft = Object.values(actions).some(({ from }) => from.includes(id));
    if (!isFinal && !isLeft) wrong.push(`nothing leads out of ${id}, which is not final`);
    const isReached = id === first || Object.values(actions).some(({ to }) => to === id);
    if (!isReached) wrong.push(`nothing leads to ${id}`);
  }
}

function inAmong(ledger: LedgerDeclaration, id: string, among: Among | undefined, wrong: Wrong): void {
  const kind = ledger.fields.find((field) => field.id === among?.only?.field)?.kind;
  if (among?.only !== undefined && kind?.choices?.[among.only.is] === undefined)
    wrong.push(`the measure ${id} counts an unknown word`);
  if (among?.above !== undefined && !isField(ledger, among.above.field))
    wrong.push(`the measure ${id} compares an unknown field`);
  for (const stage of among?.stages ?? []) needStage(ledger, stage, id, wrong);
}

function inMeasures(ledger: LedgerDeclaration, wrong: Wrong): void {
  for (const measure of ledger.measures ?? []) {
    const { id, kind, field, on, per, counts, among, target }: Measure = measure;
    const { choices = [] } = ledger;
    const choice = typeof target?.value === 'object' ? target.value.choice : null;
    if (choice !== null && choices.every((each) => each.id !== choice))
      wrong.push(`the measure ${id} waits for an unknown choice`);
    inAmong(ledger, id, counts, wrong);
    inAmong(ledger, id, among, wrong);
    if (kind === 'sum' && field === undefined) wrong.push(`the measure ${id} adds up nothing`);
    if (kind === 'share' && counts === undefined) wrong.push(`the measure ${id} says no part`);
    for (const used of [field, on, per])
      if (used !== undefined && !isField(ledger, used)) wrong.push(`the measure ${id} counts by an unknown field`);
  }
}

function inFields({ fields }: LedgerDeclaration, wrong: Wrong): void {
  const taken = new Set(['name', 'code', 'stage', 'aliases', 'id', 'since', 'unitPath']);
  for (const { id } of fields) {
    if (taken.has(id)) wrong.push(`the field ${id} stands twice or has the name of a column of every ledger`);
    taken.add(id);
  }
}

/** `field:asked`, `field:kind.land` (a word that may be chosen), `stage:open`, `clock:open`, `action:close`, … */
function isPart(ledger: LedgerDeclaration, place: string): boolean {
  const [kind = '', path = ''] = place.split(':');
  const [id = '', word] = path.split('.');
  const field = ledger.fields.find((each) => each.id === id);
  const parts: Readonly<Record<string, boolean>> = {
    field: field !== undefined && (word === undefined || field.kind.choices?.[word] !== undefined),
    stage: ledger.stages[id] !== undefined,
    clock: ledger.stages[id]?.clock !== undefined,
    action: ledger.actions[id] !== undefined,
    choice: (ledger.choices ?? []).some((each) => each.id === id),
    measure: (ledger.measures ?? []).some((each) => each.id === id),
    public: (ledger.publicStages ?? []).length > 0,
  };
  return parts[kind] ?? false;
}

/** In what a declaration contradicts itself, each in a sentence. */
export function mistakesIn(ledger: LedgerDeclaration): readonly string[] {
  const wrong: Wrong = [];
  const { first, publicStages = [], called, place, parameters } = ledger;
  needStage(ledger, first, 'first', wrong);
  for (const id of publicStages) needStage(ledger, id, 'publicStages', wrong);
  inActions(ledger, wrong);
  inStages(ledger, wrong);
  inMeasures(ledger, wrong);
  if (called !== undefined && !isField(ledger, called)) wrong.push('the called unit is an unknown field');
  if (place !== undefined && !isField(ledger, place)) wrong.push('the place is an unknown field');
  inFields(ledger, wrong);
  for (const [words, parts] of Object.entries(parameters))
    for (const part of parts.split(' '))
      if (!isPart(ledger, part)) wrong.push(`“${words}” is used by ${part}, which is not there`);
  return wrong;
}
