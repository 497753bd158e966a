import { Button } from 'antd';
import { Decimal } from 'decimal.js';
import { useState } from 'react';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { useOperation } from '../../../web/use-operation.ts';
import { type FundKind, type FundSource, fundKinds, fundSources } from '../../projects/delivery.ts';
import { deliveryOperations } from '../../projects/delivery-operations.ts';
import { lampIds, type MoneyView, moneyOperations } from '../money-operations.ts';
import { AskModal } from './ask-modal.tsx';
import { Lamp } from './lamp.tsx';
import { MonthChart } from './month-chart.tsx';
import { Panel } from './panel.tsx';
import { optionsOf, sayMoney, sayShare } from './show.ts';
import { useMayMove, useProject, useWrite } from './use-project.ts';

const words = {
  title: { zh: '资金与进度', en: 'Money' },
  record: { zh: '登记资金', en: 'Record money' },
  total: { zh: '总投资', en: 'Total' },
  yearPlan: { zh: '本年计划', en: 'Plan of the year' },
  month: { zh: '{period} 当月完成', en: 'Completed in {period}' },
  year: { zh: '本年完成', en: 'This year' },
  sinceStart: { zh: '开工以来完成', en: 'Since the start' },
  arrived: { zh: '到位资金', en: 'Arrived' },
  paid: { zh: '已支付', en: 'Paid' },
  due: { zh: '序时进度', en: 'Due by now' },
  completion: { zh: '完成年计划', en: 'Of the plan' },
  ahead: { zh: '比序时', en: 'Ahead' },
  points: { zh: '{points} 个百分点', en: '{points} points' },
  ofTotal: { zh: '占总投资 {share}', en: '{share} of the total' },
  sources: { zh: '资金来源', en: 'Sources' },
  kind: { zh: '类别', en: 'Kind' },
  source: { zh: '来源', en: 'Source' },
  period: { zh: '计划月份（分月计划必填）', en: 'Month of the plan' },
  on: { zh: '日期', en: 'Day' },
  amount: { zh: '金额（万元，更正写负数）', en: 'Amount in 万元; a correction is negative' },
  agreedDays: {
    zh: '合同约定付款天数（应付款可填，日期填交付日）',
    en: 'Days of the contract (of a payable, dated by its delivery)',
  },
  note: { zh: '说明', en: 'Note' },
  missing: { zh: '缺 {names}', en: 'lacking {names}' },
  entries: { zh: '资金记录 {count} 笔', en: '{count} entries' },
} satisfies Record<string, Label>;

function RecordFund({ onClose }: { onClose: () => void }) {
  const { say } = useLanguage();
  const { card } = useProject();
  const write = useWrite();
  return (
    <AskModal
      title={say(words.record)}
      asks={[
        { id: 'kind', label: words.kind, kind: 'choice', options: optionsOf(fundKinds, say), isRequired: true },
        { id: 'typed', label: words.amount, isRequired: true },
        { id: 'period', label: words.period, kind: 'month' },
        { id: 'source', label: words.source, kind: 'choice', options: optionsOf(fundSources, say) },
        { id: 'on', label: words.on, kind: 'day', isRequired: true, first: todayHere() },
        { id: 'agreedDays', label: words.agreedDays },
        { id: 'note', label: words.note },
      ]}
      onClose={onClose}
      onSubmit={({ text: { kind, typed = '', period = '', source = '', on = '', note = '', agreedDays = '' } }) =>
        write(deliveryOperations['delivery.fund'], {
          id: card.id,
          entries: [
            {
              kind: kind as FundKind,
              source: source === '' ? null : (source as FundSource),
              period: period === '' ? null : period,
              on,
              typed,
              note: note === '' ? null : note,
              agreedDays: agreedDays.trim() === '' ? null : Number(agreedDays),
            },
          ],
        })
      }
    />
  );
}

function Pairs({ pairs }: { pairs: readonly (readonly [string, string, string?])[] }) {
  return (
    <dl className="figures">
      {pairs.map(([label, value, more]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {value}
            {more && <small className="quiet">{more}</small>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function MoneyFigures({ money }: { money: MoneyView }) {
  const { say, language } = useLanguage();
  const { completed, due, completion, ahead, ofTotal } = money;
  const points = ahead === null ? '—' : say(words.points, { points: new Decimal(ahead).times(100).toFixed(1) });
  return (
    <>
      <Pairs
        pairs={[
          [say(words.total), sayMoney(money.total)],
          [say(words.yearPlan), sayMoney(money.yearPlan)],
          [say(words.month, { period: money.period }), sayMoney(completed.month)],
          [say(words.year), sayMoney(completed.year)],
          [
            say(words.sinceStart),
            sayMoney(completed.sinceStart),
            ofTotal === null ? undefined : say(words.ofTotal, { share: sayShare(ofTotal) }),
          ].filter((each) => each !== undefined) as [string, string, string?],
          [say(words.arrived), sayMoney(money.arrived)],
          [say(words.paid), sayMoney(money.paid)],
          [say(words.due), sayShare(due)],
          [say(words.completion), sayShare(completion)],
          [say(words.ahead), points],
        ]}
      />
      <ul className="lamps">
        {money.lamps.map(({ id, level, said, missing, refused }) => (
          <li key={id}>
            <Lamp level={level} of={lampIds[id]} />{' '}
            <small className="quiet">
              {refused !== null
                ? say(refused)
                : missing.length > 0
                  ? say(words.missing, { names: missing.map(say as never).join(language === 'zh' ? '、' : ', ') })
                  : said.map((each) => say(each)).join('；')}
            </small>
          </li>
        ))}
      </ul>
    </>
  );
}

/** 资金: what was planned, completed, arrived and paid; the months as a small chart. */
export function MoneyPanel() {
  const { say } = useLanguage();
  const { card, funds } = useProject();
  const mayMove = useMayMove();
  const [isRecording, setIsRecording] = useState(false);
  const { data } = useOperation(moneyOperations['money.show'], { projectId: card.id });
  const tools = mayMove && (
    <Button size="small" onClick={() => setIsRecording(true)}>
      {say(words.record)}
    </Button>
  );
  return (
    <Panel title={say(words.title)} id="money" tools={tools}>
      {data && <MoneyFigures money={data} />}
      {data && <MonthChart months={data.months} />}
      {funds.length > 0 && (
        <details className="past">
          <summary>{say(words.entries, { count: funds.length })}</summary>
          <ul>
            {funds.map((fund) => (
              <li key={fund.fundId}>
                {fund.on} {say(fundKinds[fund.kind])} {fund.period} {fund.typed} {fund.typedUnit}{' '}
                {fund.source && say(fundSources[fund.source])}{' '}
                <span className="quiet">
                  {fund.note} {fund.by}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {isRecording && <RecordFund onClose={() => setIsRecording(false)} />}
    </Panel>
  );
}
