import { lazy } from 'react';
import { ProjectElements } from '../modules/elements/pages/elements.page.tsx';
import { NodePlan } from '../modules/projects/pages/gantt/gantt.page.tsx';
import type { Slots } from '../modules/promotion/pages/slots.ts';

/** Panels of other modules on the page of a project. */
export const projectSlots: Slots = {
  Working: lazy(async () => ({ default: (await import('../modules/evaluation/pages/working.tsx')).Working })),
  NodePlan,
  Elements: ProjectElements,
};
