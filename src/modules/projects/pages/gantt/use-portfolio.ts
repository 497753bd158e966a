import { useQueries } from '@tanstack/react-query';
import type { Day } from '../../../../core/day.ts';
import { perform } from '../../../../web/client.ts';
import { keyOf, useOperation } from '../../../../web/use-operation.ts';
import { nodeOperations, type PortfolioRow } from '../../nodes-operations.ts';

/** Rows of one question to the server. */
export const rowsAtOnce = 100;

interface Window {
  readonly from: Day;
  readonly to: Day;
  readonly search: string;
}

const operation = nodeOperations['nodes.portfolio'];

/** Rows by their place, as far as they have been asked for: the first, and those that somebody scrolled to. */
export function usePortfolio({ from, to, search }: Window, pages: readonly number[]) {
  const ask = (page: number) => ({
    from,
    to,
    offset: page * rowsAtOnce,
    limit: rowsAtOnce,
    ...(search !== '' && { search }),
  });
  const first = useOperation(operation, ask(0), { keepsLast: true });
  const asked = pages.filter((page) => page > 0);
  const further = useQueries({
    queries: asked.map((page) => ({
      queryKey: keyOf(operation, ask(page)),
      queryFn: ({ signal }: { signal: AbortSignal }) => perform(operation, ask(page), { signal }),
    })),
  });
  const answers = [first.data, ...further.map(({ data }) => data)];
  const rows = new Map<number, PortfolioRow>();
  [0, ...asked].forEach((page, i) => {
    answers[i]?.rows.forEach((row, place) => {
      rows.set(page * rowsAtOnce + place, row);
    });
  });
  return { total: first.data?.total, today: first.data?.today, rows, error: first.error, refetch: first.refetch };
}
