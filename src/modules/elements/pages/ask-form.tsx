import { Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { words } from './wording.ts';

export interface Ask {
  readonly id: string;
  readonly label: Label;
  readonly kind?: 'text' | 'month' | 'choice';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly isRequired?: boolean;
  readonly first?: string;
  readonly hint?: Label;
}

export type Answers = Readonly<Record<string, string>>;

interface FieldProps {
  readonly ask: Ask;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function AskInput({ ask: { label, kind = 'text', options = [], hint }, value, onChange }: FieldProps) {
  const { say } = useLanguage();
  const name = say(label);
  if (kind === 'choice')
    return (
      <Select
        aria-label={name}
        value={value === '' ? null : value}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...options]}
        onChange={(next: string | null | undefined) => onChange(next ?? '')}
        style={{ width: '100%' }}
      />
    );
  return (
    <Input
      aria-label={name}
      type={kind === 'month' ? 'month' : 'text'}
      value={value}
      placeholder={hint ? say(hint) : ''}
      onChange={({ target }) => onChange(target.value)}
    />
  );
}

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly asks: readonly Ask[];
  readonly onClose: () => void;
  /** A refusal is shown, and what was typed stays. */
  readonly onSubmit: (answers: Answers) => Promise<unknown>;
}

/** A form that asks exactly what a step needs. */
export function AskForm({ title, lead, asks, onClose, onSubmit }: Props) {
  const { say } = useLanguage();
  const [text, setText] = useState<Record<string, string>>(() =>
    Object.fromEntries(asks.map(({ id, first = '' }) => [id, first])),
  );
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async () => {
    const empty = asks.find(({ id, isRequired }) => isRequired && (text[id] ?? '').trim() === '');
    if (empty !== undefined) return setRefusal(say(words.missing, { label: say(empty.label) }));
    setIsBusy(true);
    try {
      await onSubmit(text);
      onClose();
    } catch (error) {
      setRefusal(error instanceof Refusal ? say(error.label) : String(error));
      setIsBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      width={520}
      okText={say(words.ok)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: isBusy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {lead}
      <div className="ask-elements">
        {asks.map((ask) => (
          // biome-ignore lint/a11y/noLabelWithoutControl: the control names itself, a choice is no input
          <label key={ask.id}>
            <span>
              {say(ask.label)}
              {ask.isRequired && <i aria-hidden="true"> *</i>}
            </span>
            <AskInput
              ask={ask}
              value={text[ask.id] ?? ''}
              onChange={(value) => setText((before) => ({ ...before, [ask.id]: value }))}
            />
          </label>
        ))}
      </div>
      {refusal !== null && (
        <p role="alert" className="element-refusal">
          {refusal}
        </p>
      )}
    </Modal>
  );
}
