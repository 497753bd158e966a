import { keepPreviousData, type QueryKey, useMutation, useQuery } from '@tanstack/react-query';
import type * as z from 'zod';
import type { Operation } from '../core/operation.ts';
import { perform } from './client.ts';

export const keyOf = <Op extends Operation>(operation: Op, input: z.input<Op['input']>): QueryKey => [
  operation.route,
  input,
];

interface UseOptions {
  readonly enabled?: boolean;
  /** Shows the last answer until that to another input is there. */
  readonly keepsLast?: boolean;
}

/** Reads through a declared operation and keeps the answer; renaming a field of it breaks the page at compile time. */
export const useOperation = <Op extends Operation>(
  operation: Op,
  input: z.input<Op['input']>,
  { keepsLast = false, ...options }: UseOptions = {},
) =>
  useQuery<z.output<Op['output']>>({
    queryKey: keyOf(operation, input),
    queryFn: ({ signal }) => perform(operation, input, { signal }),
    ...(keepsLast && { placeholderData: keepPreviousData as never }),
    ...options,
  });

/** Writes through a declared operation. The caller decides what a refusal means; nothing is retried by itself. */
export const useAction = <Op extends Operation>(operation: Op) =>
  useMutation<z.output<Op['output']>, unknown, z.input<Op['input']>>({
    mutationFn: (input) => perform(operation, input),
    networkMode: 'always',
  });
