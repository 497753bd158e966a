import { App, Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { sayAnswer } from '../../../core/rules/asks.ts';
import type { Ask } from '../../../core/rules/edition.ts';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useMay } from '../../../web/session.ts';
import { useAction } from '../../../web/use-operation.ts';
import { ruleOperations } from '../operations.ts';
import type { Choice, RuleDetail } from '../rule-views.ts';

const words = {
  title: { zh: '文件没有写明、由本级决定的事项', en: 'What the document leaves open' },
  open: { zh: '待定', en: 'Open' },
  amount: { zh: '填数（{unit}）', en: 'A number ({unit})' },
  reason: { zh: '理由（会议、文件或负责人）', en: 'Reason: meeting, document or who is responsible' },
  decide: { zh: '决定', en: 'Decide' },
  again: { zh: '重新决定', en: 'Decide again' },
  decided: { zh: '{name} {day} 决定（{unit}）：{reason}', en: 'Decided by {name} on {day} ({unit}): {reason}' },
  cancel: { zh: '取消', en: 'Cancel' },
  kept: { zh: '已决定，规则可按此运行', en: 'Decided; the rule runs by it' },
  failed: { zh: '没有成功，请再试一次', en: 'It did not work; please try again' },
} satisfies Record<string, Label>;

interface FormProps {
  readonly ask: Ask;
  readonly onDecide: (answer: string, reason: string) => void;
  readonly isBusy: boolean;
  readonly onCancel: (() => void) | null;
}

function DecideForm({ ask, onDecide, isBusy, onCancel }: FormProps) {
  const { say } = useLanguage();
  const [option, setOption] = useState<string | null>(ask.options === undefined ? 'amount' : null);
  const [amount, setAmount] = useState('');
  const [reason, setReason] = useState('');
  const answer = option === 'amount' ? amount.trim() : (option ?? '');
  return (
    <div className="decide">
      <Radio.Group
        aria-label={say(ask.question)}
        value={option}
        onChange={({ target }) => setOption(target.value as string)}
        options={[
          ...(ask.options ?? []).map(({ id, label }) => ({ value: id, label: say(label) })),
          ...(ask.amount ? [{ value: 'amount', label: say(words.amount, { unit: ask.amount.unit }) }] : []),
        ]}
      />
      {option === 'amount' && ask.amount && (
        <Input
          className="decide-amount"
          inputMode="decimal"
          aria-label={say(words.amount, { unit: ask.amount.unit })}
          value={amount}
          suffix={ask.amount.unit}
          onChange={({ target }) => setAmount(target.value)}
        />
      )}
      <div className="page-actions">
        <Input
          aria-label={say(words.reason)}
          placeholder={say(words.reason)}
          value={reason}
          maxLength={1000}
          onChange={({ target }) => setReason(target.value)}
        />
        <Button
          type="primary"
          disabled={answer === '' || reason.trim().length < 2 || isBusy}
          onClick={() => onDecide(answer, reason)}
        >
          {say(words.decide)}
        </Button>
        {onCancel && <Button onClick={onCancel}>{say(words.cancel)}</Button>}
      </div>
    </div>
  );
}

interface AskProps {
  readonly rule: RuleDetail;
  readonly ask: Ask;
  readonly onChanged: () => void;
}

function AskLine({ rule, ask, onChanged }: AskProps) {
  const { say, language } = useLanguage();
  const { message } = App.useApp();
  const mayDecide = useMay(ruleOperations['rules.decide'].permission);
  const [isAgain, setAgain] = useState(false);
  const decide = useAction(ruleOperations['rules.decide']);
  const choice: Choice | undefined = rule.choices.find(({ question }) => question === ask.id);
  const send = (answer: string, reason: string) =>
    decide.mutate(
      { ruleId: rule.id, edition: rule.edition, question: ask.id, answer, reason },
      {
        onSuccess: () => {
          setAgain(false);
          void message.success(say(words.kept));
          onChanged();
        },
        onError: (error) => void message.error(error instanceof Refusal ? say(error.label) : say(words.failed), 6),
      },
    );
  return (
    <li className="ask">
      <p>
        <b>{say(ask.question)}</b>{' '}
        {choice ? (
          <span className="chip chip-on">{say(sayAnswer(ask, choice.answer))}</span>
        ) : (
          <span className="chip chip-open">{say(words.open)}</span>
        )}
      </p>
      <p className="quiet">{say(ask.why)}</p>
      {choice && (
        <p className="quiet">
          {say(words.decided, {
            name: choice.byName,
            day: new Date(choice.at).toLocaleDateString(language === 'zh' ? 'zh-CN' : 'en-GB'),
            unit: choice.unitPath,
            reason: choice.reason,
          })}
        </p>
      )}
      {mayDecide && choice && !isAgain && (
        <Button size="small" onClick={() => setAgain(true)}>
          {say(words.again)}
        </Button>
      )}
      {mayDecide && (!choice || isAgain) && (
        <DecideForm
          ask={ask}
          onDecide={send}
          isBusy={decide.isPending}
          onCancel={choice ? () => setAgain(false) : null}
        />
      )}
    </li>
  );
}

/** Questions to the office with their answers: who decided, when and why. */
export function RuleChoices({ rule, onChanged }: { rule: RuleDetail; onChanged: () => void }) {
  const { say } = useLanguage();
  if (rule.asks.length === 0) return null;
  return (
    <section>
      <h2>{say(words.title)}</h2>
      <ul className="asks">
        {rule.asks.map((ask) => (
          <AskLine key={ask.id} rule={rule} ask={ask} onChanged={onChanged} />
        ))}
      </ul>
    </section>
  );
}
