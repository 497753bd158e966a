/** Calls in a random world, judged with each guard and without. */
import type { Kysely } from 'kysely';
import { declaredOperations } from '../../src/app/app.ts';
import type { Database } from '../../src/core/database.ts';
import type { Actor } from '../../src/core/implement.ts';
import { isRead } from '../../src/core/operation.ts';
import type { Tables } from '../../src/core/tables.ts';
import { isWithin } from '../../src/modules/people/unit.ts';
import type { Dice } from '../generated/random.ts';
import type { TableShape } from './catalogue.ts';
import { bagOf, inputFor } from './inputs.ts';
import {
  type Digest,
  digestOutside,
  type Outcome,
  outcomeOf,
  referredIds,
  removeOutside,
  revealed,
  seenBy,
  textOf,
} from './leaks.ts';
import { doorOn, dropPolicies, type ScopedCall, type SetUp, say, setUps, unfiltered } from './set-ups.ts';
import { actorFor, isBounded } from './tree.ts';
import { makeWorld, newUuid, plantWorld, type World } from './world.ts';

export interface Case {
  readonly operationId: string;
  readonly input: unknown;
  readonly isValid: boolean;
}

/** Something that a call in a set-up let out or changed. */
export interface Leak {
  readonly setUp: SetUp;
  readonly operationId: string;
  readonly how: 'reveals' | 'differs' | 'changes';
  readonly what: string;
  readonly seed: number;
  readonly scope: readonly string[];
  readonly input: string;
}

export interface Judged {
  readonly cases: readonly Case[];
  readonly leaks: readonly Leak[];
  /** What each case came to with both guards on. */
  readonly outcomes: readonly Outcome[];
}

/**
 * The chain of the audit is one for each tenant, sealed and compared past the policies: whoever verifies it is told how
 * long it is, and nothing of rows outside of the scope but that they are broken.
 */
const pastPolicies: ReadonlySet<string> = new Set(['audits.verify']);

/** Kept outside of the rows: a backup goes on in a process of its own, and how far one's own reading is stays in memory. */
const isElsewhere = (operationId: string): boolean =>
  operationId.startsWith('backups.') || operationId === 'readings.progress';

const everything: ReadonlySet<string> = new Set(Object.values(declaredOperations).map(({ permission }) => permission));

const nounOf = (operationId: string): string => {
  const [plural = ''] = operationId.split('.');
  const noun = plural.replaceAll('-', '_').replace(/s$/, '');
  return { comparison: 'plan', reading: 'plan', figure: 'observation' }[noun] ?? noun;
};

/** A row in reach, one of the same tenant, or any. */
function unitFor(dice: Dice, { tree }: World, { scope, tenantId }: Actor): string {
  const within = tree.units.filter(({ path }) => isWithin(scope, path));
  const near = tree.units.filter((unit) => unit.tenantId === tenantId);
  return dice.pick(dice.pick([within, within, near, tree.units])).path;
}

function drawCase(dice: Dice, world: World, actor: Actor, operationId: string): Case {
  const operation = declaredOperations[operationId];
  if (operation === undefined) throw new Error(`no operation ${operationId}`);
  const unit = unitFor(dice, world, actor);
  const noun = dice.chance(0.9) ? nounOf(operationId) : dice.pick(world.rows).table;
  const bag = bagOf(world, noun, unit, dice.int(0, 1), dice);
  return { operationId, ...inputFor(operation, { dice, world, operationId, bag, isAttack: dice.chance(0.35) }) };
}

interface Bench {
  readonly database: Database;
  readonly owner: Kysely<Tables>;
  readonly shapes: readonly TableShape[];
}

interface Attempt extends Outcome {
  readonly hasChanged: boolean;
}

