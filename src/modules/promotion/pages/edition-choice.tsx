import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { ruleOperations } from '../../evaluation/operations.ts';
import type { Ask } from './ask-modal.tsx';

/** Editions of one theme, as `rule edition`, to choose from; those in force. */
export function useEditionAsk(theme: 'admission' | 'incentive'): Ask {
  const { say } = useLanguage();
  const { data } = useOperation(ruleOperations['rules.list'], {});
  const options = (data?.rules ?? [])
    .filter((rule) => rule.theme === theme)
    .map(({ id, edition, label, open, isEffective }) => ({
      value: `${id} ${edition}`,
      label: `${say(label)} ${edition}${open > 0 ? say({ zh: '（{open} 项待定）', en: ' ({open} open)' }, { open }) : ''}`,
      isEffective,
    }))
    .toSorted((a, b) => Number(b.isEffective) - Number(a.isEffective))
    .map(({ value, label }) => ({ value, label }));
  return {
    id: 'edition',
    label: { zh: '依据的规则', en: 'Edition' },
    kind: 'choice',
    options,
    isRequired: true,
    ...(options.length === 1 && { first: options[0]?.value ?? '' }),
  };
}

/** The two parts of the value of such a choice. */
export function editionOf(value = ''): { ruleId: string; edition: string } {
  const [ruleId = '', edition = ''] = value.split(' ');
  return { ruleId, edition };
}
