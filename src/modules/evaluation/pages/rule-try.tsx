import { Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import type { GivenFacts } from '../../../core/rules/cases.ts';
import type { Ask, Input as RuleInput } from '../../../core/rules/edition.ts';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { ruleOperations } from '../operations.ts';
import type { RuleDetail } from '../rule-views.ts';
import { RuleCompare } from './rule-compare.tsx';
import { Working } from './working.tsx';

const words = {
  title: { zh: '试算', en: 'Try it' },
  lead: {
    zh: '填入事实试算，不留记录；没有的留空，不会当作零。',
    en: 'Nothing is kept; leave empty what is not known: it is not counted as zero.',
  },
  fromCase: { zh: '代入算例', en: 'Fill from a case' },
  run: { zh: '试算', en: 'Try' },
  clear: { zh: '清空', en: 'Clear' },
  yes: { zh: '是', en: 'Yes' },
  no: { zh: '否', en: 'No' },
  unknown: { zh: '不明', en: 'Unknown' },
  today: { zh: '留空为今天', en: 'empty: today' },
  codes: { zh: '逐项填写，回车确认', en: 'One by one, with Enter' },
  assume: { zh: '试算时假定', en: 'Assume for the trial' },
  trial: { zh: '这是按假定试算，不是本级的决定', en: 'A trial under assumptions, not what the office decided' },
} satisfies Record<string, Label>;

/** The list moves with its field when the panel is scrolled. */
const beside = (field: HTMLElement): HTMLElement => field.parentElement ?? field;

type Typed = Readonly<Record<string, unknown>>;

interface FieldProps {
  readonly input: RuleInput;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function Field({ input, value, onChange }: FieldProps) {
  const { say } = useLanguage();
  const { id, kind, label, unit, words: offered, from } = input;
  const field = `try-${id}`;
  if (kind === 'truth')
    return (
      <Radio.Group
        aria-label={say(label)}
        optionType="button"
        size="small"
        value={value === undefined ? 'unknown' : value}
        onChange={({ target }) => onChange(target.value === 'unknown' ? undefined : target.value)}
        options={[
          { value: true, label: say(words.yes) },
          { value: false, label: say(words.no) },
          { value: 'unknown', label: say(words.unknown) },
        ]}
      />
    );
  if (kind === 'word' && offered !== undefined)
    return (
      <Select
        id={field}
        aria-label={say(label)}
        allowClear
        getPopupContainer={beside}
        value={value as string | undefined}
        onChange={onChange}
        options={Object.entries(offered).map(([word, each]) => ({ value: word, label: say(each) }))}
      />
    );
  if (kind === 'words')
    return (
      <Select
        id={field}
        mode="tags"
        aria-label={say(label)}
        placeholder={say(words.codes)}
        open={false}
        value={(value as string[] | undefined) ?? []}
        onChange={(list: string[]) => onChange(list.length === 0 ? undefined : list)}
      />
    );
  return (
    <Input
      id={field}
      type={kind === 'day' ? 'date' : 'text'}
      inputMode={kind === 'number' ? 'decimal' : undefined}
      aria-label={say(label)}
      value={(value as string | undefined) ?? ''}
      suffix={unit === '' ? undefined : unit}
      title={from === 'today' ? say(words.today) : undefined}
      onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
    />
  );
}

interface AssumeProps {
  readonly ask: Ask;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Assume({ ask, value, onChange }: AssumeProps) {
  const { say } = useLanguage();
  const isOption = ask.options?.some(({ id }) => id === value) ?? false;
  return (
    <div className="try-field">
      <span>{say(ask.question)}</span>
      {ask.options && (
        <Select
          aria-label={say(ask.question)}
          allowClear
          getPopupContainer={beside}
          value={isOption ? value : undefined}
          onChange={(next?: string) => onChange(next ?? '')}
          options={ask.options.map(({ id, label }) => ({ value: id, label: say(label) }))}
        />
      )}
      {ask.amount && (
        <Input
          aria-label={`${say(ask.question)} ${ask.amount.unit}`}
          inputMode="decimal"
          suffix={ask.amount.unit}
          value={isOption ? '' : value}
          onChange={({ target }) => onChange(target.value.trim())}
        />
      )}
    </div>
  );
}

interface ResultProps {
  readonly rule: RuleDetail;
  readonly facts: Typed;
  readonly answers: Readonly<Record<string, string>>;
}

function Result({ rule, facts, answers }: ResultProps) {
  const { say } = useLanguage();
  const { data, error } = useOperation(ruleOperations['rules.try'], {
    ruleId: rule.id,
    edition: rule.edition,
    facts: JSON.stringify(facts),
    answers: JSON.stringify(answers),
  });
  if (error)
    return (
      <p className="review-note" role="alert">
        {error instanceof Refusal ? say(error.label) : String(error)}
      </p>
    );
  if (!data) return <Waiting />;
  return (
    <>
      {data.isTrial && <p className="quiet">{say(words.trial)}</p>}
      <Working evaluation={data.evaluation} />
    </>
  );
}

/** Facts typed in, or taken from a case; assumptions in the place of what is still open; the answer with its working. */
export function RuleTry({ rule }: { rule: RuleDetail }) {
  const { say } = useLanguage();
  const [facts, setFacts] = useState<Typed>({});
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  const [asked, setAsked] = useState<Pick<ResultProps, 'facts' | 'answers'> | null>(null);
  const given = (list: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(list).filter(([id, answer]) => answer !== '' && answer !== rule.answers[id]));
  const take = (name: string) => {
    const found = rule.casesWorked.find(({ case: each }) => each.name.zh === name)?.case;
    if (found === undefined) return;
    const plain = Object.entries(found.given).map(([id, value]) => [
      id,
      typeof value === 'number' ? String(value) : value,
    ]);
    const next = {
      facts: Object.fromEntries(plain) as Typed,
      answers: Object.fromEntries(Object.entries(found.choices).map(([id, answer]) => [id, String(answer)])),
    };
    setFacts(next.facts);
    setAnswers(next.answers);
    setAsked({ facts: next.facts, answers: given(next.answers) });
  };
  const runnable = rule.casesWorked.filter(({ case: each }) => each.refused === undefined && each.peers.length === 0);
  return (
    <section className="try" aria-label={say(words.title)}>
      <h2>{say(words.title)}</h2>
      <p className="quiet">{say(words.lead)}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setAsked({ facts, answers: given(answers) });
        }}
      >
        <Select
          className="try-case"
          getPopupContainer={beside}
          aria-label={say(words.fromCase)}
          placeholder={say(words.fromCase)}
          value={null}
          onChange={(name: string | null) => name !== null && take(name)}
          options={runnable.map(({ case: { name } }) => ({ value: name.zh, label: say(name) }))}
        />
        {rule.inputs.map((input) => (
          <div key={input.id} className="try-field">
            <span title={input.hint && say(input.hint)}>{say(input.label)}</span>
            <Field
              input={input}
              value={facts[input.id]}
              onChange={(value) => setFacts({ ...facts, [input.id]: value })}
            />
          </div>
        ))}
        {rule.asks.length > 0 && <h3>{say(words.assume)}</h3>}
        {rule.asks.map((ask) => (
          <Assume
            key={ask.id}
            ask={ask}
            value={answers[ask.id] ?? rule.answers[ask.id] ?? ''}
            onChange={(answer) => setAnswers({ ...answers, [ask.id]: answer })}
          />
        ))}
        <div className="page-actions try-actions">
          <Button type="primary" htmlType="submit">
            {say(words.run)}
          </Button>
          <Button
            onClick={() => {
              setFacts({});
              setAnswers({});
              setAsked(null);
            }}
          >
            {say(words.clear)}
          </Button>
        </div>
      </form>
      {asked && <Result rule={rule} {...asked} />}
      {asked && <RuleCompare key={JSON.stringify(asked.facts)} rule={rule} facts={asked.facts as GivenFacts} />}
    </section>
  );
}
