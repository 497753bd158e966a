import { useCallback, useMemo } from 'react';
import { useOperation } from '../../../web/use-operation.ts';
import { type BoardCard, deliveryOperations } from '../../projects/delivery-operations.ts';
import type { ProjectStage } from '../../projects/lifecycle.ts';
import { projectStages } from '../../projects/register.ts';
import { type LampLevel, moneyOperations } from '../money-operations.ts';
import type { BoardFilter } from './board-filter.tsx';
import { useRecordNames, useUnitName } from './names.ts';

const order = Object.keys(projectStages) as ProjectStage[];

/** Everything that the board and the list show of the projects that fit. */
export function useBoard(filter: BoardFilter, limit: number) {
  const { data, error, refetch } = useOperation(
    deliveryOperations['delivery.board'],
    { ...filter, limit },
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
  const byStage = useMemo(() => Map.groupBy(data?.cards ?? [], ({ stage }) => stage), [data]);
  const inOrder = useMemo(() => order.flatMap((stage) => byStage.get(stage) ?? []), [byStage]);
  const ownerOf = useCallback(
    ({ ownerId, unitPath }: BoardCard) => owners.get(ownerId ?? '') ?? unitName(unitPath),
    [owners, unitName],
  );
  const lampOf = useCallback((id: string) => levels.get(id), [levels]);
  const stages = data?.stages ?? [];
  const total = stages.reduce((sum, { count }) => sum + count, 0);
  return { isReady: data !== undefined, error, refetch, stages, byStage, inOrder, total, ownerOf, lampOf, unitName };
}
export type BoardData = ReturnType<typeof useBoard>;
