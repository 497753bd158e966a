import { Alert, Button, Input, InputNumber, Modal } from 'antd';
import { useState } from 'react';
import type * as z from 'zod';
import { perform, Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { ledgerOperations } from '../operations.ts';
import { words } from './wording.ts';

type Choice = z.output<(typeof ledgerOperations)['ledgers.choices']['output']>['choices'][number];

interface FormProps {
  readonly choice: Choice;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

function DecideForm({ choice, onClose, onDone }: FormProps) {
  const { say } = useLanguage();
  const { ledger, choice: id, label, unit, least, most, answer } = choice;
  const [value, setValue] = useState<number | null>(answer?.value ?? null);
  const [reason, setReason] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const isReady = value !== null && reason.trim() !== '';
  const submit = async () => {
    try {
      await perform(ledgerOperations['ledgers.decide'], { ledger, choice: id, value: value ?? least, reason });
      onDone();
      onClose();
    } catch (error) {
      setRefusal(error instanceof Refusal ? say(error.label) : String(error));
    }
  };
  return (
    <Modal
      open
      width={480}
      title={say(label)}
      okText={say(words.decide)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: !isReady }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <div className="register-form">
        <div className="register-field">
          <span>{say(words.range, { least, most, unit })}</span>
          <InputNumber
            aria-label={say(label)}
            min={least}
            max={most}
            precision={0}
            value={value}
            onChange={setValue}
            suffix={unit}
            style={{ width: 160 }}
          />
        </div>
        <div className="register-field">
          <span>{say(words.ground)}</span>
          <Input
            aria-label={say(words.ground)}
            maxLength={500}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </div>
      </div>
      {refusal !== null && (
        <p role="alert" className="register-trouble">
          {refusal}
        </p>
      )}
    </Modal>
  );
}

/** 待定事项: on top while something is open; afterwards one line that says what holds. */
export function DecidePanel({ ledger, onChanged }: { ledger: string; onChanged: () => void }) {
  const { say } = useLanguage();
  const { data, refetch } = useOperation(ledgerOperations['ledgers.choices'], { ledger });
  const mayDecide = useMay(ledgerOperations['ledgers.decide'].permission);
  const [opened, setOpened] = useState<Choice | null>(null);
  const choices = data?.choices ?? [];
  const open = choices.filter(({ answer, kind }) => answer === null && kind === 'limit');
  if (choices.length === 0) return null;
  const lines = (
    <ul className="ledger-choices">
      {choices.map((choice) => (
        <li key={choice.choice}>
          <span>{say(choice.label)}：</span>
          {choice.answer === null ? (
            <b className={choice.kind === 'limit' ? 'ledger-late' : 'quiet'}>
              {say(choice.kind === 'limit' ? words.notDecided : words.notAdopted)}
            </b>
          ) : (
            <span className="quiet">
              {say(words.decidedBy, { ...choice.answer, value: choice.answer.value, unit: choice.unit })}
            </span>
          )}
          {mayDecide && (
            <Button size="small" onClick={() => setOpened(choice)}>
              {say(choice.answer !== null ? words.change : choice.kind === 'limit' ? words.decide : words.adopt)}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {open.length > 0 ? (
        <Alert
          type="warning"
          showIcon
          className="page-alert"
          style={{ background: 'var(--warning-soft)' }}
          title={say(words.toDecide)}
          description={
            <>
              {lines}
              {!mayDecide && <p className="quiet">{say(words.askDecider)}</p>}
            </>
          }
        />
      ) : (
        <details className="ledger-decided">
          <summary>{say(words.decidedList)}</summary>
          {lines}
        </details>
      )}
      {opened !== null && (
        <DecideForm
          key={opened.choice}
          choice={opened}
          onClose={() => setOpened(null)}
          onDone={() => {
            void refetch();
            onChanged();
          }}
        />
      )}
    </>
  );
}
