import standard from '../documents/vocabulary/industries.json' with { type: 'json' };

const sections = standard.sections as Record<string, { readonly divisions: Readonly<Record<string, unknown>> }>;

/** The codes of GB/T 4754 that lie in one of them, as beginnings: a letter holds divisions, a division its groups. */
export const beginningsWithin = (industry: string): readonly string[] =>
  /^[A-T]$/.test(industry) ? [industry, ...Object.keys(sections[industry]?.divisions ?? {})] : [industry];

export const isIndustryWithin = (code: string, industry: string): boolean =>
  beginningsWithin(industry).some((beginning) => code.startsWith(beginning));
