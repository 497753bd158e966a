import * as z from 'zod';
import { isHole, sayNumber } from '../fact.ts';
import { colon, defineRuleKind, inBoth, reads } from '../kind.ts';
import { Expression, evaluated, inWords, needsOf } from './expression.ts';

const signs = { '>=': '≥', '>': '＞', '<=': '≤', '<': '＜', '=': '=' } as const;
const words = {
  met: { zh: '成立', en: 'holds' },
  unmet: { zh: '不成立', en: 'does not hold' },
} as const;

/** `>=` and `<=` include the limit (以上、以下), `>` and `<` do not (高于、超过、低于、不足). */
export const threshold = defineRuleKind({
  label: { zh: '门槛', en: 'Threshold' },
  params: z.strictObject({
    kind: z.literal('threshold'),
    value: z.string(),
    op: z.enum(['>=', '>', '<=', '<', '=']),
    limit: Expression,
  }),
  needs: ({ value, limit }) => [...reads('number', value), ...needsOf(limit)],
  gives: () => 'truth',
  says: ({ value, op, limit }, name) =>
    inBoth((language) => `${name(value)[language]} ${signs[op]} ${inWords(limit, name, language)}`),
  run: ({ value: id, op, limit }, view) => {
    const bound = evaluated(limit, view);
    if (isHole(bound)) return { value: bound, working: view.say(id) };
    const order = view.number(id).comparedTo(bound);
    const isMet =
      op === '=' ? order === 0 : (op.startsWith('>') ? order > 0 : order < 0) || (order === 0 && op.includes('='));
    return {
      value: isMet,
      working: inBoth(
        (language) =>
          `${view.name(id)[language]} ${view.figure(id)} ${signs[op]} ${sayNumber(bound)}${colon[language]}${words[isMet ? 'met' : 'unmet'][language]}`,
      ),
    };
  },
});