/** The call, whose writes are looked at and taken back. */
async function attempt(
  { owner }: Bench,
  call: ScopedCall,
  { operationId, input }: Case,
  actor: Actor,
  standing: readonly string[],
  digest?: Digest & { readonly before: string },
): Promise<Attempt> {
  const operation = declaredOperations[operationId];
  const run = () => outcomeOf(call(operationId, input, actor, standing));
  if (operation === undefined || isRead(operation)) return { ...(await run()), hasChanged: false };
  await say(owner, 'savepoint attempt');
  const outcome = await run();
  const hasChanged = digest !== undefined && outcome.kind === 'answered' && (await digest.take()) !== digest.before;
  await say(owner, 'rollback to savepoint attempt; release savepoint attempt');
  return { ...outcome, hasChanged };
}

/** One world, one person, some operations: in the world as it is, and in the one that has nothing else. */
export async function judge(
  bench: Bench,
  dice: Dice,
  seed: number,
  operationIds: readonly string[],
  among: readonly SetUp[],
): Promise<Judged> {
  const { database, owner, shapes } = bench;
  const world = makeWorld(dice, shapes);
  const sessionId = newUuid(dice);
  const actors = world.tree.people.map((person) => actorFor(world.tree, person, sessionId, everything));
  const actor = dice.pick(actors.filter((each) => isBounded(world.tree, each)));
  await plantWorld(owner, world, shapes);
  const cases = operationIds.map((id) => drawCase(dice, world, actor, id));
  const call = doorOn(database, owner);
  const sees = seenBy(world, actor.scope, actor.id);
  const referred = referredIds(world, sees);
  const leaks: Leak[] = [];
  const outcomes: Outcome[] = [];

  const actorIn = (hasFilter: boolean): Actor => (hasFilter ? actor : unfiltered(actor));
  const runAll = async (hasFilter: boolean) => {
    const results: Attempt[] = [];
    for (const each of cases) results.push(await attempt(bench, call, each, actorIn(hasFilter), actor.scope));
    return results;
  };
  await say(owner, 'savepoint world');
  await removeOutside(owner, shapes, actor.scope);
  const alone = { filtered: await runAll(true), unfiltered: await runAll(false) };
  await say(owner, 'rollback to savepoint world');

  for (const setUp of among) {
    const { hasFilter, hasPolicies } = setUps[setUp];
    const onlyTenantRows = !hasFilter;
    const outside = await digestOutside(owner, shapes, { scope: actor.scope, actorId: actor.id, onlyTenantRows });
    const digest = { ...outside, before: await outside.take() };
    if (!hasPolicies) await dropPolicies(owner, shapes);
    for (const [i, each] of cases.entries()) {
      const operation = declaredOperations[each.operationId];
      const outcome = await attempt(bench, call, each, actorIn(hasFilter), actor.scope, digest);
      if (setUp === 'both') outcomes.push(outcome);
      const said = await textOf(each.input);
      const note = (how: Leak['how'], what: string) =>
        leaks.push({
          setUp,
          operationId: each.operationId,
          how,
          what,
          seed,
          scope: actor.scope,
          input: said.slice(0, 2000),
        });
      const isPastPolicies = pastPolicies.has(each.operationId);
      if (isPastPolicies && !hasFilter) continue;
      for (const what of revealed(outcome, said, { world, sees, referred, onlyTenantRows })) note('reveals', what);
      const expected = alone[hasFilter ? 'filtered' : 'unfiltered'][i] as Attempt;
      const isSame =
        outcome.kind === expected.kind && (operation?.shows === 'secret' || outcome.text === expected.text);
      if (!isSame && !isPastPolicies && !isElsewhere(each.operationId))
        note(
          'differs',
          `${outcome.kind} ${outcome.text.slice(0, 600)}\n    instead of ${expected.kind} ${expected.text.slice(0, 600)}`,
        );
      if (outcome.hasChanged && !isPastPolicies) note('changes', 'rows outside of the scope');
    }
    if (!hasPolicies) await say(owner, 'rollback to savepoint world');
    await outside.forget();
  }
  return { cases, leaks, outcomes };
}
