import { Button } from 'antd';
import { useState } from 'react';
import { lamps } from '../../../core/ledger/ledger.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { PageLink } from '../../../web/router.tsx';
import { useMay } from '../../../web/session.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { problems } from '../../ledgers/catalog/problems.ts';
import { ledgerOperations } from '../../ledgers/operations.ts';
import { type Ask, AskModal } from './ask-modal.tsx';
import { useUnitName, useUnitsAround } from './names.ts';
import { Panel } from './panel.tsx';
import { optionsOf } from './show.ts';
import { useProject, useWrite } from './use-project.ts';

const words = {
  title: { zh: '问题', en: 'Problems' },
  raise: { zh: '提出问题', en: 'Raise a problem' },
  name: { zh: '问题', en: 'Problem' },
  none: { zh: '没有问题记录', en: 'No problem was raised' },
  due: { zh: '{day} 到期', en: 'due {day}' },
  all: { zh: '问题台账', en: 'The ledger of problems' },
} satisfies Record<string, Label>;

const fieldOf = (id: string) => problems.fields.find((field) => field.id === id);
const labelOf = (id: string): Label => fieldOf(id)?.label ?? { zh: id, en: id };

/** What is asked when a problem is raised, at the desk or at the site. */
export function useProblemAsks(): readonly Ask[] {
  const { say } = useLanguage();
  const units = useUnitsAround();
  return [
    { id: 'name', label: words.name, isRequired: true },
    {
      id: 'category',
      label: labelOf('category'),
      kind: 'choice',
      options: optionsOf(fieldOf('category')?.kind.choices ?? {}, say),
      isRequired: true,
    },
    {
      id: 'assigned',
      label: labelOf('assigned'),
      kind: 'choice',
      options: units.map(({ unitPath, name }) => ({ value: unitPath, label: name })),
      isRequired: true,
    },
    { id: 'content', label: labelOf('content'), kind: 'area', isRequired: true },
    { id: 'request', label: labelOf('request'), kind: 'area' },
  ];
}

/** An entry of the ledger of problems from what was asked. */
export function problemOf(projectId: string, unitPath: string, text: Readonly<Record<string, string>>) {
  const { name = '', category, assigned, content, request } = text;
  const data = { project: projectId, category, assigned, raised: todayHere(), content, request: request || null };
  return { ledger: 'problems', name, unitPath, data };
}

/** The problems of the project; each is followed up in its ledger. */
export const useProblems = (projectId: string) =>
  useOperation(
    ledgerOperations['ledgers.list'],
    { ledger: 'problems', field: 'project', value: projectId },
    { enabled: useMay('ledger.read') },
  );

export function ProblemsPanel() {
  const { say } = useLanguage();
  const { card } = useProject();
  const write = useWrite();
  const mayWrite = useMay('ledger.write');
  const unitName = useUnitName();
  const asks = useProblemAsks();
  const [isRaising, setIsRaising] = useState(false);
  const { data } = useProblems(card.id);
  const tools = mayWrite && (
    <Button size="small" onClick={() => setIsRaising(true)}>
      {say(words.raise)}
    </Button>
  );
  return (
    <Panel title={say(words.title)} id="problems" tools={tools}>
      {data?.entries.length === 0 && <p className="quiet">{say(words.none)}</p>}
      <ul className="people">
        {data?.entries.map(({ entryId, name, stage, dueOn, lamp, calledPath }) => (
          <li key={entryId}>
            <span className={`dlamp dlamp-${lamp === 'grey' || lamp === 'done' ? 'unknown' : lamp}`}>
              {say(problems.stages[stage]?.label ?? { zh: stage, en: stage })}
            </span>
            <span>
              <PageLink to="/ledgers/problems" search={{ entry: entryId }}>
                {name}
              </PageLink>
              <small className="quiet">
                {' '}
                {calledPath && unitName(calledPath)} {dueOn && say(words.due, { day: dueOn })}{' '}
                {lamp === 'red' && say(lamps.red)}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {isRaising && (
        <AskModal
          title={say(words.raise)}
          asks={asks}
          files="optional"
          onClose={() => setIsRaising(false)}
          onSubmit={({ text, evidence }) =>
            write(ledgerOperations['ledgers.add'], {
              ...problemOf(card.id, card.unitPath, text),
              evidence: [...evidence],
            })
          }
        />
      )}
    </Panel>
  );
}
