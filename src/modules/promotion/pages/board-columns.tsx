import { Decimal } from 'decimal.js';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { batches, type ProjectStage } from '../../projects/lifecycle.ts';
import { BoardColumn } from './board-column.tsx';
import { sayMoney } from './show.ts';
import type { BoardData } from './use-board.ts';

const words = {
  board: { zh: '项目看板', en: 'Board' },
  sums: { zh: '{count} 个 · {money}', en: '{count} · {money}' },
} satisfies Record<string, Label>;

/** 四个一批: the stages side by side, with how many and how much. */
export function BoardColumns({ data }: { data: BoardData }) {
  const { say } = useLanguage();
  const sumOf = (ids: readonly ProjectStage[]) => {
    const own = data.stages.filter(({ stage }) => ids.includes(stage));
    const money = own.reduce((sum, { investment }) => sum.plus(investment), new Decimal(0)).toFixed();
    return { count: own.reduce((sum, { count }) => sum + count, 0), money: sayMoney(money) };
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, also by keys
    <section className="board" aria-label={say(words.board)} tabIndex={0}>
      {Object.entries(batches).map(([id, { label, stages: own }]) => (
        <section key={id} className={`board-batch board-batch-${id}`} aria-label={say(label)}>
          <h2>
            {say(label)} <small>{say(words.sums, sumOf(own))}</small>
          </h2>
          <div className="board-columns">
            {data.stages
              .filter(({ stage }) => (own as readonly ProjectStage[]).includes(stage))
              .map((stage) => (
                <BoardColumn key={stage.stage} data={data} {...stage} />
              ))}
          </div>
        </section>
      ))}
    </section>
  );
}
