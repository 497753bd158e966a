import { Modal } from 'antd';
import { useContext } from 'react';
import type { Label } from '../../../../core/text.ts';
import { Failure } from '../../../../web/error-boundary.tsx';
import { useLanguage } from '../../../../web/language.tsx';
import { PageLink } from '../../../../web/router.tsx';
import { useOperation } from '../../../../web/use-operation.ts';
import { Waiting } from '../../../../web/waiting.tsx';
import { type Basis, backtestOperations } from '../../backtest-operations.ts';
import { Lamp } from '../lamp.tsx';
import { SlotsContext } from '../slots.ts';
import { LampDecisions } from './lamp-decisions.tsx';

const words = {
  title: { zh: '{month} 的算法', en: 'Working of {month}' },
  known: {
    zh: '{name}，站在 {on} 看，用 {period} 的完成投资。',
    en: '{name} as of {on}, with the investment of {period}.',
  },
  open: { zh: '项目页', en: 'The project' },
} satisfies Record<string, Label>;

export interface Opened {
  readonly projectId: string;
  readonly rule: string;
  readonly trial: string;
  readonly month: string;
  readonly basis: Basis;
}

/** What was known of a project in a month, and how the lamp came to burn. */
export function BacktestWorking({ opened, onClose }: { opened: Opened; onClose: () => void }) {
  const { say } = useLanguage();
  const { Working } = useContext(SlotsContext);
  const { data, error, refetch } = useOperation(backtestOperations['backtests.working'], opened);
  return (
    <Modal open footer={null} width={640} title={say(words.title, { month: opened.month })} onCancel={onClose}>
      {error && <Failure error={error} onAgain={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <p className="backtest-known">
            <Lamp level={data.level} /> {say(words.known, { name: data.name, on: data.on, period: data.period })}{' '}
            <PageLink to={`/delivery/${opened.projectId}`}>{say(words.open)}</PageLink>
          </p>
          <LampDecisions decided={data.decided} />
          {data.refused && <p>{say(data.refused)}</p>}
          {data.evaluation && <Working evaluation={data.evaluation} />}
        </>
      )}
    </Modal>
  );
}
