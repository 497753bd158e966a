import { Button } from 'antd';
import { useContext, useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { fairResults, type IncentiveDetail, incentiveOperations, incentiveStates } from '../incentive-operations.ts';
import { AskModal } from './ask-modal.tsx';
import { editionOf, useEditionAsk } from './edition-choice.tsx';
import { FactsForm } from './facts-form.tsx';
import { IncentiveForm, type IncentiveMove } from './incentive-forms.tsx';
import { Panel } from './panel.tsx';
import { sayMoney } from './show.ts';
import { SlotsContext } from './slots.ts';
import { useProject, useWrite } from './use-project.ts';

const words = {
  title: { zh: '奖励兑现', en: 'Incentives' },
  propose: { zh: '提出奖励', en: 'Propose an incentive' },
  none: { zh: '没有奖励事项', en: 'No incentive' },
  proposed: { zh: '拟奖 {amount}', en: 'proposed {amount}' },
  approved: { zh: '批准 {amount}', en: 'approved {amount}' },
  paid: { zh: '已兑现 {amount}', en: 'paid {amount}' },
  preconditions: { zh: '前提条件', en: 'Preconditions' },
  holds: { zh: '符合', en: 'holds' },
  fails: { zh: '不符合', en: 'does not hold' },
  unknown: { zh: '不明', en: 'not known' },
  marks: { zh: '须公平竞争审查的条款', en: 'Clauses for the fair-competition review' },
  fairDone: { zh: '公平竞争审查：{result}（{by} {on}）', en: 'Fair-competition review: {result} ({by} {on})' },
  blocks: { zh: '尚不能兑现', en: 'What stands before a payout' },
  working: { zh: '计算及算法', en: 'Working' },
  payouts: { zh: '兑现台账', en: 'Payouts' },
  fair: { zh: '登记公平竞争审查', en: 'Record the fair-competition review' },
  decide: { zh: '决定', en: 'Decide' },
  pay: { zh: '登记兑现', en: 'Record a payout' },
  revise: { zh: '补正事实', en: 'Put facts right' },
} satisfies Record<string, Label>;

const lampOf = { draft: 'unknown', proposed: 'yellow', approved: 'green', rejected: 'red' } as const;

interface ProposeProps {
  readonly chosen: { readonly ruleId: string; readonly edition: string };
  readonly onDone: () => void;
}

function Propose({ chosen, onDone }: ProposeProps) {
  const { card } = useProject();
  const write = useWrite();
  const { data, error, refetch } = useOperation(incentiveOperations['incentives.form'], {
    projectId: card.id,
    ...chosen,
  });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <FactsForm
      form={data}
      given={[]}
      onSubmit={async (facts) => {
        await write(incentiveOperations['incentives.propose'], { projectId: card.id, ...chosen, facts });
        onDone();
      }}
    />
  );
}

function Revise({ incentive, onDone }: { incentive: IncentiveDetail; onDone: () => void }) {
  const { card } = useProject();
  const write = useWrite();
  const { id, revision, ruleId, edition, facts } = incentive;
  const { data } = useOperation(incentiveOperations['incentives.form'], { projectId: card.id, ruleId, edition });
  if (!data) return <Waiting />;
  return (
    <FactsForm
      form={data}
      given={facts}
      onSubmit={async (given) => {
        await write(incentiveOperations['incentives.revise'], { id, revision, facts: given });
        onDone();
      }}
    />
  );
}

