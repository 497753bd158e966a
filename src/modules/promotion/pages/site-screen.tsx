import './delivery.css';
import { App, Button } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Refusal } from '../../../web/client.ts';
import { type Evidence, EvidenceField } from '../../../web/evidence-field.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { RecordChoice } from '../../../web/register/record-form.tsx';
import { PageLink, useGo, useParam } from '../../../web/router.tsx';
import { useOperation } from '../../../web/use-operation.ts';
import { ledgerOperations } from '../../ledgers/operations.ts';
import { deliveryOperations } from '../../projects/delivery-operations.ts';
import { AskInput } from './ask-modal.tsx';
import { keepFile } from './keep-file.ts';
import { problemOf, useProblemAsks } from './problems-panel.tsx';
import { useWrite } from './use-project.ts';

const words = {
  title: { zh: '现场登记', en: 'Site entry' },
  lead: {
    zh: '在现场提出问题：写明情况，可附照片；照片不是必需。',
    en: 'Raise a problem on site; a photo is welcome, not needed.',
  },
  project: { zh: '项目', en: 'Project' },
  photo: { zh: '照片或文件（可不附）', en: 'Photo or file, optional' },
  save: { zh: '提交', en: 'Submit' },
  saved: { zh: '已登记，责任单位会看到这个问题', en: 'Recorded; the unit in charge sees it' },
  back: { zh: '返回项目', en: 'Back to the project' },
  missing: { zh: '请填写{label}', en: '{label} is needed' },
} satisfies Record<string, Label>;

/** For a phone: which project, what is wrong, who should solve it, a photo if there is one. */
export function SiteScreen() {
  const { say } = useLanguage();
  const go = useGo();
  const { message } = App.useApp();
  const id = useParam('projectId');
  const write = useWrite();
  const asks = useProblemAsks();
  const { data: project } = useOperation(deliveryOperations['delivery.show'], { id });
  const [text, setText] = useState<Record<string, string>>({});
  const [evidence, setEvidence] = useState<readonly Evidence[]>([]);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const submit = async () => {
    const empty = asks.find((ask) => ask.isRequired && (text[ask.id] ?? '').trim() === '');
    if (empty) return setRefusal(say(words.missing, { label: say(empty.label) }));
    if (!project) return;
    setIsBusy(true);
    setRefusal(null);
    try {
      const entry = problemOf(id, project.card.unitPath, text);
      await write(ledgerOperations['ledgers.add'], { ...entry, evidence: [...evidence] });
      message.success(say(words.saved));
      go(`/delivery/${id}`);
    } catch (error) {
      setRefusal(error instanceof Refusal ? say(error.label) : String(error));
      setIsBusy(false);
    }
  };
  return (
    <div className="page site-page">
      <p className="quiet">
        <PageLink to={`/delivery/${id}`}>{say(words.back)}</PageLink>
      </p>
      <h1>{say(words.title)}</h1>
      <p className="lead">{say(words.lead)}</p>
      <div className="ask-form">
        <div className="ask-field">
          <span>{say(words.project)}</span>
          <RecordChoice
            register="projects"
            label={say(words.project)}
            value={id}
            onChange={(other) => other !== null && go(`/delivery/${other}/site`, {}, { replace: true })}
          />
        </div>
        {asks.map((ask) => (
          <div key={ask.id} className="ask-field">
            <span>
              {say(ask.label)}
              {ask.isRequired && <i aria-hidden="true"> *</i>}
            </span>
            <AskInput
              ask={ask}
              value={text[ask.id] ?? ''}
              onChange={(value) => setText((before) => ({ ...before, [ask.id]: value }))}
            />
          </div>
        ))}
        <div className="ask-field">
          <span>{say(words.photo)}</span>
          <EvidenceField
            label={say(words.photo)}
            keep={keepFile}
            value={evidence}
            onChange={setEvidence}
            onBusy={setIsBusy}
            isPhoto
          />
        </div>
      </div>
      {refusal !== null && (
        <p role="alert" className="ask-refusal">
          {refusal}
        </p>
      )}
      <Button type="primary" size="large" block disabled={isBusy || !project} onClick={() => void submit()}>
        {say(words.save)}
      </Button>
    </div>
  );
}
