import { App, Button } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { type Evidence, EvidenceField } from '../../../web/evidence-field.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useGo } from '../../../web/router.tsx';
import { type Ask, AskInput } from './ask-modal.tsx';
import { keepPhoto } from './keep-file.ts';
import { useSiteDraft } from './use-site-draft.ts';

const words = {
  photo: { zh: '照片或文件（可不附）', en: 'Photo or file, optional' },
  plain: {
    zh: '照片上传时自动去除拍摄位置、时间和机型',
    en: 'Where, when and with what a photo was taken is cut out of it on the way',
  },
  save: { zh: '提交', en: 'Submit' },
  found: { zh: '已恢复上次未提交的内容', en: 'What was not sent last time is back' },
  missing: { zh: '请填写{label}', en: '{label} is needed' },
} satisfies Record<string, Label>;

export interface SiteEntry {
  readonly text: Readonly<Record<string, string>>;
  readonly evidence: readonly Evidence[];
}

interface Props {
  readonly id: string;
  readonly projectId: string;
  readonly asks: readonly Ask[];
  readonly saved: Label;
  readonly onSubmit: (entry: SiteEntry) => Promise<unknown>;
}

/** What is written down on a site: what is asked, and a photo if there is one. */
export function SiteForm({ id, projectId, asks, saved, onSubmit }: Props) {
  const { say } = useLanguage();
  const go = useGo();
  const { message } = App.useApp();
  const first = Object.fromEntries(asks.map((ask) => [ask.id, ask.first ?? '']));
  const { draft, change, clear, isFound } = useSiteDraft(id, projectId, first);
  const { text, evidence } = draft;
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async () => {
    const empty = asks.find((ask) => ask.isRequired && (text[ask.id] ?? '').trim() === '');
    if (empty) return setRefusal(say(words.missing, { label: say(empty.label) }));
    setIsBusy(true);
    setRefusal(null);
    try {
      await onSubmit(draft);
      clear();
      message.success(say(saved));
      go(`/delivery/${projectId}`);
    } catch (error) {
      setRefusal(error instanceof Refusal ? say(error.label) : String(error));
      setIsBusy(false);
    }
  };
  return (
    <>
      {isFound && (
        <p role="status" className="quiet">
          {say(words.found)}
        </p>
      )}
      <div className="ask-form">
        {asks.map((ask) => (
          <div key={ask.id} className="ask-field">
            <span>
              {say(ask.label)}
              {ask.isRequired && <i aria-hidden="true"> *</i>}
            </span>
            <AskInput
              ask={ask}
              value={text[ask.id] ?? ''}
              onChange={(value) => change({ text: { ...text, [ask.id]: value } })}
            />
          </div>
        ))}
        <div className="ask-field">
          <span>{say(words.photo)}</span>
          <div>
            <EvidenceField
              label={say(words.photo)}
              keep={keepPhoto}
              value={evidence}
              onChange={(next) => change({ evidence: [...next] })}
              onBusy={setIsBusy}
              isPhoto
            />
            <small className="quiet">{say(words.plain)}</small>
          </div>
        </div>
      </div>
      {refusal !== null && (
        <p role="alert" className="ask-refusal">
          {refusal}
        </p>
      )}
      <Button type="primary" size="large" block disabled={isBusy} onClick={() => void submit()}>
        {say(words.save)}
      </Button>
    </>
  );
}
