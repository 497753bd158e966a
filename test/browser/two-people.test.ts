import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, keepPicture, type Lantu, launch, openSample, startLantu, visit } from './lantu.ts';

describe.skipIf(!hasBrowser)('two people on one plan', () => {
  let lantu: Lantu;
  let browser: Browser;
  let first: Page;
  let second: Page;

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu(), launch()]);
    first = (await visit(browser)).page;
    second = (await visit(browser)).page;
    await openSample(first, lantu.url);
    await openSample(second, lantu.url);
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  const editGdp = async (page: Page, value: string) => {
    await page.getByRole('tab', { name: /指标/ }).click();
    await page.locator('.dense-body .dense-row', { hasText: '地区生产总值' }).first().click();
    await page.keyboard.press('e');
    await page.getByLabel('数值').fill(value);
  };

  test('the second to save is told of the first, keeps what was typed, and may then decide', async () => {
    await editGdp(second, '88');
    await editGdp(first, '87');
    await first.keyboard.press('Enter');
    await first.locator('.dense-row.is-corrected', { hasText: '87' }).waitFor();

    await second.getByRole('button', { name: /保存/ }).click();
    const alert = second.getByRole('alert').filter({ hasText: '修改' });
    await alert.waitFor();
    expect(await second.getByLabel('数值').inputValue()).toBe('88');
    await second.locator('.inspector .was', { hasText: '87' }).waitFor();
    await keepPicture(second, 'conflict');

    await second.getByRole('button', { name: /保存/ }).click();
    await second.locator('.dense-row.is-corrected', { hasText: '88' }).waitFor();
  });

  test('a lost connection is said, and what was typed can be saved when it is back', async () => {
    const context = first.context();
    await first.reload();
    await editGdp(first, '90');
    await context.setOffline(true);
    await first.getByRole('button', { name: /保存/ }).click();
    await first.locator('.lost-bar').waitFor();
    expect(await first.getByLabel('数值').inputValue()).toBe('90');
    await keepPicture(first, 'connection-lost');
    await context.setOffline(false);
    await first.locator('.lost-bar').waitFor({ state: 'detached' });
    await first.getByRole('button', { name: /保存/ }).click();
    await first.locator('.dense-row.is-corrected', { hasText: '90' }).waitFor();
  });
});
