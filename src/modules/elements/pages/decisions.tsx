import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../web/language.tsx';
import { PageLink } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { allocationOperations } from '../allocation-operations.ts';
import { elementById } from '../kind.ts';
import type { AllocationView } from '../shapes.ts';
import { AskForm } from './ask-form.tsx';
import { useUnitName, useWrite } from './use-elements.ts';
import { sayQuantity, words } from './wording.ts';

interface Props {
  readonly allocations: readonly AllocationView[];
  readonly showsProject?: boolean;
}

function Move({
  allocation,
  move,
  onClose,
}: {
  allocation: AllocationView;
  move: 'correct' | 'withdraw';
  onClose: () => void;
}) {
  const { say } = useLanguage();
  const write = useWrite();
  const { id, revision, from, to, typed, unit, element } = allocation;
  const isStock = elementById.get(element)?.behaviour === 'stock';
  const amount = [
    { id: 'typed', label: words.amount, first: typed, isRequired: true },
    { id: 'unit', label: words.measure, first: unit, isRequired: true },
    { id: 'from', label: words.from, kind: 'month' as const, first: from, isRequired: true },
    ...(isStock ? [] : [{ id: 'to', label: words.to, kind: 'month' as const, first: to }]),
  ];
  return (
    <AskForm
      title={`${say(words[move])} · ${allocation.project.name}`}
      onClose={onClose}
      asks={[
        ...(move === 'correct' ? amount : []),
        { id: 'basis', label: words.basis, isRequired: true },
        { id: 'reason', label: words.reason, isRequired: true },
      ]}
      onSubmit={({
        basis = '',
        reason = '',
        typed: figure = '',
        unit: measure = '',
        from: first = '',
        to: last = '',
      }) =>
        move === 'withdraw'
          ? write(allocationOperations['element-allocations.withdraw'], { id, revision, basis, reason })
          : write(allocationOperations['element-allocations.correct'], {
              id,
              revision,
              typed: figure,
              unit: measure,
              from: first,
              to: last || null,
              basis,
              reason,
            })
      }
    />
  );
}

/** Who gave what to whom, when and on what basis. */
export function Decisions({ allocations, showsProject = false }: Props) {
  const { say } = useLanguage();
  const unitName = useUnitName();
  const mayDecide = useMay('element.decide');
  const [move, setMove] = useState<{ of: AllocationView; move: 'correct' | 'withdraw' } | null>(null);
  if (allocations.length === 0) return <p className="quiet">{say(words.noDecision)}</p>;
  return (
    <>
      <ul className="element-decisions">
        {allocations.map((each) => {
          const {
            id,
            project,
            quantity,
            element,
            from,
            to,
            basis,
            by,
            decidedOn,
            quota,
            isOverruled,
            reason,
            proposal,
          } = each;
          const kind = elementById.get(element);
          const isStock = kind?.behaviour === 'stock';
          return (
            <li key={id}>
              {showsProject && (
                <>
                  <PageLink to={`/delivery/${project.id}`}>{project.name}</PageLink>{' '}
                </>
              )}
              <b>
                {sayQuantity(quantity)} {kind?.unit}
              </b>{' '}
              {isStock ? from : `${say(words.perMonth)} ${from}—${to}`} · {say(words.decidedBy, { by, on: decidedOn })}{' '}
              · {basis}
              <span className="quiet">
                {' '}
                · {quota === null ? say(words.fromAbove) : `${unitName(quota.unitPath)} ${quota.number}`}
                {proposal?.place != null && ` · ${say(words.place, { place: proposal.place, of: proposal.of })}`}
                {reason !== null && reason !== '' && ` · ${say(words.reason)}：${reason}`}
              </span>{' '}
              {isOverruled && <span className="elamp elamp-red">{say(words.overruled)}</span>}
              {mayDecide && quota !== null && (
                <span className="acts">
                  {(['correct', 'withdraw'] as const).map((one) => (
                    <Button
                      key={one}
                      size="small"
                      type="link"
                      aria-label={`${say(words[one])} ${project.name}`}
                      onClick={() => setMove({ of: each, move: one })}
                    >
                      {say(words[one])}
                    </Button>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ul>
      {move !== null && <Move allocation={move.of} move={move.move} onClose={() => setMove(null)} />}
    </>
  );
}
