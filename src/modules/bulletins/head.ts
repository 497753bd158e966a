import type * as z from 'zod';
import type { Day } from '../../core/day.ts';
import { OfficialDocument } from '../../core/publication/document.ts';

/** The elements round the text that stay the same from month to month: 版头 and 版记. */
export const Head = OfficialDocument.pick({
  secrecy: true,
  urgency: true,
  issuer: true,
  number: true,
  signer: true,
  addressees: true,
  signature: true,
  note: true,
  copiesTo: true,
  printedBy: true,
  printedOn: true,
});
export type Head = z.infer<typeof Head>;
export type HeadField = keyof Head;

export const headFields = {
  secrecy: { zh: '密级', en: 'Secrecy' },
  urgency: { zh: '紧急程度', en: 'Urgency' },
  issuer: { zh: '发文机关标志', en: 'Issuer’s mark' },
  number: { zh: '发文字号', en: 'Number' },
  signer: { zh: '签发人', en: 'Signed by' },
  addressees: { zh: '主送', en: 'To' },
  signature: { zh: '署名', en: 'Signature' },
  note: { zh: '附注', en: 'Note' },
  copiesTo: { zh: '抄送', en: 'Copies to' },
  printedBy: { zh: '印发机关', en: 'Printed by' },
  printedOn: { zh: '印发日期', en: 'Printed on' },
} as const satisfies Record<HeadField, { zh: string; en: string }>;
export const headFieldIds = Object.keys(headFields) as HeadField[];

/** A bulletin from before, as far as its head goes. */
export interface Earlier {
  readonly title: string;
  readonly head: Head;
  /** About the same unit as the new one; another’s 署名 would not fit. */
  readonly isAlike: boolean;
}

/** 代字 + 〔年份〕 + 序号: GB/T 9704-2012, 7.2.5. */
const shape = /^(.*?)[〔[［](\d{4})[〕\]］](\d+)号$/;

/** The number after the last of the same 代字 in the year; each year begins anew. Null where the last is of no such form. */
export function nextNumber(last: string | null, all: readonly (string | null)[], today: Day): string | null {
  const prefix = last === null ? undefined : shape.exec(last.trim())?.[1];
  if (prefix === undefined) return null;
  const year = today.slice(0, 4);
  const taken = all.flatMap((number) => {
    const [, own, of, serial] = shape.exec(number?.trim() ?? '') ?? [];
    return own === prefix && of === year ? [Number(serial)] : [];
  });
  return `${prefix}〔${year}〕${Math.max(0, ...taken) + 1}号`;
}

const isTyped = ({ head }: Earlier): boolean =>
  [head.issuer, head.number, head.addressees, head.copiesTo, head.signer].some((text) => text !== null);

/** What the next one begins with: the head of the last that had one, the number after it, dated today. */
export function proposedHead(
  earlier: readonly Earlier[],
  today: Day,
  signature: string | null,
): { head: Head; from: string } | null {
  const last = earlier.find(isTyped);
  if (last === undefined) return null;
  const { head, title, isAlike } = last;
  const numbers = earlier.map((each) => each.head.number);
  const printedOn = head.printedOn === null ? null : today;
  const number = nextNumber(head.number, numbers, today);
  return { from: title, head: { ...head, number, printedOn, signature: isAlike ? head.signature : signature } };
}
