import { Alert, Form, Input, Modal, Select, Switch } from 'antd';
import { type ReactNode, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { useLanguage } from '../../../web/language.tsx';

export interface Field {
  readonly name: string;
  readonly label: Label;
  readonly kind?: 'text' | 'date' | 'password' | 'select' | 'many' | 'switch';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly isOptional?: boolean;
  readonly autoComplete?: string;
}

export type Answers = Record<string, string | string[] | boolean | undefined>;

const words = {
  needed: { zh: '请填写', en: 'Please fill in' },
  ok: { zh: '确定', en: 'OK' },
  cancel: { zh: '取消', en: 'Cancel' },
};

function controlOf({ kind = 'text', options, autoComplete = 'off' }: Field): ReactNode {
  if (kind === 'switch') return <Switch size="small" />;
  if (kind === 'password') return <Input.Password autoComplete={autoComplete} />;
  if (kind === 'select' || kind === 'many')
    return (
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={[...(options ?? [])]}
        {...(kind === 'many' && { mode: 'multiple' as const })}
      />
    );
  return <Input type={kind === 'date' ? 'date' : 'text'} autoComplete={autoComplete} />;
}

/** The fields of a form, each with its heading above it. */
export function Fields({ fields }: { fields: readonly Field[] }) {
  const { say } = useLanguage();
  return fields.map((field) => (
    <Form.Item
      key={field.name}
      name={field.name}
      label={say(field.label)}
      rules={[{ required: !field.isOptional && field.kind !== 'switch', message: say(words.needed) }]}
      {...(field.kind === 'switch' && { valuePropName: 'checked' })}
    >
      {controlOf(field)}
    </Form.Item>
  ));
}

interface Props {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly fields: readonly Field[];
  readonly initial?: Answers;
  readonly onSubmit: (answers: Answers) => Promise<unknown>;
  readonly onClose: () => void;
}

/** A short form in a window; a refusal is said inside it and what was typed stays. */
export function FormModal({ title, hint, fields, initial = {}, onSubmit, onClose }: Props) {
  const { say } = useLanguage();
  const [form] = Form.useForm<Answers>();
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async (answers: Answers) => {
    setIsBusy(true);
    setTrouble(null);
    try {
      await onSubmit(answers);
      onClose();
    } catch (error) {
      setTrouble(error instanceof Refusal ? say(error.label) : String(error));
    }
    setIsBusy(false);
  };
  return (
    <Modal
      open
      title={title}
      okText={say(words.ok)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: isBusy }}
      onOk={() => form.submit()}
      onCancel={onClose}
      destroyOnHidden
    >
      {hint !== undefined && <p className="quiet">{hint}</p>}
      {trouble !== null && <Alert type="error" showIcon title={trouble} className="page-alert" />}
      <Form form={form} layout="vertical" initialValues={initial} onFinish={submit} requiredMark={false}>
        <Fields fields={fields} />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Modal>
  );
}
