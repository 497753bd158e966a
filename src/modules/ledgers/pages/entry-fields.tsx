import { Input, Select } from 'antd';
import type { Ledger } from '../../../core/ledger/ledger.ts';
import { day } from '../../../core/register/kinds.ts';
import type { Field } from '../../../core/register/register.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { RecordChoice } from '../../../web/register/record-form.tsx';
import { namesOnly } from '../../../web/register/show.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { unitOperations } from '../../people/unit-operations.ts';
import { words } from './wording.ts';

export const useUnits = () => useOperation(unitOperations['units.around'], {}).data?.units ?? [];

interface UnitChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly placeholder?: string;
  readonly onChange: (unitPath: string | undefined) => void;
  readonly width?: number | string;
}

/** A unit in reach, found by name, short name or path. */
export function UnitChoice({ label, value, placeholder, onChange, width = '100%' }: UnitChoiceProps) {
  const options = useUnits().map(({ unitPath, name, shortName }) => ({
    value: unitPath,
    label: name,
    search: `${name} ${shortName ?? ''} ${unitPath}`,
  }));
  return (
    <Select
      aria-label={label}
      showSearch={{ optionFilterProp: 'search' }}
      allowClear
      value={value}
      placeholder={placeholder}
      options={options}
      onChange={(path: string | undefined) => onChange(path)}
      style={{ width }}
    />
  );
}

/** Fields that people type; others are filled by what the ledger does. */
export const typedFields = ({ fields }: Ledger): readonly Field[] =>
  fields.filter(({ movesBy }) => movesBy === undefined);

const isDay = ({ kind }: Field): boolean => kind.schema === day.schema;
/** Texts that may be long get room to write. */
export const isLong = ({ kind }: Field): boolean =>
  kind.choices === undefined && kind.refersTo === undefined && kind.schema.safeParse('字'.repeat(300)).success;

/** What the input shows: a choice by its key, a record by its number, all else as a cell of a sheet. */
export function textOf({ id, kind }: Field, data: Readonly<Record<string, unknown>> | null): string {
  const value = data?.[id] ?? null;
  if (value === null) return '';
  return kind.refersTo !== undefined || kind.choices !== undefined
    ? String(value)
    : kind.write(value as never, namesOnly({}));
}

/** Reads what was typed by the rules of the cells of an import; fields left as they were are left out. */
export function readTexts(
  fields: readonly Field[],
  texts: Readonly<Record<string, string>>,
  first: Readonly<Record<string, string>> | null,
  isNeeded: (id: string) => boolean,
) {
  const values: Record<string, unknown> = {};
  const troubles: Record<string, Label> = {};
  for (const { id, kind } of fields) {
    const text = (texts[id] ?? '').trim();
    if (text === '' && isNeeded(id)) troubles[id] = words.needed;
    if (first !== null && text === first[id]) continue;
    const reading = text === '' ? { value: kind.empty } : kind.read(text, namesOnly({}));
    if ('refusal' in reading) troubles[id] = reading.refusal;
    else values[id] = reading.value;
  }
  return { values, troubles };
}

interface Props {
  readonly field: Field;
  readonly value: string;
  readonly isNeeded: boolean;
  readonly trouble: Label | undefined;
  readonly onChange: (text: string) => void;
}

function Control({ field, value, trouble, onChange }: Omit<Props, 'isNeeded'>) {
  const { say } = useLanguage();
  const { kind, label } = field;
  const name = say(label);
  const chosen = value === '' ? undefined : value;
  if (kind.refersTo === 'units')
    return <UnitChoice label={name} value={chosen} onChange={(path) => onChange(path ?? '')} />;
  if (kind.refersTo !== undefined)
    return (
      <RecordChoice
        register={kind.refersTo}
        label={name}
        value={chosen ?? null}
        onChange={(id) => onChange(id ?? '')}
      />
    );
  if (kind.choices !== undefined)
    return (
      <Select
        aria-label={name}
        allowClear
        value={chosen ?? null}
        options={Object.entries(kind.choices).map(([key, text]) => ({ value: key, label: say(text) }))}
        onChange={(key: string | undefined) => onChange(key ?? '')}
        style={{ width: '100%' }}
      />
    );
  const shared = {
    'aria-label': name,
    value,
    ...(field.hint && { placeholder: say(field.hint) }),
    ...(trouble !== undefined && { status: 'error' as const }),
  };
  if (isLong(field))
    return (
      <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: 8 }} onChange={(e) => onChange(e.target.value)} />
    );
  return <Input {...shared} type={isDay(field) ? 'date' : 'text'} onChange={({ target }) => onChange(target.value)} />;
}

/** One field of an entry, as its kind is filled. */
export function EntryField(props: Props) {
  const { say } = useLanguage();
  const { field, isNeeded, trouble } = props;
  return (
    <div className={isLong(field) ? 'register-field ledger-long' : 'register-field'}>
      <span>
        {say(field.label)}
        {isNeeded && <b className="ledger-needed"> *</b>}
      </span>
      <div>
        <Control {...props} />
        {trouble !== undefined && <small className="register-trouble">{say(trouble)}</small>}
      </div>
    </div>
  );
}
