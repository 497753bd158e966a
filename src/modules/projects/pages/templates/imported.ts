import type { NodeTemplate } from '../../node-templates.ts';

/** A template that was read from a file, on its way from the list to the editor; gone with the page. */
let held: NodeTemplate | null = null;

export const holdImported = (template: NodeTemplate): void => {
  held = template;
};
export const heldImported = (): NodeTemplate | null => held;
