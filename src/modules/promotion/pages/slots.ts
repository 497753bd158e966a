import { type ComponentType, createContext } from 'react';
import type { Evaluation } from '../../../core/rules/working.ts';

/** Panels that other modules draw; the application hands them in, because modules do not reach into each other. */
export interface Slots {
  readonly Working: ComponentType<{ evaluation: Evaluation }>;
  /** 节点计划; left out while no module draws it. */
  readonly NodePlan: ComponentType<{ projectId: string }> | null;
  /** 要素保障; likewise. */
  readonly Elements: ComponentType<{ projectId: string }> | null;
}

const Nothing = () => null;

export const SlotsContext = createContext<Slots>({ Working: Nothing, NodePlan: null, Elements: null });
