/** What people of the story do on the pages, each waiting for what it looks at. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { seriousViolations } from './axe.ts';
import { keepPicture } from './lantu.ts';
import type { Person } from './reporting-people.ts';
import { form } from './story-cast.ts';

const formName = '重点推进产业项目投资月报';
const columns = { month: 3, progress: 8 } as const;

export const cell = (page: Page, name: string, column: keyof typeof columns) =>
  page.locator('.sheet-body .sheet-line', { hasText: name }).locator(`[data-column="${columns[column]}"]`);

export const saved = (page: Page) => page.locator('.report-save.is-saved', { hasText: '已保存' }).waitFor();

/** Until nothing fades or slides any more. */
const atRest = (page: Page) =>
  page.evaluate(async () => {
    const ending = document.getAnimations().filter((each) => each.effect?.getComputedTiming().endTime !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });

/** A picture of the page, on which axe-core finds nothing serious. */
export async function look(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await atRest(page);
  await keepPicture(page, `story-${name}`);
  expect(await seriousViolations(page), name).toEqual([]);
}

export async function openReport({ page }: Person, url: string): Promise<void> {
  await page.goto(`${url}/reports/fill?form=${form}`);
  await page.locator('.sheet-grid').waitFor();
}

export async function submit(page: Page, name: string, unit: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByText(`已报送，现由“${unit}”审核`).waitFor();
}

/** Passes the reports of some units at once. */
export async function passSelected({ page }: Person, url: string, units: readonly string[]): Promise<void> {
  await page.goto(`${url}/reports/review`);
  for (const unit of units) await page.getByLabel(`${unit} ${formName}`).check();
  await page.getByRole('button', { name: `审核通过所选 ${units.length} 份` }).click();
  await page.getByText(`已通过 ${units.length} 份`).waitFor();
}

/** Locks the month of the form for everybody below. */
export async function lockMonth({ page }: Person, reports: number): Promise<void> {
  await page.getByText('全部', { exact: true }).click();
  await page.getByRole('combobox', { name: '报表' }).click();
  await page.locator('.ant-select-item-option', { hasText: formName }).click();
  await page.getByRole('button', { name: '锁定本期' }).click();
  await page
    .locator('.ant-popover')
    .getByRole('button', { name: /确\s*定/ })
    .click();
  await page.getByText(`已锁定 ${reports} 份`).waitFor();
}
