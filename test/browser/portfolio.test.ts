/** The board and the list of 10,000 projects with 32 nodes each. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ensureUnits } from '../../src/app/first-units.ts';
import { openDatabase } from '../../src/platform/db/open.ts';
import { addPortfolio } from '../generated/portfolio.ts';
import { seriousViolations } from './axe.ts';
import { expectSmooth } from './frames.ts';
import { hasBrowser, keepPicture, type Lantu, launch, startLantu, visit } from './lantu.ts';

const projects = 10_000;
/** In the last column but one stand as many as in the others: a fourteenth. */
const inStage = 715;

async function fill(home: string): Promise<void> {
  const opened = await openDatabase({ home, statementTimeout: 600_000 });
  try {
    await ensureUnits(opened.owner, '2026-11-01T00:00:00Z');
    await addPortfolio(opened.owner, [{ tenantId: '1', unitPath: 'local' }], projects);
  } finally {
    await opened.close();
  }
}

const column = '.board-column[aria-label=储备入库] ul';

describe.skipIf(!hasBrowser)(`10,000 projects${hasBrowser ? '' : ' (no Chromium here)'}`, () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: string[];
  /** Queries to the board’s columns. */
  const asked: URLSearchParams[] = [];

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu({ fill }), launch()]);
    ({ page, complaints } = await visit(browser));
    page.on('request', (request) => {
      const url = new URL(request.url());
      if (url.pathname === '/api/delivery/cards') asked.push(url.searchParams);
    });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  test('the board scrolls smoothly and draws only the cards in view', async () => {
    await page.goto(`${lantu.url}/delivery`);
    await page.locator('.board-slot a').first().waitFor();
    expect(await page.getByRole('region', { name: '储备入库' }).locator('h3').innerText()).toContain(`${inStage} 个`);
    await keepPicture(page, 'portfolio-board');
    await expectSmooth(browser, page, column, 'Board of 10,000');
    expect(await page.locator('.board-slot').count()).toBeLessThan(14 * 20);
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('the last card of a column is there when it comes to rest, and no other column was asked for', async () => {
    asked.length = 0;
    await page.locator(column).evaluate((list) => {
      list.scrollTop = list.scrollHeight;
    });
    const last = page.locator(`${column} .board-slot[aria-posinset="${inStage}"] a`);
    await last.waitFor();
    expect(new Set(asked.map((query) => query.get('stage')))).toEqual(new Set(['reserved']));
    expect(
      await page.locator('.board-column[aria-label=策划谋划] .board-slot').first().getAttribute('aria-posinset'),
    ).toBe('1');
    await last.click();
    await page.waitForURL('**/delivery/*');
  });

  test('the list scrolls smoothly to its last line, which opens by the keys', async () => {
    await page.goto(`${lantu.url}/delivery`);
    await page.getByText('列表', { exact: true }).click();
    await page.locator('.dense-body a').first().waitFor();
    await page.getByText(`共 ${projects} 个`).waitFor();
    await keepPicture(page, 'portfolio-list');
    await expectSmooth(browser, page, '.dense-table', 'List of 10,000');
    await page.locator('.dense-table').evaluate((table) => {
      table.scrollTop = table.scrollHeight;
    });
    const last = page.locator(`.dense-row[data-index="${projects - 1}"]`);
    await last.locator('a').waitFor();
    expect(await page.locator('.dense-body .dense-row').count()).toBeLessThan(120);
    await last.click();
    await page.keyboard.press('k');
    await page.locator(`.dense-row.is-active[data-index="${projects - 2}"]`).waitFor();
    expect(await seriousViolations(page)).toEqual([]);
  });

  test('on a phone a stage is opened and continued by itself', async () => {
    const phone = await visit(browser, { viewport: { width: 360, height: 740 } });
    await phone.page.goto(`${lantu.url}/delivery`);
    const stages = phone.page.locator('.board-phone details');
    await stages.first().locator('.board-card').first().waitFor();
    const second = stages.nth(1);
    await second.locator('summary').click();
    await second.getByRole('button', { name: `还有 ${inStage - 50} 个，继续显示` }).click();
    await second.getByRole('button', { name: `还有 ${inStage - 100} 个，继续显示` }).waitFor();
    expect(await stages.first().locator('.board-card').count()).toBe(50);
    expect(await phone.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
    await keepPicture(phone.page, 'portfolio-phone');
    expect([...complaints, ...phone.complaints]).toEqual([]);
  });
});
