import { Drawer } from 'antd';
import { Failure } from '../../../../web/error-boundary.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { useOperation } from '../../../../web/use-operation.ts';
import { Waiting } from '../../../../web/waiting.tsx';
import type { Address } from '../../report.ts';
import { type ReportEvent, reportStages } from '../../submission.ts';
import { submissionOperations } from '../../submission-operations.ts';
import { shortMoment } from './stage-lamp.tsx';
import { words } from './words.ts';

interface EventsProps {
  readonly events: readonly ReportEvent[];
  readonly address: Address;
  readonly nameOf: (unitPath: string) => string;
}

function Events({ events, address, nameOf }: EventsProps) {
  const { say } = useLanguage();
  if (events.length === 0) return <p className="quiet">{say(words.nobody)}</p>;
  return (
    <ol className="cell-story">
      {events.map(({ at, byName, byUnit, action, reason, cells }) => (
        <li key={`${at} ${action}`}>
          <b>{say(reportStages.actions[action].label)}</b>{' '}
          <small className="quiet">
            {byName} · {nameOf(byUnit)} · {shortMoment(at)}
          </small>
          {cells
            .filter((cell) => cell.address === address)
            .map((cell) => (
              <div key={`${cell.from} ${cell.to} ${cell.reason}`}>
                {cell.from !== cell.to && (
                  <>
                    <del>{cell.from ?? say(words.empty)}</del> → <ins>{cell.to ?? say(words.empty)}</ins>
                  </>
                )}
                {cell.reason !== null && <div>{cell.reason}</div>}
              </div>
            ))}
          {reason !== null && <div>{reason}</div>}
        </li>
      ))}
    </ol>
  );
}

interface Props {
  readonly reportId: string;
  readonly address: Address;
  readonly name: string;
  readonly nameOf: (unitPath: string) => string;
  readonly onClose: () => void;
}

/** 一格的来历: its value and formula, who filled it, changed it, returned it and passed it. */
export function CellDrawer({ reportId, address, name, nameOf, onClose }: Props) {
  const { say } = useLanguage();
  const { data, error, refetch } = useOperation(submissionOperations['reports.cell'], { reportId, address });
  return (
    <Drawer open size={460} title={say(words.storyTitle)} onClose={onClose}>
      <h3 className="cell-name">{name}</h3>
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <p>
            {say(words.value)}：<b>{data.value ?? say(words.empty)}</b>
          </p>
          {data.formula !== null && (
            <p className="quiet">
              {say(words.formula)}：{say(data.formula)}
            </p>
          )}
          <Events events={data.events.toReversed()} address={address} nameOf={nameOf} />
        </>
      )}
    </Drawer>
  );
}
