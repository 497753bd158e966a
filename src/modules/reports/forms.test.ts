import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { isMissing, missing, missingReasons } from '../../core/missing.ts';
import { units } from '../../core/quantity.ts';
import { isWorkday } from '../../core/workday.ts';
import { indicatorById } from '../indicators/catalog/index.ts';
import { checkReport, stillMissing } from './check-report.ts';
import { dueOn, lateUntil } from './deadline.ts';
import { Form, formFields, isAsked, isValidOn, legalText } from './form.ts';
import { type Content, completed, type Figures, type Report } from './report.ts';

const folder = join(import.meta.dirname, 'forms');
const files = readdirSync(folder).filter((name) => name.endsWith('.yaml') && !name.endsWith('.cases.yaml'));
const yaml = (name: string): unknown => parse(readFileSync(join(folder, name), 'utf8'));
const forms = files.map((name) => Form.parse(yaml(name)));

type Written = Record<string, string | number>;
const figuresOf = (written: Written = {}): Figures =>
  new Map(
    Object.entries(written).map(([address, value]): [string, Content] => [
      address,
      typeof value === 'number' ? new Decimal(value) : value in missingReasons ? missing(value as 'suppressed') : value,
    ]),
  );
const shown = (content: Content | undefined): string | number | undefined =>
  content === undefined || typeof content === 'string'
    ? content
    : isMissing(content)
      ? content.missing
      : content.toNumber();

interface Case {
  name: string;
  period: string;
  rows?: Report['rows'];
  given: Written;
  lastPeriod?: Written;
  lastYear?: Written;
  others?: Record<string, Written>;
  explanations?: Record<string, string>;
  expect: { figures?: Written; findings: string[] };
}

describe.each(files)('%s', (file) => {
  const form = Form.parse(yaml(file));
  const cases = yaml(file.replace('.yaml', '.cases.yaml')) as Case[];

  it('is named after its form and edition and uses indicators of the dictionary in their dimension', () => {
    expect(file).toBe(`${form.id}-${form.edition}.yaml`);
    const fields = [...formFields(form), ...form.lists.flatMap(({ columns }) => columns)];
    for (const { id, indicator, unit } of fields) {
      if (indicator === undefined) continue;
      const known = indicatorById.get(indicator);
      expect(known, indicator).toBeDefined();
      expect(`${id} ${units.parse(unit)?.dimension}`).toBe(`${id} ${units.parse(known?.base ?? '')?.dimension}`);
    }
  });

  test.each(cases)('$name', ({ period, rows = {}, given, expect: wanted, ...beside }) => {
    const report: Report = { period, rows, figures: figuresOf(given) };
    const lastPeriod = figuresOf(beside.lastPeriod);
    const figures = completed(form, report, lastPeriod);
    for (const [address, value] of Object.entries(wanted.figures ?? {}))
      expect(`${address} ${shown(figures.get(address))}`).toBe(`${address} ${value}`);
    const findings = checkReport(form, report, {
      lastPeriod,
      lastYear: figuresOf(beside.lastYear),
      explanations: new Map(Object.entries(beside.explanations ?? {})),
      others: new Map(Object.entries(beside.others ?? {}).map(([id, written]) => [id, figuresOf(written)])),
    });
    expect(findings.map(({ rule, cell }) => `${rule} ${cell}`)).toEqual(wanted.findings);
  });
});

const quarterly = forms.find(({ id }) => id === 'park-economy-quarterly') as Form;
const filled = (scale: Decimal): Report => ({
  period: '2026-Q2',
  rows: {},
  figures: new Map(
    formFields(quarterly)
      .filter(isAsked)
      .map(({ id }, i) => [id, new Decimal(i + 1).times(scale)]),
  ),
});

