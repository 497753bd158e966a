import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { perform } from '../../../web/client.ts';
import { ledgerOperations } from '../operations.ts';
import type { Names } from './show.ts';

export const pageSize = 500;

/** What the list of a ledger was asked for. */
export interface Asked {
  readonly stage?: string;
  readonly search?: string;
  readonly only?: 'open' | 'overdue';
  readonly unitPath?: string;
  readonly field?: string;
  readonly value?: string;
  /** The entries behind a measure. */
  readonly measure?: string;
  readonly part?: 'counted' | 'among' | 'without';
  readonly on?: string;
  readonly of?: string;
}

/** Entries of a ledger, page after page. */
export function useEntries(ledger: string, asked: Asked) {
  const operation = ledgerOperations['ledgers.list'];
  const query = useInfiniteQuery({
    queryKey: [operation.route, ledger, asked],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam, signal }) =>
      perform(
        operation,
        { ledger, ...asked, limit: pageSize, ...(pageParam !== null && { cursor: pageParam }) },
        { signal },
      ),
    getNextPageParam: ({ next }) => next,
  });
  const pages = query.data?.pages;
  const entries = useMemo(() => pages?.flatMap((page) => page.entries) ?? [], [pages]);
  const names = useMemo(() => Object.assign({}, ...(pages?.map((page) => page.names) ?? [])) as Names, [pages]);
  return { query, entries, names, counts: pages?.[0]?.counts ?? {}, total: pages?.[0]?.total ?? 0 };
}
