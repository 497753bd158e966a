import * as z from 'zod';
import { units } from '../../core/quantity.ts';

const Label = z.object({ zh: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const day = z.iso.date();

/** 法定标识. A statistical form carries four marks and may not be sent past its validity; any other is an internal ledger. */
export const LegalHeader = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('statutory'),
    number: z.string().min(1),
    issuer: z.string().min(1),
    approval: z.string().min(1),
    validUntil: day,
  }),
  z.object({ kind: z.literal('internal'), number: z.string().min(1), issuer: z.string().min(1) }),
]);
export type LegalHeader = z.infer<typeof LegalHeader>;

/**
 * How a figure follows from others, so that nobody types it. `sum` less `minus`; `ratio` of two, times a constant;
 * `total` of a column of a list and `count` of its rows; `cumulative`: the year’s running sum of a column typed by period.
 */
export const Formula = z.union([
  z.strictObject({ sum: z.array(id).min(1), minus: z.array(id).default([]) }),
  z.strictObject({ ratio: z.tuple([id, id]), times: z.number().default(1) }),
  z.strictObject({ total: id, of: id }),
  z.strictObject({ count: id }),
  z.strictObject({ cumulative: id }),
]);
export type Formula = z.infer<typeof Formula>;

export const Field = z.object({
  id,
  label: Label,
  /** What the figure is in the dictionary of indicators; words have none. */
  indicator: z.string().optional(),
  accumulation: z.enum(['single', 'cumulative']).default('single'),
  /** Actual figures, or those of a plan that stand beside them. */
  scenario: z.enum(['actual', 'plan']).default('actual'),
  unit: z.string().default(''),
  kind: z.enum(['number', 'text']).default('number'),
  /** Known from a register and shown, not asked. */
  given: z.boolean().default(false),
  required: z.boolean().default(true),
  decimals: z.int().min(0).max(6).default(2),
  negative: z.boolean().default(false),
  hint: Label.optional(),
  derived: Formula.optional(),
  /** In per cent; a figure that moved further than this needs an explanation. */
  limits: z
    .object({ lastPeriod: z.number().positive().optional(), lastYear: z.number().positive().optional() })
    .default({}),
});
export type Field = z.infer<typeof Field>;

/** A field, or one of another form as `form:field`, times a factor. */
const Term = z.union([
  z.string().regex(/^([a-z0-9-]+:)?[a-z][a-z0-9-]*$/),
  z.object({ field: z.string(), times: z.number() }),
]);

/** 审核关系. Linear: the sum on the left against the sum on the right. */
export const Relation = z.object({
  id,
  /** Holds in every row of this list; without it, between the form’s own fields. */
  list: id.optional(),
  left: z.array(Term).min(1),
  op: z.enum(['=', '>=', '<=', '>', '<']),
  right: z.array(Term).min(1),
  severity: z.enum(['error', 'warning']).default('error'),
});
export type Relation = z.infer<typeof Relation>;

const List = z.object({
  id,
  label: Label,
  subject: z.enum(['project', 'enterprise']),
  keyLabel: Label,
  columns: z.array(Field).min(1),
});
export type List = z.infer<typeof List>;

const Shape = z.object({
  id,
  edition: z.string().min(1),
  label: Label,
  legal: LegalHeader,
  period: z.enum(['month', 'quarter', 'year']),
  filledBy: z.enum(['county', 'zone', 'enterprise']),
  /** 审核层级. Kinds of units that pass it, from the bottom; left out, every government and zone up to the province. */
  review: z
    .array(z.enum(['zone', 'county', 'city', 'province']))
    .min(1)
    .optional(),
  /** The n-th day after the period ends, moved past days off. */
  due: z.object({ day: z.int().min(1).max(120) }),
  /** 迟报. How many working days more may be granted, and who may grant them. */
  late: z.object({ days: z.int().min(0).max(30), grantedBy: z.string().min(1) }),
  /** Where the fields come from: document and table. */
  source: z.string().min(1),
  sections: z.array(z.object({ id, label: Label, fields: z.array(Field).min(1) })),
  lists: z.array(List).default([]),
  relations: z.array(Relation).default([]),
});

type Draft = z.infer<typeof Shape>;
type Complain = (message: string) => void;

