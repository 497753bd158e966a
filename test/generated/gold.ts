/** The gold of a generated plan, in the schema of the hand-read gold of the seed documents. */
export type Comparator = '=' | '>=' | '>' | '<=' | '<' | '~' | 'range';
export type Kind = 'baseline' | 'target' | 'growth_rate' | 'share' | 'cumulative';
export type Origin = 'text' | 'table' | 'project' | 'enterprise' | 'park';

export interface Figure {
  readonly name: string;
  readonly subject: string;
  readonly value: number | readonly [number, number];
  readonly unit: string;
  readonly comparator: Comparator;
  /** “2025” or “2021-2025”. */
  readonly year: string | null;
  readonly kind: Kind;
  readonly attribute?: '预期性' | '约束性' | null;
  readonly origin: Origin;
  readonly is_target: boolean;
}

export interface Located {
  readonly line: number;
  readonly quote: string;
}

export interface GoldAmount {
  readonly value: number;
  readonly unit: string;
}

export interface GoldProject extends Located {
  readonly id: string;
  readonly name: string;
  readonly owner: string | null;
  readonly industry: string | null;
  readonly total_investment: GoldAmount | null;
  readonly start: string | null;
  readonly finish: string | null;
}

export interface GoldTask extends Located {
  readonly id: string;
  readonly no: string | null;
  readonly task: string;
  readonly lead_units: readonly string[];
  readonly cooperating_units: readonly string[];
  readonly deadline: string | null;
  readonly schedule: { readonly due: string | null } | null;
  readonly type: 'assigned_task' | 'measure';
}

export interface GoldPark extends Located {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parent: string | null;
  readonly level: string | null;
  readonly area: GoldAmount | null;
  readonly bounds: Readonly<Record<'E' | 'S' | 'W' | 'N', string>> | null;
}

export interface GoldEnterprise extends Located {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

export interface GoldTable extends Located {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly line: number;
    readonly name: string;
    readonly values: readonly (number | null)[];
  }[];
}

export interface GoldDocument extends Located {
  readonly title: string;
  readonly issuer: string | null;
  readonly doc_number: string | null;
  readonly date: string | null;
  readonly period_start: number | null;
  readonly period_end: number | null;
  readonly base_year: number | null;
  readonly regions: readonly string[];
}

export interface Inconsistency {
  readonly id: string;
  readonly seed: string;
  /** The family of rules that ought to see it, as the requirement names them. */
  readonly rule: string;
  readonly severity: 'high' | 'medium' | 'low' | '-';
  readonly certainty: 'certain' | 'pass';
  readonly expect: 'flag' | 'no_flag';
  readonly title: string;
  readonly refs: readonly ({ readonly seed: string } & Located)[];
  readonly arithmetic: string | null;
}

export interface Gold {
  readonly document: readonly GoldDocument[];
  readonly indicators: readonly (Figure & Located & { readonly id: string })[];
  readonly projects: readonly GoldProject[];
  readonly tasks: readonly GoldTask[];
  readonly parks: readonly GoldPark[];
  readonly enterprises: readonly GoldEnterprise[];
  readonly tables: readonly GoldTable[];
}

export interface LintGold {
  readonly findings: readonly Inconsistency[];
  readonly passes: readonly Inconsistency[];
}
