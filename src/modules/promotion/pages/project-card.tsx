import { memo } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import type { BoardCard } from '../../projects/board-operations.ts';
import { actions, facts } from '../../projects/lifecycle.ts';
import type { LampLevel } from '../money-operations.ts';
import { Lamp } from './lamp.tsx';
import { daysSince, sayDays, sayMoney } from './show.ts';

const words = {
  lacks: { zh: '{action}还缺：{facts}', en: '{action} needs: {facts}' },
  ready: { zh: '可以办理：{action}', en: 'Ready: {action}' },
  noDays: { zh: '本阶段起始日不详', en: 'since: not known' },
} satisfies Record<string, Label>;

/** What keeps a project from its next step, in one line. */
export function useNextWords(): (card: Pick<BoardCard, 'next' | 'lacks'>) => string {
  const { say, language } = useLanguage();
  return ({ next, lacks }) => {
    if (next === null) return '';
    const action = say(actions[next].label);
    const list = lacks.map((fact) => say(facts[fact])).join(language === 'zh' ? '、' : ', ');
    return lacks.length === 0 ? say(words.ready, { action }) : say(words.lacks, { action, facts: list });
  };
}

interface Props {
  readonly card: BoardCard;
  readonly owner: string;
  readonly lamp: LampLevel | undefined;
}

function Face({ card, owner, lamp }: Props) {
  const { say } = useLanguage();
  const nextWords = useNextWords();
  const days = daysSince(card.since);
  const next = nextWords(card);
  return (
    <>
      <PageLink to={`/delivery/${card.id}`}>{card.name}</PageLink>
      <div className="quiet cut">{owner}</div>
      <div className="board-card-figures">
        <b>{sayMoney(card.investment)}</b>
        {days !== null && <span>{say(sayDays, { days })}</span>}
        {lamp && lamp !== 'unknown' && <Lamp level={lamp} />}
      </div>
      <div className={card.lacks.length > 0 ? 'board-card-lacks' : 'board-card-next'} title={next}>
        {next}
      </div>
    </>
  );
}

/** A card that is as high as its words, as in a list on a phone. */
export const ProjectCardView = memo(function ProjectCardView(props: Props) {
  return (
    <li className="board-card">
      <Face {...props} />
    </li>
  );
});

/** Of one height, the space below it included, so that nobody has to measure ten thousand. */
export const slotHeight = 118;

interface SlotProps {
  readonly card: BoardCard | undefined;
  readonly owner: string | undefined;
  readonly lamp: LampLevel | undefined;
  readonly place: number;
  readonly count: number;
  readonly top: number;
}

/** A card in its place on the board; empty while it is still on its way. */
export const CardSlot = memo(function CardSlot({ card, owner = '', lamp, place, count, top }: SlotProps) {
  return (
    <li
      className="board-card board-slot"
      style={{ transform: `translateY(${top}px)` }}
      aria-posinset={place}
      aria-setsize={count}
    >
      {card ? <Face card={card} owner={owner} lamp={lamp} /> : <span className="quiet">…</span>}
    </li>
  );
});
