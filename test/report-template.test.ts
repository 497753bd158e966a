import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { forms, workbooks } from '../src/app/forms.ts';
import type { Form } from '../src/modules/reports/form.ts';
import { readForm } from '../src/modules/reports/read-form.ts';
import { type Content, noFigures } from '../src/modules/reports/report.ts';
import { formTemplate, type Prefilled } from '../src/modules/reports/template.ts';

const soffice = '/usr/bin/soffice';
const form = forms().find(({ id }) => id === 'project-investment-monthly') as Form;
const unit = { path: 'cn.37.3799.379901', name: '青川县' };
const period = '2026-03';
const key = '2601-379901-04-01-100001';
const written = (figures: Record<string, number>): Map<string, Content> =>
  new Map(Object.entries(figures).map(([at, value]) => [`projects/${key}/${at}`, new Decimal(value)]));
const prefilled: Prefilled = {
  rows: { projects: [{ key, given: { name: '新材料一期', 'total-investment': '50000', 'annual-plan': '10000' } }] },
  lastPeriod: written({ month: 900, year: 1500 }),
  lastYear: noFigures,
  figures: noFigures,
  explanations: new Map(),
};

/** What LibreOffice makes of a workbook: it fills, computes and saves; a repair would change the sheets. */
async function savedBy(bytes: Uint8Array, as: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'lantu-report-'));
  try {
    writeFileSync(join(folder, 'report.xlsx'), bytes);
    const out = join(folder, 'out');
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const call = [profile, '--headless', '--convert-to', as, '--outdir', out, join(folder, 'report.xlsx')];
    await promisify(execFile)(soffice, call, { timeout: 90_000 });
    return new Uint8Array(readFileSync(join(out, `report.${as}`)));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

// LibreOffice (Debian: libreoffice-calc-nogui) is needed by this test only.
test.skipIf(!existsSync(soffice))(
  'a template opens in an office program, computes what follows, and comes back with a clerk’s changes',
  { timeout: 120_000 },
  async () => {
    const sheets = formTemplate(form, unit, period, prefilled, workbooks.digest);
    // The clerk types this month’s investment and the physical progress; cells are found by their headings.
    const filled = sheets.map((sheet) => {
      if (sheet.name !== '项目明细') return sheet;
      const rows = sheet.rows.map((row) => [...row]);
      const headings = (rows[4] ?? []).map((cell) => (typeof cell === 'object' ? String(cell?.value) : ''));
      const type = (heading: string, value: string | number) => {
        const at = headings.indexOf(heading);
        const cell = rows[5]?.[at];
        if (typeof cell === 'object' && cell !== null) (rows[5] as unknown[])[at] = { ...cell, value };
      };
      type('本月完成投资（万元）', 1000);
      type('形象进度', '桩基完成');
      return { ...sheet, rows };
    });
    const saved = await savedBy(await workbooks.write(filled), 'xlsx');
    const raw = await workbooks.read('report.xlsx', saved);
    const { figures, findings } = readForm(form, unit, period, prefilled, raw, workbooks.digest);
    expect(findings).toEqual([]);
    expect(figures.get(`projects/${key}/month`)).toEqual(new Decimal(1000));
    expect(figures.get(`projects/${key}/progress`)).toBe('桩基完成');
    const list = raw.find(({ name }) => name === '项目明细')?.cells.get(6);
    const shown = [...(list?.values() ?? [])].filter(({ hasFormula }) => hasFormula).map(({ text }) => Number(text));
    expect(shown).toEqual([2500, 25]);
    const main = raw.find(({ name }) => name === '主表');
    expect(main?.cells.get(9)?.get(4)).toMatchObject({ hasFormula: true, text: '1000' });
  },
);
