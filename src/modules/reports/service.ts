import type { Reader } from '../../core/database.ts';
import { type Context, implement, type Service } from '../../core/implement.ts';
import type { Period } from '../../core/period.ts';
import { Problem } from '../../core/problem.ts';
import { enterpriseOperations } from '../enterprises/operations.ts';
import { indicatorById } from '../indicators/catalog/index.ts';
import type { Observation } from '../indicators/observation.ts';
import { indicatorOperations } from '../indicators/operations.ts';
import { isWithin } from '../people/unit.ts';
import { unitOperations } from '../people/unit-operations.ts';
import { projectOperations } from '../projects/operations.ts';
import { burdenOf } from './burden.ts';
import { stillMissing } from './check-report.ts';
import { dueOn, lateUntil } from './deadline.ts';
import { type Form, isValidOn, type List, legalText } from './form.ts';
import { figuresFrom, isOfKind, type KnownRow, knownRow, lastEnded, periodsBeside } from './known.ts';
import { type FormSummary, reportOperations } from './operations.ts';
import { type RawSheet, readForm } from './read-form.ts';
import { noFigures } from './report.ts';
import { type Digest, formTemplate, type Prefilled, type ReportingUnit, type TemplateSheet } from './template.ts';

/** What reports need of the outside: workbooks written and read as stored, and a digest. */
export interface Workbooks {
  write(sheets: readonly TemplateSheet[]): Promise<Uint8Array>;
  read(name: string, bytes: Uint8Array): Promise<readonly RawSheet[]>;
  readonly digest: Digest;
}

type Reading = Context<Reader>;

const mostRows = 2000;
const mostFindings = 500;
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function summaryOf(form: Form, today: string): FormSummary {
  const current = lastEnded(form.period, today);
  const { id, edition, label, period, filledBy, source } = form;
  return {
    id,
    edition,
    label,
    legal: legalText(form),
    isValid: isValidOn(form, today),
    period,
    filledBy,
    current,
    dueOn: dueOn(form, current),
    lateUntil: lateUntil(form, current),
    source,
  };
}

const kinds = {
  month: { zh: '月', en: 'month', example: '2026-09' },
  quarter: { zh: '季', en: 'quarter', example: '2026-Q3' },
  year: { zh: '年', en: 'year', example: '2026' },
} as const;

function refuseUnlessOpen(form: Form, period: Period, today: string): void {
  const { zh, en, example } = kinds[form.period];
  if (!isOfKind(form, period))
    throw new Problem('form-period', { name: form.label.zh, kind: zh, kindEn: en, period, example });
  if (form.legal.kind === 'statutory' && !isValidOn(form, today))
    throw new Problem('form-expired', {
      name: form.label.zh,
      until: form.legal.validUntil,
      issuer: form.legal.issuer,
    });
}

async function unitOf({ ask, actor, today }: Reading, path: string): Promise<ReportingUnit> {
  if (!isWithin(actor.scope, path)) throw new Problem('not-found', { kind: '单位 unit', id: path });
  const { units } = await ask(unitOperations['units.list'], { on: today });
  return { path, name: units.find((unit) => unit.unitPath === path)?.name ?? path };
}

/** The projects or enterprises below a unit, all pages of them. */
async function listRows({ ask, today }: Reading, list: List, under: string, period: Period): Promise<KnownRow[]> {
  const operation =
    list.subject === 'project' ? projectOperations['projects.list'] : enterpriseOperations['enterprises.list'];
  const rows: KnownRow[] = [];
  let after: string | undefined;
  do {
    const page = await ask(operation, { on: today, under, limit: mostRows, ...(after !== undefined && { after }) });
    rows.push(...page.rows.map((row) => knownRow(row, list, period)));
    after = page.next ?? undefined;
  } while (after !== undefined);
  return rows;
}

