import { HistoryOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { Failure } from '../../../../web/error-boundary.tsx';
import { History } from '../../../../web/history.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { useMay } from '../../../../web/session.ts';
import { useOperation } from '../../../../web/use-operation.ts';
import { Waiting } from '../../../../web/waiting.tsx';
import { auditOperations } from '../../../audits/operations.ts';
import { planOperations } from '../../operations.ts';
import type { PlanFact } from '../../plan.ts';
import { summaryOf } from './fact-columns.tsx';
import { stateLabels } from './wording.ts';

const words = {
  history: { zh: '修改记录', en: 'History' },
  fields: { zh: '逐项对照', en: 'Field by field' },
};

function Revisions({ planId, fact }: { planId: string; fact: PlanFact }) {
  const { say, language } = useLanguage();
  const mayReadHistory = useMay(auditOperations['audits.of'].permission);
  const { data, error, refetch } = useOperation(planOperations['plans.fact-history'], { planId, factId: fact.id });
  if (error) return <Failure error={error} onAgain={() => void refetch()} />;
  if (!data) return <Waiting />;
  return (
    <div className="change-history-box">
      <ol className="history">
        {data.revisions.map(({ revision, state, at, by, data: content, reason }) => (
          <li key={revision}>
            <span className={`state-word is-${state}`}>{say(stateLabels[state])}</span>
            <span>{summaryOf({ ...fact, data: content } as PlanFact, say)}</span>
            <small>
              {by} · {new Date(at).toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB')}
              {reason ? ` · ${reason}` : ''}
            </small>
          </li>
        ))}
      </ol>
      {mayReadHistory && (
        <details>
          <summary>{say(words.fields)}</summary>
          <History operation={auditOperations['audits.of']} entity="plan-fact" id={fact.id} />
        </details>
      )}
    </div>
  );
}

/** Who changed the fact, when, and from what. */
export function FactHistory({ planId, fact }: { planId: string; fact: PlanFact }) {
  const { say } = useLanguage();
  return (
    <Popover
      trigger="click"
      placement="topRight"
      destroyOnHidden
      content={<Revisions key={fact.revision} planId={planId} fact={fact} />}
    >
      <Button size="small" type="text" icon={<HistoryOutlined />}>
        {say(words.history)}
      </Button>
    </Popover>
  );
}
