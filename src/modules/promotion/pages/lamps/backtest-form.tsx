import { Button, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import type * as z from 'zod';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { useOperation } from '../../../../web/use-operation.ts';
import { ruleOperations } from '../../../evaluation/operations.ts';
import {
  type Basis,
  type backtestOperations,
  bases,
  type TroubleKind,
  troubleKinds,
} from '../../backtest-operations.ts';
import { lampOfRule } from '../../lamps.ts';
import { useUnits } from '../names.ts';
import { optionsOf } from '../show.ts';

export type Asked = z.input<(typeof backtestOperations)['backtests.run']['input']>;

const words = {
  first: { zh: '版次', en: 'Edition' },
  second: { zh: '对照版次（可不选）', en: 'Beside it (optional)' },
  trouble: { zh: '应当预警的事', en: 'What it should warn of' },
  grace: { zh: '晚几个月算逾期', en: 'Months of grace' },
  from: { zh: '起月', en: 'From' },
  to: { zh: '止月', en: 'To' },
  basis: { zh: '当时知道什么', en: 'What was known' },
  unit: { zh: '单位', en: 'Unit' },
  run: { zh: '回测', en: 'Run' },
  decided: { zh: '不填按各单位的决定', en: 'left empty, as the units decided' },
  edition: { zh: '{name}（{edition} 版）', en: '{name} (edition {edition})' },
  trial: { zh: '试算的答案', en: 'Answers of the trial' },
} satisfies Record<string, Label>;

function Labelled({
  label,
  isWide,
  children,
}: {
  label: string;
  isWide?: boolean;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={isWide ? 'is-wide' : undefined}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

type Trial = Readonly<Record<string, string>>;

/** The open questions of an edition, answered for this trial alone. */
function TrialAnswers({
  edition,
  trial,
  onChange,
}: {
  edition: string;
  trial: Trial;
  onChange: (trial: Trial) => void;
}) {
  const { say } = useLanguage();
  const [ruleId = '', number = ''] = edition.split('@');
  const { data } = useOperation(ruleOperations['rules.show'], { ruleId, edition: number });
  const asks = data?.asks ?? [];
  if (asks.length === 0) return null;
  const set = (id: string, answer: string) => {
    const { [id]: _, ...rest } = trial;
    onChange(answer === '' ? rest : { ...rest, [id]: answer });
  };
  return (
    <fieldset className="backtest-trial" aria-label={say(words.trial)}>
      {asks.map(({ id, question, options, amount }) => (
        <Labelled key={id} label={say(question)}>
          {(field) =>
            options ? (
              <Select
                id={field}
                allowClear
                placeholder={say(words.decided)}
                value={trial[id] ?? null}
                options={options.map((option) => ({ value: option.id, label: say(option.label) }))}
                onChange={(value) => set(id, value ?? '')}
              />
            ) : (
              <Input
                id={field}
                inputMode="decimal"
                placeholder={say(words.decided)}
                suffix={amount?.unit}
                value={trial[id] ?? ''}
                onChange={({ target }) => set(id, target.value.trim())}
              />
            )
          }
        </Labelled>
      ))}
    </fieldset>
  );
}

const monthsAgo = (today: Date, months: number): string => {
  const day = new Date(today.getFullYear(), today.getMonth() - months, 15);
  return `${day.getFullYear()}-${String(day.getMonth() + 1).padStart(2, '0')}`;
};

/** What is tested on which months; `onRun` gets the whole question. */
export function BacktestForm({
  first,
  isBusy,
  onRun,
}: {
  first: string;
  isBusy: boolean;
  onRun: (asked: Asked) => void;
}) {
  const { say } = useLanguage();
  const units = useUnits();
  const { data } = useOperation(ruleOperations['rules.list'], {});
  const [form, setForm] = useState(() => ({
    first,
    second: undefined as string | undefined,
    firstTrial: {} as Trial,
    secondTrial: {} as Trial,
    trouble: (first.startsWith('lamp-start') ? 'late-start' : 'late-finish') as TroubleKind,
    graceMonths: 0,
    from: monthsAgo(new Date(), 12),
    to: monthsAgo(new Date(), 0),
    basis: 'recorded' as Basis,
    unitPath: undefined as string | undefined,
  }));
  const set = (part: Partial<typeof form>) => setForm((before) => ({ ...before, ...part }));
  const editions = (data?.rules ?? [])
    .filter(({ id, theme }) => theme === 'lamp' && lampOfRule(id) !== undefined)
    .map(({ id, edition, label }) => ({
      value: `${id}@${edition}`,
      label: say(words.edition, { name: say(label), edition }),
    }));
  const { firstTrial, secondTrial, second, unitPath, ...rest } = form;
  const run = () =>
    onRun({
      ...rest,
      firstTrial: JSON.stringify(firstTrial),
      ...(second !== undefined && { second, secondTrial: JSON.stringify(secondTrial) }),
      ...(unitPath !== undefined && { unitPath }),
    });
  return (
    <form
      className="backtest-form"
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <Labelled label={say(words.first)} isWide>
        {(id) => (
          <>
            <Select
              id={id}
              value={form.first}
              options={editions}
              onChange={(value) => set({ first: value, firstTrial: {} })}
            />
            <TrialAnswers edition={form.first} trial={firstTrial} onChange={(trial) => set({ firstTrial: trial })} />
          </>
        )}
      </Labelled>
      <Labelled label={say(words.second)} isWide>
        {(id) => (
          <>
            <Select
              id={id}
              allowClear
              value={second ?? null}
              options={editions}
              onChange={(value) => set({ second: value ?? undefined, secondTrial: {} })}
            />
            {second !== undefined && (
              <TrialAnswers edition={second} trial={secondTrial} onChange={(trial) => set({ secondTrial: trial })} />
            )}
          </>
        )}
      </Labelled>
      <Labelled label={say(words.trouble)}>
        {(id) => (
          <Select
            id={id}
            value={form.trouble}
            options={optionsOf(troubleKinds, say)}
            onChange={(trouble) => set({ trouble: trouble as TroubleKind })}
          />
        )}
      </Labelled>
      <Labelled label={say(words.grace)}>
        {(id) => (
          <InputNumber
            id={id}
            min={0}
            max={36}
            value={form.graceMonths}
            style={{ width: '100%' }}
            onChange={(value) => set({ graceMonths: value ?? 0 })}
          />
        )}
      </Labelled>
      <Labelled label={say(words.from)}>
        {(id) => (
          <Input id={id} type="month" value={form.from} onChange={({ target }) => set({ from: target.value })} />
        )}
      </Labelled>
      <Labelled label={say(words.to)}>
        {(id) => <Input id={id} type="month" value={form.to} onChange={({ target }) => set({ to: target.value })} />}
      </Labelled>
      <Labelled label={say(words.basis)} isWide>
        {(id) => (
          <Select
            id={id}
            value={form.basis}
            options={optionsOf(bases, say)}
            onChange={(basis) => set({ basis: basis as Basis })}
          />
        )}
      </Labelled>
      <Labelled label={say(words.unit)}>
        {(id) => (
          <Select
            id={id}
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={unitPath ?? null}
            options={units.map((each) => ({ value: each.unitPath, label: each.name }))}
            onChange={(value) => set({ unitPath: value ?? undefined })}
          />
        )}
      </Labelled>
      <div style={{ justifyContent: 'end' }}>
        <Button type="primary" htmlType="submit" disabled={isBusy || form.from === '' || form.to === ''}>
          {say(words.run)}
        </Button>
      </div>
    </form>
  );
}
