import * as z from 'zod';
import { inOrder, mostNodes, NodeId, NodeSpec } from './node-plan.ts';
import shipped from './node-templates.json' with { type: 'json' };

/** 节点模板. Nodes of a kind of project with their usual length; an office may have its own. */
export const NodeTemplate = z.object({
  id: NodeId,
  label: z.object({ zh: z.string().trim().min(1).max(60), en: z.string().trim().min(1).max(100) }),
  source: z.string().trim().max(500).nullable().default(null),
  nodes: z.array(NodeSpec).min(1).max(mostNodes),
});
export type NodeTemplate = z.infer<typeof NodeTemplate>;

/** Refuses a template whose nodes wait for each other or for nobody. */
export function checkTemplate(template: NodeTemplate): NodeTemplate {
  inOrder(template.nodes);
  return template;
}

export const templatesNote: string = shipped.note;
export const templates: readonly NodeTemplate[] = z.array(NodeTemplate).parse(shipped.templates).map(checkTemplate);
