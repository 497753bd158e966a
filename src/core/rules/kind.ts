import type { Decimal } from 'decimal.js';
import type * as z from 'zod';
import type { Label } from '../text.ts';
import type { Fact, FactKind } from './fact.ts';

/** What a rule or input is called. */
export type Name = (id: string) => Label;

/** What a rule reads, and as what. */
export interface Need {
  readonly id: string;
  readonly kinds: readonly FactKind[];
}

/** How a rule looks at the facts around it. */
export interface View {
  fact(id: string): Fact;
  number(id: string): Decimal;
  /** The same fact of every subject that is evaluated together, this one among them. */
  column(id: string): readonly Fact[];
  name(id: string): Label;
  /** “300 万元/亩”, “是”, “未报送”. */
  say(id: string): Label;
  /** The number alone, without its unit, or what stands for a hole. */
  figure(id: string): string;
}

/** What a rule answers, and how it came to it, in both languages. */
export interface Said {
  readonly value: Fact;
  readonly working: Label;
}

/** One way of deciding. Each kind answers for itself: what it reads, what it gives, how it works. */
export interface RuleKind<Params extends z.ZodType = z.ZodType> {
  readonly label: Label;
  readonly params: Params;
  readonly needs: (params: z.output<Params>) => readonly Need[];
  readonly gives: (params: z.output<Params>) => FactKind;
  /** Handles holes itself (logic, ranks); any other kind passes the first hole on before it is asked. */
  readonly isLenient?: boolean;
  /** Names whose own hole does not stop it, because only the column is read. */
  readonly columns?: (params: z.output<Params>) => readonly string[];
  /** Words it can give, for the labels they need. */
  readonly words?: (params: z.output<Params>) => readonly string[];
  /** The rule in a line, before it runs: “亩均税收 ≥ 20”. */
  readonly says: (params: z.output<Params>, name: Name) => Label;
  readonly run: (params: z.output<Params>, view: View) => Said;
}

export const defineRuleKind = <Params extends z.ZodType>(kind: RuleKind<Params>): RuleKind<Params> => kind;

export const reads = (kind: FactKind | readonly FactKind[], ...ids: readonly string[]): Need[] =>
  ids.map((id) => ({ id, kinds: typeof kind === 'string' ? [kind] : kind }));

/** A line made in each language from the names of things. */
export const inBoth = (say: (language: 'zh' | 'en') => string): Label => ({ zh: say('zh'), en: say('en') });

/** “A、B” in Chinese, “A, B” in English. */
export const listed = (ids: readonly string[], name: Name): Label =>
  inBoth((language) => ids.map((id) => name(id)[language]).join(language === 'zh' ? '、' : ', '));

/** What stands between a name and what is said of it. */
export const colon = { zh: '：', en: ': ' } as const;

export const both = (text: string): Label => ({ zh: text, en: text });
