import {
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  useLocation,
  useNavigate,
  useParams,
  useSearch,
} from '@tanstack/react-router';
import { type MouseEvent, type ReactNode, useCallback } from 'react';
import type { Page } from './page.ts';

/** The routes that the list of pages declares, inside one frame. */
export function createPageRouter(pages: readonly Page[], frame: (content: ReactNode) => ReactNode, lost: ReactNode) {
  const root = createRootRoute({ component: () => frame(<Outlet />), notFoundComponent: () => lost });
  const routes = pages.map(({ path, render }) =>
    createRoute({ getParentRoute: () => root, path: path as '/', component: () => render() }),
  );
  return createRouter({ routeTree: root.addChildren(routes) });
}

type Search = Readonly<Record<string, string | undefined>>;

/** Moves to another page. The list of pages is data, so paths are text here. */
export function useGo() {
  const navigate = useNavigate();
  return useCallback(
    (path: string, search: Search = {}, options: { readonly replace?: boolean } = {}) =>
      void navigate({ to: path as '/', search: search as never, ...options }),
    [navigate],
  );
}

export function useParam(name: string): string {
  const params = useParams({ strict: false }) as Record<string, string | undefined>;
  const value = params[name];
  if (value === undefined) throw new Error(`the route of this page has no parameter ${name}`);
  return value;
}

export const useSearchParams = (): Search => useSearch({ strict: false });

export const usePath = (): string => useLocation().pathname;

interface LinkProps {
  readonly to: string;
  readonly search?: Search;
  readonly children: ReactNode;
  readonly className?: string;
  readonly current?: boolean;
}

/** A real link (it can be opened in a new tab) that stays inside the page otherwise. */
export function PageLink({ to, search = {}, children, className, current }: LinkProps) {
  const go = useGo();
  const query = new URLSearchParams(Object.entries(search).filter((entry): entry is [string, string] => !!entry[1]));
  const follow = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    go(to, search);
  };
  const href = query.size > 0 ? `${to}?${query}` : to;
  return (
    <a href={href} onClick={follow} className={className} aria-current={current ? 'page' : undefined}>
      {children}
    </a>
  );
}
