import { Button } from 'antd';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { type Delivery, deliveryOperations } from '../../projects/delivery-operations.ts';
import { actions, type Fact, facts, statedFacts } from '../../projects/lifecycle.ts';
import { givenWithAction } from '../../projects/next-step.ts';
import { projectStages } from '../../projects/register.ts';
import { type Answers, type Ask, AskModal } from './ask-modal.tsx';
import { useMayMove, useProject, useWrite } from './use-project.ts';

const words = {
  lacks: { zh: '还缺：{facts}', en: 'needs {facts}' },
  day: { zh: '办理日期', en: 'Day' },
  reason: { zh: '说明', en: 'Remark' },
  month: { zh: '年月', en: 'month' },
  done: { zh: '已到终点，不再流转', en: 'Nothing moves it on from here' },
} satisfies Record<string, Label>;

type Possible = Delivery['actions'][number];
const isAside = (id: string) => ['pause', 'drop', 'exit'].includes(id);

function asksOf({ lacks }: Possible): Ask[] {
  const stated = statedFacts.filter((fact) => lacks.includes(fact));
  return [
    { id: 'on', label: words.day, kind: 'day', isRequired: true, first: todayHere() },
    ...stated.map(
      (id): Ask => ({
        id,
        label: facts[id],
        kind: id === 'first-investment' ? 'month' : id === 'outlook' ? 'area' : 'text',
        isRequired: true,
      }),
    ),
    { id: 'reason', label: words.reason, kind: 'area', isRequired: lacks.includes('reason') },
  ];
}

function ActForm({ possible, onClose }: { possible: Possible; onClose: () => void }) {
  const { say } = useLanguage();
  const { card, revision } = useProject();
  const write = useWrite();
  const { id: action, lacks } = possible;
  const submit = ({ text, evidence }: Answers) => {
    const { on = '', reason = '', ...stated } = text;
    return write(deliveryOperations['delivery.act'], {
      id: card.id,
      revision,
      action,
      on,
      reason: reason.trim() === '' ? null : reason,
      stated,
      evidence: [...evidence],
    });
  };
  return (
    <AskModal
      title={`${say(actions[action].label)} · ${card.name}`}
      asks={asksOf(possible)}
      files={lacks.includes('evidence') ? 'required' : 'optional'}
      okText={say(actions[action].label)}
      onClose={onClose}
      onSubmit={submit}
    />
  );
}

/** What can be done with the project now; a step that still lacks something says what. */
export function ActButtons() {
  const { say, language } = useLanguage();
  const { actions: possible } = useProject();
  const mayMove = useMayMove();
  const [chosen, setChosen] = useState<Possible | null>(null);
  const list = (own: readonly Fact[]) => own.map((fact) => say(facts[fact])).join(language === 'zh' ? '、' : ', ');
  if (possible.length === 0) return <p className="quiet">{say(words.done)}</p>;
  return (
    <div className="acts">
      {possible.map((each) => {
        const blocked = each.lacks.filter((fact) => !givenWithAction.includes(fact));
        const label = say(actions[each.id].label);
        return (
          <div key={each.id} className="act">
            <Button
              type={isAside(each.id) || blocked.length > 0 ? 'default' : 'primary'}
              danger={isAside(each.id) && each.id !== 'pause'}
              disabled={blocked.length > 0 || !mayMove}
              aria-describedby={blocked.length > 0 ? `lacks-${each.id}` : undefined}
              onClick={() => setChosen(each)}
            >
              {label}
            </Button>
            {blocked.length > 0 && (
              <span id={`lacks-${each.id}`} className="act-lacks">
                {say(words.lacks, { facts: list(blocked) })}
              </span>
            )}
          </div>
        );
      })}
      {chosen && <ActForm possible={chosen} onClose={() => setChosen(null)} />}
    </div>
  );
}

export const stageWord = (stage: string): Label =>
  projectStages[stage as keyof typeof projectStages] ?? { zh: stage, en: stage };
