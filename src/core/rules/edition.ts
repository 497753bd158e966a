import * as z from 'zod';
import { units } from '../quantity.ts';
import { type Answers, combinationsOf, resolved } from './asks.ts';
import { type FactKind, factKinds } from './fact.ts';
import type { RuleKind } from './kind.ts';
import { ruleKinds } from './kinds/index.ts';

const Label = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
const id = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
const day = z.iso.date();

/**
 * How sure a source is: V read in the source, P a part of it read, C computed here from a verified formula,
 * own: an office sets it itself. What comes from memory alone (U) is no source of a rule.
 */
export const sourceStatuses = {
  V: { zh: '已核对原文', en: 'read in the source' },
  P: { zh: '只见到部分原文', en: 'part of the source read' },
  C: { zh: '由已核对的公式推得', en: 'derived from a verified formula' },
  own: { zh: '示例，须由本级确定', en: 'a proposal that the office must settle' },
} as const;

export const Source = z.strictObject({
  document: z.string().min(1),
  /** Clause, line or article. */
  clause: z.string().min(1),
  status: z.enum(Object.keys(sourceStatuses) as [keyof typeof sourceStatuses, ...(keyof typeof sourceStatuses)[]]),
  url: z.url().optional(),
  note: Label.optional(),
});
export type Source = z.infer<typeof Source>;

export const themes = {
  lamp: { zh: '亮灯', en: 'Lamps' },
  admission: { zh: '准入评审', en: 'Admission' },
  incentive: { zh: '投资奖励', en: 'Incentives' },
  qualification: { zh: '资格认定', en: 'Qualification' },
  progress: { zh: '进度口径', en: 'Progress' },
  assessment: { zh: '考核评价', en: 'Assessment' },
  elements: { zh: '要素配置', en: 'Elements' },
} as const;
export type Theme = keyof typeof themes;

const kinds = Object.keys(factKinds) as [FactKind, ...FactKind[]];

/** Where an input comes from when nobody types it. */
export const InputSource = z.union([
  z.strictObject({ observation: z.string() }),
  z.strictObject({ register: z.enum(['projects', 'enterprises', 'parks']), field: z.string() }),
  z.strictObject({ rule: id, outcome: id }),
  z.literal('given'),
  z.literal('today'),
]);
export type InputSource = z.infer<typeof InputSource>;

/** A hole counted as a value: only where an edition says so and why, and the working repeats it. */
const IfMissing = z.strictObject({ value: z.union([z.number(), z.string(), z.boolean()]), because: Label });

export const Input = z.strictObject({
  id,
  label: Label,
  kind: z.enum(kinds).default('number'),
  unit: z.string().default(''),
  from: InputSource.default('given'),
  hint: Label.optional(),
  /** The words that may be chosen. */
  words: z.record(z.string(), Label).optional(),
  /** 与投资额、税收贡献挂钩: money that depends on it needs fair-competition review. */
  tied: z.enum(['investment', 'tax']).optional(),
  ifMissing: IfMissing.optional(),
});
export type Input = z.infer<typeof Input>;

/** A question that the document leaves open and an office must answer before the edition runs. */
export const Ask = z.strictObject({
  id,
  question: Label,
  why: Label,
  options: z
    .array(z.strictObject({ id, label: Label, value: z.json() }))
    .min(1)
    .optional(),
  /** A number that the office sets. */
  amount: z.strictObject({ unit: z.string(), least: z.number(), most: z.number().optional() }).optional(),
});
export type Ask = z.infer<typeof Ask>;

const money = new Set(['元', '万元', '亿元', '万美元']);

/** What every rule says beside the parameters of its kind. */
const commonFields = {
  id,
  label: Label,
  unit: z.string().default(''),
  source: z.string().optional(),
  words: z.record(z.string(), Label).optional(),
  /** What is to be promised or remedied where this does not hold: it becomes a condition of the outcome. */
  unmet: Label.optional(),
  ifMissing: IfMissing.optional(),
  round: z
    .strictObject({ digits: z.int().min(0).max(8), how: z.enum(['half-up', 'half-even', 'down', 'up']) })
    .optional(),
};
const Common = z.object(commonFields);
export type Common = z.infer<typeof Common>;

const RawRule = z.looseObject({ id, label: Label, kind: z.string() });

