import { Alert, Button, Input, Select } from 'antd';
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { Refusal } from '../../../../web/client.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { FactContent } from '../../plan.ts';
import { contentFrom, type Form, formOf, listOf, textOf } from './fact-form.ts';
import { comparatorLabels, indicatorKindLabels } from './wording.ts';

const words = {
  save: { zh: '保存', en: 'Save' },
  add: { zh: '补充', en: 'Add' },
  cancel: { zh: '取消', en: 'Cancel' },
  name: { zh: '名称', en: 'Name' },
  subject: { zh: '主体', en: 'Subject' },
  value: { zh: '数值', en: 'Value' },
  unit: { zh: '单位', en: 'Unit' },
  comparator: { zh: '关系', en: 'Comparator' },
  period: { zh: '时期', en: 'Period' },
  kind: { zh: '口径', en: 'Kind' },
  attribute: { zh: '属性', en: 'Attribute' },
  owner: { zh: '建设单位', en: 'Owner' },
  location: { zh: '地点', en: 'Place' },
  industry: { zh: '产业', en: 'Industry' },
  investment: { zh: '投资额', en: 'Investment' },
  start: { zh: '开工', en: 'Start' },
  finish: { zh: '竣工', en: 'Finish' },
  text: { zh: '任务', en: 'Task' },
  leads: { zh: '牵头单位', en: 'Lead units' },
  cooperators: { zh: '配合单位', en: 'Cooperating units' },
  deadline: { zh: '时限', en: 'Deadline' },
  level: { zh: '级别', en: 'Level' },
  parent: { zh: '上级', en: 'Parent' },
  area: { zh: '面积', en: 'Area' },
  industries: { zh: '产业', en: 'Industries' },
  aliases: { zh: '别称', en: 'Also called' },
  badValue: { zh: '数值请写成 280 或 8-10', en: 'Write the value as 280 or 8-10' },
  badPeriod: { zh: '时期请写成 2030、2026-2030 或 2026-03', en: 'Write the period as 2030, 2026-2030 or 2026-03' },
  needsName: { zh: '请填写名称', en: 'Please give a name' },
};

type Word = keyof typeof words;

interface FieldProps {
  readonly word: Word;
  readonly wide?: boolean;
  readonly children: (id: string) => ReactNode;
}

function Field({ word, wide = false, children }: FieldProps) {
  const { say } = useLanguage();
  const id = useId();
  return (
    <div className={wide ? 'field field-wide' : 'field'}>
      <label htmlFor={id}>{say(words[word])}</label>
      {children(id)}
    </div>
  );
}

const layouts: Record<
  FactContent['kind'],
  readonly (readonly [Word, 'text' | 'list' | 'comparator' | 'kind' | 'attribute' | 'amount', boolean?])[]
> = {
  indicator: [
    ['name', 'text', true],
    ['value', 'text'],
    ['unit', 'text'],
    ['comparator', 'comparator'],
    ['period', 'text'],
    ['kind', 'kind'],
    ['attribute', 'attribute'],
    ['subject', 'text', true],
  ],
  project: [
    ['name', 'text', true],
    ['owner', 'text', true],
    ['location', 'text'],
    ['industry', 'text'],
    ['investment', 'amount'],
    ['start', 'text'],
    ['finish', 'text'],
  ],
  task: [
    ['text', 'text', true],
    ['leads', 'list', true],
    ['cooperators', 'list', true],
    ['deadline', 'text'],
  ],
  park: [
    ['name', 'text', true],
    ['level', 'text'],
    ['parent', 'text'],
    ['area', 'amount'],
    ['industries', 'list', true],
    ['aliases', 'list', true],
  ],
  enterprise: [
    ['name', 'text', true],
    ['aliases', 'list', true],
  ],
};

interface Props {
  readonly content: FactContent;
  readonly isNew: boolean;
  readonly onSave: (content: FactContent) => Promise<void>;
  readonly onClose: () => void;
}

/** Corrects a fact in place. A refusal is shown here and what was typed stays. */
export function FactEditor({ content, isNew, onSave, onClose }: Props) {
  const { say } = useLanguage();
  const [form, setForm] = useState<Form>(() => formOf(content));
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const set = (key: string, value: string | readonly string[]) => setForm((all) => ({ ...all, [key]: value }));
  const submit = async () => {
    const next = contentFrom(content, form);
    if (typeof next === 'string') return setTrouble(say(words[next]));
    setIsBusy(true);
    setTrouble(null);
    try {
      await onSave(next);
      onClose();
    } catch (error) {
      setTrouble(error instanceof Refusal ? say(error.label) : String(error));
    }
    setIsBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onClose();
    const inList = event.target instanceof HTMLElement && event.target.closest('.ant-select') !== null;
    if (
      event.key === 'Enter' &&
      !event.nativeEvent.isComposing &&
      !inList &&
      !(event.target instanceof HTMLButtonElement)
    )
      void submit();
  };
  const optionsOf = (labels: Readonly<Record<string, Label>>) =>
    Object.entries(labels).map(([value, label]) => ({ value, label: say(label) }));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter and Escape anywhere in the form
    <div className="fact-editor" onKeyDown={onKeyDown}>
      {trouble && <Alert type="warning" showIcon title={trouble} />}
      <div className="fields">
        {layouts[content.kind].map(([word, type, wide = false], index) => (
          <Field key={word} word={word} wide={wide}>
            {(id) => {
              if (type === 'list')
                return (
                  <Select
                    id={id}
                    mode="tags"
                    size="small"
                    open={false}
                    suffixIcon={null}
                    tokenSeparators={['、', '，', ',']}
                    value={listOf(form[word])}
                    onChange={(value: string[]) => set(word, value)}
                  />
                );
              if (type === 'comparator' || type === 'kind')
                return (
                  <Select
                    id={id}
                    size="small"
                    value={textOf(form[word])}
                    options={type === 'kind' ? optionsOf(indicatorKindLabels) : optionsOf(comparatorLabels)}
                    onChange={(value: string) => set(word, value)}
                  />
                );
              if (type === 'attribute')
                return (
                  <Select
                    id={id}
                    size="small"
                    value={textOf(form[word])}
                    options={['', '预期性', '约束性'].map((value) => ({ value, label: value || '—' }))}
                    onChange={(value: string) => set(word, value)}
                  />
                );
              if (type === 'amount')
                return (
                  <span className="amount">
                    <Input
                      id={id}
                      size="small"
                      value={textOf(form.amount)}
                      onChange={({ target }) => set('amount', target.value)}
                    />
                    <Input
                      size="small"
                      aria-label={say(words.unit)}
                      value={textOf(form.amountUnit)}
                      onChange={({ target }) => set('amountUnit', target.value)}
                    />
                  </span>
                );
              return (
                <Input
                  id={id}
                  size="small"
                  autoFocus={index === (isNew ? 0 : content.kind === 'indicator' ? 1 : 0)}
                  value={String(form[word] ?? '')}
                  onChange={({ target }) => set(word, target.value)}
                />
              );
            }}
          </Field>
        ))}
      </div>
      <div className="editor-actions">
        <Button size="small" type="primary" disabled={isBusy} onClick={() => void submit()}>
          {say(isNew ? words.add : words.save)} <kbd>Enter</kbd>
        </Button>
        <Button size="small" onClick={onClose}>
          {say(words.cancel)} <kbd>Esc</kbd>
        </Button>
      </div>
    </div>
  );
}
