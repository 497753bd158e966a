import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type * as z from 'zod';
import type { Operation } from '../../../core/operation.ts';
import { perform } from '../../../web/client.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { unitOperations } from '../../people/unit-operations.ts';
import { elementKinds } from '../kind.ts';

/** Performs a write, and has everything on the page read anew: one decision moves balances, orders and lamps. */
export function useWrite() {
  const client = useQueryClient();
  return useCallback(
    async <Op extends Operation>(operation: Op, input: z.input<Op['input']>): Promise<z.output<Op['output']>> => {
      try {
        return await perform(operation, input);
      } finally {
        await client.invalidateQueries();
      }
    },
    [client],
  );
}

export const useUnits = () => useOperation(unitOperations['units.list'], {}).data?.units ?? [];

/** Says a unit by name, or by its path where the name is out of reach. */
export function useUnitName(): (path: string) => string {
  const units = useUnits();
  const names = useMemo(() => new Map(units.map(({ unitPath, name }) => [unitPath, name])), [units]);
  return (path) => names.get(path) ?? path;
}

export const kindOptions = (say: (label: { zh: string; en: string }) => string) =>
  elementKinds.map(({ id, label, unit }) => ({ value: id, label: `${say(label)}（${unit}）` }));