const Shape = z.strictObject({
  id,
  edition: z.string().regex(/^[0-9a-z][0-9a-z.-]*$/),
  label: Label,
  theme: z.enum(Object.keys(themes) as [Theme, ...Theme[]]),
  subject: z.enum(['project', 'enterprise', 'park', 'unit']),
  source: Source,
  /** Days in force; a document that does not say them leaves them out. */
  effective: z.strictObject({ from: day.optional(), to: day.optional() }),
  supersedes: z.string().optional(),
  notes: z.array(Label).default([]),
  asks: z.array(Ask).default([]),
  inputs: z.array(Input).min(1),
  rules: z.array(RawRule).min(1),
  /** The answers of the edition; the first is the main one. */
  outcome: z.array(id).min(1),
});
type Draft = z.infer<typeof Shape>;
type Complain = (message: string) => void;

/** A rule whose choices are made: its kind, its parameters, and what it says beside them. */
export interface Rule {
  readonly common: Common;
  readonly name: string;
  readonly kind: RuleKind;
  readonly params: unknown;
}

/** Reads one rule after its choices were put in; an Error says what is wrong. */
export function readRule(raw: unknown): Rule {
  const common = Common.parse(raw);
  const name = String((raw as { kind: unknown }).kind);
  const kind = Object.hasOwn(ruleKinds, name) ? ruleKinds[name] : undefined;
  if (kind === undefined) throw new Error(`${common.id}: there is no kind of rule “${name}”`);
  const own = Object.fromEntries(Object.entries(raw as object).filter(([key]) => !(key in commonFields)));
  const { data, error } = kind.params.safeParse(own);
  if (error)
    throw new Error(
      `${common.id}: ${error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
    );
  return { common, name, kind, params: data };
}

function checkWords({ common, kind, params }: Rule, complain: Complain): void {
  if (kind.label.en === 'Lamp') return;
  for (const word of kind.words?.(params) ?? [])
    if (common.words?.[word] === undefined) complain(`${common.id} gives the word ${word} without a label`);
}

/** Rules read what stands above them, as the kind of fact it is: one pass computes, and no circle can arise. */
function checkRules(draft: Draft, answers: Answers, complain: Complain): void {
  const known = new Map<string, FactKind>(draft.inputs.map((input) => [input.id, input.kind]));
  for (const raw of draft.rules) {
    try {
      const rule = readRule(resolved(raw, draft.asks, answers));
      for (const need of rule.kind.needs(rule.params)) {
        const kind = known.get(need.id);
        if (kind === undefined) complain(`${raw.id} reads ${need.id}, which does not stand above it`);
        else if (!need.kinds.includes(kind))
          complain(`${raw.id} reads ${need.id} as ${need.kinds.join(' or ')}; it is ${kind}`);
      }
      checkWords(rule, complain);
      known.set(raw.id, rule.kind.gives(rule.params));
    } catch (error) {
      complain((error as Error).message);
    }
  }
  for (const each of draft.outcome) if (!known.has(each)) complain(`the outcome ${each} is no rule`);
}

function checkNames({ inputs, rules, asks }: Draft, complain: Complain): void {
  const seen = new Set<string>();
  for (const each of [...inputs, ...rules]) {
    if (seen.has(each.id)) complain(`${each.id} stands twice`);
    seen.add(each.id);
  }
  for (const { id: name, unit, kind, words } of inputs) {
    if (unit !== '' && units.parse(unit) === null) complain(`${name} has the unknown unit “${unit}”`);
    if (kind === 'word' && words !== undefined && Object.keys(words).length < 2) complain(`${name} offers one word`);
  }
  const used = new Set([...JSON.stringify(rules).matchAll(/\{"ask":"([^"]+)"/g)].map(([, name]) => name));
  for (const { id: name, options, amount } of asks) {
    if (options === undefined && amount === undefined) complain(`question ${name} offers no answer`);
    if (!used.has(name)) complain(`question ${name} is asked and not used`);
  }
}

/** An edition of a set of rules. Immutable once used: what changes is a new edition. */
export const RuleEdition = Shape.superRefine((draft, context) => {
  const complain: Complain = (message) => context.addIssue({ code: 'custom', message });
  checkNames(draft, complain);
  // Every answer that an office can give must leave a rule that can run.
  for (const answers of combinationsOf(draft.asks)) checkRules(draft, answers, complain);
});
export type RuleEdition = z.infer<typeof RuleEdition>;

export const keyOfEdition = ({ id: name, edition }: Pick<RuleEdition, 'id' | 'edition'>): string =>
  `${name}@${edition}`;
export const isMoney = (unit: string): boolean => money.has(unit);

/** Holds on a day: from its first to its last, both included. */
export const isEffective = ({ effective: { from, to } }: RuleEdition, on: string): boolean =>
  (from === undefined || from <= on) && (to === undefined || on <= to);
