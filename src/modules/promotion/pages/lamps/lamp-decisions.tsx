import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { Decided } from '../../../evaluation/judgement-operations.ts';
import { useUnitName } from '../names.ts';

const words = {
  by: { zh: '按{unit}的决定（{who} {day}）', en: 'As {unit} decided ({who} {day})' },
  trial: { zh: '按试算的答案', en: 'By the answers of this trial' },
} satisfies Record<string, Label>;

/** Whose decisions a lamp burns by, question by question. */
export function LampDecisions({ decided }: { decided: readonly Decided[] }) {
  const { say } = useLanguage();
  const nameOf = useUnitName();
  if (decided.length === 0) return null;
  return (
    <ul className="lamp-decisions quiet">
      {decided.map(({ question, answer, unitPath, byName, at }) => (
        <li key={question.zh}>
          {say(question)} <b>{say(answer)}</b>{' '}
          {unitPath === null
            ? say(words.trial)
            : say(words.by, { unit: nameOf(unitPath), who: byName ?? '', day: at?.slice(0, 10) ?? '' })}
        </li>
      ))}
    </ul>
  );
}
