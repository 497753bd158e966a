import { expect, test } from 'vitest';
import { FactContent } from '../../plan.ts';
import { contentFrom, formOf } from './fact-form.ts';
import { prefill } from './prefill.ts';

const text = '一、目标\n到2030年，临江产业园规模以上工业企业达到80家以上，亩均税收18.5万元/亩。\n建设冷链物流中心。';
const about = {
  title: null,
  issuer: null,
  number: null,
  issuedOn: null,
  period: null,
  baseYear: '2025',
  regions: ['临江县', '临江产业园'],
};
const marked = (words: string) => [text.indexOf(words), text.indexOf(words) + words.length] as const;

test('marked words give name, value, unit, comparator, period and subject of an indicator', () => {
  const { data } = prefill({ text, about }, 'indicator', ...marked('规模以上工业企业达到80家以上'));
  expect(data).toMatchObject({
    name: '规模以上工业企业',
    value: 80,
    printed: '80',
    unit: '家',
    comparator: '>=',
    period: '2030',
    kind: 'target',
    subject: '临江产业园',
  });
});

test('规模以上 is a name and no comparator; a compound unit stays whole', () => {
  const { data } = prefill({ text, about }, 'indicator', ...marked('亩均税收18.5万元/亩'));
  expect(data).toMatchObject({ name: '亩均税收', printed: '18.5', unit: '万元/亩', comparator: '=' });
});

test('the source is the marked text in its line', () => {
  const [start, end] = marked('冷链物流中心');
  const { data } = prefill({ text, about }, 'project', start, end);
  expect(data.source).toEqual({ line: 3, quote: '冷链物流中心', start, end });
});

test.each(['indicator', 'project', 'task', 'park', 'enterprise'] as const)(
  'a %s drawn up from marked text is one that the server takes, also after the form',
  (kind) => {
    const content = prefill({ text, about }, kind, ...marked('建设冷链物流中心'));
    if (content.kind === 'indicator') content.data.name = '冷链物流中心';
    expect(FactContent.safeParse(content).success).toBe(true);
    const again = contentFrom(content, formOf(content));
    expect(FactContent.safeParse(again).success).toBe(true);
  },
);
