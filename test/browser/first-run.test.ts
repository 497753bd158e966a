import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasBrowser, keepPicture, type Lantu, launch, openSample, startLantu, visit } from './lantu.ts';

/** The first hour with Lantu, as one story: each step stands on the one before. */
describe.skipIf(!hasBrowser)('a newcomer', () => {
  let lantu: Lantu;
  let browser: Browser;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [lantu, browser] = await Promise.all([startLantu(), launch()]);
    ({ page, complaints } = await visit(browser));
  });
  afterAll(async () => {
    await browser?.close();
    await lantu?.stop();
  });

  const tab = (name: RegExp) => page.getByRole('tab', { name });
  const row = (text: string | RegExp) => page.locator('.dense-body .dense-row', { hasText: text });
  const search = (text: string) => page.getByRole('textbox', { name: /搜索/ }).fill(text);
  const reviewed = () => page.locator('.reviewed').innerText();

  test('sees the sample plan with its errors, marked as a local sample officer', async () => {
    await openSample(page, lantu.url);
    expect(await page.locator('.plan-bar h1').innerText()).toContain('青澜经济开发区');
    expect(await page.locator('.who-sample').innerText()).toBe('本机样例用户');
    const findings = await page.locator('.finding').allInnerTexts();
    expect(findings.length).toBeGreaterThanOrEqual(5);
    expect(findings.join('\n')).toMatch(/9\.24%/);
    await keepPicture(page, 'first-run');
  });

  test('clicks a finding and sees its sentence in the document', async () => {
    await page.locator('.finding', { hasText: '利税' }).first().click();
    const sentence = page.locator('.document-scroll .is-active', { hasText: '利税7.6亿元' }).first();
    await sentence.waitFor();
    expect(await sentence.isVisible()).toBe(true);
    await keepPicture(page, 'finding-in-place');
  });

  test('clicks a number in the document and sees the row it was read into, and the other way round', async () => {
    await page
      .locator('.document-scroll mark.mark-indicator', { hasText: /^86亿元$/ })
      .first()
      .click();
    await page.locator('.dense-row.is-active', { hasText: '地区生产总值' }).waitFor();
    expect(await page.locator('.inspector').innerText()).toContain('86 亿元');
    await page.keyboard.press('/');
    await page.keyboard.type('重复利用率');
    await page.keyboard.press('Enter');
    await row(/重复利用率.*88/)
      .first()
      .click();
    const inTable = page.locator('.document-scroll td mark.is-point', { hasText: /^88$/ });
    await inTable.waitFor();
    expect(await inTable.isVisible()).toBe(true);
    await keepPicture(page, 'number-and-sentence');
  });

  test('accepts, rejects and undoes by keyboard', async () => {
    await search('固定资产投资');
    await row('固定资产投资').first().click();
    expect(await reviewed()).toMatch(/^已核 0\//);
    await page.keyboard.press('a');
    await page.locator('.reviewed', { hasText: '已核 1/' }).waitFor();
    await page.keyboard.press('x');
    await page.locator('.reviewed', { hasText: '已核 2/' }).waitFor();
    expect(await page.locator('.dense-row.is-rejected').count()).toBe(1);
    await page.keyboard.press('u');
    await page.locator('.reviewed', { hasText: '已核 1/' }).waitFor();
    expect(await page.locator('.dense-row.is-rejected').count()).toBe(0);
  });

  test('corrects a figure in place and sees what it was read as', async () => {
    await search('高新技术企业');
    await row(/高新技术企业.*28/)
      .first()
      .click();
    await page.keyboard.press('e');
    await page.getByLabel('数值').fill('29');
    await page.keyboard.press('Enter');
    await page.locator('.dense-row.is-corrected', { hasText: '29' }).waitFor();
    expect(await page.locator('.inspector .was').innerText()).toContain('28');
    await keepPicture(page, 'corrected');
  });

  test('takes an error away by correcting the figure that made it, and brings it back by undo', async () => {
    const targetBelow = page.locator('.finding', { hasText: '2.4% < 2.6%' });
    await tab(/问题/).click();
    await search('2.4%');
    await targetBelow.waitFor();
    await tab(/指标/).click();
    await search('研发投入强度');
    await row(/研发投入强度.*2\.4/)
      .first()
      .click();
    await page.keyboard.press('e');
    await page.getByLabel('数值').fill('3.2');
    await page.keyboard.press('Enter');
    await row(/研发投入强度.*3\.2/)
      .first()
      .waitFor();
    await tab(/问题/).click();
    await search('2.4%');
    await targetBelow.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /撤销/ }).click();
    await targetBelow.waitFor();
    await tab(/指标/).click();
  });

  test('adds a fact by marking its words', async () => {
    await search('研发投入强度');
    await row(/研发投入强度.*2\.6/)
      .first()
      .click();
    const place = page.locator('.document-scroll p', { hasText: '高于全县平均水平' }).locator('[data-at]', {
      hasText: '高于全县平均水平',
    });
    await place.scrollIntoViewIfNeeded();
    // Scrolling takes an offer away; its last event comes after the scroll.
    await page.waitForTimeout(300);
    await place.evaluate((element) => {
      const text = element.firstChild as Text;
      const from = text.data.indexOf('高于');
      const range = document.createRange();
      range.setStart(text, from);
      range.setEnd(text, from + 8);
      getSelection()?.removeAllRanges();
      getSelection()?.addRange(range);
    });
    await place.dispatchEvent('mouseup');
    await page.locator('.marked-offer').waitFor();
    await keepPicture(page, 'marking');
    await page.locator('.marked-offer').getByRole('button', { name: '指标' }).click();
    await page.getByLabel('名称').fill('研发投入强度超出全县平均');
    await page.getByLabel('数值').fill('0.4');
    await page.getByLabel('单位', { exact: true }).fill('百分点');
    await page.keyboard.press('Enter');
    await search('超出全县平均');
    await page.locator('.dense-row.is-added', { hasText: '研发投入强度超出全县平均' }).waitFor();
  });

  test('dismisses a finding for good with a reason, and sees it again on request', async () => {
    await tab(/问题/).click();
    const before = await page.locator('.severity-counts').first().innerText();
    const card = page.locator('.finding', { hasText: '利税' }).first();
    await card.click();
    await page.keyboard.press('d');
    await page.getByPlaceholder(/理由/).fill('口径不同，已与税务局核对');
    await page.keyboard.press('Enter');
    await page.getByRole('checkbox', { name: /含不再提示/ }).waitFor();
    expect(await page.locator('.severity-counts').first().innerText()).not.toBe(before);
    await page.getByRole('checkbox', { name: /含不再提示/ }).check();
    expect(await page.locator('.finding.is-dismissed').innerText()).toContain('口径不同，已与税务局核对');
  });

  test('saves the plan, and finds everything again after the server was killed', async () => {
    await page.getByRole('button', { name: '存为规划' }).click();
    await page.locator('.plan-bar .chip-on', { hasText: '已存' }).waitFor();
    const address = new URL(page.url()).pathname;
    await lantu.restart();
    await page.goto(`${lantu.url}${address}`);
    await page.locator('.plan-bar .chip-on', { hasText: '已存' }).waitFor();
    await tab(/指标/).click();
    await page.getByText('已核', { exact: true }).click();
    const kept = (await page.locator('.dense-body .dense-row').allInnerTexts()).join('\n');
    expect(kept).toContain('研发投入强度超出全县平均');
    expect(kept).toMatch(/29/);
    expect(kept).toContain('固定资产投资');
    await tab(/问题/).click();
    expect(await page.getByRole('checkbox', { name: /含不再提示/ }).isVisible()).toBe(true);
  });

  test('sees the keys of the screen under ?, and the page complained of nothing', async () => {
    await page.keyboard.press('?');
    const help = await page.getByRole('dialog').innerText();
    for (const word of ['采纳', '更正', '否决', '撤销', '搜索']) expect(help).toContain(word);
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
  });
});
