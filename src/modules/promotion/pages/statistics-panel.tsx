import { Button } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { deliveryOperations } from '../../projects/delivery-operations.ts';
import { type Enrolment, enrolments } from '../../projects/lifecycle.ts';
import { AskModal } from './ask-modal.tsx';
import { Panel } from './panel.tsx';
import { useMayMove, useProject, useWrite } from './use-project.ts';

const words = {
  title: { zh: '入库纳统', en: 'Entry into the statistics' },
  state: { zh: '入库', en: 'Entry' },
  apply: { zh: '申报入库', en: 'Apply' },
  entered: { zh: '登记入库', en: 'Entered' },
  refused: { zh: '登记未通过', en: 'Refused' },
  on: { zh: '日期', en: 'Day' },
  reason: { zh: '说明', en: 'Remark' },
  'started-on': { zh: '开工', en: 'Started' },
  'completed-on': { zh: '竣工', en: 'Completed' },
  'producing-on': { zh: '投产', en: 'Producing' },
} satisfies Record<string, Label>;

const moves: Readonly<Record<Enrolment, readonly Enrolment[]>> = {
  none: ['applied'],
  applied: ['entered', 'refused'],
  refused: ['applied'],
  entered: [],
};
const wordOf = (to: Enrolment): Label =>
  ({ none: words.state, applied: words.apply, entered: words.entered, refused: words.refused })[to];

/** Days that count officially, and whether the project is in the statistics of investment. */
export function StatisticsPanel() {
  const { say } = useLanguage();
  const { card, revision, statistics, enrolment, enrolmentReason } = useProject();
  const mayMove = useMayMove();
  const write = useWrite();
  const [to, setTo] = useState<Enrolment | null>(null);
  return (
    <Panel title={say(words.title)} id="statistics">
      <dl className="pairs">
        <div>
          <dt>{say(words.state)}</dt>
          <dd>
            {say(enrolments[enrolment])} <small className="quiet">{enrolmentReason}</small>
          </dd>
        </div>
        {(['started-on', 'completed-on', 'producing-on'] as const).map((mark) => (
          <div key={mark}>
            <dt>{say(words[mark])}</dt>
            <dd>{statistics[mark] ?? '—'}</dd>
          </div>
        ))}
      </dl>
      {mayMove && (
        <div className="panel-acts">
          {moves[enrolment].map((next) => (
            <Button key={next} size="small" onClick={() => setTo(next)}>
              {say(wordOf(next))}
            </Button>
          ))}
        </div>
      )}
      {to && (
        <AskModal
          title={say(wordOf(to))}
          asks={[
            { id: 'on', label: words.on, kind: 'day', isRequired: true, first: todayHere() },
            { id: 'reason', label: words.reason, kind: 'area', isRequired: to === 'refused' },
          ]}
          files="optional"
          onClose={() => setTo(null)}
          onSubmit={({ text: { on = '', reason = '' }, evidence }) =>
            write(deliveryOperations['delivery.enrol'], {
              id: card.id,
              revision,
              to,
              on,
              reason: reason === '' ? null : reason,
              evidence: [...evidence],
            })
          }
        />
      )}
    </Panel>
  );
}
