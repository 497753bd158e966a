import './delivery.css';
import { Segmented } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { RecordChoice } from '../../../web/register/record-form.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { PageLink, useGo, useParam } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { ledgerOperations } from '../../ledgers/operations.ts';
import { type Delivery, deliveryOperations } from '../../projects/delivery-operations.ts';
import { siteOperations } from '../../projects/site-operations.ts';
import type { Ask } from './ask-modal.tsx';
import { problemOf, useProblemAsks } from './problems-panel.tsx';
import { SiteForm } from './site-form.tsx';
import { useWrite } from './use-project.ts';

const words = {
  title: { zh: '现场登记', en: 'Site entry' },
  what: { zh: '登记什么', en: 'What is recorded' },
  lead: { zh: '写明情况，可附照片；照片不是必需。', en: 'Say what there is; a photo is welcome, not needed.' },
  project: { zh: '项目', en: 'Project' },
  back: { zh: '返回项目', en: 'Back to the project' },
  noted: { zh: '已登记形象进度', en: 'Recorded' },
  raised: { zh: '已登记，责任单位会看到这个问题', en: 'Recorded; the unit in charge sees it' },
  on: { zh: '日期', en: 'Day' },
  seen: { zh: '形象进度', en: 'What was seen' },
  seenHint: { zh: '如：主体三层封顶，设备基础开挖', en: 'such as: third floor topped out' },
  progress: { zh: '完成比例（可不填）', en: 'Share built, optional' },
} satisfies Record<string, Label>;

const kinds = {
  note: { zh: '形象进度', en: 'What was seen' },
  problem: { zh: '提出问题', en: 'A problem' },
} satisfies Record<string, Label>;
type Kind = keyof typeof kinds;

function NoteForm({ project: { card } }: { project: Delivery }) {
  const write = useWrite();
  const asks: readonly Ask[] = [
    { id: 'text', label: words.seen, kind: 'area', isRequired: true, hint: words.seenHint },
    { id: 'progress', label: words.progress, suffix: '%' },
    { id: 'on', label: words.on, kind: 'day', isRequired: true, first: todayHere() },
  ];
  return (
    <SiteForm
      id="note"
      projectId={card.id}
      asks={asks}
      saved={words.noted}
      onSubmit={({ text: { on = '', text = '', progress = '' }, evidence }) =>
        write(siteOperations['site.note'], {
          id: card.id,
          on,
          text,
          progress: progress.trim() === '' ? null : progress,
          evidence: [...evidence],
        })
      }
    />
  );
}

function ProblemForm({ project: { card } }: { project: Delivery }) {
  const write = useWrite();
  return (
    <SiteForm
      id="problem"
      projectId={card.id}
      asks={useProblemAsks()}
      saved={words.raised}
      onSubmit={({ text, evidence }) =>
        write(ledgerOperations['ledgers.add'], { ...problemOf(card.id, card.unitPath, text), evidence: [...evidence] })
      }
    />
  );
}

/** For a phone: which project, what is seen or what is wrong, a photo if there is one. */
export function SiteScreen() {
  const { say } = useLanguage();
  const go = useGo();
  const id = useParam('projectId');
  const { data: project } = useOperation(deliveryOperations['delivery.show'], { id });
  const mayRaise = useMay('ledger.write');
  const [kind, setKind] = useState<Kind>('note');
  const Form = { note: NoteForm, problem: ProblemForm }[kind];
  return (
    <div className="page site-page">
      <p className="quiet">
        <PageLink to={`/delivery/${id}`}>{say(words.back)}</PageLink>
      </p>
      <h1>{say(words.title)}</h1>
      {mayRaise && (
        <Segmented<Kind>
          block
          aria-label={say(words.what)}
          value={kind}
          onChange={setKind}
          options={(Object.keys(kinds) as Kind[]).map((value) => ({ value, label: say(kinds[value]) }))}
        />
      )}
      <p className="lead">{say(words.lead)}</p>
      <div className="ask-field">
        <span className="quiet">{say(words.project)}</span>
        <RecordChoice
          register="projects"
          label={say(words.project)}
          value={id}
          onChange={(other) => other !== null && go(`/delivery/${other}/site`, {}, { replace: true })}
        />
      </div>
      {project ? <Form key={`${kind} ${id}`} project={project} /> : <Waiting />}
    </div>
  );
}
