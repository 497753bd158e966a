import { useCallback, useMemo } from 'react';
import { useOperation } from '../../../web/use-operation.ts';
import { type BoardCard, boardOperations } from '../../projects/board-operations.ts';
import type { ProjectStage } from '../../projects/lifecycle.ts';
import { projectStages } from '../../projects/register.ts';
import { type LampLevel, moneyOperations } from '../money-operations.ts';
import type { BoardFilter } from './board-filter.tsx';
import { useRecordNames, useUnitName } from './names.ts';
import { cardsAtOnce } from './use-cards.ts';

const order = Object.keys(projectStages) as ProjectStage[];

/** What the board and the list show of the projects that fit: how many there are, and the first of each stage. */
export function useBoard(filter: BoardFilter) {
  const { data, error, refetch } = useOperation(
    boardOperations['delivery.board'],
    { ...filter, limit: cardsAtOnce },
    { keepsLast: true },
  );
  // Lamps are a reading of their own: the board does not wait for them.
  const lamps = useOperation(moneyOperations['lamps.portfolio'], { unitPath: filter.unitPath, limit: 20_000 });
  const owners = useRecordNames('enterprises');
  const unitName = useUnitName();
  const levels = useMemo(
    () => new Map<string, LampLevel>(lamps.data?.projects.map(({ id, worst }) => [id, worst])),
    [lamps.data],
  );
  const first = useMemo(() => Map.groupBy(data?.cards ?? [], ({ stage }) => stage), [data]);
  const ownerOf = useCallback(
    ({ ownerId, unitPath }: BoardCard) => owners.get(ownerId ?? '') ?? unitName(unitPath),
    [owners, unitName],
  );
  const lampOf = useCallback((id: string) => levels.get(id), [levels]);
  const stages = useMemo(() => {
    const known = new Map(data?.stages.map((each) => [each.stage, each]));
    return order.map((stage) => known.get(stage) ?? { stage, count: 0, investment: '0' });
  }, [data]);
  const total = stages.reduce((sum, { count }) => sum + count, 0);
  return { isReady: data !== undefined, error, refetch, filter, stages, first, total, ownerOf, lampOf };
}
export type BoardData = ReturnType<typeof useBoard>;
