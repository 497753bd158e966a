import { Input, Modal, Radio, Select, Switch } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { useOperation } from '../../../../web/use-operation.ts';
import { nodeOperations, type ShownPlan } from '../../nodes-operations.ts';
import { Field } from './field.tsx';

const words = {
  title: { zh: '编排节点计划', en: 'Plan the nodes' },
  template: { zh: '节点模板', en: 'Template' },
  present: { zh: '现有节点', en: 'The nodes that are there' },
  of: { zh: '{name}（{n} 个节点）', en: '{name} ({n} nodes)' },
  back: { zh: '倒排：从目标日期往前', en: 'Back from the target' },
  on: { zh: '正排：从开始日期往后', en: 'On from the start' },
  target: { zh: '目标（投产）日期', en: 'Target day' },
  start: { zh: '开始日期', en: 'Start day' },
  baseline: { zh: '重新确定基线', en: 'Set the baseline anew' },
  reason: { zh: '调整原因', en: 'Reason' },
  ok: { zh: '编排', en: 'Plan' },
  cancel: { zh: '取消', en: 'Cancel' },
} satisfies Record<string, Label>;

export interface PlanAsked {
  readonly template?: string;
  readonly targetOn: string | null;
  readonly startOn: string | null;
  readonly setsBaseline: boolean;
  readonly reason: string | null;
}

interface Props {
  readonly plan: ShownPlan;
  readonly isBusy: boolean;
  readonly onClose: () => void;
  readonly onPlan: (asked: PlanAsked) => void;
}

const present = '';

/** From a template or the nodes that are there, back from a target or on from a start. */
export function PlanDialog({ plan, isBusy, onClose, onPlan }: Props) {
  const { say } = useLanguage();
  const { data } = useOperation(nodeOperations['nodes.templates'], {});
  const isFirst = plan.revision === 0;
  const [template, setTemplate] = useState(isFirst ? 'industrial' : present);
  const [way, setWay] = useState<'back' | 'on'>('back');
  const [day, setDay] = useState(plan.targetOn ?? '');
  const [setsBaseline, setBaseline] = useState(false);
  const [reason, setReason] = useState('');
  const options = [
    ...(isFirst ? [] : [{ value: present, label: say(words.present) }]),
    ...(data?.templates ?? []).map(({ id, label, nodes }) => ({
      value: id,
      label: say(words.of, { name: say(label), n: nodes.length }),
    })),
  ];
  const ask = () =>
    onPlan({
      ...(template !== present && { template }),
      targetOn: way === 'back' ? day : null,
      startOn: way === 'on' ? day : null,
      setsBaseline,
      reason: reason === '' ? null : reason,
    });
  return (
    <Modal
      open
      title={say(words.title)}
      okText={say(words.ok)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: day === '' || isBusy }}
      onOk={ask}
      onCancel={onClose}
    >
      <div className="gantt-fields">
        <Field label={say(words.template)} isWide>
          <Select
            aria-label={say(words.template)}
            value={template}
            options={options}
            style={{ width: '100%' }}
            onChange={setTemplate}
          />
        </Field>
        <Radio.Group
          className="is-wide"
          value={way}
          onChange={({ target }) => setWay(target.value)}
          options={(['back', 'on'] as const).map((value) => ({ value, label: say(words[value]) }))}
        />
        <Field label={say(way === 'back' ? words.target : words.start)}>
          <Input
            aria-label={say(way === 'back' ? words.target : words.start)}
            type="date"
            value={day}
            onChange={({ target }) => setDay(target.value)}
          />
        </Field>
        {!isFirst && (
          <Field label={say(words.baseline)}>
            <Switch aria-label={say(words.baseline)} checked={setsBaseline} onChange={setBaseline} />
          </Field>
        )}
        {!isFirst && (
          <Field label={say(words.reason)} isWide>
            <Input
              aria-label={say(words.reason)}
              value={reason}
              maxLength={500}
              onChange={({ target }) => setReason(target.value)}
            />
          </Field>
        )}
      </div>
    </Modal>
  );
}
