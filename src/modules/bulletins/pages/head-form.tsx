import { Alert, Button, Form, Input, Modal } from 'antd';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import type { BulletinDetail } from '../bulletin.ts';
import { type Head, type HeadField, headFieldIds, headFields } from '../head.ts';
import { bulletinOperations } from '../operations.ts';

const words = {
  title: { zh: '版头与版记', en: 'Head and imprint' },
  lead: {
    zh: '下一份通报会沿用这里的内容，发文字号顺延，不必再填。',
    en: 'The next bulletin takes these over, with the number after this one.',
  },
  take: { zh: '沿用《{from}》', en: 'As in “{from}”' },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
  numberHint: { zh: '如 青政办通〔2026〕6号', en: 'As 青政办通〔2026〕6号' },
} satisfies Record<string, Label>;

type Typed = Partial<Record<HeadField, string>>;

const typedOf = (head: Head): Typed => Object.fromEntries(headFieldIds.map((id) => [id, head[id] ?? '']));

/** What was left empty is absent, not an empty word. */
const headOf = (typed: Typed): Head =>
  Object.fromEntries(headFieldIds.map((id) => [id, (typed[id] ?? '').trim() || null])) as Head;

interface Props {
  readonly bulletin: BulletinDetail;
  readonly isSaving: boolean;
  readonly onSave: (head: Head) => void;
  readonly onClose: () => void;
}

/** The elements round the text, one field each; those of the last bulletin stand ready. */
export function HeadForm({ bulletin, isSaving, onSave, onClose }: Props) {
  const { say } = useLanguage();
  const [form] = Form.useForm<Typed>();
  const { data } = useOperation(bulletinOperations['bulletins.head'], { bulletinId: bulletin.id });
  const proposed = data?.proposed ?? null;
  return (
    <Modal
      open
      width={720}
      title={say(words.title)}
      okText={say(words.save)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: isSaving }}
      mask={{ closable: false }}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Alert
        className="page-alert"
        type="info"
        title={say(words.lead)}
        action={
          proposed && (
            <Button size="small" onClick={() => form.setFieldsValue(typedOf(proposed.head))}>
              {say(words.take, { from: proposed.from })}
            </Button>
          )
        }
      />
      <Form
        form={form}
        className="head-form"
        layout="vertical"
        initialValues={typedOf(bulletin.document)}
        onFinish={(typed: Typed) => onSave(headOf(typed))}
      >
        {headFieldIds.map((id) => (
          <Form.Item key={id} name={id} label={say(headFields[id])}>
            <Input
              type={id === 'printedOn' ? 'date' : 'text'}
              maxLength={300}
              {...(id === 'number' && { placeholder: say(words.numberHint) })}
            />
          </Form.Item>
        ))}
      </Form>
    </Modal>
  );
}
