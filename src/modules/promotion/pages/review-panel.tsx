import { Button } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { type ReviewLine, reviewStates } from '../review.ts';
import { reviewOperations } from '../review-operations.ts';
import { AskModal } from './ask-modal.tsx';
import { editionOf, useEditionAsk } from './edition-choice.tsx';
import { Panel } from './panel.tsx';
import { ReviewCase } from './review-case.tsx';
import { useProject, useWrite } from './use-project.ts';

const words = {
  title: { zh: '落户评审', en: 'Entry review' },
  open: { zh: '提交落户评审', en: 'Open an entry review' },
  none: { zh: '还没有提交评审', en: 'No review yet' },
  opened: { zh: '{day} 提交', en: 'opened {day}' },
  decided: { zh: '{day} 决定 {number}', en: 'decided {day} {number}' },
  conditions: { zh: '条件 {open}/{all} 项未落实', en: '{open} of {all} conditions open' },
} satisfies Record<string, Label>;

const settled: readonly string[] = ['passed', 'conditional', 'rejected'];
const lampOf = { open: 'yellow', returned: 'yellow', passed: 'green', conditional: 'green', rejected: 'red' } as const;

function OpenReview({ onClose }: { onClose: () => void }) {
  const { say } = useLanguage();
  const { card } = useProject();
  const write = useWrite();
  const edition = useEditionAsk('admission');
  return (
    <AskModal
      key={edition.options?.length ?? 0}
      title={say(words.open)}
      asks={[edition]}
      onClose={onClose}
      onSubmit={({ text }) =>
        write(reviewOperations['reviews.open'], { projectId: card.id, ...editionOf(text.edition) })
      }
    />
  );
}

function CaseSummary({ review }: { review: ReviewLine }) {
  const { say } = useLanguage();
  const { state, editionLabel, edition, openedOn, decidedOn, number, conditions, openConditions } = review;
  return (
    <>
      <span className={`dlamp dlamp-${lampOf[state]}`}>{say(reviewStates[state])}</span> {say(editionLabel)} {edition}{' '}
      <span className="quiet">
        {decidedOn === null
          ? say(words.opened, { day: openedOn })
          : say(words.decided, { day: decidedOn, number: number ?? '' })}{' '}
        {conditions > 0 && say(words.conditions, { open: openConditions, all: conditions })}
      </span>
    </>
  );
}

/** 落户评审: the cases of the project, the one under review unfolded. */
export function ReviewPanel() {
  const { say } = useLanguage();
  const { card } = useProject();
  const mayWrite = useMay('review.write');
  const { data } = useOperation(reviewOperations['reviews.list'], { projectId: card.id });
  const [isOpening, setIsOpening] = useState(false);
  const reviews = data?.reviews ?? [];
  const isUnderReview = reviews.some(({ state }) => !settled.includes(state));
  const tools = mayWrite && !isUnderReview && (
    <Button size="small" onClick={() => setIsOpening(true)}>
      {say(words.open)}
    </Button>
  );
  return (
    <Panel title={say(words.title)} id="reviews" tools={tools}>
      {reviews.length === 0 && <p className="quiet">{say(words.none)}</p>}
      {reviews.map((review) => (
        <details key={review.id} className="case" open={!settled.includes(review.state)}>
          <summary>
            <CaseSummary review={review} />
          </summary>
          <ReviewCase id={review.id} />
        </details>
      ))}
      {isOpening && <OpenReview onClose={() => setIsOpening(false)} />}
    </Panel>
  );
}
