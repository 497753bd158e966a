import type { Shown } from '../../../core/rules/fact.ts';
import type { Evaluation, Outcome, Step } from '../../../core/rules/working.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';

const words = {
  outcome: { zh: '结果', en: 'Outcome' },
  working: { zh: '算法', en: 'Working' },
  conditions: { zh: '须附的条件', en: 'Conditions to attach' },
  choices: { zh: '按本级决定', en: 'As the office decided' },
  missing: { zh: '缺 {names}：没有当作零', en: 'Missing: {names}; none was counted as zero' },
  because: { zh: '缺 {names}', en: 'lacking {names}' },
  noResult: { zh: '算不出', en: 'no result' },
} satisfies Record<string, Label>;

const lampClass = (value: Shown): string =>
  'word' in value && ['red', 'yellow', 'green'].includes(value.word) ? `lamp lamp-${value.word}` : '';

function Answer({ value, said }: Pick<Outcome, 'value' | 'said'>) {
  const { say } = useLanguage();
  if ('missing' in value)
    return (
      <span className="quiet">
        {say(words.noResult)}（{say(said)}）
      </span>
    );
  return <b className={lampClass(value)}>{say(said)}</b>;
}

function StepLine({ step }: { step: Step }) {
  const { say } = useLanguage();
  return (
    <li className="step">
      <div className="step-head">
        <span>
          {say(step.label)} <small className="quiet">{say(step.kindLabel)}</small>
        </span>
        <Answer value={step.value} said={step.said} />
      </div>
      <div className="step-formula">{say(step.formula)}</div>
      <div className="quiet step-inputs">
        {step.inputs.map(({ label, said, from }) => `${say(label)} ${say(said)}（${say(from)}）`).join('；')}
      </div>
    </li>
  );
}

/** The outcome of an evaluation with everything that led to it. */
export function Working({ evaluation }: { evaluation: Evaluation }) {
  const { say, language } = useLanguage();
  const { outcome, steps, conditions, marks, missing, choices } = evaluation;
  const names = missing.map(({ label }) => say(label)).join(language === 'zh' ? '、' : ', ');
  return (
    <div className="working">
      <h3>{say(words.outcome)}</h3>
      <dl className="outcome">
        {outcome.map(({ id, label, value, said }) => (
          <div key={id}>
            <dt>{say(label)}</dt>
            <dd>
              <Answer value={value} said={said} />
            </dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && <p className="quiet">{say(words.missing, { names })}</p>}
      {marks[0] && <p className="review-note">{say(marks[0].why)}</p>}
      {conditions.length > 0 && (
        <>
          <h3>{say(words.conditions)}</h3>
          <ul className="conditions">
            {conditions.map((each) => (
              <li key={each.zh}>{say(each)}</li>
            ))}
          </ul>
        </>
      )}
      <h3>{say(words.working)}</h3>
      <ol className="steps">
        {steps.map((step) => (
          <StepLine key={step.rule} step={step} />
        ))}
      </ol>
      {choices.length > 0 && (
        <p className="quiet">
          {say(words.choices)}：{choices.map(({ question, answer }) => `${say(question)} ${say(answer)}`).join('；')}
        </p>
      )}
    </div>
  );
}
