import { implement, type Service } from '../../core/implement.ts';
import { type Drawn, type DrawOrder, draw, type Sha256 } from '../../core/ledger/draw.ts';
import type { Ledger } from '../../core/ledger/ledger.ts';
import { Problem } from '../../core/problem.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import { desksOf } from './desk.service.ts';
import { drawOperations } from './draw-operations.ts';
import { actOnEntry, addEntry, loadEntry } from './entries.service.ts';

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0);

/** “周平：乙厂”: the inspector, then the object. */
function conflictOf(words: string): DrawOrder['conflicts'][number] {
  const [inspector = '', object = ''] = words.split(/[:：]/).map((part) => part.trim());
  if (inspector === '' || object === '')
    throw new Problem('invalid-input', {
      count: 1,
      issues: `回避“${words}”: 写作“检查人员：检查对象” (write inspector：object)`,
    });
  return { inspector, object };
}

const orderOf = (data: Readonly<Record<string, unknown>>, seed: string): DrawOrder => ({
  seed,
  objects: listOf(data.objects),
  inspectors: listOf(data.inspectors),
  conflicts: listOf(data.conflicts).map(conflictOf),
  count: numberOf(data.draws),
  perObject: numberOf(data.each),
});

const written = (drawn: readonly Drawn[]): string =>
  drawn.map(({ object, inspectors }) => `${object}：${inspectors.join('、')}`).join('\n');

export function drawService(ledgers: readonly Ledger[], tools: RegisterTools, sha256: Sha256): Service {
  const desks = desksOf(ledgers, tools);
  const [checks, visits] = [desks.at('random-checks'), desks.at('random-visits')];
  return implement(drawOperations, {
    'draws.make': async (context, { entryId, revision, seed }) => {
      const { data, unitPath, code } = await loadEntry(context, checks.ledger, entryId);
      const { digest, drawn } = draw(sha256, orderOf(data, seed));
      const step = { entryId, revision, action: 'draw', reason: null, evidence: [] };
      const filled = { seed, digest, result: written(drawn) };
      const shown = await actOnEntry(context, checks, { ...step, data: filled }, 'draw');
      const common = { check: code, drawnOn: context.today, checkBy: shown.entry.dueOn };
      for (const { object, inspectors } of drawn)
        await addEntry(
          context,
          visits,
          {
            name: object,
            unitPath,
            data: { ...common, object, inspectors: [...inspectors] },
            reason: null,
            evidence: [],
          },
          'draw',
        );
      return shown;
    },

    'draws.verify': async (context, { entryId }) => {
      const { data } = await loadEntry(context, checks.ledger, entryId);
      const { seed, digest, result } = data;
      if (typeof seed !== 'string' || typeof digest !== 'string')
        return { seed: null, digest: null, drawn: [], isSame: null };
      const again = draw(sha256, orderOf(data, seed));
      return {
        seed,
        digest: again.digest,
        drawn: again.drawn.map(({ object, inspectors }) => ({ object, inspectors: [...inspectors] })),
        isSame: again.digest === digest && written(again.drawn) === result,
      };
    },
  });
}
