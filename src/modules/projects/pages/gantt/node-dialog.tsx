import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { NodeChange } from '../../node-change.ts';
import { dayCounts, nodeKinds } from '../../node-plan.ts';
import type { ShownNode } from '../../nodes-operations.ts';
import { Field } from './field.tsx';
import { FieldIssue, ItemField } from './item-field.tsx';

const words = {
  name: { zh: '名称', en: 'Name' },
  kind: { zh: '类别', en: 'Kind' },
  start: { zh: '计划开始', en: 'Planned start' },
  days: { zh: '工期（天）', en: 'Days' },
  counts: { zh: '计日方式', en: 'Counted in' },
  after: { zh: '前置节点（完成后才开始）', en: 'Starts after' },
  owner: { zh: '责任人或单位', en: 'Who answers for it' },
  actual: { zh: '实际进度', en: 'What happened' },
  actualStart: { zh: '实际开始', en: 'Actual start' },
  actualFinish: { zh: '实际完成', en: 'Actual finish' },
  note: { zh: '说明', en: 'Note' },
  take: { zh: '调整计划', en: 'Change the plan' },
  record: { zh: '登记实际进度', en: 'Record' },
  remove: { zh: '删除节点', en: 'Remove' },
  planned: { zh: '计划 {start} 至 {finish}', en: 'Planned {start} to {finish}' },
  base: { zh: '基线 {start} 至 {finish}', en: 'Baseline {start} to {finish}' },
} satisfies Record<string, Label>;

export interface Happened {
  readonly node: string;
  readonly start: string | null;
  readonly finish: string | null;
  readonly note: string | null;
}

interface Props {
  readonly node: ShownNode;
  readonly nodes: readonly ShownNode[];
  readonly mayWrite: boolean;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  /** Null when they were taken; otherwise why not. */
  readonly onChange: (changes: readonly NodeChange[]) => Label | null;
  readonly onHappened: (happened: Happened) => void;
}

const orNull = (text: string) => (text === '' ? null : text);

function PlanFields({ node, nodes, onClose, onChange }: Pick<Props, 'node' | 'nodes' | 'onClose' | 'onChange'>) {
  const { say } = useLanguage();
  const [issue, setIssue] = useState<Label | null>(null);
  const [{ name, kind, days, counts, owner, start, after, item }, setForm] = useState({
    ...node,
    owner: node.owner ?? '',
    after: node.after.map(({ id }) => id),
  });
  const set = (part: object) => setForm((form) => ({ ...form, ...part }));
  const take = () => {
    const lagOf = (id: string) => node.after.find((each) => each.id === id)?.lag ?? 0;
    const to = {
      name,
      kind,
      days,
      counts,
      owner: orNull(owner),
      item,
      after: after.map((id) => ({ id, lag: lagOf(id) })),
    };
    const edit: NodeChange = { does: 'edit', node: node.id, to };
    const move: NodeChange[] = start === node.start || start === '' ? [] : [{ does: 'move', node: node.id, start }];
    const refusal = onChange([edit, ...move]);
    if (refusal === null) onClose();
    else setIssue(refusal);
  };
  return (
    <>
      <div className="gantt-fields">
        <Field label={say(words.name)} isWide>
          <Input
            aria-label={say(words.name)}
            value={name}
            maxLength={60}
            onChange={({ target }) => set({ name: target.value })}
          />
        </Field>
        <Field label={say(words.start)}>
          <Input
            aria-label={say(words.start)}
            type="date"
            value={start}
            disabled={node.actualStart !== null}
            onChange={({ target }) => set({ start: target.value })}
          />
        </Field>
        <Field label={say(words.days)}>
          <InputNumber
            aria-label={say(words.days)}
            min={1}
            max={2000}
            value={days}
            style={{ width: '100%' }}
            disabled={node.actualFinish !== null}
            onChange={(value) => set({ days: value ?? 1 })}
          />
        </Field>
        <Field label={say(words.counts)}>
          <Select
            aria-label={say(words.counts)}
            value={counts}
            style={{ width: '100%' }}
            disabled={node.actualFinish !== null}
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
            onChange={(value) => set({ kind: value })}
          />
        </Field>
        <Field label={say(words.after)} isWide>
          <Select
            aria-label={say(words.after)}
            mode="multiple"
            value={after}
            style={{ width: '100%' }}
            showSearch={{ optionFilterProp: 'label' }}
            options={nodes.filter(({ id }) => id !== node.id).map((each) => ({ value: each.id, label: each.name }))}
            onChange={(value) => set({ after: value })}
          />
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
      <div className="page-actions">
        <Button type="primary" disabled={name.trim() === ''} onClick={take}>
          {say(words.take)}
        </Button>
        {node.actualStart === null && (
          <Button
            danger
            onClick={() => (onChange([{ does: 'remove', node: node.id }]) === null ? onClose() : undefined)}
          >
            {say(words.remove)}
          </Button>
        )}
      </div>
    </>
  );
}

function ActualFields({ node, isBusy, onHappened }: Pick<Props, 'node' | 'isBusy' | 'onHappened'>) {
  const { say } = useLanguage();
  const [start, setStart] = useState(node.actualStart ?? '');
  const [finish, setFinish] = useState(node.actualFinish ?? '');
  const [note, setNote] = useState(node.note ?? '');
  return (
    <>
      <h3>{say(words.actual)}</h3>
      <div className="gantt-fields">
        <Field label={say(words.actualStart)}>
          <Input
            aria-label={say(words.actualStart)}
            type="date"
            value={start}
            onChange={({ target }) => setStart(target.value)}
          />
        </Field>
        <Field label={say(words.actualFinish)}>
          <Input
            aria-label={say(words.actualFinish)}
            type="date"
            value={finish}
            onChange={({ target }) => setFinish(target.value)}
          />
        </Field>
        <Field label={say(words.note)} isWide>
          <Input
            aria-label={say(words.note)}
            value={note}
            maxLength={500}
            onChange={({ target }) => setNote(target.value)}
          />
        </Field>
      </div>
      <Button
        disabled={isBusy}
        onClick={() => onHappened({ node: node.id, start: orNull(start), finish: orNull(finish), note: orNull(note) })}
      >
        {say(words.record)}
      </Button>
    </>
  );
}

/** A node in full: its plan, which becomes part of the draft, and what happened, which is kept at once. */
export function NodeDialog(props: Props) {
  const { say } = useLanguage();
  const { node, mayWrite, onClose } = props;
  const { start, finish, baselineStart, baselineFinish } = node;
  return (
    <Modal open title={node.name} footer={null} onCancel={onClose} width={560}>
      <p className="quiet">
        {say(words.planned, { start, finish })}
        {baselineStart && baselineFinish && `；${say(words.base, { start: baselineStart, finish: baselineFinish })}`}
      </p>
      {mayWrite && <PlanFields {...props} />}
      {mayWrite && <ActualFields {...props} />}
    </Modal>
  );
}
