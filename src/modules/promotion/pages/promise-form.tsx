import type * as z from 'zod';
import type { Operation } from '../../../core/operation.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { type PromiseView, promiseActions, promiseMeasures } from '../promise.ts';
import { promiseOperations } from '../promise-operations.ts';
import { type Ask, AskModal } from './ask-modal.tsx';
import { useProject, useWrite } from './use-project.ts';

const words = {
  add: { zh: '登记承诺', en: 'Enter a promise' },
  measure: { zh: '承诺内容', en: 'What is promised' },
  what: { zh: '具体内容', en: 'Of what' },
  typed: { zh: '数值', en: 'Figure' },
  unit: { zh: '单位（不填用默认）', en: 'Unit' },
  due: { zh: '期限', en: 'Due' },
  owner: { zh: '责任人', en: 'Owner' },
  contract: { zh: '合同编号及条款', en: 'Contract and clause' },
  on: { zh: '日期', en: 'Day' },
  actual: { zh: '实际数', en: 'Actual figure' },
  isKept: { zh: '是否履行', en: 'Kept' },
  yes: { zh: '已履行', en: 'Kept' },
  no: { zh: '未履行', en: 'Not kept' },
  unclear: { zh: '按数值判断', en: 'As the figure says' },
  reason: { zh: '理由', en: 'Reason' },
  remedyOwner: { zh: '整改责任人', en: 'Who remedies' },
  remedyDue: { zh: '整改期限', en: 'Until' },
} satisfies Record<string, Label>;

const orNull = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text);

export function AddPromise({ onClose }: { onClose: () => void }) {
  const { say } = useLanguage();
  const { card } = useProject();
  const write = useWrite();
  return (
    <AskModal
      title={say(words.add)}
      asks={[
        {
          id: 'measure',
          label: words.measure,
          kind: 'choice',
          options: promiseMeasures.map(({ id, label }) => ({ value: id, label: say(label) })),
          isRequired: true,
        },
        { id: 'what', label: words.what },
        { id: 'typed', label: words.typed },
        { id: 'unit', label: words.unit },
        { id: 'dueOn', label: words.due, kind: 'day' },
        { id: 'owner', label: words.owner },
        { id: 'contract', label: words.contract },
      ]}
      files="optional"
      onClose={onClose}
      onSubmit={({ text: { measure = '', what, typed, unit, dueOn, owner, contract }, evidence }) =>
        write(promiseOperations['promises.add'], {
          projectId: card.id,
          promises: [
            {
              measure,
              what: orNull(what),
              typed: orNull(typed),
              unit: orNull(unit),
              dueOn: orNull(dueOn),
              owner: orNull(owner),
              source:
                orNull(contract) === null
                  ? { kind: 'typed' }
                  : { kind: 'contract', number: contract ?? '', evidence: [...evidence] },
            },
          ],
        })
      }
    />
  );
}

type Move = 'actual' | 'remedy' | 'waive' | 'propose-exit' | 'accept-exit' | 'reject-exit';
const reasoned: readonly Ask[] = [{ id: 'reason', label: words.reason, kind: 'area', isRequired: true }];

function asksOf(move: Move, { owner, unit }: PromiseView, say: (label: Label) => string): readonly Ask[] {
  if (move === 'remedy')
    return [
      { id: 'owner', label: words.remedyOwner, isRequired: true, first: owner ?? '' },
      { id: 'dueOn', label: words.remedyDue, kind: 'day', isRequired: true },
      ...reasoned,
    ];
  if (move !== 'actual') return reasoned;
  return [
    { id: 'on', label: words.on, kind: 'day', isRequired: true, first: todayHere() },
    { id: 'typed', label: words.actual },
    { id: 'unit', label: words.unit, first: unit ?? '' },
    {
      id: 'isKept',
      label: words.isKept,
      kind: 'choice',
      options: [
        { value: '', label: say(words.unclear) },
        { value: 'yes', label: say(words.yes) },
        { value: 'no', label: say(words.no) },
      ].slice(1),
    },
    { id: 'reason', label: words.reason, kind: 'area' },
  ];
}

interface MoveProps {
  readonly promise: PromiseView;
  readonly move: Move;
  readonly onClose: () => void;
}

/** One step in the follow-up of a promise. */
export function MovePromise({ promise, move, onClose }: MoveProps) {
  const { say } = useLanguage();
  const write = useWrite();
  const { id, revision } = promise;
  const send = <Op extends Operation>(operation: Op, more: object) =>
    write(operation, { id, revision, ...more } as z.input<Op['input']>);
  return (
    <AskModal
      title={`${say(promiseActions[move])} · ${say(promise.said)}`}
      asks={asksOf(move, promise, say)}
      files={move === 'accept-exit' ? 'required' : 'optional'}
      onClose={onClose}
      onSubmit={({ text, evidence: files }) => {
        const { reason = '', owner, dueOn, on, typed, unit, isKept } = text;
        const evidence = [...files];
        if (move === 'remedy') return send(promiseOperations['promises.remedy'], { owner, dueOn, reason, evidence });
        if (move === 'waive') return send(promiseOperations['promises.waive'], { reason, evidence });
        if (move === 'propose-exit') return send(promiseOperations['promises.propose-exit'], { reason, evidence });
        if (move !== 'actual')
          return send(promiseOperations['promises.decide-exit'], { accept: move === 'accept-exit', reason, evidence });
        return send(promiseOperations['promises.actual'], {
          on,
          typed: orNull(typed),
          unit: orNull(typed) === null ? null : orNull(unit),
          isKept: orNull(isKept) === null ? null : isKept === 'yes',
          reason: orNull(reason),
          evidence,
        });
      }}
    />
  );
}
