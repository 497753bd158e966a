import { Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { NodeChange } from '../../node-change.ts';
import { dayCounts, type NodeSpec, nodeKinds, type PlanNode } from '../../node-plan.ts';
import { Field } from './field.tsx';
import { FieldIssue, ItemField } from './item-field.tsx';

const words = {
  title: { zh: '加节点', en: 'Add a node' },
  ok: { zh: '加入计划', en: 'Add to the plan' },
  cancel: { zh: '取消', en: 'Cancel' },
  name: { zh: '新节点名称', en: 'Name of the new node' },
  needed: { zh: '请填名称', en: 'It needs a name' },
  kind: { zh: '类别', en: 'Kind' },
  days: { zh: '工期（天）', en: 'Days' },
  counts: { zh: '计日方式', en: 'Counted in' },
  after: { zh: '前置节点（完成后才开始）', en: 'Starts after' },
  before: { zh: '后续节点（等它完成）', en: 'Those that wait for it' },
  owner: { zh: '责任人或单位', en: 'Who answers for it' },
} satisfies Record<string, Label>;

interface Props {
  readonly nodes: readonly PlanNode[];
  readonly onClose: () => void;
  /** Null when they were taken; otherwise why not. */
  readonly onChange: (changes: readonly NodeChange[]) => Label | null;
}

function newId(nodes: readonly PlanNode[]): string {
  const taken = new Set(nodes.map(({ id }) => id));
  let number = nodes.length + 1;
  while (taken.has(`n${number}`)) number += 1;
  return `n${number}`;
}

interface Form extends Pick<NodeSpec, 'name' | 'kind' | 'days' | 'counts' | 'item'> {
  readonly owner: string;
  readonly after: readonly string[];
  readonly before: readonly string[];
}
const blank: Form = {
  name: '',
  kind: 'preparation',
  days: 5,
  counts: 'working',
  item: null,
  owner: '',
  after: [],
  before: [],
};

/** The node, beneath the last of those it waits for, and those that wait for it from now on. */
function changesOf({ after, before, owner, ...form }: Form, nodes: readonly PlanNode[]): NodeChange[] {
  const id = newId(nodes);
  const waits = (ids: readonly string[]) => ids.map((each) => ({ id: each, lag: 0 }));
  const node = {
    ...form,
    id,
    name: form.name.trim(),
    owner: owner.trim() === '' ? null : owner.trim(),
    after: waits(after),
  };
  const beneath = nodes.findLast((each) => after.includes(each.id))?.id;
  return [
    { does: 'add', node, ...(beneath !== undefined && { beneath }) },
    ...nodes
      .filter((each) => before.includes(each.id))
      .map((each): NodeChange => ({ does: 'edit', node: each.id, to: { after: [...each.after, { id, lag: 0 }] } })),
  ];
}

/** A node more, between others if it is told which. */
export function AddNodeDialog({ nodes, onClose, onChange }: Props) {
  const { say } = useLanguage();
  const [form, setForm] = useState(blank);
  const [issue, setIssue] = useState<Label | null>(null);
  const [isTried, setTried] = useState(false);
  const { name, kind, days, counts, item, owner, after, before } = form;
  const set = (part: Partial<Form>) => {
    setIssue(null);
    setForm({ ...form, ...part });
  };
  const add = () => {
    setTried(true);
    if (name.trim() === '') return;
    const refusal = onChange(changesOf(form, nodes));
    if (refusal === null) onClose();
    else setIssue(refusal);
  };
  const others = nodes.map((each) => ({ value: each.id, label: each.name }));
  const several = (
    what: Label,
    value: readonly string[],
    options: typeof others,
    onPick: (value: string[]) => void,
  ) => (
    <Select
      aria-label={say(what)}
      mode="multiple"
      value={[...value]}
      style={{ width: '100%' }}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      onChange={onPick}
    />
  );
  return (
    <Modal
      open
      title={say(words.title)}
      okText={say(words.ok)}
      cancelText={say(words.cancel)}
      width={560}
      onOk={add}
      onCancel={onClose}
    >
      <div className="gantt-fields">
        <Field label={say(words.name)} isWide>
          <Input
            aria-label={say(words.name)}
            value={name}
            maxLength={60}
            onChange={({ target }) => set({ name: target.value })}
          />
          <FieldIssue issue={isTried && name.trim() === '' ? words.needed : null} />
        </Field>
        <Field label={say(words.days)}>
          <InputNumber
            aria-label={say(words.days)}
            min={1}
            max={2000}
            value={days}
            style={{ width: '100%' }}
            onChange={(value) => set({ days: value ?? 1 })}
          />
        </Field>
        <Field label={say(words.counts)}>
          <Select
            aria-label={say(words.counts)}
            value={counts}
            style={{ width: '100%' }}
            options={(['working', 'calendar'] as const).map((value) => ({ value, label: say(dayCounts[value]) }))}
            onChange={(value) => set({ counts: value })}
          />
        </Field>
        <Field label={say(words.kind)}>
          <Select
            aria-label={say(words.kind)}
            value={kind}
            style={{ width: '100%' }}
            options={Object.entries(nodeKinds).map(([value, label]) => ({ value, label: say(label) }))}
            onChange={(value) => set({ kind: value as Form['kind'] })}
          />
        </Field>
        <Field label={say(words.after)} isWide>
          {several(words.after, after, others, (value) => set({ after: value }))}
        </Field>
        <Field label={say(words.before)} isWide>
          {several(
            words.before,
            before,
            others.filter(({ value }) => nodes.some((each) => each.id === value && each.actualStart === null)),
            (value) => set({ before: value }),
          )}
          <FieldIssue issue={issue} />
        </Field>
        <ItemField item={item} days={days} counts={counts} onChange={(next) => set({ item: next })} />
        <Field label={say(words.owner)} isWide>
          <Input
            aria-label={say(words.owner)}
            value={owner}
            maxLength={100}
            onChange={({ target }) => set({ owner: target.value })}
          />
        </Field>
      </div>
    </Modal>
  );
}
