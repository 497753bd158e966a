import { ArrowLeftOutlined, SaveOutlined, UndoOutlined } from '@ant-design/icons';
import { App, Button, Tooltip } from 'antd';
import type { Label } from '../../../../core/text.ts';
import { perform } from '../../../../web/client.ts';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink } from '../../../../web/router.tsx';
import { planOperations } from '../../operations.ts';
import type { PlanDetail } from '../../plan.ts';
import { PlanMenu } from './plan-menu.tsx';
import type { PlanActions } from './use-plan.ts';
import { severityLabels } from './wording.ts';

const words = {
  back: { zh: '规划列表', en: 'All plans' },
  sample: { zh: '样例', en: 'Sample' },
  draft: { zh: '草稿', en: 'Draft' },
  saved: { zh: '已存', en: 'Saved' },
  save: { zh: '存为规划', en: 'Save as plan' },
  savedNow: { zh: '已存为规划，原件一并保存', en: 'Saved as a plan, with its original' },
  reviewed: { zh: '已核 {done}/{all}', en: '{done}/{all} reviewed' },
  undo: { zh: '撤销（U）', en: 'Undo (U)' },
} satisfies Record<string, Label>;

const countOf = { error: 'errors', warning: 'warnings', advice: 'advice' } as const;

interface Props {
  readonly plan: PlanDetail;
  readonly actions: PlanActions;
  readonly mayWrite: boolean;
}

/** The plan as a whole: its name and stage, how far the review has come, saving and undoing. */
export function PlanBar({ plan, actions, mayWrite }: Props) {
  const { say } = useLanguage();
  const { message } = App.useApp();
  const { id: planId, title, revision, stage, counts, isSample } = plan;
  const all = plan.facts.length;
  const save = () =>
    actions.attempt(async () => {
      await perform(planOperations['plans.save'], { planId, revision });
      await actions.refresh();
      message.success(say(words.savedNow));
    });
  return (
    <div className="plan-bar">
      <PageLink to="/plans" search={{ list: '1' }} className="back-link">
        <ArrowLeftOutlined aria-hidden="true" /> <span className="visually-hidden">{say(words.back)}</span>
      </PageLink>
      <h1 className="cut" title={title}>
        {title}
      </h1>
      {isSample && <span className="chip">{say(words.sample)}</span>}
      <span className={stage === 'saved' ? 'chip chip-on' : 'chip'}>{say(words[stage])}</span>
      <span className="severity-counts">
        {(['error', 'warning', 'advice'] as const).map((severity) => (
          <span key={severity} className={`severity severity-${severity}`}>
            {say(severityLabels[severity])} {counts[countOf[severity]]}
          </span>
        ))}
      </span>
      <span className="grow" />
      <span className="reviewed">{say(words.reviewed, { done: all - counts.proposed, all })}</span>
      {mayWrite && (
        <Tooltip title={say(words.undo)}>
          <Button
            icon={<UndoOutlined />}
            aria-label={say(words.undo)}
            disabled={actions.steps === 0}
            onClick={() => void actions.attempt(actions.undo)}
          />
        </Tooltip>
      )}
      <PlanMenu plan={plan} actions={actions} mayWrite={mayWrite} />
      {mayWrite && stage === 'draft' && (
        <Button type="primary" icon={<SaveOutlined />} onClick={() => void save()}>
          {say(words.save)}
        </Button>
      )}
    </div>
  );
}
