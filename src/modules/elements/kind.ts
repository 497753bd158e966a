import * as z from 'zod';
import type { Label } from '../../core/text.ts';
import { keysOf, LabelSchema } from '../promotion/shapes.ts';
import declared from './kinds.json' with { type: 'json' };

/** How an amount counts through the months. */
export const behaviours = {
  stock: { zh: '一次占用', en: 'used once and kept' },
  flow: { zh: '每月用量', en: 'used every month' },
  level: { zh: '每月占有', en: 'held in every month' },
} as const satisfies Record<string, Label>;
export type Behaviour = keyof typeof behaviours;

/** What becomes of a quota that is not used up. */
export const carries = {
  none: { zh: '只管当月，不结转', en: 'holds for each month alone' },
  year: { zh: '当年内结转，年底作废', en: 'carries over within the year and lapses at its end' },
  always: { zh: '一直有效', en: 'holds until it is used' },
} as const satisfies Record<string, Label>;
export type Carry = keyof typeof carries;

const KindShape = z
  .strictObject({
    id: z.string(),
    class: z.string(),
    label: LabelSchema,
    /** Amounts are counted in it, so that every unit of the same dimension comes out without a remainder. */
    unit: z.string(),
    behaviour: keysOf(behaviours),
    carry: keysOf(carries),
    source: z.string().min(1),
    /** Other words for it in a spreadsheet. */
    names: z.array(z.string()),
  })
  .refine(({ behaviour, carry }) => (behaviour === 'level') === (carry === 'none'), {
    error: 'a level holds for each month alone; what is used up carries over within its year or for good',
  });
/** 要素: land, energy, water, money, people, with how its amount behaves. */
export type ElementKind = z.infer<typeof KindShape>;

export const elementKinds: readonly ElementKind[] = z.array(KindShape).parse(declared.kinds);
export const elementById: ReadonlyMap<string, ElementKind> = new Map(elementKinds.map((each) => [each.id, each]));
export const ElementId = z.enum(elementKinds.map(({ id }) => id) as [string, ...string[]]);
/** The six kinds of elements that document 002 names; two of them have nothing to hand out. */
export const elementClasses: readonly { readonly id: string; readonly label: Label }[] = declared.classes;

export const kindOf = (id: string): ElementKind => {
  const kind = elementById.get(id);
  if (kind === undefined) throw new Error(`there is no element ${id}`);
  return kind;
};
