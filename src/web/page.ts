import type { ReactNode } from 'react';
import type { Label } from '../core/text.ts';

/** Where a page stands in the menu when it is not one of the first. */
export const menuGroups = {
  dispatch: { zh: '调度', en: 'Dispatch' },
  plans: { zh: '规划', en: 'Plans' },
  registers: { zh: '登记', en: 'Registers' },
  data: { zh: '数据', en: 'Data' },
  manage: { zh: '管理', en: 'Manage' },
} as const satisfies Record<string, Label>;
export type MenuGroup = keyof typeof menuGroups;

/** One screen. Listed in `app/pages.ts`; the menu, the routes and the permission follow from it. */
export interface Page {
  /** `$name` marks a parameter: `/plans/$planId`. */
  readonly path: `/${string}`;
  readonly title: Label;
  readonly permission: string;
  /** Stands in the menu with this icon; a page without one is reached from others. */
  readonly menu?: { readonly icon: ReactNode; readonly group?: MenuGroup };
  readonly render: () => ReactNode;
}

export const definePage = (page: Page): Page => page;
