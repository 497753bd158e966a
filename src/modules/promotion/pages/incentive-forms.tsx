import type * as z from 'zod';
import type { Label } from '../../../core/text.ts';
import { useLanguage } from '../../../web/language.tsx';
import { todayHere } from '../../../web/register/show.ts';
import { type FairResult, fairResults, type IncentiveDetail, incentiveOperations } from '../incentive-operations.ts';
import { type Answers, type Ask, AskModal } from './ask-modal.tsx';
import { optionsOf } from './show.ts';
import { useWrite } from './use-project.ts';

const words = {
  fair: { zh: '公平竞争审查', en: 'Fair-competition review' },
  by: { zh: '审查机构', en: 'Reviewed by' },
  on: { zh: '日期', en: 'Day' },
  result: { zh: '审查结论', en: 'Result' },
  number: { zh: '文号', en: 'Number' },
  reason: { zh: '理由', en: 'Reason' },
  decide: { zh: '奖励决定', en: 'Decision' },
  accept: { zh: '是否兑现', en: 'Decision' },
  yes: { zh: '批准', en: 'Approve' },
  no: { zh: '不予兑现', en: 'Reject' },
  amount: { zh: '批准金额（万元，不填按拟奖数）', en: 'Amount in 万元; empty: as proposed' },
  pay: { zh: '登记兑现', en: 'Payout' },
  paid: { zh: '兑现金额（万元）', en: 'Amount in 万元' },
  voucher: { zh: '拨付凭证号', en: 'Voucher' },
  note: { zh: '说明', en: 'Note' },
} satisfies Record<string, Label>;

export type IncentiveMove = 'fair' | 'decide' | 'pay';
const orNull = (text: string | undefined): string | null => (text === undefined || text.trim() === '' ? null : text);
const day: Ask = { id: 'on', label: words.on, kind: 'day', isRequired: true, first: todayHere() };

interface Props {
  readonly incentive: IncentiveDetail;
  readonly move: IncentiveMove;
  readonly onClose: () => void;
}

/** Review, decision and payout of an incentive. */
export function IncentiveForm({ incentive: { id, revision }, move, onClose }: Props) {
  const { say } = useLanguage();
  const write = useWrite();
  const asks: Readonly<Record<IncentiveMove, readonly Ask[]>> = {
    fair: [
      { id: 'by', label: words.by, isRequired: true },
      day,
      { id: 'result', label: words.result, kind: 'choice', options: optionsOf(fairResults, say), isRequired: true },
      { id: 'number', label: words.number },
      { id: 'reason', label: words.reason, kind: 'area' },
    ],
    decide: [
      {
        id: 'accept',
        label: words.accept,
        kind: 'choice',
        options: [
          { value: 'yes', label: say(words.yes) },
          { value: 'no', label: say(words.no) },
        ],
        isRequired: true,
      },
      day,
      { id: 'amount', label: words.amount },
      { id: 'number', label: words.number },
      { id: 'reason', label: words.reason, kind: 'area' },
    ],
    pay: [
      { id: 'amount', label: words.paid, isRequired: true },
      day,
      { id: 'number', label: words.voucher },
      { id: 'note', label: words.note },
    ],
  };
  const submit = ({ text, evidence }: Answers) => {
    const { on, by = '', result, number, reason, accept, amount = '', note } = text;
    const shared = { id, revision, on, number: orNull(number) };
    if (move === 'fair')
      return write(incentiveOperations['incentives.fair-review'], {
        ...shared,
        by,
        result: result as z.infer<typeof FairResult>,
        reason: orNull(reason),
        evidence: [...evidence],
      });
    if (move === 'decide')
      return write(incentiveOperations['incentives.decide'], {
        ...shared,
        accept: accept === 'yes',
        amount: orNull(amount),
        reason: orNull(reason),
      });
    return write(incentiveOperations['incentives.pay'], { ...shared, amount, note: orNull(note) });
  };
  return (
    <AskModal
      title={say(words[move])}
      asks={asks[move]}
      {...(move === 'fair' && { files: 'optional' as const })}
      onClose={onClose}
      onSubmit={submit}
    />
  );
}
