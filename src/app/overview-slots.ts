import { lazy } from 'react';
import type { FigureOrigin } from '../modules/overview/pages/overview.page.tsx';

/** The module of figures draws where a number of the overview comes from. */
export const OriginOfFigure: FigureOrigin = lazy(async () => ({
  default: (await import('../modules/indicators/pages/rollup-drawer.tsx')).RollupDrawer,
}));
