import type { Evaluation, Step } from '../../core/rules/working.ts';
import type { Label } from '../../core/text.ts';
import type { Condition, Meeting, ReviewDecision, Veto } from './review.ts';

type Votes = Pick<Meeting, 'members'>;

/** Members, those present and those for it, as editions count them. */
export function countVotes(meeting: Votes | null): Readonly<Record<'members' | 'present' | 'agree', number>> | null {
  if (meeting === null) return null;
  const { members } = meeting;
  const present = members.filter(({ vote }) => vote !== 'absent').length;
  return { members: members.length, present, agree: members.filter(({ vote }) => vote === 'agree').length };
}

const isTrue = (step: Pick<Step, 'value'>): boolean => 'truth' in step.value && step.value.truth;

/** 一票否决: which of the grounds of a veto hold. */
export function vetoesOf(evaluation: Evaluation | null): Veto[] {
  const { steps = [] } = evaluation ?? {};
  return steps
    .filter((step) => step.kind === 'veto' && isTrue(step))
    .flatMap(({ inputs }) => inputs.filter(isTrue))
    .map(({ id, label, said }) => ({ rule: id, label, said }));
}

/** What the edition answers: a decision, or the reason why there is none. */
export interface Verdict {
  readonly allowed: readonly ReviewDecision[];
  readonly said: Label;
  /** What to do for a milder one. */
  readonly why: Label;
}

const later = ['rejected', 'returned'] as const;
const byWord: Readonly<Record<string, readonly ReviewDecision[]>> = {
  passed: ['passed', 'conditional', ...later],
  conditional: ['conditional', ...later],
};

const list = (labels: readonly Label[], language: keyof Label) =>
  labels.map((label) => label[language]).join(language === 'zh' ? '、' : ', ');

function decided(evaluation: Evaluation): Verdict | null {
  const outcome = evaluation.outcome.find(({ id }) => id === 'decision');
  if (outcome === undefined) return null;
  if ('word' in outcome.value)
    return {
      allowed: byWord[outcome.value.word] ?? later,
      said: outcome.said,
      why: { zh: '只能从严，不能从宽', en: 'the decision may be stricter, not milder' },
    };
  const lacking = evaluation.missing.map(({ label }) => label);
  return {
    allowed: later,
    said: { zh: '尚无结论', en: 'nothing yet' },
    why: { zh: `还缺：${list(lacking, 'zh')}`, en: `still missing: ${list(lacking, 'en')}` },
  };
}

/**
 * What a meeting may still decide. An edition that gives points and no decision leaves it to the meeting,
 * which passes with more than half of those present unless there is a veto.
 */
export function verdictOf(evaluation: Evaluation | null, meeting: Votes | null): Verdict {
  const votes = countVotes(meeting);
  if (evaluation === null || votes === null)
    return {
      allowed: later,
      said: { zh: '尚未评审', en: 'not reviewed' },
      why: { zh: '先登记评审会的成员与表决', en: 'record the members and votes of the meeting first' },
    };
  const ofEdition = decided(evaluation);
  if (ofEdition !== null) return ofEdition;
  const why = {
    zh: '一票否决或到会人数未过半同意',
    en: 'there is a veto, or not more than half of those present agreed',
  };
  return vetoesOf(evaluation).length > 0 || votes.agree * 2 <= votes.present
    ? { allowed: later, said: { zh: '未通过', en: 'not passed' }, why }
    : { allowed: byWord.passed ?? later, said: { zh: '表决通过', en: 'voted for' }, why };
}

/** Limits that are not met and that no condition speaks of; a condition repeats their words. */
export const unattached = (suggested: readonly Label[], conditions: readonly Pick<Condition, 'text'>[]): Label[] =>
  suggested.filter(({ zh, en }) => !conditions.some(({ text }) => text.includes(zh) || text.includes(en)));
