import './elements.css';
import { Button } from 'antd';
import { useState } from 'react';
import { Refusal } from '../../../web/client.ts';
import { Failure } from '../../../web/error-boundary.tsx';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { PageLink } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { Waiting } from '../../../web/waiting.tsx';
import { balanceOperations } from '../balance-operations.ts';
import { demandOperations, type Suggestion } from '../demand-operations.ts';
import { elementById } from '../kind.ts';
import type { DemandView } from '../shapes.ts';
import { AskForm } from './ask-form.tsx';
import { Decisions } from './decisions.tsx';
import { kindOptions, useWrite } from './use-elements.ts';
import { sayQuantity, words } from './wording.ts';

function useAmount() {
  const { say } = useLanguage();
  return ({ element, quantity, from, to }: Pick<DemandView, 'element' | 'quantity' | 'from' | 'to'>): string => {
    const kind = elementById.get(element);
    const months = kind?.behaviour === 'stock' ? from : `${from}—${to ?? say(words.forGood)}`;
    const per = kind?.behaviour === 'flow' ? `${say(words.perMonth)} ` : '';
    return `${per}${sayQuantity(quantity)} ${kind?.unit ?? ''} · ${months}`;
  };
}

function SourceWords({ source }: Pick<DemandView, 'source'>) {
  const { say } = useLanguage();
  if (source.kind === 'promise') return say(words.sourceOf, { said: say(source.said) });
  if (source.kind === 'import') return say(words.imported, { file: source.file, row: source.row });
  return say(words.typed);
}

function DemandForm({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const { say } = useLanguage();
  const write = useWrite();
  return (
    <AskForm
      title={say(words.addDemand)}
      onClose={onClose}
      asks={[
        { id: 'element', label: words.element, kind: 'choice', options: kindOptions(say), isRequired: true },
        {
          id: 'typed',
          label: words.amount,
          isRequired: true,
          hint: { zh: '用量按每月填', en: 'a flow for each month' },
        },
        { id: 'unit', label: words.measure, hint: { zh: '不填用要素的单位', en: 'left out, the unit of the element' } },
        { id: 'from', label: words.from, kind: 'month', first: todayHere().slice(0, 7), isRequired: true },
        { id: 'to', label: words.to, kind: 'month' },
        { id: 'note', label: words.note },
      ]}
      onSubmit={({ element = '', typed = '', unit = '', from = '', to = '', note = '' }) =>
        write(demandOperations['element-demands.add'], {
          projectId,
          lines: [
            {
              element,
              typed,
              unit: unit || (elementById.get(element)?.unit ?? ''),
              from,
              to: to || null,
              note: note || null,
            },
          ],
        })
      }
    />
  );
}

function Suggestions({ projectId, suggestions }: { projectId: string; suggestions: readonly Suggestion[] }) {
  const { say } = useLanguage();
  const write = useWrite();
  const sayAmount = useAmount();
  const [refusal, setRefusal] = useState<string | null>(null);
  const accept = (key: string) =>
    write(demandOperations['element-demands.accept'], { projectId, keys: [key] }).then(
      () => setRefusal(null),
      (error: unknown) => setRefusal(error instanceof Refusal ? say(error.label) : String(error)),
    );
  return (
    <>
      {suggestions.map((each) => (
        <p key={each.key}>
          <span className="chip">{say(words.suggested)}</span>{' '}
          {say(elementById.get(each.element)?.label ?? words.element)} <b>{sayAmount(each)}</b>{' '}
          <span className="quiet">
            {say(words.sourceOf, { said: say(each.said) })}
            {each.working && `；${say(each.working)}`}；{say(each.because)}
          </span>{' '}
          <Button size="small" onClick={() => void accept(each.key)}>
            {say(words.accept)}
          </Button>
        </p>
      ))}
      {refusal !== null && (
        <p role="alert" className="element-refusal">
          {refusal}
        </p>
      )}
    </>
  );
}

function Withdraw({ demand, onClose }: { demand: DemandView; onClose: () => void }) {
  const { say } = useLanguage();
  const write = useWrite();
  const { id, revision } = demand;
  return (
    <AskForm
      title={`${say(words.withdraw)} · ${say(elementById.get(demand.element)?.label ?? words.demand)}`}
      onClose={onClose}
      asks={[{ id: 'reason', label: words.reason, isRequired: true }]}
      onSubmit={({ reason = '' }) => write(demandOperations['element-demands.withdraw'], { id, revision, reason })}
    />
  );
}

/** 要素保障 of one project: what it asks for and why, what it was given and by whom, and what it lacks. */
export function ProjectElements({ projectId }: { projectId: string }) {
  const { say } = useLanguage();
  const mayDemand = useMay('element.demand');
  const sayAmount = useAmount();
  const [isAdding, setIsAdding] = useState(false);
  const [withdrawing, setWithdrawing] = useState<DemandView | null>(null);
  const { data, error, refetch } = useOperation(balanceOperations['elements.project'], { projectId });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  const open = data.suggestions.filter(({ isTaken }) => !isTaken);
  return (
    <div className="element-lines">
      {data.lines.length === 0 && <p className="quiet">{say(words.noDemand)}</p>}
      {data.lines.map(({ element, label, unit, demands, allocations, asking }) => (
        <div key={element}>
          <PageLink to={`/elements/${element}`}>{say(label)}</PageLink>{' '}
          {asking?.firstLack ? (
            <span className="elamp elamp-red">
              {say(words.lacks, { ...asking.firstLack, quantity: sayQuantity(asking.firstLack.quantity), unit })}
            </span>
          ) : (
            <span className="elamp elamp-green">{say(words.met)}</span>
          )}
          <ul>
            {demands.map((demand) => (
              <li key={demand.id}>
                {say(words.demand)} <b>{sayAmount(demand)}</b>{' '}
                <span className="quiet">
                  <SourceWords source={demand.source} />
                  {demand.note && ` · ${demand.note}`}
                </span>
                {mayDemand && (
                  <span className="acts">
                    <Button size="small" type="link" onClick={() => setWithdrawing(demand)}>
                      {say(words.withdraw)}
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ul>
          {allocations.length > 0 && (
            <>
              <span className="quiet">{say(words.given)}</span>
              <Decisions allocations={allocations} />
            </>
          )}
        </div>
      ))}
      {mayDemand && <Suggestions projectId={projectId} suggestions={open} />}
      {mayDemand && (
        <div>
          <Button size="small" onClick={() => setIsAdding(true)}>
            {say(words.addDemand)}
          </Button>
        </div>
      )}
      {isAdding && <DemandForm projectId={projectId} onClose={() => setIsAdding(false)} />}
      {withdrawing !== null && <Withdraw demand={withdrawing} onClose={() => setWithdrawing(null)} />}
    </div>
  );
}
