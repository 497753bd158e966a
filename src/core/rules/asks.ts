import { Problem } from '../problem.ts';
import type { Ask, RuleEdition } from './edition.ts';

/** What an office decided, by question: the id of an option, or a number as text. */
export type Answers = Readonly<Record<string, string>>;

const ofOption = (ask: Ask, answer: string) => ask.options?.find(({ id }) => id === answer);

function ofAmount({ amount }: Ask, answer: string): number | undefined {
  if (amount === undefined || !/^-?\d+(\.\d+)?$/.test(answer)) return undefined;
  const value = Number(answer);
  return value >= amount.least && value <= (amount.most ?? Number.POSITIVE_INFINITY) ? value : undefined;
}

/** The value that an answer stands for; undefined if the question does not offer it. */
const valueBehind = (ask: Ask, answer: string): unknown => ofOption(ask, answer)?.value ?? ofAmount(ask, answer);

export const isAnswer = (ask: Ask, answer: string): boolean => valueBehind(ask, answer) !== undefined;

export function sayAnswer(ask: Ask, answer: string): { zh: string; en: string } {
  const plain = `${answer} ${ask.amount?.unit ?? ''}`.trim();
  return ofOption(ask, answer)?.label ?? { zh: plain, en: plain };
}

const isAsk = (raw: object): raw is { ask: string } => 'ask' in raw && Object.keys(raw).length === 1;

/** Puts the answers in the places of `{ ask: question }`, wherever in a rule they stand. */
export function resolved(raw: unknown, asks: readonly Ask[], answers: Answers): unknown {
  if (Array.isArray(raw)) return raw.map((each) => resolved(each, asks, answers));
  if (typeof raw !== 'object' || raw === null) return raw;
  if (!isAsk(raw))
    return Object.fromEntries(Object.entries(raw).map(([key, each]) => [key, resolved(each, asks, answers)]));
  const ask = asks.find(({ id }) => id === raw.ask);
  if (ask === undefined) throw new Error(`the question ${raw.ask} is not asked`);
  return valueBehind(ask, answers[ask.id] ?? '');
}

const most = 512;

/** Every set of answers that could be given; of an amount, its least stands for all. */
export function combinationsOf(asks: readonly Ask[]): Answers[] {
  const sets = asks.reduce<Answers[]>(
    (all, { id, options = [], amount }) => {
      const offered = [...options.map((option) => option.id), ...(amount ? [String(amount.least)] : [])];
      return all.flatMap((answers) => offered.map((answer) => ({ ...answers, [id]: answer })));
    },
    [{}],
  );
  if (sets.length > most) throw new Error(`${sets.length} sets of answers are more than can be checked`);
  return sets;
}

/** Questions that nobody has answered, or whose answer the edition does not offer. */
export const openQuestions = ({ asks }: RuleEdition, answers: Answers): Ask[] =>
  asks.filter((ask) => !isAnswer(ask, answers[ask.id] ?? ''));

/** Refuses an edition that still asks something, and says what is to be decided and how it can be. */
export function refuseUndecided(edition: RuleEdition, answers: Answers): void {
  const open = openQuestions(edition, answers);
  if (open.length === 0) return;
  const list = (language: 'zh' | 'en') =>
    open
      .map(({ question, options = [], amount }) => {
        const offers = options.map(({ label }) => label[language]);
        if (amount) offers.push(language === 'zh' ? `填一个数（${amount.unit}）` : `a number (${amount.unit})`);
        return `${question[language]}（${offers.join(' / ')}）`;
      })
      .join('；');
  throw new Problem('rule-undecided', {
    name: edition.label.zh,
    nameEn: edition.label.en,
    count: open.length,
    questions: list('zh'),
    questionsEn: list('en'),
  });
}
