import { Button } from 'antd';
import { useContext, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { type ReviewDetail, votes } from '../review.ts';
import { reviewOperations } from '../review-operations.ts';
import { FactsForm } from './facts-form.tsx';
import { Files } from './history-panel.tsx';
import { PromiseLamp } from './promises-panel.tsx';
import { DecisionForm, MeetingForm } from './review-forms.tsx';
import { SlotsContext } from './slots.ts';
import { useProject, useWrite } from './use-project.ts';

const words = {
  facts: { zh: '评审事实', en: 'Facts' },
  evaluate: { zh: '按规则评价', en: 'Evaluate' },
  vetoes: { zh: '一票否决', en: 'Vetoes' },
  fit: { zh: '园区适配', en: 'Fit of parks' },
  working: { zh: '评价及算法', en: 'Evaluation with its working' },
  meeting: { zh: '评审会', en: 'Meeting' },
  meet: { zh: '登记评审会', en: 'Record the meeting' },
  conditions: { zh: '所附条件', en: 'Conditions' },
  decide: { zh: '作出决定', en: 'Decide' },
  chair: { zh: '主持 {chair}', en: 'chair {chair}' },
  decidedBy: { zh: '决定人 {by}', en: 'decided by {by}' },
} satisfies Record<string, Label>;

function Facts({ review }: { review: ReviewDetail }) {
  const { card } = useProject();
  const write = useWrite();
  const { id, ruleId, edition, revision, facts } = review;
  const { data, error, refetch } = useOperation(reviewOperations['reviews.form'], {
    projectId: card.id,
    ruleId,
    edition,
  });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <FactsForm
      form={data}
      given={facts}
      onSubmit={async (given) => {
        const answer =
          given.length > 0 ? await write(reviewOperations['reviews.facts'], { id, revision, facts: given }) : review;
        await write(reviewOperations['reviews.evaluate'], { id, revision: answer.revision });
      }}
    />
  );
}

function Meeting({ review: { meeting } }: { review: ReviewDetail }) {
  const { say } = useLanguage();
  if (meeting === null) return null;
  return (
    <div>
      <p>
        {meeting.on} {meeting.chair && say(words.chair, { chair: meeting.chair })} <Files files={meeting.evidence} />
      </p>
      <ul className="votes">
        {meeting.members.map(({ name, unit, vote, remark }) => (
          <li key={name}>
            <span className={`vote vote-${vote}`}>{say(votes[vote])}</span> {name} <span className="quiet">{unit}</span>{' '}
            {remark}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Conditions({ review }: { review: ReviewDetail }) {
  const { say } = useLanguage();
  if (review.conditionsAttached.length === 0) return null;
  return (
    <>
      <h3>{say(words.conditions)}</h3>
      <ul className="people">
        {review.conditionsAttached.map(({ id, said, owner, dueOn, status }) => (
          <li key={id}>
            <PromiseLamp status={status} />
            <span>
              {say(said)}{' '}
              <small className="quiet">
                {owner} {dueOn}
              </small>
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Findings({ review }: { review: ReviewDetail }) {
  const { say } = useLanguage();
  const { Working } = useContext(SlotsContext);
  return (
    <>
      {review.vetoes.length > 0 && (
        <div role="note" className="facts-open">
          <b>{say(words.vetoes)}</b>
          <ul>
            {review.vetoes.map(({ rule, label, said }) => (
              <li key={rule}>
                {say(label)}：{say(said)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {review.evaluation && (
        <details className="past" open={review.meeting === null}>
          <summary>{say(words.working)}</summary>
          <Working evaluation={review.evaluation} />
        </details>
      )}
      {review.fit.length > 0 && (
        <p>
          {say(words.fit)}：
          {review.fit.slice(0, 4).map(({ parkId, name, said, isOwn }) => (
            <span key={parkId} className={isOwn ? 'fit fit-own' : 'fit'}>
              {name} {say(said)}
            </span>
          ))}
        </p>
      )}
    </>
  );
}

/** One case: facts with their sources, the working, the meeting with its votes, the decision and its conditions. */
export function ReviewCase({ id }: { id: string }) {
  const { say } = useLanguage();
  const mayWrite = useMay('review.write');
  const mayDecide = useMay('review.decide');
  const { data: review, error, refetch } = useOperation(reviewOperations['reviews.show'], { id });
  const [form, setForm] = useState<'meeting' | 'decision' | null>(null);
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!review) return <Waiting />;
  const isOpen = review.decidedOn === null || review.state === 'returned';
  return (
    <div className="case-body">
      {isOpen && mayWrite && <Facts review={review} />}
      <Findings review={review} />
      {review.meeting && <h3>{say(words.meeting)}</h3>}
      <Meeting review={review} />
      <Conditions review={review} />
      {review.reason && <p>{review.reason}</p>}
      {review.decidedBy && <p className="quiet">{say(words.decidedBy, { by: review.decidedBy })}</p>}
      {isOpen && (
        <div className="panel-acts">
          {mayWrite && (
            <Button size="small" disabled={review.evaluation === null} onClick={() => setForm('meeting')}>
              {say(words.meet)}
            </Button>
          )}
          {mayDecide && (
            <Button size="small" type="primary" disabled={review.meeting === null} onClick={() => setForm('decision')}>
              {say(words.decide)}
            </Button>
          )}
        </div>
      )}
      {form === 'meeting' && <MeetingForm review={review} onClose={() => setForm(null)} />}
      {form === 'decision' && <DecisionForm review={review} onClose={() => setForm(null)} />}
    </div>
  );
}
