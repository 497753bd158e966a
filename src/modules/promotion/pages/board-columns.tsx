import { Button } from 'antd';
import { Decimal } from 'decimal.js';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import type { BoardCard } from '../../projects/delivery-operations.ts';
import { batches, type ProjectStage } from '../../projects/lifecycle.ts';
import { projectStages } from '../../projects/register.ts';
import { ProjectCardView } from './project-card.tsx';
import { sayMoney } from './show.ts';
import type { BoardData } from './use-board.ts';

const words = {
  board: { zh: '项目看板', en: 'Board' },
  sums: { zh: '{count} 个 · {money}', en: '{count} · {money}' },
  more: { zh: '还有 {count} 个，继续显示', en: '{count} more' },
  none: { zh: '暂无项目', en: 'No projects' },
} satisfies Record<string, Label>;

interface ColumnProps extends Pick<BoardData, 'ownerOf' | 'lampOf'> {
  readonly stage: ProjectStage;
  readonly cards: readonly BoardCard[];
  readonly count: number;
  readonly investment: string;
  readonly onMore: () => void;
}

function Column({ stage, cards, count, investment, ownerOf, lampOf, onMore }: ColumnProps) {
  const { say } = useLanguage();
  return (
    <section className={count === 0 ? 'board-column is-empty' : 'board-column'} aria-label={say(projectStages[stage])}>
      <h3>
        {say(projectStages[stage])}
        {count > 0 && <span className="quiet">{say(words.sums, { count, money: sayMoney(investment) })}</span>}
      </h3>
      <ul tabIndex={cards.length > 5 ? 0 : undefined} aria-label={say(projectStages[stage])}>
        {cards.map((card) => (
          <ProjectCardView key={card.id} card={card} owner={ownerOf(card)} lamp={lampOf(card.id)} />
        ))}
        {count === 0 && <li className="quiet board-none">{say(words.none)}</li>}
        {count > cards.length && (
          <li>
            <Button type="link" block onClick={onMore}>
              {say(words.more, { count: count - cards.length })}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
}

/** 四个一批: the stages side by side, with how many and how much. */
export function BoardColumns({ data, onMore }: { data: BoardData; onMore: () => void }) {
  const { say } = useLanguage();
  const { stages, byStage, ownerOf, lampOf } = data;
  const sumOf = (ids: readonly ProjectStage[]) => {
    const own = stages.filter(({ stage }) => ids.includes(stage));
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
            {own.map((stage) => (
              <Column
                key={stage}
                stage={stage}
                cards={byStage.get(stage) ?? []}
                count={stages.find((each) => each.stage === stage)?.count ?? 0}
                investment={stages.find((each) => each.stage === stage)?.investment ?? '0'}
                ownerOf={ownerOf}
                lampOf={lampOf}
                onMore={onMore}
              />
            ))}
          </div>
        </section>
      ))}
    </section>
  );
}
