import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import type { EditionForm, FactValue, FormInput, GivenFact } from '../shapes.ts';

const words = {
  known: { zh: '已知：{from}', en: 'known from {from}' },
  source: { zh: '来源', en: 'Source' },
  sourceOf: { zh: '{label}的来源', en: 'Source of {label}' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  save: { zh: '保存并计算', en: 'Save and compute' },
  open: {
    zh: '本规则还有 {count} 项未定，先由本级决定：',
    en: '{count} questions are open; the office decides first:',
  },
  decide: { zh: '去决定', en: 'Decide' },
  comma: { zh: '多项以逗号隔开', en: 'several, by commas' },
} satisfies Record<string, Label>;

interface Typed {
  readonly text: string;
  readonly source: string;
}

const textOf = (value: FactValue | undefined): string => {
  if (value === null || value === undefined || (typeof value === 'object' && 'missing' in value)) return '';
  return Array.isArray(value) ? value.join('，') : String(value);
};

/** What was typed as the rule reads it; null where nothing was. */
function typedValue({ kind }: FormInput, text: string): FactValue {
  if (text.trim() === '') return null;
  if (kind === 'truth') return text === 'true';
  if (kind === 'words')
    return text
      .split(/[，,、]/)
      .map((each) => each.trim())
      .filter((each) => each !== '');
  return text.trim();
}

interface FieldProps {
  readonly input: FormInput;
  readonly value: Typed;
  readonly onChange: (value: Typed) => void;
}

function FactField({ input, value, onChange }: FieldProps) {
  const { say } = useLanguage();
  const { label, kind, unit, hint, words: offered, known } = input;
  const options =
    kind === 'truth'
      ? [
          { value: 'true', label: say(words.yes) },
          { value: 'false', label: say(words.no) },
        ]
      : Object.entries(offered ?? {}).map(([id, each]) => ({ value: id, label: say(each) }));
  const placeholder = hint ? say(hint) : kind === 'words' ? say(words.comma) : undefined;
  return (
    <div className="fact-field">
      <span>{say(label)}</span>
      {kind === 'truth' || (kind === 'word' && offered !== null) ? (
        <Select
          aria-label={say(label)}
          allowClear
          value={value.text === '' ? null : value.text}
          options={options}
          onChange={(next: string | null | undefined) => onChange({ ...value, text: next ?? '' })}
        />
      ) : (
        <Input
          aria-label={say(label)}
          type={kind === 'day' ? 'date' : 'text'}
          placeholder={placeholder}
          suffix={unit === '' ? undefined : unit}
          value={value.text}
          onChange={({ target }) => onChange({ ...value, text: target.value })}
        />
      )}
      {known && value.text === textOf(known.value) ? (
        <small className="quiet">{say(words.known, { from: say(known.from) })}</small>
      ) : (
        <Input
          aria-label={say(words.sourceOf, { label: say(label) })}
          placeholder={say(words.source)}
          value={value.source}
          onChange={({ target }) => onChange({ ...value, source: target.value })}
        />
      )}
    </div>
  );
}

interface Props {
  readonly form: EditionForm;
  readonly given: readonly GivenFact[];
  readonly onSubmit: (facts: GivenFact[]) => Promise<unknown>;
}

/** What an edition asks about a project, filled with what is known already; each fact with its source. */
export function FactsForm({ form, given, onSubmit }: Props) {
  const { say } = useLanguage();
  const asked = form.inputs.filter(({ isOfMeeting }) => !isOfMeeting);
  const [typed, setTyped] = useState<Readonly<Record<string, Typed>>>(() =>
    Object.fromEntries(
      asked.map(({ id, known }) => {
        const own = given.find((fact) => fact.id === id);
        return [id, { text: textOf(own?.value ?? known?.value), source: own?.source ?? '' }];
      }),
    ),
  );
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async () => {
    setIsBusy(true);
    setRefusal(null);
    const changed = asked.flatMap((input): GivenFact[] => {
      const { text = '', source = '' } = typed[input.id] ?? {};
      const own = given.find(({ id }) => id === input.id);
      if (own === undefined && text === textOf(input.known?.value)) return [];
      if (own === undefined && text.trim() === '') return [];
      return [{ id: input.id, value: typedValue(input, text), source: source === '' ? null : source }];
    });
    try {
      await onSubmit(changed);
    } catch (error) {
      setRefusal(error instanceof Refusal ? say(error.label) : String(error));
    }
    setIsBusy(false);
  };
  return (
    <div className="facts-form">
      {form.open.length > 0 && (
        <div role="note" className="facts-open">
          {say(words.open, { count: form.open.length })}
          <ul>
            {form.open.map(({ id, question }) => (
              <li key={id}>{say(question)}</li>
            ))}
          </ul>
          <PageLink to={`/rules/${form.ruleId}/${form.edition}`}>{say(words.decide)}</PageLink>
        </div>
      )}
      <p className="quiet">{form.source}</p>
      <div className="fact-fields">
        {asked.map((input) => (
          <FactField
            key={input.id}
            input={input}
            value={typed[input.id] ?? { text: '', source: '' }}
            onChange={(value) => setTyped((before) => ({ ...before, [input.id]: value }))}
          />
        ))}
      </div>
      {refusal !== null && (
        <p role="alert" className="ask-refusal">
          {refusal}
        </p>
      )}
      <div className="panel-acts">
        <Button type="primary" size="small" disabled={isBusy} onClick={() => void submit()}>
          {say(words.save)}
        </Button>
      </div>
    </div>
  );
}
