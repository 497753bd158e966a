import { Button } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import {
  type PromiseAction,
  type PromiseStatus,
  type PromiseView,
  promiseActions,
  promiseStatuses,
} from '../promise.ts';
import { promiseOperations } from '../promise-operations.ts';
import { askOf } from '../promise-words.ts';
import { Panel, Wide } from './panel.tsx';
import { AddPromise, MovePromise } from './promise-form.tsx';
import { sayMoney } from './show.ts';
import { useProject } from './use-project.ts';

const words = {
  title: { zh: '承诺台账', en: 'Promises' },
  add: { zh: '登记承诺', en: 'Enter a promise' },
  none: { zh: '没有登记承诺', en: 'No promises entered' },
  promise: { zh: '承诺', en: 'Promise' },
  due: { zh: '期限', en: 'Due' },
  actual: { zh: '实际', en: 'Actual' },
  status: { zh: '履约', en: 'Standing' },
  source: { zh: '依据', en: 'Source' },
  late: { zh: '逾期 {days} 天', en: '{days} d late' },
  remedy: { zh: '{owner} 限 {day} 前整改', en: '{owner} remedies by {day}' },
  remedyLate: { zh: '整改逾期', en: 'the remedy is late' },
  exitProposed: { zh: '已提出清退', en: 'exit proposed' },
  exitRejected: { zh: '不同意清退', en: 'exit rejected' },
  exitAccepted: { zh: '已清退', en: 'exit decided' },
  contract: { zh: '合同 {number}', en: 'contract {number}' },
  line: { zh: '《{document}》第 {line} 行', en: '{document}, line {line}' },
  review: { zh: '评审条件 {number}', en: 'condition of the review {number}' },
  typed: { zh: '登记', en: 'typed' },
} satisfies Record<string, Label>;

const lampOf: Readonly<Record<PromiseStatus, string>> = {
  'not-due': 'unknown',
  'due-soon': 'yellow',
  undated: 'unknown',
  'plan-over': 'yellow',
  unproven: 'yellow',
  kept: 'green',
  breached: 'red',
  remedied: 'green',
  waived: 'unknown',
};

export function PromiseLamp({ status }: { status: PromiseStatus }) {
  const { say } = useLanguage();
  return <span className={`dlamp dlamp-${lampOf[status]}`}>{say(promiseStatuses[status])}</span>;
}

export function PromiseSourceWords({ source }: Pick<PromiseView, 'source'>) {
  const { say } = useLanguage();
  if (source.kind === 'contract') return <>{say(words.contract, { number: source.number })}</>;
  if (source.kind === 'document') return <>{say(words.line, { document: source.document, line: source.line })}</>;
  if (source.kind === 'review') return <>{say(words.review, { number: source.number ?? '' })}</>;
  return <>{source.note ?? say(words.typed)}</>;
}

/** A figure of money as an office reads it; what was typed, as it was typed. */
export const sayActual = ({ actual, dimension }: Pick<PromiseView, 'actual' | 'dimension'>): string => {
  if (actual === null) return '—';
  return actual.from === 'observation' && dimension === 'CNY' ? sayMoney(actual.value) : actual.said;
};

const exitWords: Readonly<Record<PromiseView['exit'], Label | null>> = {
  none: null,
  proposed: words.exitProposed,
  accepted: words.exitAccepted,
  rejected: words.exitRejected,
};
const deciding: readonly PromiseAction[] = ['waive', 'accept-exit', 'reject-exit'];

/** Where somebody has to enter something before it can be judged. */
const asked: readonly PromiseStatus[] = ['unproven', 'plan-over', 'due-soon'];

interface RowProps {
  readonly promise: PromiseView;
  readonly onMove: (move: PromiseAction) => void;
}

function Row({ promise, onMove }: RowProps) {
  const { say } = useLanguage();
  const mayWrite = useMay('promise.write');
  const mayDecide = useMay('review.decide');
  const { said, what, dueOn, period, status, daysLate, actual, remedy, exit, possible, source } = promise;
  const exitWord = exitWords[exit];
  return (
    <tr>
      <th scope="row">
        {say(said)}
        {what && !say(said).includes(what) && <small>{what}</small>}
      </th>
      <td className="nowrap">
        {dueOn ?? period ?? '—'}
        {daysLate !== null && daysLate > 0 && <small className="is-late">{say(words.late, { days: daysLate })}</small>}
      </td>
      <td>
        {sayActual(promise)}
        {actual && actual.on !== actual.said && <small>{actual.on}</small>}
      </td>
      <td>
        <PromiseLamp status={status} />
        {asked.includes(status) && <small>{say(askOf(promise))}</small>}
        {remedy && (
          <small className={remedy.isLate ? 'is-late' : undefined}>
            {say(words.remedy, { owner: remedy.owner, day: remedy.dueOn })}
            {remedy.isLate && ` ${say(words.remedyLate)}`}
          </small>
        )}
        {exitWord && <small className="is-late">{say(exitWord)}</small>}
      </td>
      <td>
        <PromiseSourceWords source={source} />
      </td>
      <td className="row-acts">
        {possible
          .filter((move) => (deciding.includes(move) ? mayDecide : mayWrite))
          .map((move) => (
            <Button key={move} size="small" danger={move === 'accept-exit'} onClick={() => onMove(move)}>
              {say(promiseActions[move])}
            </Button>
          ))}
      </td>
    </tr>
  );
}

/** What the project is held to: due, kept, breached, remedied; and from there to the exit. */
export function PromisesPanel() {
  const { say } = useLanguage();
  const { card } = useProject();
  const mayWrite = useMay('promise.write');
  const { data } = useOperation(promiseOperations['promises.list'], { projectId: card.id });
  const [isAdding, setIsAdding] = useState(false);
  const [moving, setMoving] = useState<{ promise: PromiseView; move: PromiseAction } | null>(null);
  const tools = mayWrite && (
    <Button size="small" onClick={() => setIsAdding(true)}>
      {say(words.add)}
    </Button>
  );
  return (
    <Panel title={say(words.title)} id="promises" tools={tools}>
      {data?.promises.length === 0 && <p className="quiet">{say(words.none)}</p>}
      {data !== undefined && data.promises.length > 0 && (
        <Wide label={say(words.title)}>
          <table className="plain-table">
            <thead>
              <tr>
                {[words.promise, words.due, words.actual, words.status, words.source].map((head) => (
                  <th key={head.en} scope="col">
                    {say(head)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {data.promises.map((promise) => (
                <Row key={promise.id} promise={promise} onMove={(move) => setMoving({ promise, move })} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
      {isAdding && <AddPromise onClose={() => setIsAdding(false)} />}
      {moving && <MovePromise {...moving} onClose={() => setMoving(null)} />}
    </Panel>
  );
}