describe('checking a report', () => {
  it('asks for every required cell and never for one that is derived or given', () => {
    for (const form of forms) {
      const rows = Object.fromEntries(form.lists.map(({ id }) => [id, [{ key: 'K1', given: {} }]]));
      const empty: Report = { period: '2026-02', rows, figures: new Map() };
      const asked = new Set(stillMissing(form, empty));
      const fields = new Map([
        ...formFields(form).map((field) => [field.id, field] as const),
        ...form.lists.flatMap((list) => list.columns.map((field) => [`${list.id}/K1/${field.id}`, field] as const)),
      ]);
      for (const [address, field] of fields) expect(asked.has(address)).toBe(isAsked(field) && field.required);
      const missingCells = checkReport(form, empty).filter(({ rule }) => rule === 'report/missing');
      expect(missingCells.map(({ cell }) => cell)).toEqual([...asked]);
    }
  });

  it('judges relations alike when every figure is multiplied by the same factor', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (factor) => {
        const broken = (report: Report) =>
          checkReport(quarterly, report)
            .filter(({ rule }) => rule === 'report/relation')
            .map(({ cell }) => cell);
        expect(broken(filled(new Decimal(factor)))).toEqual(broken(filled(new Decimal(1))));
      }),
      { numRuns: 50 },
    );
  });

  it('shows the arithmetic of a broken relation, in the unit of its first figure', () => {
    const figures = new Map([
      ['tax', new Decimal(30000)],
      ['revenue', new Decimal(2)],
    ]);
    const finding = checkReport(quarterly, { period: '2026-Q2', rows: {}, figures }).find(
      ({ rule, cell }) => rule === 'report/relation' && cell === 'tax',
    );
    expect(finding?.arithmetic).toBe('30000 > 20000（万元）');
    expect(finding?.severity).toBe('warning');
  });

  it('does not use a figure typed into a derived cell and says what counts', () => {
    const report = filled(new Decimal(1));
    const typed = { ...report, figures: new Map([...report.figures, ['leading-share', new Decimal(99)] as const]) };
    const finding = checkReport(quarterly, typed).find(({ rule }) => rule === 'report/typed-derived');
    expect(finding).toMatchObject({ cell: 'leading-share', severity: 'warning' });
    expect(completed(quarterly, typed).get('leading-share')).toEqual(completed(quarterly, report).get('leading-share'));
  });

  it('takes “does not apply” for an answer, but not “not reported”', () => {
    const rulesOf = (reason: 'not-applicable' | 'not-reported') => {
      const figures = new Map<string, Content>([...filled(new Decimal(1)).figures, ['exports', missing(reason)]]);
      return checkReport(quarterly, { period: '2026-Q2', rows: {}, figures })
        .filter(({ cell }) => cell === 'exports')
        .map(({ rule }) => rule);
    };
    expect(rulesOf('not-applicable')).toEqual([]);
    expect(rulesOf('not-reported')).toEqual(['report/hole']);
  });
});

describe('a form', () => {
  const statutory = {
    ...(yaml('park-economy-quarterly-2026.yaml') as object),
    legal: {
      kind: 'statutory',
      number: '临统投 1 表',
      issuer: '临江县统计局',
      approval: '临统函〔2024〕1号',
      validUntil: '2026-06-30',
    },
  };

  it('may be sent until the day its approval ends, and an internal ledger always', () => {
    const form = Form.parse(statutory);
    expect([isValidOn(form, '2026-06-30'), isValidOn(form, '2026-07-01')]).toEqual([true, false]);
    expect(isValidOn(quarterly, '2099-01-01')).toBe(true);
    expect(legalText(form).zh).toContain('有效期至：2026-06-30');
    expect(legalText(quarterly).zh).toContain('内部管理台账');
  });

  it('refuses an approved form that lacks one of its four marks', () => {
    const { approval: _, ...rest } = statutory.legal;
    expect(Form.safeParse({ ...statutory, legal: rest }).success).toBe(false);
  });

  it.each([
    ['a formula that reads a field below it', { derived: { sum: ['below'] } }],
    ['an unknown unit', { unit: '箩' }],
    ['a number without indicator', { indicator: undefined }],
  ])('refuses %s', (_, change) => {
    const field = { id: 'above', label: { zh: '甲', en: 'A' }, indicator: 'economy.gdp', unit: '亿元', ...change };
    const below = { id: 'below', label: { zh: '乙', en: 'B' }, indicator: 'economy.gdp', unit: '亿元' };
    const sections = [{ id: 'one', label: { zh: '一', en: 'One' }, fields: [field, below] }];
    expect(Form.safeParse({ ...statutory, sections, relations: [] }).success).toBe(false);
  });

  it('refuses a relation that names no field of the form', () => {
    const relations = [{ id: 'lost', left: ['output'], op: '=', right: ['nowhere'] }];
    expect(Form.safeParse({ ...statutory, relations }).success).toBe(false);
  });
});

describe('due days', () => {
  const due = (day: number, period: string) => dueOn({ due: { day } }, period);

  it('count from the end of the period and move past weekends', () => {
    expect(due(5, '2026-10')).toBe('2026-11-05');
    expect(due(8, '2026-10')).toBe('2026-11-09');
    expect(due(15, '2026-Q4')).toBe('2027-01-15');
  });

  it('move past statutory holidays, and a Sunday worked in exchange counts', () => {
    expect(due(5, '2026-09')).toBe('2026-10-08');
    expect(due(15, '2026-01')).toBe('2026-02-24');
    expect(isWorkday('2026-01-04')).toBe(true);
    expect(isWorkday('2026-10-10')).toBe(true);
    expect(isWorkday('2025-10-08')).toBe(false);
  });

  it('grant late days as working days', () => {
    expect(lateUntil({ due: { day: 5 }, late: { days: 2, grantedBy: '县' } }, '2026-09')).toBe('2026-10-10');
  });
});
