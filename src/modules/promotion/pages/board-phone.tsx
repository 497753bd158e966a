import { Button } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import type { ProjectStage } from '../../projects/lifecycle.ts';
import { projectStages } from '../../projects/register.ts';
import { ProjectCardView } from './project-card.tsx';
import type { BoardData } from './use-board.ts';
import { useCards } from './use-cards.ts';

const words = {
  more: { zh: '还有 {count} 个，继续显示', en: '{count} more' },
  count: { zh: '{count} 个', en: '{count}' },
} satisfies Record<string, Label>;

interface Props {
  readonly data: BoardData;
  readonly stage: ProjectStage;
  readonly count: number;
}

function Cards({ data, stage, count }: Props) {
  const { say } = useLanguage();
  const [pages, setPages] = useState(1);
  const asked = Array.from({ length: pages }, (_, page) => page);
  const cards = useCards({ filter: data.filter, stage, pages: asked, first: data.first.get(stage) ?? [] });
  return (
    <>
      <ul>
        {[...cards.values()].map((card) => (
          <ProjectCardView key={card.id} card={card} owner={data.ownerOf(card)} lamp={data.lampOf(card.id)} />
        ))}
      </ul>
      {cards.size < count && (
        <Button type="link" block onClick={() => setPages(pages + 1)}>
          {say(words.more, { count: count - cards.size })}
        </Button>
      )}
    </>
  );
}

/** On a phone: one list, stage after stage, each of which is opened and continued by itself. */
export function BoardPhone({ data }: { data: BoardData }) {
  const { say } = useLanguage();
  const filled = data.stages.filter(({ count }) => count > 0);
  const [open, setOpen] = useState<ReadonlySet<ProjectStage>>();
  const isOpen = (stage: ProjectStage, i: number) => open?.has(stage) ?? (filled.length < 4 || i === 0);
  return (
    <div className="board-phone">
      {filled.map(({ stage, count }, i) => (
        <details
          key={stage}
          open={isOpen(stage, i)}
          onToggle={({ currentTarget }) => {
            const now = new Set(filled.filter((each, j) => isOpen(each.stage, j)).map((each) => each.stage));
            if (currentTarget.open === now.has(stage)) return;
            if (currentTarget.open) now.add(stage);
            else now.delete(stage);
            setOpen(now);
          }}
        >
          <summary>
            {say(projectStages[stage])} <span className="quiet">{say(words.count, { count })}</span>
          </summary>
          {isOpen(stage, i) && <Cards data={data} stage={stage} count={count} />}
        </details>
      ))}
    </div>
  );
}
