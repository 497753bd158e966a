import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { perform } from '../../../web/client.ts';
import { keyOf } from '../../../web/use-operation.ts';
import { type BoardCard, boardOperations } from '../../projects/board-operations.ts';
import type { ProjectStage } from '../../projects/lifecycle.ts';
import type { BoardFilter } from './board-filter.tsx';

/** Projects of one question to the server. */
export const cardsAtOnce = 50;

/** Scrolling past asks for nothing: only where it comes to rest. */
const restMs = 120;

/** The pages in view once it has come to rest, and how to say which places are in view. */
export function useRest() {
  const [rested, setRested] = useState<readonly number[]>([0]);
  const [onView] = useState(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let seen = '0 0';
    return (first: number, last: number) => {
      const pages = [first, Math.max(first, last)].map((place) => Math.floor(place / cardsAtOnce));
      if (pages.join(' ') === seen) return;
      seen = pages.join(' ');
      clearTimeout(timer);
      timer = setTimeout(() => setRested([...new Set(pages)]), restMs);
    };
  });
  return [rested, onView] as const;
}

const operation = boardOperations['delivery.cards'];

interface Asked {
  readonly filter: BoardFilter;
  /** One column; left out, all of the projects in their order. */
  readonly stage?: ProjectStage;
  readonly pages: readonly number[];
  /** The first page, where it is known already. */
  readonly first?: readonly BoardCard[];
}

/** Cards by their place, as far as they have been asked for. */
export function useCards({ filter, stage, pages, first }: Asked): ReadonlyMap<number, BoardCard> {
  const asked = first === undefined ? pages : pages.filter((page) => page > 0);
  const input = (page: number) => ({
    ...filter,
    ...(stage !== undefined && { stage }),
    offset: page * cardsAtOnce,
    limit: cardsAtOnce,
  });
  const answers = useQueries({
    queries: asked.map((page) => ({
      queryKey: keyOf(operation, input(page)),
      queryFn: ({ signal }: { signal: AbortSignal }) => perform(operation, input(page), { signal }),
    })),
  });
  const places = new Map(first?.map((card, place) => [place, card]));
  answers.forEach(({ data }, i) => {
    data?.cards.forEach((card, place) => {
      places.set((asked[i] ?? 0) * cardsAtOnce + place, card);
    });
  });
  return places;
}
