import { useQueryClient } from '@tanstack/react-query';
import { createContext, useCallback, useContext } from 'react';
import type * as z from 'zod';
import type { Operation } from '../../../core/operation.ts';
import { perform } from '../../../web/client.ts';
import { useMay } from '../../../web/session.ts';
import type { Delivery } from '../../projects/delivery-operations.ts';

/** The project that a panel is about. */
export const ProjectContext = createContext<Delivery | null>(null);

export function useProject(): Delivery {
  const project = useContext(ProjectContext);
  if (project === null) throw new Error('a panel stands outside a project');
  return project;
}

/** Performs a write, and has everything on the page read anew: one step moves lamps, promises and blocks at once. */
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

export const useMayMove = (): boolean => useMay('project.move');
