import { Button } from 'antd';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { batches } from '../../projects/lifecycle.ts';
import { projectStages } from '../../projects/register.ts';
import { ProjectCardView } from './project-card.tsx';
import type { BoardData } from './use-board.ts';

const words = {
  more: { zh: '显示更多', en: 'More' },
  count: { zh: '{count} 个', en: '{count}' },
} satisfies Record<string, Label>;

/** On a phone: one list, stage after stage. */
export function BoardPhone({ data, onMore }: { data: BoardData; onMore: () => void }) {
  const { say } = useLanguage();
  const { stages, byStage, inOrder, total, ownerOf, lampOf } = data;
  const filled = Object.values(batches)
    .flatMap(({ stages: own }) => [...own])
    .filter((stage) => byStage.has(stage));
  return (
    <div className="board-phone">
      {filled.map((stage) => (
        <details key={stage} open={filled.length < 4 || stage === filled[0]}>
          <summary>
            {say(projectStages[stage])}{' '}
            <span className="quiet">
              {say(words.count, { count: stages.find((each) => each.stage === stage)?.count ?? 0 })}
            </span>
          </summary>
          <ul>
            {byStage.get(stage)?.map((card) => (
              <ProjectCardView key={card.id} card={card} owner={ownerOf(card)} lamp={lampOf(card.id)} />
            ))}
          </ul>
        </details>
      ))}
      {inOrder.length < total && (
        <Button block onClick={onMore}>
          {say(words.more)}
        </Button>
      )}
    </div>
  );
}
