import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../web/language.tsx';

const words = {
  title: { zh: '修改通报', en: 'Edit the bulletin' },
  hint: {
    zh: '“[数字](来源)”是连着来源的数字：可以移动或删去，不能在这里改；“##”起头的是标题。文件头可写：发文机关、文号、签发人、主送、附件、署名、日期、附注、抄送、印发机关、印发日期。<!-- internal --> 与 <!-- /internal --> 之间只在内部版。',
    en: '“[figure](source)” is tied to its source: move it or take it out; it is not changed here. “##” begins a heading. The head may name issuer, number, signer, addressees, attachments, signature, date, note, copies-to, printed-by, printed-on. What stands between <!-- internal --> and <!-- /internal --> is for the office alone.',
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
