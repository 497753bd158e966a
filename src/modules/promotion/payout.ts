import { Decimal } from 'decimal.js';
import { inBase, units } from '../../core/quantity.ts';
import type { Evaluation } from '../../core/rules/working.ts';
import type { Label } from '../../core/text.ts';
import type { FairReview, IncentiveDetail, IncentiveState, Payout } from './incentive-operations.ts';

/** What the main answer of an edition gives, in yuan, exact; null while it gives nothing. */
export function proposedOf({ outcome }: Evaluation): string | null {
  const [main] = outcome;
  const unit = units.parse(main?.unit ?? '');
  if (main === undefined || unit?.dimension !== 'CNY' || !('number' in main.value)) return null;
  return inBase({ value: new Decimal(main.value.number), unit }).toFixed();
}

/** A correction has the other sign, so the sum is what was paid. */
export const paidOf = (payouts: readonly Pick<Payout, 'amount'>[]): Decimal =>
  payouts.reduce((sum, { amount }) => sum.plus(amount), new Decimal(0));

export interface Claim {
  readonly state: IncentiveState;
  readonly proposed: string | null;
  readonly approved: string | null;
  readonly needsReview: boolean;
  readonly fairReview: Pick<FairReview, 'result'> | null;
}

type Block = IncentiveDetail['blocks'][number];

const names = (labels: readonly Label[], language: keyof Label) =>
  labels.map((label) => label[language]).join(language === 'zh' ? '、' : ', ');

/** What stands in the way of an approval. */
export function blocksOfApproval({ proposed, needsReview, fairReview }: Claim, evaluation: Evaluation | null): Block[] {
  const blocks: Block[] = [];
  const missing = (evaluation?.missing ?? []).map(({ label }) => label);
  if (proposed === null)
    blocks.push({
      id: 'missing',
      message: {
        zh: missing.length > 0 ? `还缺：${names(missing, 'zh')}` : '规则没有给出金额',
        en: missing.length > 0 ? `still missing: ${names(missing, 'en')}` : 'the edition gives no amount',
      },
    });
  else if (!new Decimal(proposed).gt(0))
    blocks.push({
      id: 'not-eligible',
      message: {
        zh: '不符合兑现条件，或未达到奖励起点',
        en: 'its preconditions do not hold, or it is below the first tier',
      },
    });
  if (needsReview && fairReview === null)
    blocks.push({
      id: 'fair-review',
      message: { zh: '有条款须先经公平竞争审查', en: 'a clause needs fair-competition review first' },
    });
  if (needsReview && fairReview?.result === 'failed')
    blocks.push({
      id: 'fair-failed',
      message: { zh: '公平竞争审查未通过，该条款不得使用', en: 'the fair-competition review forbids the clause' },
    });
  return blocks;
}

/** What stands in the way of a payout. */
export function blocksOf(claim: Claim, evaluation: Evaluation | null, payouts: readonly Payout[]): Block[] {
  if (claim.state === 'approved')
    return paidOf(payouts).gte(claim.approved ?? 0)
      ? [{ id: 'paid', message: { zh: '已全部兑现', en: 'paid in full' } }]
      : [];
  return [
    ...blocksOfApproval(claim, evaluation),
    { id: 'not-approved', message: { zh: '尚未批准', en: 'not approved' } },
  ];
}

/** Whether a payout keeps the sum between nothing and what was approved. */
export const mayPay = (payouts: readonly Pick<Payout, 'amount'>[], amount: string, approved: string): boolean => {
  const sum = paidOf(payouts).plus(amount);
  return sum.gte(0) && sum.lte(approved);
};
