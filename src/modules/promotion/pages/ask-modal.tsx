import { Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { type Evidence, EvidenceField } from '../../../web/evidence-field.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { keepFile } from './keep-file.ts';

const words = {
  ok: { zh: '确定', en: 'OK' },
  cancel: { zh: '取消', en: 'Cancel' },
  missing: { zh: '请填写{label}', en: '{label} is needed' },
  evidence: { zh: '佐证材料', en: 'Evidence' },
} satisfies Record<string, Label>;

/** One thing that a form asks. */
export interface Ask {
  readonly id: string;
  readonly label: Label;
  readonly kind?: 'text' | 'area' | 'day' | 'month' | 'choice';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly isRequired?: boolean;
  /** What stands there at first. */
  readonly first?: string;
  readonly hint?: Label;
  readonly suffix?: string;
}

export interface Answers {
  /** By id; what was left empty is empty text. */
  readonly text: Readonly<Record<string, string>>;
  readonly evidence: readonly Evidence[];
}

interface FieldProps {
  readonly ask: Ask;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function AskInput({ ask: { label, kind = 'text', options = [], hint, suffix }, value, onChange }: FieldProps) {
  const { say } = useLanguage();
  const name = say(label);
  const shared = { 'aria-label': name, value, ...(hint && { placeholder: say(hint) }) };
  if (kind === 'choice')
    return (
      <Select
        aria-label={name}
        value={value === '' ? null : value}
        showSearch={{ optionFilterProp: 'label' }}
        allowClear
        options={[...options]}
        onChange={(next: string | null | undefined) => onChange(next ?? '')}
        style={{ width: '100%' }}
      />
    );
  if (kind === 'area')
    return (
      <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: 6 }} onChange={(e) => onChange(e.target.value)} />
    );
  const type = { text: 'text', day: 'date', month: 'month' }[kind];
  return <Input {...shared} type={type} suffix={suffix} onChange={({ target }) => onChange(target.value)} />;
}

interface Props {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly asks: readonly Ask[];
  /** Asks for files as well. */
  readonly files?: 'optional' | 'required';
  readonly isPhoto?: boolean;
  readonly okText?: string;
  readonly onClose: () => void;
  /** A refusal is shown, and what was typed stays. */
  readonly onSubmit: (answers: Answers) => Promise<unknown>;
}

const blankOf = (asks: readonly Ask[]) => Object.fromEntries(asks.map(({ id, first = '' }) => [id, first]));

/** A form that asks exactly what a step needs. */
export function AskModal({ title, lead, asks, files, isPhoto, okText, onClose, onSubmit }: Props) {
  const { say } = useLanguage();
  const [text, setText] = useState<Record<string, string>>(() => blankOf(asks));
  const [evidence, setEvidence] = useState<readonly Evidence[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async () => {
    const empty = asks.find(({ id, isRequired }) => isRequired && (text[id] ?? '').trim() === '');
    const lacking = empty?.label ?? (files === 'required' && evidence.length === 0 ? words.evidence : undefined);
    if (lacking !== undefined) return setRefusal(say(words.missing, { label: say(lacking) }));
    setIsBusy(true);
    try {
      await onSubmit({ text, evidence });
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
      width={560}
      okText={okText ?? say(words.ok)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: isBusy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      {lead}
      <div className="ask-form">
        {asks.map((ask) => (
          <div key={ask.id} className="ask-field">
            <span>
              {say(ask.label)}
              {ask.isRequired && <i aria-hidden="true"> *</i>}
            </span>
            <AskInput
              ask={ask}
              value={text[ask.id] ?? ''}
              onChange={(value) => setText((before) => ({ ...before, [ask.id]: value }))}
            />
          </div>
        ))}
        {files !== undefined && (
          <div className="ask-field">
            <span>
              {say(words.evidence)}
              {files === 'required' && <i aria-hidden="true"> *</i>}
            </span>
            <EvidenceField
              label={say(words.evidence)}
              keep={keepFile}
              value={evidence}
              onChange={setEvidence}
              onBusy={setIsBusy}
              {...(isPhoto && { isPhoto })}
            />
          </div>
        )}
      </div>
      {refusal !== null && (
        <p role="alert" className="ask-refusal">
          {refusal}
        </p>
      )}
    </Modal>
  );
}
