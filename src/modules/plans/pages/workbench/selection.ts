import type { PlanDetail } from '../../plan.ts';
import { type PlanBlock, placeInProse } from './marks.ts';

/** Text that the reader marked: where it stands in the document, and where to show the offer beside it. */
export interface Marked {
  readonly start: number;
  readonly end: number;
  readonly rect: DOMRect;
}

/** The document's span of one end of a selection, from the stretch of text that it stands in. */
function placeOf(
  plan: Pick<PlanDetail, 'text' | 'blocks'>,
  node: Node,
  offset: number,
): { block: number; at: number } | null {
  const stretch = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-at]');
  const owner = stretch?.closest<HTMLElement>('[data-block]');
  if (!stretch || !owner) return null;
  const inText = Number(stretch.dataset.at) + (node.nodeType === Node.TEXT_NODE ? offset : 0);
  const index = Number(owner.dataset.block);
  const block = plan.blocks[index] as PlanBlock | undefined;
  if (block === undefined || block.kind === 'furniture') return null;
  if (block.kind !== 'table') return { block: index, at: placeInProse(block.prose, inText, inText).start };
  const cell = block.rows[Number(owner.dataset.row)]?.[Number(owner.dataset.column)];
  return cell ? { block: index, at: Math.min(cell.end, cell.start + inText) } : null;
}

/** What is marked in the pane now; null for nothing, for a click, or for more than a few blocks. */
export function markedIn(pane: HTMLElement, plan: Pick<PlanDetail, 'text' | 'blocks'>): Marked | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  if (!pane.contains(range.commonAncestorContainer) || selection.toString().trim() === '') return null;
  const from = placeOf(plan, range.startContainer, range.startOffset);
  const to = placeOf(plan, range.endContainer, range.endOffset);
  if (from === null || to === null || to.block - from.block > 3 || to.at <= from.at) return null;
  const trimmed = plan.text.slice(from.at, to.at);
  const start = from.at + trimmed.length - trimmed.trimStart().length;
  const end = to.at - (trimmed.length - trimmed.trimEnd().length);
  return end > start ? { start, end, rect: range.getBoundingClientRect() } : null;
}
