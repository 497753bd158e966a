import { CheckOutlined, CloseOutlined, EditOutlined, UndoOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { PlanFact, PlanFinding } from '../../plan.ts';
import { summaryOf } from './fact-columns.tsx';
import { Details } from './fact-details.tsx';
import { FactHistory } from './fact-history.tsx';
import { kindLabels, severityLabels, stateLabels } from './wording.ts';

const words = {
  accept: { zh: '采纳', en: 'Accept' },
  correct: { zh: '更正', en: 'Correct' },
  reject: { zh: '否决', en: 'Reject' },
  reset: { zh: '恢复未核', en: 'Reset' },
  takeBack: { zh: '撤回补充', en: 'Take back' },
  line: { zh: '第 {line} 行', en: 'line {line}' },
  read: { zh: '原读作 {what}', en: 'Read as {what}' },
  empty: { zh: '点原文中的数字，或在表中选一行', en: 'Click a number in the document, or pick a row' },
  details: { zh: '详情', en: 'Details' },
} satisfies Record<string, Label>;

function Sentence({ text, fact }: { text: string; fact: PlanFact }) {
  const { start, end } = fact.data.source;
  const from = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 120);
  const stop = text.indexOf('\n', end);
  const to = Math.min(stop < 0 ? text.length : stop, end + 120);
  return (
    <q className="sentence">
      {text.slice(from, start)}
      <mark>{text.slice(start, end)}</mark>
      {text.slice(end, to)}
    </q>
  );
}

export interface InspectorActions {
  readonly accept: () => void;
  readonly edit: () => void;
  readonly reject: () => void;
  readonly reset: () => void;
}

interface Props {
  readonly planId: string;
  readonly text: string;
  readonly fact: PlanFact | null;
  readonly findings: readonly PlanFinding[];
  readonly mayWrite: boolean;
  readonly actions: InspectorActions;
  readonly onFinding: (finding: PlanFinding) => void;
  readonly onSentence: () => void;
  readonly editor: ReactNode;
}

function Buttons({ fact, actions }: { fact: PlanFact; actions: InspectorActions }) {
  const { say } = useLanguage();
  const isAdded = fact.state === 'added';
  return (
    <div className="inspector-buttons">
      {!isAdded && (
        <Button
          size="small"
          type={fact.state === 'proposed' ? 'primary' : 'default'}
          icon={<CheckOutlined />}
          disabled={fact.state === 'accepted'}
          onClick={actions.accept}
        >
          {say(words.accept)} <kbd>A</kbd>
        </Button>
      )}
      <Button size="small" icon={<EditOutlined />} onClick={actions.edit}>
        {say(words.correct)} <kbd>E</kbd>
      </Button>
      <Button size="small" icon={<CloseOutlined />} disabled={fact.state === 'rejected'} onClick={actions.reject}>
        {say(isAdded ? words.takeBack : words.reject)} <kbd>X</kbd>
      </Button>
      {(fact.state === 'accepted' || fact.state === 'rejected') && (
        <Tooltip title={say(words.reset)}>
          <Button
            size="small"
            type="text"
            icon={<UndoOutlined />}
            aria-label={say(words.reset)}
            onClick={actions.reset}
          />
        </Tooltip>
      )}
    </div>
  );
}

/** The fact in hand: its sentence, what was decided, the findings that touch it, and what can be done. */
export function Inspector(props: Props) {
  const { planId, text, fact, findings, mayWrite, actions, onFinding, onSentence, editor } = props;
  const { say } = useLanguage();
  if (editor)
    return (
      <section className="inspector" aria-label={say(words.details)}>
        {editor}
      </section>
    );
  if (fact === null)
    return (
      <section className="inspector inspector-empty" aria-label={say(words.details)}>
        {say(words.empty)}
      </section>
    );
  const original = fact.original as PlanFact['data'] | null;
  return (
    <section className="inspector" aria-label={say(words.details)}>
      <header>
        <span className="inspector-kind">{say(kindLabels[fact.kind])}</span>
        <b className="cut" title={summaryOf(fact, say)}>
          {summaryOf(fact, say)}
        </b>
        <span className={`state-word is-${fact.state}`}>{say(stateLabels[fact.state])}</span>
      </header>
      <button type="button" className="sentence-button" onClick={onSentence}>
        <span className="line-number">{say(words.line, { line: fact.data.source.line })}</span>
        <Sentence text={text} fact={fact} />
      </button>
      <Details fact={fact} />
      {fact.state === 'corrected' && original && (
        <p className="was">{say(words.read, { what: summaryOf({ ...fact, data: original } as PlanFact, say) })}</p>
      )}
      {findings.slice(0, 3).map((finding) => (
        <button type="button" key={finding.fingerprint} className="touching" onClick={() => onFinding(finding)}>
          <span className={`severity severity-${finding.severity}`}>{say(severityLabels[finding.severity])}</span>
          <span className="cut">{finding.arithmetic ?? say(finding.message)}</span>
        </button>
      ))}
      <footer>
        {mayWrite && <Buttons fact={fact} actions={actions} />}
        <FactHistory planId={planId} fact={fact} />
      </footer>
    </section>
  );
}
