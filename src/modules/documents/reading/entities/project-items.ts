import type { Prose, Span } from '../../../../core/document.ts';
import type { Draft } from '../draft.ts';

/** A project named in running text or a box, before anything else is known of it. */
export interface ProjectItem {
  readonly prose: Prose;
  readonly span: Span;
}
export function projectItems(_draft: Draft): ProjectItem[] {
  return [];
}
