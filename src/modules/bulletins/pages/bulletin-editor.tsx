import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../web/language.tsx';

const words = {
  title: { zh: '修改通报', en: 'Edit the bulletin' },
  hint: {
    zh: '“[数字](来源)”是连着来源的数字：可以移动或删去，不能在这里改；“##”起头的是标题。',
    en: '“[figure](source)” is tied to its source: move it or take it out; it is not changed here. “##” begins a heading.',
  },
  save: { zh: '保存', en: 'Save' },
  cancel: { zh: '取消', en: 'Cancel' },
};

interface Props {
  readonly markdown: string;
  readonly isSaving: boolean;
  readonly onSave: (markdown: string) => void;
  readonly onClose: () => void;
}

/** The text as Markdown; what was written stays until it is saved or given up. */
export function BulletinEditor({ markdown, isSaving, onSave, onClose }: Props) {
  const { say } = useLanguage();
  const [text, setText] = useState(markdown);
  return (
    <Modal
      open
      width={860}
      title={say(words.title)}
      okText={say(words.save)}
      cancelText={say(words.cancel)}
      okButtonProps={{ disabled: isSaving }}
      mask={{ closable: false }}
      onOk={() => onSave(text)}
      onCancel={onClose}
    >
      <p className="quiet">{say(words.hint)}</p>
      <Input.TextArea
        aria-label={say(words.title)}
        value={text}
        rows={22}
        spellCheck={false}
        onChange={({ target }) => setText(target.value)}
      />
    </Modal>
  );
}
