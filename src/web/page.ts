import type { ReactNode } from 'react';
import type { Label } from '../core/text.ts';

/** One screen. Listed in `app/pages.ts`; the menu, the routes and the permission follow from it. */
export interface Page {
  /** `$name` marks a parameter: `/plans/$planId`. */
  readonly path: `/${string}`;
  readonly title: Label;
  readonly permission: string;
  /** Stands in the menu with this icon; a page without one is reached from others. */
  readonly menu?: { readonly icon: ReactNode };
  readonly render: () => ReactNode;
}

export const definePage = (page: Page): Page => page;
