import * as z from 'zod';
import { isHole, sayNumber } from '../fact.ts';
import { defineRuleKind, inBoth } from '../kind.ts';
import { columnsOf, Expression, evaluated, inWords, needsOf, saidTwice } from './expression.ts';

export const formula = defineRuleKind({
  label: { zh: '算式', en: 'Formula' },
  params: z.strictObject({ kind: z.literal('formula'), formula: Expression }),
  needs: ({ formula: node }) => needsOf(node),
  columns: ({ formula: node }) => columnsOf(node),
  gives: () => 'number',
  says: ({ formula: node }, name) => inBoth((language) => inWords(node, name, language)),
  run: ({ formula: node }, view) => {
    const value = evaluated(node, view);
    return {
      value,
      working: inBoth((language) => {
        const { words, numbers } = saidTwice(node, view, language);
        const parts = words === numbers ? [words] : [words, numbers];
        return [...parts, ...(isHole(value) ? [] : [sayNumber(value)])].join(' = ');
      }),
    };
  },
});
