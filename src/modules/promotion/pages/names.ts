import { useMemo } from 'react';
import { namesOperation } from '../../../core/register/operations.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { unitOperations } from '../../people/unit-operations.ts';

const nameless = { zh: '', en: '' };

/** Names of the records of a register, by number. */
export function useRecordNames(register: 'parks' | 'enterprises' | 'projects'): ReadonlyMap<string, string> {
  const { data } = useOperation(namesOperation(register, nameless), {});
  return useMemo(() => new Map(data?.known.map(({ id, name }) => [id, name])), [data]);
}

export const useUnits = () => useOperation(unitOperations['units.list'], {}).data?.units ?? [];

/** Units that can be called upon: those beside the own ones as well. */
export const useUnitsAround = () => useOperation(unitOperations['units.around'], {}).data?.units ?? [];

/** Says a unit by name, or by its path where the name is out of reach. */
export function useUnitName(): (path: string) => string {
  const { data } = useOperation(unitOperations['units.around'], {});
  const names = useMemo(() => new Map(data?.units.map(({ unitPath, name }) => [unitPath, name])), [data]);
  return (path) => names.get(path) ?? path;
}
