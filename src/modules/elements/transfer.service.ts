/** Demands and quotas out to a spreadsheet and back: what a file would do is shown before it is written. */
import { Problem } from '../../core/problem.ts';
import type { ImportAnswer } from '../../core/register/answers.ts';
import { outcomes, sayTally, tallyOf } from '../../core/register/import-plan.ts';
import type { RegisterTools } from '../../core/register/kit.ts';
import type { Register } from '../../core/register/register.ts';
import { applyDemands, type DemandLine, demandParser, demandsIn, namedProjects } from './demand-sheet.service.ts';
import type { Reading, Writing } from './desk.service.ts';
import type { NewQuota } from './quota-operations.ts';
import { parseQuota, quotasIn, settleQuotas } from './quota-sheet.service.ts';
import { demandSheet, headsOf, lineOfCells, planSheet, quotaSheet, type SheetStep, type Standing } from './sheet.ts';

const mostRows = 3000;

export interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly apply: boolean;
  readonly digest?: string | undefined;
}

function answerOf<Input>(steps: readonly SheetStep<Input>[], digest: string, isApplied: boolean): ImportAnswer {
  const tally = tallyOf(steps);
  const order = Object.keys(outcomes);
  const sorted = steps.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.row - b.row);
  const rows = sorted.slice(0, mostRows).map(({ row, outcome, name, changes, issues }) => ({
    row,
    outcome,
    name,
    changes: [...changes],
    issues: [...issues],
  }));
  return { ...tally, message: sayTally(tally), digest, isApplied, rows, unlisted: sorted.length - rows.length };
}

/** A sheet may not move a demand to another project, nor a quota to another unit, element or origin. */
const keeping = <Input>(steps: readonly SheetStep<Input>[], fixed: readonly string[]): SheetStep<Input>[] =>
  steps.map((step) => {
    const moved = step.outcome === 'changed' ? step.changes.filter(({ field }) => fixed.includes(field)) : [];
    if (moved.length === 0) return step;
    const issues = moved.map(({ field, label, after }) => ({
      field,
      label,
      cell: after,
      message: { zh: '不能由导入改变，请撤回后另登', en: 'not changed by an import; withdraw it and enter it anew' },
    }));
    return { ...step, outcome: 'refused', issues: [...step.issues, ...issues] };
  });

interface Asked {
  readonly format: 'xlsx' | 'csv';
  readonly version: 'all' | 'template';
  readonly unitPath?: string | undefined;
}

export function transferOf(tools: RegisterTools) {
  const read = async <Input>(
    sheet: Register,
    { name, bytes, digest: seen }: File,
    around: Parameters<typeof planSheet<Input>>[2],
  ) => {
    const digest = tools.digest(bytes);
    if (seen !== undefined && seen !== digest)
      throw new Problem('invalid-input', {
        count: 1,
        issues: 'digest: 文件与预览的不是同一个 (not the file previewed)',
      });
    const { steps, issues } = planSheet<Input>(sheet, await tools.readRows(name, bytes), around);
    if (issues.length > 0)
      throw new Problem('invalid-input', {
        count: issues.length,
        issues: issues.map(({ zh, en }) => `${zh} (${en})`).join('; '),
      });
    return { steps, digest };
  };

  const give = async (sheet: Register, standing: readonly Standing[], { format, version }: Asked) => {
    const lines = version === 'template' ? [] : standing.map(({ id, cells }) => lineOfCells(sheet, id, cells));
    const grid = [headsOf(sheet), ...lines];
    const name = `${sheet.label.zh}${version === 'template' ? '-空表' : ''}`;
    return format === 'csv'
      ? { name: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', bytes: tools.writeCsv(grid) }
      : {
          name: `${name}.xlsx`,
          mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
          bytes: await tools.writeXlsx(sheet.label.zh, grid),
        };
  };

  return {
    giveDemands: async (context: Reading, asked: Asked) =>
      give(demandSheet, await demandsIn(context, asked.unitPath), asked),
    giveQuotas: async (context: Reading, asked: Asked) =>
      give(quotaSheet, await quotasIn(context, asked.unitPath), asked),

    takeDemands: async (context: Writing, file: File): Promise<ImportAnswer> => {
      const parse = demandParser(await namedProjects(context));
      const around = { standing: await demandsIn(context), blank: {}, parse };
      const { steps: planned, digest } = await read<DemandLine>(demandSheet, file, around);
      const steps = keeping(planned, ['name']);
      if (file.apply) {
        await applyDemands(context, steps, file.name);
        context.audit('element-demand-import', file.name, null, { digest, ...tallyOf(steps) });
      }
      return answerOf(steps, digest, file.apply);
    },

    takeQuotas: async (context: Writing, file: File): Promise<ImportAnswer> => {
      const blank = { unitPath: context.actor.unitPath };
      const around = { standing: await quotasIn(context), blank, parse: parseQuota };
      const { steps: planned, digest } = await read<NewQuota>(quotaSheet, file, around);
      const kept = keeping(planned, ['element', 'parent', 'unitPath']);
      const steps = await settleQuotas(context, kept, { file: file.name, apply: file.apply });
      if (file.apply) context.audit('element-quota-import', file.name, null, { digest, ...tallyOf(steps) });
      return answerOf(steps, digest, file.apply);
    },
  };
}