async function observationsOf({ ask }: Reading, unitPath: string, period: Period): Promise<Observation[]> {
  const all: Observation[] = [];
  let cursor: string | undefined;
  do {
    const input = { unitPath, period, limit: 1000, ...(cursor !== undefined && { cursor }) };
    const page = await ask(indicatorOperations['observations.list'], input);
    all.push(...page.observations);
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return all;
}

/** What is known before a person types: rows of the registers, earlier figures, and figures given elsewhere. */
async function prefill(context: Reading, form: Form, unitPath: string, period: Period): Promise<Prefilled> {
  const rows: Record<string, KnownRow[]> = {};
  for (const list of form.lists) rows[list.id] = await listRows(context, list, unitPath, period);
  const figuresOf = async (of: Period) =>
    figuresFrom(form, rows, await observationsOf(context, unitPath, of), indicatorById, unitPath);
  const { lastPeriod, lastYear } = periodsBeside(period);
  return {
    rows,
    lastPeriod: await figuresOf(lastPeriod),
    lastYear: form.period === 'year' ? noFigures : await figuresOf(lastYear),
    figures: await figuresOf(period),
    explanations: new Map(),
  };
}

export function reportService(forms: readonly Form[], books: Workbooks): Service {
  const newest = new Map(
    [...forms].sort((a, b) => a.edition.localeCompare(b.edition)).map((form) => [form.id, form] as const),
  );
  const formOf = (id: string): Form => {
    const form = newest.get(id);
    if (form === undefined) throw new Problem('not-found', { kind: '报表 form', id });
    return form;
  };
  const opened = async (
    context: Reading,
    input: { formId: string; unitPath?: string | undefined; period?: Period | undefined },
  ) => {
    const form = formOf(input.formId);
    const period = input.period ?? lastEnded(form.period, context.today);
    refuseUnlessOpen(form, period, context.today);
    const unit = await unitOf(context, input.unitPath ?? context.actor.unitPath);
    return { form, period, unit, prefilled: await prefill(context, form, unit.path, period) };
  };

  return implement(reportOperations, {
    'reports.forms': async ({ today }) => ({
      today,
      forms: [...newest.values()].map((form) => summaryOf(form, today)),
    }),

    'reports.form': async ({ today }, { formId }) => ({
      summary: summaryOf(formOf(formId), today),
      form: formOf(formId),
    }),

    'reports.template': async (context, input) => {
      const { form, period, unit, prefilled } = await opened(context, input);
      const bytes = await books.write(formTemplate(form, unit, period, prefilled, books.digest));
      return { name: `${form.label.zh}-${unit.name}-${period}.xlsx`, mediaType, bytes };
    },

    'reports.check-file': async (context, { name, bytes, ...input }) => {
      const { form, period, unit, prefilled } = await opened(context, input);
      const sheets = await books.read(name, bytes);
      const { figures, findings } = readForm(form, unit, period, prefilled, sheets, books.digest);
      const isIdentified = !findings.some(({ rule }) => /^file\/(not-ours|mark|other|old|wrong)/.test(rule));
      const missing = isIdentified ? stillMissing(form, { period, rows: prefilled.rows, figures }).length : 0;
      context.audit('report-check', form.id, null, {
        file: name,
        period,
        read: figures.size,
        findings: findings.length,
      });
      return {
        unitName: unit.name,
        period,
        read: figures.size,
        missing,
        findings: findings.slice(0, mostFindings),
        unlisted: Math.max(0, findings.length - mostFindings),
      };
    },

    'reports.burden': async (context, { unitPath, year = Number(context.today.slice(0, 4)) }) => {
      const unit = await unitOf(context, unitPath ?? context.actor.unitPath);
      const counts = new Map<string, number>();
      const all = [...newest.values()];
      for (const form of all)
        for (const list of form.lists)
          counts.set(`${form.id} ${list.id}`, (await listRows(context, list, unit.path, String(year))).length);
      const burdens = burdenOf(all, (form, list) => counts.get(`${form.id} ${list}`) ?? 0, year);
      return {
        unitName: unit.name,
        year,
        forms: burdens.map((burden) => ({ ...burden, label: formOf(burden.formId).label })),
      };
    },
  });
}
