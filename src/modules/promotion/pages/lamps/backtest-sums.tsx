import type { Label } from '../../../../core/text.ts';
import { useLanguage } from '../../../../web/language.tsx';
import type { BacktestRun } from '../../backtest-operations.ts';

const words = {
  what: { zh: '结果', en: 'Result' },
  troubles: { zh: '出问题（个项目）', en: 'Troubles (projects)' },
  warned: { zh: '事先预警', en: 'Warned of' },
  missed: { zh: '漏报', en: 'Missed' },
  falseAlarms: { zh: '误报（次）', en: 'False alarms' },
  pending: { zh: '亮着、结果未定', en: 'Burning, not told yet' },
  median: { zh: '提前月数（中位数）', en: 'Months earlier (median)' },
  holes: { zh: '缺数月份', en: 'Months without data' },
  undecided: { zh: '归口单位未决定、未测', en: 'Not tested: undecided' },
  trial: { zh: '试算：{answers}', en: 'Trial: {answers}' },
} satisfies Record<string, Label>;

const lines = [
  [words.troubles, ({ troubles }) => troubles],
  [words.warned, ({ warned }) => warned],
  [words.median, ({ medianEarlier }) => medianEarlier ?? '—'],
  [words.missed, ({ missed }) => missed],
  [words.falseAlarms, ({ falseAlarms }) => falseAlarms],
  [words.pending, ({ pending }) => pending],
  [words.holes, ({ monthsWithoutData }) => monthsWithoutData],
  [words.undecided, ({ undecided }) => undecided],
] as const satisfies readonly (readonly [Label, (run: BacktestRun) => number | string])[];

/** One edition beside the other. */
export function BacktestSums({ runs }: { runs: readonly BacktestRun[] }) {
  const { say } = useLanguage();
  const nameOf = ({ ruleId, edition }: BacktestRun) => `${ruleId} · ${edition}`;
  const keyOf = (run: BacktestRun, i: number) => `${i} ${nameOf(run)}`;
  return (
    <>
      {runs.map((run, i) => (
        <p key={keyOf(run, i)}>
          <b>{nameOf(run)}</b> {say(run.summary)}
          {run.refused && <small className="quiet"> {say(run.refused)}</small>}
        </p>
      ))}
      <table className="plain-table backtest-sums">
        <thead>
          <tr>
            <th>{say(words.what)}</th>
            {runs.map((run, i) => (
              <th key={keyOf(run, i)} className="figure">
                {nameOf(run)}
                {Object.keys(run.trial).length > 0 && (
                  <small className="quiet">
                    {' '}
                    {say(words.trial, { answers: Object.values(run.trial).join(' / ') })}
                  </small>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(([label, of]) => (
            <tr key={label.zh}>
              <th scope="row">{say(label)}</th>
              {runs.map((run, i) => (
                <td key={keyOf(run, i)} className="figure">
                  {of(run)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