const fieldsOf = ({ sections }: Draft): readonly Field[] => sections.flatMap(({ fields }) => fields);

/** Ids that a formula reads among the fields beside it. */
export function inputsOf(formula: Formula): readonly string[] {
  if ('sum' in formula) return [...formula.sum, ...formula.minus];
  if ('ratio' in formula) return formula.ratio;
  if ('cumulative' in formula) return [formula.cumulative];
  return [];
}

function checkFields(fields: readonly Field[], lists: readonly List[], complain: Complain): void {
  const seen = new Map<string, Field>();
  for (const field of fields) {
    if (seen.has(field.id)) complain(`${field.id} stands twice`);
    if (field.kind === 'number' && units.parse(field.unit) === null)
      complain(`${field.id} has the unknown unit “${field.unit}”`);
    if (field.kind === 'number' && field.indicator === undefined && isAsked(field))
      complain(`${field.id} names no indicator`);
    const formula = field.derived;
    if (formula !== undefined) {
      // Inputs stand above what is made of them: one pass computes, and no circle can arise.
      for (const input of inputsOf(formula))
        if (!seen.has(input)) complain(`${field.id} is derived from ${input}, which does not stand above it`);
      if ('sum' in formula && inputsOf(formula).some((input) => (seen.get(input)?.unit ?? field.unit) !== field.unit))
        complain(`${field.id} sums figures of other units`);
      const listId = 'total' in formula ? formula.of : 'count' in formula ? formula.count : null;
      const list = lists.find((each) => each.id === listId);
      if (listId !== null && list === undefined) complain(`${field.id} reads the unknown list ${listId}`);
      if ('total' in formula && list?.columns.every((column) => column.id !== formula.total))
        complain(`${field.id} totals the unknown column ${formula.total}`);
    }
    seen.set(field.id, field);
  }
}

function checkRelations(form: Draft, complain: Complain): void {
  const own = new Set(fieldsOf(form).map((field) => field.id));
  for (const relation of form.relations) {
    const list = form.lists.find((each) => each.id === relation.list);
    if (relation.list !== undefined && list === undefined) complain(`${relation.id} names an unknown list`);
    const known = list === undefined ? own : new Set(list.columns.map((column) => column.id));
    for (const term of [...relation.left, ...relation.right]) {
      const name = fieldOfTerm(term);
      if (!name.includes(':') && !known.has(name)) complain(`${relation.id} names the unknown field ${name}`);
    }
  }
}

export const fieldOfTerm = (term: z.infer<typeof Term>): string => (typeof term === 'string' ? term : term.field);
export const timesOfTerm = (term: z.infer<typeof Term>): number => (typeof term === 'string' ? 1 : term.times);

/** An edition of a form: never changed once published; what changes is a new edition. */
export const Form = Shape.superRefine((form, context) => {
  const complain: Complain = (message) => context.addIssue({ code: 'custom', message });
  checkFields(fieldsOf(form), form.lists, complain);
  for (const list of form.lists) checkFields(list.columns, [], complain);
  checkRelations(form, complain);
});
export type Form = z.infer<typeof Form>;

export const formFields = fieldsOf as (form: Form) => readonly Field[];

/** Asked of the person who fills the form: neither known from a register nor computed. */
export const isAsked = (field: Field): boolean => !field.given && field.derived === undefined;

/** 2026-12-31 is the last day on which a form valid until then may be sent. */
export const isValidOn = ({ legal }: Form, today: string): boolean =>
  legal.kind === 'internal' || today <= legal.validUntil;

export const legalText = ({ legal }: Form): { zh: string; en: string } =>
  legal.kind === 'internal'
    ? {
        zh: `内部管理台账　表号：${legal.number}　制表机关：${legal.issuer}（非统计调查表，不作为统计数据发布）`,
        en: `Internal management ledger · form ${legal.number} · made by ${legal.issuer} (not a statistical survey)`,
      }
    : {
        zh: `表号：${legal.number}　制表机关：${legal.issuer}　批准文号：${legal.approval}　有效期至：${legal.validUntil}`,
        en: `Form ${legal.number} · made by ${legal.issuer} · approval ${legal.approval} · valid until ${legal.validUntil}`,
      };
