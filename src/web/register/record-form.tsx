import { Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { namesOperation } from '../../core/register/operations.ts';
import type { Field, Register, RegisterData } from '../../core/register/register.ts';
import { Refusal } from '../client.ts';
import { useLanguage } from '../language.tsx';
import { useOperation } from '../use-operation.ts';
import { namesOnly, todayHere } from './show.ts';
import { words } from './wording.ts';

interface RecordChoiceProps {
  readonly register: string;
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (id: string | null) => void;
  readonly without?: string;
}

/** A record of a register, found by name, code or alias. */
export function RecordChoice({ register, label, value, onChange, without }: RecordChoiceProps) {
  const { data } = useOperation(namesOperation(register, { zh: register, en: register }), {});
  const options = (data?.known ?? [])
    .filter(({ id, endedOn }) => (endedOn === null && id !== without) || id === value)
    .map(({ id, name, code, aliases }) => ({ value: id, label: name, search: [name, code, ...aliases].join(' ') }));
  return (
    <Select
      aria-label={label}
      showSearch={{ optionFilterProp: 'search' }}
      allowClear
      value={value}
      options={options}
      onChange={(id: string | undefined) => onChange(id ?? null)}
      style={{ width: '100%' }}
    />
  );
}

interface FieldInputProps {
  readonly field: Field;
  readonly value: string;
  readonly trouble: string | undefined;
  readonly onChange: (text: string) => void;
}

function FieldInput({ field: { label, kind, hint }, value, trouble, onChange }: FieldInputProps) {
  const { say } = useLanguage();
  const name = say(label);
  const input = (): ReactNode => {
    if (kind.refersTo !== undefined)
      return (
        <RecordChoice
          register={kind.refersTo}
          label={name}
          value={value === '' ? null : value}
          onChange={(id) => onChange(id ?? '')}
        />
      );
    if (kind.choices !== undefined)
      return (
        <Select
          aria-label={name}
          allowClear
          value={value === '' ? null : value}
          options={Object.entries(kind.choices).map(([key, text]) => ({ value: key, label: say(text) }))}
          onChange={(key: string | undefined) => onChange(key ?? '')}
          style={{ width: '100%' }}
        />
      );
    return (
      <Input
        aria-label={name}
        value={value}
        {...(hint && { placeholder: say(hint) })}
        {...(trouble !== undefined && { status: 'error' as const })}
        onChange={({ target }) => onChange(target.value)}
      />
    );
  };
  return (
    <div className="register-field">
      <span>{name}</span>
      <div>
        {input()}
        {trouble !== undefined && <small className="register-trouble">{trouble}</small>}
      </div>
    </div>
  );
}

/** What the input shows: a choice by its key, a record by its number, all else as a cell of a sheet. */
const textOf = ({ id, kind }: Field, data: RegisterData | null): string => {
  const value = data?.[id] ?? null;
  if (value === null) return '';
  return kind.refersTo !== undefined || kind.choices !== undefined
    ? String(value)
    : kind.write(value as never, namesOnly({}));
};

interface Props {
  readonly title: string;
  readonly register: Register;
  readonly fields: readonly Field[];
  readonly data: RegisterData | null;
  readonly dayLabel: string;
  readonly extra?: ReactNode;
  readonly onClose: () => void;
  /** Gets the fields that differ from `data`. */
  readonly onSubmit: (values: Record<string, unknown>, day: string, reason: string | null) => Promise<void>;
}

/** Fields of a record, read by the same rules as the cells of an import. */
export function RecordForm({ title, fields, data, dayLabel, extra, onClose, onSubmit }: Props) {
  const { say } = useLanguage();
  const first = Object.fromEntries(fields.map((field) => [field.id, textOf(field, data)]));
  const [texts, setTexts] = useState<Record<string, string>>(first);
  const [day, setDay] = useState(todayHere);
  const [reason, setReason] = useState('');
  const [troubles, setTroubles] = useState<Record<string, string>>({});
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async () => {
    const values: Record<string, unknown> = {};
    const found: Record<string, string> = {};
    for (const { id, kind } of fields) {
      const text = texts[id] ?? '';
      if (text === first[id] && data !== null) continue;
      const reading = text === '' ? { value: kind.empty } : kind.read(text, namesOnly({}));
      if ('refusal' in reading) found[id] = say(reading.refusal);
      else values[id] = reading.value;
    }
    if (fields.some(({ id }) => id === 'name') && texts.name?.trim() === '') found.name = '—';
    setTroubles(found);
    if (Object.keys(found).length > 0) return;
    setIsBusy(true);
    try {
      await onSubmit(values, day, reason === '' ? null : reason);
      onClose();
    } catch (error) {
      setRefusal(error instanceof Refusal ? say(error.label) : String(error));
    }
    setIsBusy(false);
  };
  return (
    <Modal
      open
      title={title}
      width={fields.length > 6 ? 820 : 520}
      okText={say(words.ok)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: isBusy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <div className={fields.length > 6 ? 'register-form register-form-wide' : 'register-form'}>
        {fields.map((field) => (
          <FieldInput
            key={field.id}
            field={field}
            value={texts[field.id] ?? ''}
            trouble={troubles[field.id]}
            onChange={(text) => setTexts((before) => ({ ...before, [field.id]: text }))}
          />
        ))}
        {extra}
        <div className="register-field">
          <span>{dayLabel}</span>
          <Input type="date" aria-label={dayLabel} value={day} onChange={({ target }) => setDay(target.value)} />
        </div>
        <div className="register-field">
          <span>{say(words.reason)}</span>
          <Input aria-label={say(words.reason)} value={reason} onChange={({ target }) => setReason(target.value)} />
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
