import { Table } from 'antd';
import { sayAnswer } from '../../../core/rules/asks.ts';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import type { CaseLine, RuleDetail } from '../rule-views.ts';
import { Working } from './working.tsx';

const words = {
  title: { zh: '算例', en: 'Worked cases' },
  lead: {
    zh: '每个算例都可以手算核对；点开看逐步算法。',
    en: 'Each can be checked by hand; open one for its working.',
  },
  name: { zh: '算例', en: 'Case' },
  given: { zh: '给定', en: 'Given' },
  expect: { zh: '应得', en: 'Expected' },
  holds: { zh: '核对', en: 'Check' },
  ok: { zh: '相符', en: 'holds' },
  wrong: { zh: '不符', en: 'does not hold' },
  refused: { zh: '不运行，要求先决定 {count} 项', en: 'refuses, {count} to decide first' },
  hole: { zh: '无', en: 'none' },
} satisfies Record<string, Label>;

function useSay(rule: RuleDetail) {
  const { say } = useLanguage();
  const names = new Map([...rule.inputs, ...rule.rules].map(({ id, label, unit }) => [id, { label, unit }]));
  const nameOf = (id: string): string => (names.has(id) ? say(names.get(id)?.label as Label) : id);
  const inputWord = (id: string, value: string): string => {
    const found = rule.inputs.find((input) => input.id === id)?.words?.[value];
    return found === undefined ? value : say(found);
  };
  const plain = (id: string, value: unknown): string => {
    if (value === null || (typeof value === 'object' && !Array.isArray(value))) return say(words.hole);
    if (typeof value === 'boolean') return say(value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' });
    if (Array.isArray(value)) return value.join('、');
    return typeof value === 'number' ? `${value} ${names.get(id)?.unit ?? ''}`.trim() : inputWord(id, String(value));
  };
  return { say, nameOf, plain };
}

function Given({ rule, line }: { rule: RuleDetail; line: CaseLine }) {
  const { say, nameOf, plain } = useSay(rule);
  const facts = Object.entries(line.case.given).map(([id, value]) => `${nameOf(id)} ${plain(id, value)}`);
  const choices = Object.entries(line.case.choices).flatMap(([id, answer]) => {
    const ask = rule.asks.find((each) => each.id === id);
    return ask === undefined ? [] : [say(sayAnswer(ask, String(answer)))];
  });
  return (
    <>
      {facts.join('；')}
      {choices.length > 0 && <div className="quiet">{choices.join('；')}</div>}
    </>
  );
}

function Expected({ rule, line }: { rule: RuleDetail; line: CaseLine }) {
  const { say, nameOf, plain } = useSay(rule);
  const { refused } = line.case;
  if (refused !== undefined) return <>{say(words.refused, { count: refused.length })}</>;
  const said = (id: string, value: unknown): string => {
    const step = line.evaluation?.steps.find(({ rule: each }) => each === id);
    return typeof value === 'string' && step ? say(step.said) : plain(id, value);
  };
  return (
    <>
      {Object.entries(line.case.expect)
        .map(([id, value]) => `${nameOf(id)} ${said(id, value)}`)
        .join('；')}
    </>
  );
}

/** The cases of an edition, each with its working. */
export function RuleCases({ rule }: { rule: RuleDetail }) {
  const { say } = useLanguage();
  return (
    <section>
      <h2>{say(words.title)}</h2>
      <p className="quiet">{say(words.lead)}</p>
      <Table
        size="small"
        rowKey={({ case: { name } }) => name.zh}
        dataSource={[...rule.casesWorked]}
        pagination={false}
        scroll={{ x: 640 }}
        expandable={{
          expandRowByClick: true,
          rowExpandable: ({ evaluation }) => evaluation !== null,
          expandedRowRender: ({ evaluation }) => evaluation && <Working evaluation={evaluation} />,
        }}
        columns={[
          { title: say(words.name), render: (_, line) => say(line.case.name) },
          { title: say(words.given), render: (_, line) => <Given rule={rule} line={line} /> },
          { title: say(words.expect), render: (_, line) => <Expected rule={rule} line={line} /> },
          {
            title: say(words.holds),
            width: 70,
            render: (_, { holds }) => (
              <span className={holds ? 'case-holds' : 'case-fails'}>{say(holds ? words.ok : words.wrong)}</span>
            ),
          },
        ]}
      />
    </section>
  );
}
