import * as z from 'zod';
import { sayNumber } from '../fact.ts';
import { columnsIn, computed, type Node, namesIn, parseFormula, sayFormula } from '../formula.ts';
import type { Name, Need, View } from '../kind.ts';

/** A number or a formula, as it stands in an edition. */
export const Expression = z.union([z.number(), z.string()]).transform((raw, context): Node => {
  try {
    return parseFormula(String(raw));
  } catch (error) {
    context.addIssue({ code: 'custom', message: (error as Error).message });
    return z.NEVER;
  }
});

export const needsOf = (node: Node): readonly Need[] => namesIn(node).map(({ id, kind }) => ({ id, kinds: [kind] }));
/** Names that stand only inside total(), lowest() and the like. */
export const columnsOf = (node: Node): readonly string[] => columnsIn(node);
export const evaluated = (node: Node, view: View) => computed(node, view);

/** In words, and with the numbers of this subject. */
export function saidTwice(node: Node, view: View, language: 'zh' | 'en'): { words: string; numbers: string } {
  const words = sayFormula(node, language, (id) => view.name(id)[language]);
  const numbers = sayFormula(
    node,
    language,
    (id) => view.figure(id),
    (call, id) => {
      const value = computed({ call, of: [{ name: id }] }, view);
      return 'missing' in value ? null : sayNumber(value as never);
    },
  );
  return { words, numbers };
}

/** The formula with the names of what it reads. */
export const inWords = (node: Node, name: Name, language: 'zh' | 'en'): string =>
  sayFormula(node, language, (id) => name(id)[language]);
