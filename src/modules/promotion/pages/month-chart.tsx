import { Decimal } from 'decimal.js';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import type { MoneyView } from '../money-operations.ts';
import { sayMoney } from './show.ts';

const words = {
  label: { zh: '分月计划与完成', en: 'Plan and completed by month' },
  plan: { zh: '计划', en: 'Plan' },
  completed: { zh: '完成', en: 'Completed' },
  month: { zh: '{month} 月', en: '{month}' },
} satisfies Record<string, Label>;

/** Planned beside completed, month by month; a month without a figure stays empty. */
export function MonthChart({ months }: { months: MoneyView['months'] }) {
  const { say } = useLanguage();
  const amounts = months.flatMap(({ plan, completed }) => [plan, completed]).filter((each) => each !== null);
  if (amounts.length === 0) return null;
  const most = Decimal.max(1, ...amounts);
  const share = (amount: string | null) =>
    amount === null ? '0' : `${Math.max(0, new Decimal(amount).div(most).times(100).toNumber())}%`;
  return (
    <figure className="months">
      <figcaption>
        {say(words.label)} <span className="key-plan">{say(words.plan)}</span>
        <span className="key-done">{say(words.completed)}</span>
      </figcaption>
      <ol>
        {months.map(({ period, plan, completed }) => (
          <li
            key={period}
            title={`${period} ${say(words.plan)} ${sayMoney(plan)} ${say(words.completed)} ${sayMoney(completed)}`}
          >
            <span className="bars">
              <i className="bar-plan" style={{ height: share(plan) }} />
              <i className="bar-done" style={{ height: share(completed) }} />
            </span>
            <small>{say(words.month, { month: Number(period.slice(5)) })}</small>
            <span className="visually-hidden">
              {say(words.plan)} {sayMoney(plan)}，{say(words.completed)} {sayMoney(completed)}
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
