import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useRef } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import type { ProjectStage } from '../../projects/lifecycle.ts';
import { projectStages } from '../../projects/register.ts';
import { CardSlot, slotHeight } from './project-card.tsx';
import { sayMoney } from './show.ts';
import type { BoardData } from './use-board.ts';
import { useCards, useRest } from './use-cards.ts';

const words = {
  sums: { zh: '{count} 个 · {money}', en: '{count} · {money}' },
  none: { zh: '暂无项目', en: 'No projects' },
} satisfies Record<string, Label>;

interface Props {
  readonly data: BoardData;
  readonly stage: ProjectStage;
  readonly count: number;
  readonly investment: string;
}

/** The cards of a stage: only those in view are drawn, and only those that somebody stops at are asked for. */
function Cards({ data, stage, count }: Omit<Props, 'investment'>) {
  const { say } = useLanguage();
  const scroller = useRef<HTMLUListElement>(null);
  const [pages, onView] = useRest();
  const cards = useCards({ filter: data.filter, stage, pages, first: data.first.get(stage) ?? [] });
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => slotHeight,
    overscan: 3,
  });
  const items = virtual.getVirtualItems();
  const [top, bottom] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0];
  useEffect(() => onView(top, bottom), [top, bottom, onView]);
  return (
    <ul
      ref={scroller}
      tabIndex={count > 5 ? 0 : undefined}
      aria-label={say(projectStages[stage])}
      style={{ '--all': `${count * slotHeight}px` } as CSSProperties}
    >
      {items.map(({ index, start }) => {
        const card = cards.get(index);
        return (
          <CardSlot
            key={index}
            card={card}
            place={index + 1}
            count={count}
            top={start}
            owner={card && data.ownerOf(card)}
            lamp={card && data.lampOf(card.id)}
          />
        );
      })}
    </ul>
  );
}

/** One stage with how many and how much. */
export function BoardColumn({ data, stage, count, investment }: Props) {
  const { say } = useLanguage();
  return (
    <section className={count === 0 ? 'board-column is-empty' : 'board-column'} aria-label={say(projectStages[stage])}>
      <h3>
        {say(projectStages[stage])}
        {count > 0 && <span className="quiet">{say(words.sums, { count, money: sayMoney(investment) })}</span>}
      </h3>
      {count === 0 ? (
        <p className="quiet board-none">{say(words.none)}</p>
      ) : (
        <Cards data={data} stage={stage} count={count} />
      )}
    </section>
  );
}