function Grounds({ incentive }: { incentive: IncentiveDetail }) {
  const { say } = useLanguage();
  const { Working } = useContext(SlotsContext);
  const { preconditions, marks, fairReview, blocks, evaluation, payouts } = incentive;
  const held = (holds: boolean | null) => (holds === null ? words.unknown : holds ? words.holds : words.fails);
  return (
    <>
      {preconditions.length > 0 && (
        <>
          <h3>{say(words.preconditions)}</h3>
          <ul className="people">
            {preconditions.map(({ id, label, holds, from }) => (
              <li key={id}>
                <span className={`dlamp dlamp-${holds === null ? 'unknown' : holds ? 'green' : 'red'}`}>
                  {say(held(holds))}
                </span>
                <span>
                  {say(label)} <small className="quiet">{say(from)}</small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {marks.length > 0 && (
        <div role="note" className="facts-open">
          <b>{say(words.marks)}</b>
          <ul>
            {marks.map(({ rule, label, why }) => (
              <li key={rule}>
                {say(label)}：{say(why)}
              </li>
            ))}
          </ul>
          {fairReview &&
            say(words.fairDone, {
              result: say(fairResults[fairReview.result]),
              by: fairReview.by,
              on: fairReview.on,
            })}
        </div>
      )}
      {blocks.length > 0 && (
        <>
          <h3>{say(words.blocks)}</h3>
          <ul className="blocks">
            {blocks.map(({ id, message }) => (
              <li key={id}>{say(message)}</li>
            ))}
          </ul>
        </>
      )}
      {evaluation && (
        <details className="past">
          <summary>{say(words.working)}</summary>
          <Working evaluation={evaluation} />
        </details>
      )}
      {payouts.length > 0 && (
        <>
          <h3>{say(words.payouts)}</h3>
          <ul className="people">
            {payouts.map(({ id, on, amount, number, note, by }) => (
              <li key={id}>
                <span>{on}</span>
                <span>
                  <b>{sayMoney(amount)}</b> {number} {note} <small className="quiet">{by}</small>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function IncentiveCase({ id }: { id: string }) {
  const { say } = useLanguage();
  const mayWrite = useMay('incentive.write');
  const mayDecide = useMay('incentive.decide');
  const { data } = useOperation(incentiveOperations['incentives.show'], { id });
  const [move, setMove] = useState<IncentiveMove | 'revise' | null>(null);
  if (!data) return <Waiting />;
  const isOpen = data.state === 'draft' || data.state === 'proposed';
  const needsReview = data.marks.length > 0 && data.fairReview === null;
  return (
    <div className="case-body">
      <Grounds incentive={data} />
      <div className="panel-acts">
        {mayDecide && needsReview && (
          <Button size="small" onClick={() => setMove('fair')}>
            {say(words.fair)}
          </Button>
        )}
        {mayWrite && isOpen && (
          <Button size="small" onClick={() => setMove(move === 'revise' ? null : 'revise')}>
            {say(words.revise)}
          </Button>
        )}
        {mayDecide && isOpen && (
          <Button size="small" type="primary" onClick={() => setMove('decide')}>
            {say(words.decide)}
          </Button>
        )}
        {mayWrite && data.state === 'approved' && (
          <Button size="small" type="primary" onClick={() => setMove('pay')}>
            {say(words.pay)}
          </Button>
        )}
      </div>
      {move === 'revise' && <Revise incentive={data} onDone={() => setMove(null)} />}
      {move !== null && move !== 'revise' && (
        <IncentiveForm incentive={data} move={move} onClose={() => setMove(null)} />
      )}
    </div>
  );
}

/** 奖励: proposed by a rule with its working; nothing is paid before review and decision, and never more than approved. */
export function IncentivePanel() {
  const { say } = useLanguage();
  const { card } = useProject();
  const mayWrite = useMay('incentive.write');
  const edition = useEditionAsk('incentive');
  const { data } = useOperation(incentiveOperations['incentives.list'], { projectId: card.id });
  const [isChoosing, setIsChoosing] = useState(false);
  const [chosen, setChosen] = useState<{ ruleId: string; edition: string } | null>(null);
  const tools = mayWrite && chosen === null && (
    <Button size="small" onClick={() => setIsChoosing(true)}>
      {say(words.propose)}
    </Button>
  );
  return (
    <Panel title={say(words.title)} id="incentives" tools={tools}>
      {data?.incentives.length === 0 && chosen === null && <p className="quiet">{say(words.none)}</p>}
      {chosen && <Propose chosen={chosen} onDone={() => setChosen(null)} />}
      {data?.incentives.map(({ id, state, editionLabel, proposed, approved, paid }) => (
        <details key={id} className="case" open={state !== 'rejected'}>
          <summary>
            <span className={`dlamp dlamp-${lampOf[state]}`}>{say(incentiveStates[state])}</span> {say(editionLabel)}{' '}
            <span className="quiet">
              {proposed !== null && say(words.proposed, { amount: sayMoney(proposed) })}{' '}
              {approved !== null && say(words.approved, { amount: sayMoney(approved) })}{' '}
              {say(words.paid, { amount: sayMoney(paid) })}
            </span>
          </summary>
          <IncentiveCase id={id} />
        </details>
      ))}
      {isChoosing && (
        <AskModal
          title={say(words.propose)}
          asks={[edition]}
          onClose={() => setIsChoosing(false)}
          onSubmit={async ({ text }) => setChosen(editionOf(text.edition))}
        />
      )}
    </Panel>
  );
}
